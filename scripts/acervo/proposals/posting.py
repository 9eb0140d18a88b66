"""Comments put where they belong: on the proposal or the issue that a workflow ran for; `make post` runs it.

In: a folder with `comment.md` and perhaps `remarks.json`; the event and the token of a workflow, from its environment.
Out: one comment, renewed rather than repeated, and comments on lines that are not there yet.
Never: uses anything but the standard library (it holds a token), or takes from the folder where to write: the proposal
or the issue is the one that the event names, and of the comments only the workflow's own are touched.
"""

import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

COMMENT, REMARKS = "comment.md", "remarks.json"
MARK = re.compile(r"<!-- acervo:[a-z]+ -->\n")
BOT = "github-actions[bot]"
LONGEST = 65_000
"""Characters of a comment."""
MOST_REMARKS = 25
_MOST_PAGES = 20
_SECONDS = 30
_REMARK = {"path": str, "line": int, "side": str, "start_line": int, "start_side": str, "body": str}


class Refusal(Exception):
    """Why nothing was written, as a Spanish sentence."""


class Forge(NamedTuple):
    """The API of GitHub for one repository."""

    api: str
    repository: str
    token: str

    def ask(self, method: str, path: str, value: object = None) -> Any:
        """Return what the API answers. path: below the repository. Raises urllib.error.HTTPError."""
        request = urllib.request.Request(  # noqa: S310  # the address is that of the workflow's own API
            f"{self.api}/repos/{self.repository}/{path}",
            data=None if value is None else json.dumps(value).encode(),
            method=method,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "User-Agent": "acervo-naranja",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310  # the same
            return json.loads(answer.read() or b"null")

    def all(self, path: str) -> Iterator[dict[str, Any]]:
        """Yield every item of a list."""
        for page in range(1, _MOST_PAGES + 1):
            items = self.ask("GET", f"{path}?per_page=100&page={page}")
            yield from items
            if len(items) < 100:
                return


def post(folder: Path, event: dict[str, Any], forge: Forge) -> str:
    """Write the comments of a folder where the event says; return what was done, in Spanish."""
    text, remarks = comment(folder), remarks_of(folder)
    if "workflow_run" in event:
        found = proposal(event["workflow_run"], forge)
        if found is None:
            return "La propuesta ya cambió o se cerró: no se escribe nada."
        number, commit = found
        done = _renew(number, text, forge)
        return f"{done} {_remark(number, commit, remarks, forge)}"
    number = event["issue"]["number"]
    if not isinstance(number, int):
        raise Refusal("El suceso no dice de qué aviso es.")
    return _renew(number, text, forge)


def comment(folder: Path) -> str:
    """Return the text of the comment. Raises Refusal when it is none of ours."""
    text = (folder / COMMENT).read_text(encoding="utf-8")
    if not MARK.match(text) or len(text) > LONGEST:
        raise Refusal(f"«{folder / COMMENT}» no empieza con su marca, o es demasiado largo.")
    return text


def remarks_of(folder: Path) -> list[dict[str, Any]]:
    """Return the comments on lines. Raises Refusal when they do not have the form expected."""
    place = folder / REMARKS
    told = json.loads(place.read_text(encoding="utf-8")) if place.is_file() else []
    sound = isinstance(told, list) and len(told) <= MOST_REMARKS and all(
        isinstance(one, dict) and all(isinstance(value, _REMARK.get(key, type(None))) for key, value in one.items())
        and len(one.get("body", "")) <= LONGEST and {"path", "line", "side", "body"} <= one.keys()
        for one in told
    )  # fmt: skip
    if not sound:
        raise Refusal(f"«{place}» no tiene la forma esperada.")
    return told


def proposal(run: dict[str, Any], forge: Forge) -> tuple[int, str] | None:
    """Return the number and the commit of the open proposal that a run looked at; None when it moved on.

    The event names the proposal only where it does not come from a fork: it is found by its branch.
    """
    owner, branch, commit = run["head_repository"]["owner"]["login"], run["head_branch"], run["head_sha"]
    query = urllib.parse.urlencode({"state": "open", "head": f"{owner}:{branch}"})
    for one in forge.ask("GET", f"pulls?{query}"):
        if one["head"]["sha"] == commit:
            return int(one["number"]), str(commit)
    return None


def _renew(number: int, text: str, forge: Forge) -> str:
    """Write the comment, in place of the one with the same mark if there is one."""
    mark = text.partition("\n")[0]
    for one in forge.all(f"issues/{number}/comments"):
        if _ours(one) and str(one["body"]).partition("\n")[0].strip() == mark:
            if one["body"].strip() == text.strip():
                return "El comentario ya decía lo mismo."
            forge.ask("PATCH", f"issues/comments/{int(one['id'])}", {"body": text})
            return "Comentario renovado."
    forge.ask("POST", f"issues/{number}/comments", {"body": text})
    return "Comentario escrito."


def _remark(number: int, commit: str, remarks: list[dict[str, Any]], forge: Forge) -> str:
    """Comment on the lines that have no such comment yet, all in one review."""
    there = {(one["path"], one["body"].strip()) for one in forge.all(f"pulls/{number}/comments") if _ours(one)}
    new = [one for one in remarks if (one["path"], one["body"].strip()) not in there]
    if not new:
        return "Sin comentarios nuevos en los renglones."
    try:
        forge.ask("POST", f"pulls/{number}/reviews", {"commit_id": commit, "event": "COMMENT", "comments": new})
    except urllib.error.HTTPError as error:
        if error.code != 422:
            raise
        return "GitHub no aceptó los comentarios en los renglones: quedan en el resumen."
    return f"Comentarios nuevos en los renglones: {len(new)}."


def _ours(one: dict[str, Any]) -> bool:
    return bool(one.get("user")) and one["user"].get("login") == BOT and one["user"].get("type") == "Bot"


def main() -> int:
    """Run with the environment of a workflow; return the exit code."""
    try:
        folder = Path(sys.argv[1])
        event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
        forge = Forge(os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"])
        sys.stdout.write(post(folder, event, forge) + "\n")
    except (Refusal, urllib.error.URLError, OSError) as error:
        sys.stderr.write(f"No se escribió el comentario: {error}\n")
        return 1
    except (LookupError, TypeError, ValueError):
        sys.stderr.write("No se escribió el comentario: falta algo de lo que da un flujo de GitHub.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
