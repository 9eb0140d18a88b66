"""The comment and the remarks on a proposal, in Markdown, from a review that anybody may have written.

In: a `Review`, and an address of our own where the site can be downloaded. Out: Markdown, and comments on lines.
Never: lets a text of the review act: no mention, link or tag of it is live.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from acervo.archive.duties import DUTIES
from acervo.forge.markdown import block, code, ended, prose
from acervo.forge.review import Fate, PageChange, Remark, Review

MARK = "<!-- acervo:revision -->"
"""First line of the comment, by which it is found again and renewed."""
LONGEST = 60_000
"""Characters: GitHub takes 65,536."""
MOST_SHOWN = 40
"""Things of a list."""
MOST_COMMENTS = 25
"""Comments on lines: more would bury the conversation."""
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")
_CUT = "\n\n… El resumen es muy largo: lo demás está en la revisión automática de la propuesta.\n"


def summary(review: Review, preview: str) -> str:
    """Return the comment. preview: where the finished site can be downloaded, or ""."""
    text = "\n".join([MARK, *_lines(review, preview), ""])
    if len(text) <= LONGEST:
        return text
    kept = text[: LONGEST - len(_CUT)].rpartition("\n- ")[0]
    return kept + _CUT


def comments(review: Review) -> list[dict[str, Any]]:
    """Return the remarks on changed lines, as GitHub takes the comments of a review."""
    told: list[dict[str, Any]] = []
    for remark in review.remarks:
        if not remark.changed or not remark.line or not _FILE.fullmatch(remark.file):
            continue
        edit = remark.edit
        body = [_remark(remark)]
        if edit and edit.first <= edit.last:
            body += ["", block("" if edit.gone else edit.text, "suggestion") if not edit.gone else "```suggestion\n```"]
        comment: dict[str, Any] = {"path": remark.file, "side": "RIGHT", "line": edit.last if edit else remark.line}
        if edit and edit.first < edit.last:
            comment |= {"start_line": edit.first, "start_side": "RIGHT"}
        told.append(comment | {"body": "\n".join(body)})
    return told[:MOST_COMMENTS]


def _lines(review: Review, preview: str) -> Iterator[str]:
    yield "## Revisión del acervo"
    yield ""
    yield _verdict(review)
    yield from _fates(review)
    yield from _list(
        "Direcciones que llevarán a otra",
        [f"{code(old)} lleva a {code(new)}" for old, new in review.redirects],
    )
    if review.touched:
        one = review.touched == 1
        yield ""
        yield (
            "Cambia también la página de otra ficha relacionada." if one
            else f"Cambian también las páginas de {review.touched:,} fichas relacionadas."
        )  # fmt: skip
    yield from _list(
        "¿Ya está en el acervo?",
        [f"{code(page.title)} {twin.why.label} que {code(twin.title)}, en {code(twin.file)}"
         for page in review.pages for twin in page.twins],
    )  # fmt: skip
    yield from _list("Por corregir", [_placed(one) for one in review.remarks if one.grave])
    yield from _list("Conviene revisar", [_placed(one) for one in review.remarks if not one.grave])
    if review.more_remarks:
        yield f"- … y {review.more_remarks:,} más."
    yield from _missing(review)
    if preview and not any(remark.grave for remark in review.remarks):
        yield ""
        yield f"El sitio con estos cambios se descarga en [la revisión automática]({preview}) (*Artifacts* › `sitio`)."


def _verdict(review: Review) -> str:
    errors = sum(remark.grave for remark in review.remarks)
    if errors:
        return f"**Hay {'un error' if errors == 1 else f'{errors:,} errores'} por corregir** antes de publicar."
    if review.pages or review.redirects:
        return f"Sin errores. Con esta propuesta el acervo tendrá {review.records:,} fichas."
    return "Sin errores. Esta propuesta no cambia ninguna ficha."


def _fates(review: Review) -> Iterator[str]:
    for fate in Fate:
        yield from _list(fate.label, [_page(page) for page in review.pages if page.fate is fate])
    if review.more_pages:
        yield f"- … y {review.more_pages:,} páginas más."


def _page(page: PageChange) -> str:
    where = code(page.address or page.file)
    return f"{code(page.title)}: {where}" + (f", antes en {code(page.was)}" if page.was else "")


def _missing(review: Review) -> Iterator[str]:
    """Yield the checklist of each record."""
    lacking = [page for page in review.pages if page.lacks]
    if not lacking:
        return
    yield from ("", "### Lo que todavía falta", "", "Nada de esto impide publicar.")
    for page in lacking[:MOST_SHOWN]:
        yield from ("", f"**{code(page.title)}**", "")
        for lack in page.lacks:
            duty = DUTIES[lack.code]
            yield f"- [ ] {duty.name} ({code(lack.field)}): {duty.ask}"
    if len(lacking) > MOST_SHOWN:
        yield from ("", f"… y otras {len(lacking) - MOST_SHOWN:,} fichas.")


def _placed(remark: Remark) -> str:
    place = f"{remark.file}:{remark.line}" if remark.line else remark.file
    return f"{code(place)} · {_remark(remark)}"


def _remark(remark: Remark) -> str:
    about = " · ".join(
        filter(
            None, (code(remark.record) if remark.record else "", f"**{prose(remark.field)}**" if remark.field else "")
        )
    )
    return (f"{about}: " if about else "") + " ".join(
        prose(text) for text in (ended(remark.message), remark.fix) if text
    )


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from ("", f"**{title}**" if len(items) == 1 else f"**{title}** ({len(items):,})", "")
        yield from (f"- {item}" for item in items[:MOST_SHOWN])
        if len(items) > MOST_SHOWN:
            yield f"- … y {len(items) - MOST_SHOWN:,} más."
