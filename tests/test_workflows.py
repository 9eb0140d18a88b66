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
        "publish": {"push": {"branches": ["main"]}, "workflow_dispatch": ""},
        "refresh": {"schedule": [{"cron": "17 9 * * 1"}], "workflow_dispatch": ""},
    }


def test_every_job_has_the_least_rights_and_none_is_given_to_all():
    workflows_read = read()

    assert {name: workflow["permissions"] for name, workflow in workflows_read.items()} == {
        "check": {},
        "publish": {},
        "refresh": {},
    }
    assert {
        f"{name}/{job}": body["permissions"]
        for name, workflow in workflows_read.items()
        for job, body in workflow["jobs"].items()
    } == {
        "check/records": {"contents": "read"},
        "check/tests": {"contents": "read"},
        "check/audit": {"contents": "read"},
        "publish/build": {"contents": "read", "pages": "read"},
        "publish/deploy": {"pages": "write", "id-token": "write"},
        "refresh/fetch": {"contents": "read"},
        "refresh/sift": {"contents": "read"},
        "refresh/propose": {"contents": "write", "pull-requests": "write"},
    }


def test_a_job_that_may_write_runs_nothing_of_its_own():
    assert [where for where, step in steps() if where in ("publish/deploy", "refresh/propose") and "run" in step] == []


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
    verbs = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = [step["run"] for _, step in steps() if "run" in step]

    assert [command for command in commands if not command.startswith("make ")] == [
        'cat .acervo/refresh.md >> "$GITHUB_STEP_SUMMARY"'
    ]
    assert {command.split()[1] for command in commands if command.startswith("make ")} <= verbs
    assert [command for command in commands if "${{" in command or "\n" in command] == []
