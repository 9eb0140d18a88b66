"""Which conferences are being announced, and the short addresses by which they are.

In: the archive, the ledger of addresses. Out: conferences, and short addresses with where they lead.
Never: gives a short address to what nobody announces: ten thousand more pages would double the time of a build.

A conference gets its short address when it is to come. `acervo generate` writes it into the ledger then, and from that
day on it answers for ever, whatever becomes of the conference and of its id.
"""

from collections.abc import Iterable
from itertools import islice

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.life import session
from acervo.archive.occasion import CALLED_OFF, has_days
from acervo.records.catalogue.entry import Key

MOST = 6
"""How many conferences the site helps to announce at a time: card and poster of one cost half a second."""


def announced(archive: Archive) -> dict[Key, str]:
    """Return the conferences to come whose day is known, the soonest first, each with its short address."""
    entries = archive.entries
    return {key: addresses.short(key[1]) for key in archive.upcoming if has_days(entries[key].date)}


def near(archive: Archive) -> dict[Key, str]:
    """Return the first of them: their pages help whoever announces them."""
    return dict(islice(announced(archive).items(), MOST))


def pictured(archive: Archive) -> tuple[Key, ...]:
    """Return those of the first whose card and poster the site offers: the ones that were not called off."""
    return tuple(key for key in near(archive) if session(archive.entries[key]).status not in CALLED_OFF)


def shorts(archive: Archive, ledger: Iterable[str]) -> dict[str, tuple[Key, ...]]:
    """Return every short address that answers, with the conferences it leads to: more than one is a clash.

    ledger: every address ever published.
    """
    coming = announced(archive)
    wanted = {line for line in map(str.strip, ledger) if line.startswith(addresses.SHORT)} | set(coming.values())
    if not wanted:
        return {}
    found: dict[str, tuple[Key, ...]] = {}
    for key, entry in archive.entries.items():
        if key[0] == "conferences":
            for path in {addresses.short(id_) for id_ in (entry.id, *entry.formerly)} & wanted:
                found[path] = (*found.get(path, ()), key)
    return found
