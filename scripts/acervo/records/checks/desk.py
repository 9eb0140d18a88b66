"""One file on the desk: what was found in it becomes problems, each at its place and in words.

In: the path and text of a file; flaws of its text and findings in its records. Out: problems.
Never: looks for problems itself, or finds positions in a file that has none.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from acervo.records.checks import messages, repairs
from acervo.records.checks.sentences import SENTENCES
from acervo.records.checks.suggestions import FOR
from acervo.records.models.kinds import KINDS
from acervo.records.models.labels import hint, label
from acervo.records.problems import Finding, Flaw, Problem, Repair
from acervo.records.text.places import Path, Places
from acervo.records.text.proof import LINE_BREAK
from acervo.records.text.signs import one_line

LONGEST_TITLE = 80

_TITLE = re.compile(r"^title:[ \t]*(?![>|])[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_QUOTED = FOR.keys() - {"date_shape", "date_whole", "flag_shape"} | {"choice"}
"""Problems of fields that take texts only: `2024` would be quoted there."""
_AT_KEY = frozenset({"missing", "unknown_field", "merge_key", "id_name", "id_length", "id_reserved"})


class Subject(NamedTuple):
    """The record that a problem is about."""

    kind: str
    title: str = ""
    prefix: Path = ()
    """Where it stands in its file: its id for a topic, nothing for a record with a file of its own."""


class Desk:
    """One file and its problems."""

    def __init__(self, path: str, data: bytes, flaws: Sequence[Flaw] = ()) -> None:
        """Take a file with the flaws that its reader found."""
        self.path = path
        self.flaws = flaws
        self.problems: list[Problem] = []
        self._data = data

    @cached_property
    def text(self) -> str:
        """Return the text of the file, legible or not."""
        return self._data.decode("utf-8-sig", "replace")

    @cached_property
    def lines(self) -> list[str]:
        """Return the text by lines."""
        return LINE_BREAK.split(self.text)

    @cached_property
    def places(self) -> Places:
        """Return the positions of the file's fields."""
        return Places(self.text)

    @cached_property
    def flawed_lines(self) -> set[int]:
        """Return the lines whose text is at fault: what they seem to say is not judged."""
        return {flaw.line for flaw in self.flaws if SENTENCES[flaw.code].severity == "error"}

    def note(self, subject: Subject, finding: Finding) -> None:
        """Keep a finding as a problem, unless the text of its line is at fault."""
        problem = self.problem(subject, finding)
        if problem.line not in self.flawed_lines or finding.path not in self.places.by_path:
            self.problems.append(problem)

    def note_flaws(self, kind: str) -> None:
        """Keep the flaws of the text as problems."""
        for flaw in self.flaws:
            path = self.places.path_on(flaw.line, flaw.column)
            prefix, path = (path[:1], path[1:]) if kind == "topics" else ((), path)
            subject = Subject(kind, self._title(kind, prefix), prefix)
            repair = repairs.of_text(flaw.code, repairs.Spot(self.lines, flaw.line, flaw.column, flaw.details))
            self.problems.append(self._put(subject, path, flaw.line, flaw.column, flaw.code, flaw.details, repair))

    def problem(self, subject: Subject, finding: Finding) -> Problem:
        """Put a finding into words, at its place."""
        full = subject.prefix + finding.path
        line, column = self.places.key(full) if finding.code in _AT_KEY else self.places.value(full)
        repair = self._repair(finding, line, column)
        return self._put(subject, finding.path, line, column, finding.code, finding.details, repair)

    def _repair(self, finding: Finding, line: int, column: int) -> Repair | None:
        """Return the repair of a finding whose suggestion leaves no doubt."""
        code, details = finding.code, finding.details
        if items := details.get("items"):
            assert isinstance(items, tuple)  # of texts, by `validation`
            return repairs.of_list(self.text, line, column, items)
        suggestion = str(details.get("suggestion", ""))
        if not suggestion or not details.get("certain"):
            return None
        if code == "unknown_field":
            return repairs.of_key(self.text, line, column, suggestion)
        return repairs.of_value(self.text, line, column, suggestion, bare=code not in _QUOTED)

    def _put(
        self,
        subject: Subject,
        path: Path,
        line: int,
        column: int,
        code: str,
        details: Mapping[str, object],
        repair: Repair | None,
    ) -> Problem:
        words = messages.word(code, details)
        model = KINDS[subject.kind].model
        return Problem(
            path=self.path,
            line=line,
            column=column,
            record=one_line(subject.title, LONGEST_TITLE),
            field=label(model, path),
            code=code,
            message=words.message,
            hint=hint(model, path) if words.hint else "",
            fix=words.fix,
            severity=words.severity,
            repair=repair,
        )

    def _title(self, kind: str, prefix: Path) -> str:
        if kind == "topics":
            return "".join(prefix)
        match = _TITLE.search("\n".join(self.lines))
        return match.group(1) if match else ""
