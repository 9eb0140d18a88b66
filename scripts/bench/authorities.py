"""What the synthetic conferences refer to: people, institutions, series, networks, topics.

In: dice and numbers. Out: records as plain dictionaries, and their ids.
Never: names a person or a body that exists.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bench import prose
from bench import vocabulary as words
from bench.chance import Dice, Ranks
from bench.sheet import Item, Value

TOPICS, BROADEST_TOPICS, INSTITUTIONS, SERIES, NETWORKS = 40, 8, 20, 12, 8
FIRST_YEAR, YEARS = 2010, 15
HOST = "https://acervo-sintetico.example"
REVIEWED = "2025-06-30"

Sheet = dict[str, Value]


class Person(NamedTuple):
    """A person of the archive."""

    id: str
    given: str
    family: str
    office: str
    institution: str


def institution(number: int) -> str:
    """Return the id of an institution, from 0."""
    return f"institucion-sintetica-{number + 1:02}"


def series(number: int) -> str:
    """Return the id of a series, from 0."""
    return f"ciclo-sintetico-{number + 1:02}"


def network(number: int) -> str:
    """Return the id of a network, from 0."""
    return f"red-sintetica-{number + 1:02}"


def topic(number: int) -> str:
    """Return the id of a topic, from 0."""
    return prose.slug(words.SUBJECTS[number].split(" ", 1)[1], 60)


def attested(dice: Dice, sources: int) -> Sheet:
    """Return the fields by which every record ends: its sources and the day of its last review."""
    pages = [dice.below(100_000) for _ in range(sources)]
    cited: list[Item] = [
        {
            "title": f"Nota sintética {page}",
            "url": f"{HOST}/notas/{page:05}/",
            "publisher": "Gaceta Sintética",
            "accessed": REVIEWED,
        }
        for page in pages
    ]
    return {"sources": cited, "updated": REVIEWED}


def people(dice: Dice, count: int) -> list[Person]:
    """Make different people; no two have the same names, be it in another order."""
    found: dict[tuple[str, frozenset[str]], Person] = {}
    bodies = Ranks(dice, INSTITUTIONS, 2)
    while len(found) < count:
        given, one, other = dice.one(words.GIVEN_NAMES), dice.one(words.SURNAMES), dice.one(words.SURNAMES)
        names = given, frozenset((one, other))
        if one == other or names in found:
            continue
        id_, family = prose.slug(f"{given} {one} {other}", 80), f"{one} {other}"
        found[names] = Person(id_, given, family, dice.one(words.OFFICES), institution(bodies.one()))
    return list(found.values())


def person_sheet(dice: Dice, person: Person) -> Sheet:
    """Return the record of a person."""
    year = str(FIRST_YEAR + dice.below(YEARS))
    offices: list[Item] = [{"title": person.office, "institution": person.institution, "seen": year}]
    if dice.hit(0.3):
        offices.append({"title": dice.one(words.OFFICES), "institution": institution(dice.below(INSTITUTIONS))})
    return {
        "title": f"{person.given} {person.family}",
        "given_name": person.given,
        "family_name": person.family,
        "summary": prose.contracted(f"Persona sintética, no existe. Se ocupa de {prose.subject(dice)}."),
        "offices": offices,
        **attested(dice, 1),
    }


def institution_sheet(dice: Dice, number: int) -> Sheet:
    """Return the record of an institution; all but the first belong to the first."""
    return {
        "title": f"{words.BODIES[number % len(words.BODIES)]} para la medición {number + 1} (sintética)",
        "acronym": f"SIN{number + 1:02}",
        "level": ("federal", "state", "municipal", "academic")[number % 4],
        "parent": institution(0) if number else "",
        "place": {"name": "Localidad sintética", "state": words.STATES[number % len(words.STATES)]},
        "summary": prose.summary(dice),
        **attested(dice, 1),
    }


def series_sheet(dice: Dice, number: int) -> Sheet:
    """Return the record of a series."""
    return {
        "title": f"Ciclo sintético {number + 1} sobre {prose.subject(dice)}",
        "institution": institution(number),
        "recurrence": "Cada mes",
        "period": str(FIRST_YEAR),
        "summary": prose.summary(dice),
        "description": prose.description(dice),
        "topics": [topic(number)],
        "defaults": {"language": "es"},
        **attested(dice, 1),
    }


def network_sheet(dice: Dice, number: int) -> Sheet:
    """Return the record of a network."""
    return {
        "title": f"Red sintética {number + 1} para {prose.subject(dice)}",
        "institution": institution(number),
        "members": [institution((number + step) % INSTITUTIONS) for step in range(1, 5)],
        "summary": prose.summary(dice),
        "curriculum": [{"title": dice.one(words.SUBJECTS)} for _ in range(3)],
        "sections": [{"title": "Método", "text": prose.description(dice)}],
        **attested(dice, 1),
    }


def topic_sheets(dice: Dice) -> Iterator[tuple[str, Sheet]]:
    """Yield id and record of every topic."""
    for number in range(TOPICS):
        title = words.SUBJECTS[number].split(" ", 1)[1]
        yield (
            topic(number),
            {
                "title": title[0].upper() + title[1:],
                "broader": topic(number % BROADEST_TOPICS) if number >= BROADEST_TOPICS else "",
                "summary": prose.summary(dice),
                **attested(dice, 1),
            },
        )
