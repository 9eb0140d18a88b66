"""The ledger of addresses and the other files that the program writes: what they must say today.

In: entries, the short addresses that answer, the lines and texts that are there. Out: the text that is due; problems.
Never: takes an address out of the ledger, or writes anything.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from acervo.archive import addresses
from acervo.records.catalogue.entry import Entry, Key
from acervo.records.checks import checking, messages
from acervo.records.problems import Problem

Shorts = Mapping[str, tuple[Key, ...]]
"""Every short address that answers, with the conferences it leads to (see `announced.shorts`)."""


def due(entries: Iterable[Entry], shorts: Iterable[str], known: Iterable[str]) -> str:
    """Return the text that the ledger must have. known: every address ever published."""
    return "".join(f"{path}\n" for path in sorted({*checking.addresses(entries), *shorts, *known}))


def stale(path: str, there: str | None, wanted: str, *, of_addresses: bool = False) -> Iterator[Problem]:
    """Yield the problem of a generated file that does not say what it must; one without new addresses can wait."""
    if there != wanted:
        yield messages.problem("new_addresses" if of_addresses else "stale_file", path, command="make generate")


def astray(
    entries: Collection[Entry], shorts: Shorts, lines: Sequence[str], path: str, *, sound: bool
) -> Iterator[Problem]:
    """Yield the short addresses that lead nowhere or to two places.

    sound: whether no file has errors; where some have, only the latter can be told.
    """
    for address, keys in shorts.items():
        if len(keys) > 1:
            yield messages.problem("short_clash", path, address=address, one=keys[0][1], other=keys[1][1])
    if not sound:
        return
    drafted = {addresses.short(entry.id) for entry in entries if entry.draft}
    for number, line in enumerate(map(str.strip, lines), 1):
        if line.startswith(addresses.SHORT) and line not in shorts and line not in drafted:
            yield messages.problem("lost_short", path, number, address=line)
