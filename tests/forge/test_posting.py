"""Comments put on a forge of our own in this machine: renewed rather than repeated, and nobody else's touched."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.projects import ROOT

MARK = "<!-- acervo:revision -->"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
RUN = {"workflow_run": {"head_repository": {"owner": {"login": "ana"}}, "head_branch": "mi-rama", "head_sha": "abc"}}
ISSUE = {"issue": {"number": 7}}
REMARK = {"path": "data/conferences/x.yml", "side": "RIGHT", "line": 3, "body": "Corrija"}


class Forge:
    """A forge with one proposal, number 12."""

    def __init__(self):
        self.comments = {}
        self.lines = []
        self.asked = []
        self.pulls = [{"number": 12, "head": {"sha": "abc"}}]
        self.refuses_lines = False

    def answer(self, method, path, query, value):
        self.asked.append((method, path))
        match method, path.split("/"):
            case "GET", ["pulls"]:
                assert query == {"state": ["open"], "head": ["ana:mi-rama"]}
                return 200, self.pulls
            case "GET", ["issues", number, "comments"]:
                kept = [one for one in self.comments.values() if one["on"] == number]
                start = (int(query["page"][0]) - 1) * 100
                return 200, kept[start : start + 100]
            case "POST", ["issues", number, "comments"]:
                self.add(number, value["body"], BOT)
                return 201, {}
            case "PATCH", ["issues", "comments", id_]:
                self.comments[int(id_)]["body"] = value["body"]
                return 200, {}
            case "GET", ["pulls", "12", "comments"]:
                return 200, self.lines if query["page"] == ["1"] else []
            case "POST", ["pulls", "12", "reviews"] if not self.refuses_lines:
                assert value["commit_id"] == "abc"
                assert value["event"] == "COMMENT"
                self.lines += [{**one, "user": BOT} for one in value["comments"]]
                return 200, {}
        return 422, {}

    def add(self, number, text, user):
        self.comments[len(self.comments) + 1] = {"id": len(self.comments) + 1, "on": number, "body": text, "user": user}

    def texts(self):
        return [(one["on"], one["body"]) for one in self.comments.values()]


@pytest.fixture
def forge():
    forge = Forge()

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self):
            parts = urlsplit(self.path)
            assert self.headers["Authorization"] == "Bearer secreto"
            length = int(self.headers.get("Content-Length") or 0)
            value = json.loads(self.rfile.read(length)) if length else None
            path = parts.path.removeprefix("/repos/acervo/naranja/")
            status, answer = forge.answer(self.command, path, parse_qs(parts.query), value)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        do_GET = do_POST = do_PATCH = handle_any

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    forge.url = f"http://127.0.0.1:{server.server_port}"
    yield forge
    server.shutdown()
    server.server_close()


def post(forge, folder, event, text, remarks=None):
    folder.mkdir(exist_ok=True)
    (folder / "comment.md").write_text(text, encoding="utf-8")
    if remarks is not None:
        (folder / "remarks.json").write_text(json.dumps(remarks), encoding="utf-8")
    (folder / "event.json").write_text(json.dumps(event), encoding="utf-8")
    program = 'import sys; sys.path.insert(0, "scripts"); from acervo.proposals.posting import main; sys.exit(main())'
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False,
        env={"GITHUB_EVENT_PATH": str(folder / "event.json"), "GITHUB_API_URL": forge.url, "PATH": os.environ["PATH"],
             "GITHUB_REPOSITORY": "acervo/naranja", "GITHUB_TOKEN": "secreto"},
    )  # fmt: skip


def test_a_comment_is_written_once_and_then_renewed(forge, tmp_path):
    said = [
        post(forge, tmp_path, RUN, f"{MARK}\n{text}\n", [REMARK]).stdout for text in ("Uno", "Uno", "Dos")
    ]  # fmt: skip

    assert forge.texts() == [("12", f"{MARK}\nDos\n")]
    assert [one["body"] for one in forge.lines] == ["Corrija"]
    assert said == [
        "Comentario escrito. Comentarios nuevos en los renglones: 1.\n",
        "El comentario ya decía lo mismo. Sin comentarios nuevos en los renglones.\n",
        "Comentario renovado. Sin comentarios nuevos en los renglones.\n",
    ]


def test_an_issue_gets_its_answer(forge, tmp_path):
    done = post(forge, tmp_path, ISSUE, "<!-- acervo:ficha -->\nGracias\n")

    assert (done.returncode, forge.texts()) == (0, [("7", "<!-- acervo:ficha -->\nGracias\n")])


def test_the_comment_of_somebody_else_with_the_same_mark_is_not_touched(forge, tmp_path):
    for user in ({"login": "ana", "type": "User"}, {"login": BOT["login"], "type": "User"}, None):
        forge.add("12", f"{MARK}\nAjeno", user)
    for number in range(120):
        forge.add("12", f"Otro {number}", BOT)

    post(forge, tmp_path, RUN, f"{MARK}\nNuestro\n")
    post(forge, tmp_path, RUN, f"{MARK}\nNuestro otra vez\n")

    assert [text for _, text in forge.texts() if text.startswith(MARK)] == [
        f"{MARK}\nAjeno", f"{MARK}\nAjeno", f"{MARK}\nAjeno", f"{MARK}\nNuestro otra vez\n",
    ]  # fmt: skip


def test_a_proposal_that_moved_on_or_was_closed_gets_nothing(forge, tmp_path):
    forge.pulls[0]["head"]["sha"] = "def"

    done = post(forge, tmp_path, RUN, f"{MARK}\nUno\n", [REMARK])

    assert (done.returncode, forge.asked) == (0, [("GET", "pulls")])


def test_lines_that_github_refuses_do_not_spoil_the_comment(forge, tmp_path):
    forge.refuses_lines = True

    done = post(forge, tmp_path, RUN, f"{MARK}\nUno\n", [REMARK])

    assert (done.returncode, len(forge.comments)) == (0, 1)
    assert "quedan en el resumen" in done.stdout


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("Sin marca\n", None),
        (f"{MARK}\n" + "x" * 65_001, None),
        (f"{MARK}\n", {}),
        (f"{MARK}\n", [REMARK] * 26),
        (f"{MARK}\n", [REMARK | {"in_reply_to": 3}]),
        (f"{MARK}\n", [REMARK | {"line": "3"}]),
        (f"{MARK}\n", [{"path": "x"}]),
    ],
)
def test_what_is_not_of_the_form_expected_is_not_put_anywhere(forge, tmp_path, text, remarks):
    done = post(forge, tmp_path, RUN, text, remarks)

    assert (done.returncode, forge.asked) == (1, [])
    assert done.stderr.startswith("No se escribió el comentario")


@pytest.mark.parametrize("event", [{}, {"issue": {"number": "7/../8"}}, [], {"workflow_run": {}}])
def test_a_strange_event_is_refused_in_a_sentence(forge, tmp_path, event):
    done = post(forge, tmp_path, event, f"{MARK}\nUno\n")

    assert (done.returncode, forge.comments, "Traceback" in done.stderr) == (1, {}, False)
