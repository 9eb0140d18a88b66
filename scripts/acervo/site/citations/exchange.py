"""References for programs to read: BibTeX, RIS, CSL-JSON.

In: a `Work`. Out: text in UTF-8 that a reference manager imports. Never: a value that its format would take for more
than text; a field for what is not known.

Sources. BibTeX: O. Patashnik, BibTeXing (1988): fields of @misc and @techreport, braces counted even after a backslash,
`and` between names. RIS: Reference Manager, RIS Format Specifications (2011): six signs of tag, CR LF, no asterisk in
names, `YYYY/MM/DD/other` in DA. CSL-JSON: citation-style-language/schema, csl-data.json 1.0.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import orjson

from acervo.site import dates
from acervo.site.citations.work import Person, Sort, Work, line

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RIS = {
    Sort.SESSION: "GEN",
    Sort.RECORDING: "VIDEO",
    Sort.REPORT: "RPRT",
    Sort.DOCUMENT: "GEN",
    Sort.LAW: "STAT",
}
_CSL = {
    Sort.SESSION: "speech",
    Sort.RECORDING: "speech",
    Sort.REPORT: "report",
    Sort.DOCUMENT: "document",
    Sort.LAW: "legislation",
}
_TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "$&#%_"},
})  # fmt: skip
_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
_SPLITS = re.compile(r",|\band\b", re.IGNORECASE)
"""What parts a name in BibTeX, unless it is within braces."""
_DOUBTS = {"?": "Fecha dudosa", "~": "Fecha aproximada"}


def bibtex(work: Work) -> str:
    """Write an entry of BibTeX; accents stay as they are."""
    institution, day = line(work.institution), work.date.start if work.date else None
    report = work.sort is Sort.REPORT and bool(institution)
    people = " and ".join(_tex_person(person) for person in work.authors)
    author = people or (f"{{{_tex(institution)}}}" if institution and work.sort is not Sort.LAW else "")
    fields = {
        "author": author,
        "title": f"{{{_tex(work.title)}}}",
        "year": str(day.year) if day else "",
        "month": _MONTHS[day.month - 1] if day and day.month else "",
        "day": str(day.day) if day and day.day else "",
        "type" if report else "howpublished": _tex(work.described),
        "institution" if report else "organization": _tex(institution if report else work.issuer),
        "series": _tex(work.series),
        "address": _tex(work.place),
        "url": work.url.translate(_ADDRESS),
        "note": _tex(". ".join(filter(None, (_about_date(work), work.elsewhere)))),
    }
    rows = (f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items() if value)
    return f"@{'techreport' if report else 'misc'}{{{work.key},\n" + ",\n".join(rows) + "\n}"


def ris(work: Work) -> str:
    """Write a record of RIS, its lines ended by CR LF."""
    names = [", ".join(filter(None, (line(one.family), line(one.given)))) for one in work.authors]
    if not names and work.institution and work.sort is not Sort.LAW:
        names = [line(work.institution)]
    rows = [
        ("TY", _RIS[work.sort]),
        *(("AU", name.replace("*", " ")) for name in names),
        ("TI", line(work.title)),
        ("PY", str(work.date.year) if work.date else ""),
        ("DA", _ris_date(work)),
        ("M3", line(work.described)),
        ("T2", line(work.series)),
        ("PB", line(work.issuer)),
        ("CY", line(work.place)),
        ("LA", line(work.language)),
        ("DB", line(work.site)),
        ("N1", line(work.elsewhere)),
        ("UR", line(work.url)),
    ]
    return "".join([f"{tag}  - {value}\r\n" for tag, value in rows if value]) + "ER  - \r\n"


def csl_json(work: Work) -> str:
    """Write a list of one item of CSL-JSON."""
    session = work.sort in (Sort.SESSION, Sort.RECORDING)
    authors = [_csl_person(person) for person in work.authors]
    if not authors and work.institution and work.sort is not Sort.LAW:
        authors = [{"literal": line(work.institution)}]
    item: dict[str, Any] = {
        "id": work.key,
        "type": _CSL[work.sort],
        "title": line(work.title),
        "author": authors,
        "issued": _csl_date(work),
        "genre": line(work.kind),
        "medium": work.medium,
        "event-title" if session else "collection-title": line(work.series),
        "event-place": line(work.place),
        "publisher": line(work.issuer),
        "source": line(work.site),
        "language": line(work.language),
        "note": line(work.elsewhere),
        "URL": work.url,
    }
    return orjson.dumps([{name: value for name, value in item.items() if value}]).decode()


@lru_cache(maxsize=16_384)
def _tex(text: str) -> str:
    return line(text).translate(_TEX)


def _tex_person(person: Person) -> str:
    parts = (_whole(_tex(part)) for part in person if part)
    return ", ".join(parts)


def _whole(part: str) -> str:
    return f"{{{part}}}" if _SPLITS.search(part) else part


def _csl_person(person: Person) -> dict[str, str]:
    named = {"family": line(person.family), "given": line(person.given)}
    return {name: value for name, value in named.items() if value}


def _about_date(work: Work) -> str:
    """Say what a lone day cannot: a doubt, or the end of a stretch of days."""
    if work.date is None:
        return ""
    if work.date.start != work.date.end:
        words = dates.in_words(work.date.text)
        return words[0].upper() + words[1:]
    return _DOUBTS.get(work.date.start.doubt, "")


def _ris_date(work: Work) -> str:
    if work.date is None:
        return ""
    year, *rest = work.date.start.iso.split("-")
    month, day = (*rest, "", "")[:2]
    about = _about_date(work).replace("/", "-")
    return f"{year}/{month}/{day}/{about}" if rest or about else ""


def _csl_date(work: Work) -> dict[str, Any]:
    if work.date is None:
        return {}
    ends: Iterable[Any] = (work.date.start, work.date.end) if work.date.start != work.date.end else (work.date.start,)
    doubt = work.date.start.doubt or work.date.end.doubt
    parts = [[int(part) for part in day.iso.split("-")] for day in ends]
    return {"date-parts": parts, **({"circa": True} if doubt else {})}
