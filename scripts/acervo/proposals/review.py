"""The verb `review`: the data folder before and after a proposal, compared; and what was found, put into Markdown.

In: two data folders, or the JSON of a review. Out: the JSON of a review, or the files of its comments.
Never: runs or imports anything of the folders: they hold records, which may be anybody's.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from acervo import files
from acervo.archive import archive
from acervo.errors import Failure
from acervo.forge import summary
from acervo.forge.changes import Side, compare
from acervo.forge.repairing import as_lines, changed_lines
from acervo.forge.review import LONGEST_FILE, MOST_PAGES, MOST_REMARKS, Remark, Review, ReviewError, dumps, loads
from acervo.publishing import reading
from acervo.publishing.build import label
from acervo.publishing.reading import Reading
from acervo.publishing.theme import Project
from acervo.records.catalogue.entry import Key
from acervo.records.checks.checking import broken_keys
from acervo.records.problems import Problem

COMMENT, REMARKS = "comment.md", "remarks.json"


def review(project: Project, base: Path, head: Path) -> Review:
    """Compare two data folders: before a proposal and with it."""
    for folder in (base, head):
        if not folder.is_dir():
            raise Failure(f"No hay una carpeta «{folder}» con fichas.")
    # What is remembered is remembered of the project's own folder only.
    old, new = (reading.read(folder, label(project), project.cache if folder.resolve() == project.data else None)
                for folder in (base, head))  # fmt: skip
    changes = compare(_side(old), _side(new))
    known = {(one.path, one.record, one.field, one.message) for one in old.judge()}
    remarks = list(_remarks(new, base, head, known))
    shown = [page.model_copy(update={"file": _shown(page.file, new, old)}) for page in changes.pages]
    return Review(
        records=len(new.entries),
        pages=tuple(shown[:MOST_PAGES]),
        more_pages=max(len(shown) - MOST_PAGES, 0),
        redirects=changes.redirects[:MOST_PAGES],
        touched=changes.touched,
        remarks=tuple(remarks[:MOST_REMARKS]),
        more_remarks=max(len(remarks) - MOST_REMARKS, 0),
    )


def read(path: Path) -> Review:
    """Read the JSON of a review that anybody may have written. Raises Failure."""
    try:
        if path.is_symlink() or path.stat().st_size > LONGEST_FILE:
            raise ReviewError("es un enlace, o demasiado grande")
        return loads(path.read_bytes())
    except ReviewError as error:
        raise Failure(f"«{path}» no es una revisión: {error}.") from None


def keep(found: Review, path: Path) -> None:
    """Write the JSON of a review."""
    files.write_whole(path.absolute(), dumps(found).encode())


def text(found: Review, preview: str) -> str:
    """Return a review for a person: the comment without its hidden mark."""
    return summary.summary(found, preview).removeprefix(f"{summary.MARK}\n").rstrip("\n")


def write(found: Review, folder: Path, preview: str) -> None:
    """Write the comment and the remarks of a review into a folder."""
    told = json.dumps(summary.comments(found), ensure_ascii=False, indent=1) + "\n"
    files.write_whole(folder.absolute() / COMMENT, summary.summary(found, preview).encode())
    files.write_whole(folder.absolute() / REMARKS, told.encode())


def _side(read_: Reading) -> Side:
    def content(path: str) -> bytes:
        return (read_.data.parent / path).read_bytes()

    broken: dict[Key, str] = {}
    for path in sorted({problem.path for problem in read_.problems if problem.severity == "error"}):
        found = [problem for problem in read_.problems if problem.path == path]
        broken |= dict.fromkeys((key for key in broken_keys(found, read_.entries, content) if key[1]), path)
    entries = {entry.key: entry for entry in read_.entries}
    return Side(archive.build(read_.entries, read_.holdings), entries, broken)


def _shown(path: str, new: Reading, old: Reading) -> str:
    """Return the path of a file as people know it, whichever of the two folders it is in."""
    for read_ in (new, old):
        if path.startswith(f"{read_.data.name}/"):
            return read_.label + path.removeprefix(read_.data.name)
    return path


def _remarks(new: Reading, base: Path, head: Path, known: set[tuple[str, str, str, str]]) -> Iterator[Remark]:
    """Yield what is wrong in the files that the proposal changes, and what it makes wrong elsewhere; errors first."""
    texts: dict[str, tuple[str, set[int]]] = {}
    for problem in sorted(new.judge(), key=lambda one: (one.severity != "error", one)):
        below = problem.path.removeprefix(f"{new.label}/")
        if below not in texts:
            texts[below] = _text(base, head, below)
        text, lines = texts[below]
        if lines or (problem.path, problem.record, problem.field, problem.message) not in known:
            yield _remark(problem, text, lines)


def _text(base: Path, head: Path, below: str) -> tuple[str, set[int]]:
    """Return the text of a file, and which of its lines the proposal changes."""
    old, new = (_bytes(folder / below) for folder in (base, head))
    if new is None or new == old:
        return "", set()
    text = new.decode("utf-8-sig", "replace")
    return text, changed_lines(old.decode("utf-8-sig", "replace") if old is not None else None, text)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _remark(problem: Problem, text: str, lines: set[int]) -> Remark:
    edit = as_lines(text, problem.repair) if problem.repair and text else None
    around = set(range(edit.first, edit.last + 1)) if edit else {problem.line}
    return Remark(
        file=problem.path[:300],
        line=problem.line,
        grave=problem.severity == "error",
        record=problem.record[:1_500],
        field=problem.field[:1_500],
        message=problem.message[:1_500],
        fix=" ".join(filter(None, (problem.fix, problem.hint)))[:1_500],
        changed=around <= lines,
        edit=edit,
    )
