"""A small fictional archive in a temporary folder, and what the Markdown of a comment would do on the forge."""

import re
from pathlib import Path

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options

from acervo.forge.questions import questions
from acervo.publishing.theme import Project

TOPIC = """\
linternas:
  title: Linternas
  summary: Lo ficticio.
  sources:
    - title: Boletín ficticio
  updated: 2026-11-20
"""
PERSON = """\
title: Inés Prueba y Campo
given_name: Inés
family_name: Prueba y Campo
sources:
  - title: Boletín ficticio
updated: 2026-11-20
"""
TALK = """\
title: Charla ficticia de mayo
date: 2026-05-25
summary: Una charla que nadie dio.
people:
  - person: ines-prueba
sources:
  - title: Boletín ficticio
updated: 2026-11-20
"""
RECORDS = {"topics.yml": TOPIC, "speakers/ines-prueba.yml": PERSON, "conferences/2026-charla.yml": TALK}
ACTING = re.compile(
    r"(?<![\w`])@\w|(?<!\w)#\d|GH-\d|https?://|www\.\w|\b[0-9a-f]{7,40}\b|[\w.]@[\w.]|mailto:|xmpp:", re.IGNORECASE
)
TAGS = frozenset(["html", "head", "body", "p", "strong", "em", "ul", "li", "code", "pre", "a", "h2", "h3", "details",
                  "summary", "input", "br"])  # fmt: skip


def write(folder: Path, records: dict[str, str]) -> Path:
    """Write a data folder; return it."""
    for name, text in records.items():
        place = folder / "data" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder / "data"


def project(folder: Path, records: dict[str, str] = RECORDS) -> Project:
    data = write(folder, records)
    return Project(
        config=folder / "mkdocs.yml",
        content=folder / "content",
        overrides=folder / "overrides",
        data=data,
        site=folder / "site",
        cache=folder / ".acervo",
    )


def body(kind: str, told: dict[str, str]) -> str:
    """Return the body that GitHub makes of the answers to a form, by the ids of its questions."""
    return "".join(f"### {one.label}\r\n\r\n{told.get(one.id, '_No response_')}\r\n\r\n" for one in questions(kind))


def living(markdown: str, links: frozenset[str] = frozenset()) -> list[str]:
    """Return what of a comment would act on the forge, besides our own links and tags."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    found = []

    def walk(node, inside_code):
        if not isinstance(node.tag, str):
            found.extend(
                f"<!--{node.text}-->" for _ in range(1) if f"<!--{node.text}-->\n" != markdown[: len(node.text) + 8]
            )
            return
        if node.tag not in TAGS or (set(node.attrib) - {"href", "lang", "type", "disabled", "checked"}):
            found.append(f"<{node.tag} {dict(node.attrib)}>")
        if node.tag == "a" and node.attrib.get("href") not in links:
            found.append(f"a {node.attrib.get('href')}")
        quiet = inside_code or node.tag in ("code", "pre", "a")
        if not quiet:
            found.extend(ACTING.findall(node.text or ""))
        for child in node:
            walk(child, quiet)
            if not quiet:
                found.extend(ACTING.findall(child.tail or ""))

    walk(tree, False)
    return found
