"""The workflows: safe, pinned, with the least rights, and without logic of their own."""

import re
from pathlib import Path

import pytest
import yaml

from audit.programs import workflows

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github/workflows"
PIN = re.compile(r"uses: ([\w./-]+)@([0-9a-f]{40}) # v\d+(?:\.\d+\.\d+)?(?: # zizmor: ignore\[[\w-]+\])?\s*")

BAD = """
on: pull_request_target
permissions: write-all
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
"""


def read() -> dict[str, dict]:
    """Every workflow, all values as text: `on` is a word here, not a truth."""
    return {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for path in sorted(FOLDER.glob("*.yml"))
    }


def steps() -> list[tuple[str, dict]]:
    return [
        (f"{name}/{job}", step)
        for name, workflow in read().items()
        for job, body in workflow["jobs"].items()
        for step in body["steps"]
    ]


def write_workflow(root: Path, text: str) -> None:
    folder = root / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "x.yml").write_text(text, encoding="utf-8")


def test_the_workflows_pass_the_strict_gate():
    assert workflows(ROOT).findings == ""


def test_the_gate_does_not_open_for_an_unsafe_workflow(tmp_path):
    write_workflow(tmp_path, BAD)

    verdict = workflows(tmp_path)

    assert not verdict.passed
    expected = {
        "artipacked",
        "concurrency-limits",
        "dangerous-triggers",
        "excessive-permissions",
        "template-injection",
        "unpinned-uses",
    }
    assert expected <= set(re.findall(r"^\w+\[([\w-]+)\]", verdict.findings, re.MULTILINE))


@pytest.mark.parametrize("text", ["on: [", "name: sin trabajos\n"])
def test_the_gate_does_not_open_for_a_workflow_it_cannot_read(tmp_path, text):
    write_workflow(tmp_path, text)

    assert not workflows(tmp_path).passed


def test_the_gate_does_not_open_when_there_is_nothing_to_read(tmp_path):
    (tmp_path / ".github").mkdir()

    assert not workflows(tmp_path).passed


def test_each_workflow_starts_when_it_should():
    assert {name: workflow["on"] for name, workflow in read().items()} == {
        "check": {"pull_request": ""},
        "from-issue": {"issues": {"types": ["opened", "edited", "labeled"]}},
        "publish": {"push": {"branches": ["main"]}, "workflow_dispatch": ""},
        "refresh": {"schedule": [{"cron": "17 9 * * 1"}], "workflow_dispatch": ""},
        "review": {"workflow_run": {"workflows": ["Revisar la propuesta"], "types": ["completed"]}},
    }


def test_every_job_has_the_least_rights_and_none_is_given_to_all():
    workflows_read = read()

    assert {name: workflow["permissions"] for name, workflow in workflows_read.items()} == {
        "check": {},
        "from-issue": {},
        "publish": {},
        "refresh": {},
        "review": {},
    }
    assert {
        f"{name}/{job}": body["permissions"]
        for name, workflow in workflows_read.items()
        for job, body in workflow["jobs"].items()
    } == {
        "check/records": {"contents": "read"},
        "check/tests": {"contents": "read"},
        "check/audit": {"contents": "read"},
        "from-issue/read": {"contents": "read"},
        "from-issue/propose": {"contents": "write", "pull-requests": "write", "issues": "write"},
        "publish/build": {"contents": "read", "pages": "read"},
        "publish/deploy": {"pages": "write", "id-token": "write"},
        "refresh/fetch": {"contents": "read"},
        "refresh/sift": {"contents": "read"},
        "refresh/propose": {"contents": "write", "pull-requests": "write"},
        "review/word": {"contents": "read", "actions": "read"},
        "review/post": {"contents": "read", "pull-requests": "write"},
    }


def writers() -> set[str]:
    return {
        f"{name}/{job}"
        for name, workflow in read().items()
        for job, body in workflow["jobs"].items()
        if "write" in body["permissions"].values()
    }


def test_a_job_that_may_write_runs_nothing_but_what_puts_a_comment():
    assert {(where, step["run"]) for where, step in steps() if where in writers() and "run" in step} == {
        ("from-issue/propose", "make post"),
        ("review/post", "make post"),
    }


def test_only_what_puts_a_comment_is_given_a_token_and_it_uses_no_library():
    given = {
        (where, step.get("run", ""))
        for where, step in steps()
        if any("token" in value or "secrets" in value for value in step.get("env", {}).values())
    }
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\npost:")[2].partition("\n\n")[0]

    assert given == {("from-issue/propose", "make post"), ("review/post", "make post")}
    assert "$(READY)" not in recipe
    assert "python3 -I" in recipe


def test_nothing_that_others_wrote_reaches_a_shell_or_is_checked_out_where_a_token_is():
    texts = "body|title|head_ref|head\\.ref|head_branch|head_sha|head_commit|login|message|label"
    expression = re.compile(r"\$\{\{[^}]*\b(?:" + texts + r")\b[^}]*\}\}")
    taken = [
        (where, key)
        for where, step in steps()
        for key, value in {**step.get("with", {}), **step.get("env", {}), "run": step.get("run", "")}.items()
        if expression.search(value)
    ]
    refs = {where: step["with"]["ref"] for where, step in steps() if "ref" in step.get("with", {})}

    assert taken == []
    assert refs == {"check/records": "${{ github.event.pull_request.base.ref }}"}


def test_the_comments_follow_the_check_by_its_name():
    found = read()

    assert found["review"]["on"]["workflow_run"]["workflows"] == [found["check"]["name"]]


def test_every_action_is_pinned_to_one_commit_with_its_release_beside_it():
    pins: dict[str, set[str]] = {}
    for path in FOLDER.glob("*.yml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                pin = PIN.fullmatch(line.strip().removeprefix("- "))
                assert pin, line
                pins.setdefault(pin[1], set()).add(pin[2])

    assert {action: len(commits) for action, commits in pins.items()} == dict.fromkeys(pins, 1)


def test_every_job_ends_in_time_and_no_two_runs_meet():
    for name, workflow in read().items():
        assert workflow["concurrency"]["group"], name
        assert {job: 10 <= int(body["timeout-minutes"]) <= 30 for job, body in workflow["jobs"].items()} == (
            dict.fromkeys(workflow["jobs"], True)
        )


def test_no_token_stays_in_a_checkout():
    kept = [
        step.get("with", {}).get("persist-credentials")
        for _, step in steps()
        if step.get("uses", "").startswith("actions/checkout@")
    ]

    assert kept == ["false"] * len(kept) != []


def test_the_workflows_only_call_verbs_that_people_have_too():
    verbs = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = [step["run"] for _, step in steps() if "run" in step]

    assert [command for command in commands if not command.startswith("make ")] == [
        'cat .acervo/review/comment.md >> "$GITHUB_STEP_SUMMARY"',
        'cat .acervo/refresh.md >> "$GITHUB_STEP_SUMMARY"',
    ]
    assert {command.split()[1] for command in commands if command.startswith("make ")} <= verbs
    assert [command for command in commands if "${{" in command or "\n" in command] == []
