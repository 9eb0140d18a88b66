"""Repairs as whole lines, and the lines that a proposal changes: what a comment on a proposal can be about.

In: texts of files and repairs. Out: `Edit`s and numbers of lines. Never: applies a repair.
"""

from difflib import SequenceMatcher

from acervo.forge.review import Edit
from acervo.records.problems import Repair
from acervo.records.text.proof import LINE_BREAK

_LONGEST = 10_000


def as_lines(text: str, repair: Repair) -> Edit | None:
    """Return a repair as the lines to put in the place of others; None where it is too long to be shown."""
    lines = LINE_BREAK.split(text)
    if repair.end_line > len(lines) + 1 or repair.line > len(lines):
        return None
    head = lines[repair.line - 1][: repair.column - 1]
    last = min(repair.end_line, len(lines))
    tail = lines[last - 1][repair.end_column - 1 :] if repair.end_line <= len(lines) else ""
    new = head + repair.text + tail
    gone = False
    if (
        repair.end_line > repair.line
        and repair.end_column == 1
        and (not head + repair.text or repair.text.endswith("\n"))
    ):
        last, new = repair.end_line - 1, (head + repair.text).removesuffix("\n")
        gone = not head + repair.text
    if len(new) > _LONGEST:
        return None
    return Edit(first=repair.line, last=last, text=new, gone=gone)


def changed_lines(before: str | None, after: str) -> set[int]:
    """Return the numbers, from 1, of the lines of a text that are not as they were. before: None for a new file."""
    new = LINE_BREAK.split(after)
    if before is None:
        return set(range(1, len(new) + 1))
    matcher = SequenceMatcher(None, LINE_BREAK.split(before), new, autojunk=False)
    return {
        line + 1 for tag, _, _, start, end in matcher.get_opcodes() if tag in ("insert", "replace")
        for line in range(start, end)
    }  # fmt: skip
