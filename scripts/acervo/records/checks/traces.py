"""Where the name of somebody whose page was withdrawn can still be read: what no field hides by itself.

In: the entries, and the texts of the data folder. Out: problems, with the line of the text.
Never: opens a text unless somebody was withdrawn, or asks for the names that a page hides by itself.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice

from acervo.records.catalogue.entry import Entry
from acervo.records.checks import messages
from acervo.records.problems import Problem
from acervo.records.text.words import PARTICLES, fold

_MOST = 3
"""Traces in one text that are told: whoever mends these finds the rest."""


def traces(entries: Collection[Entry], kept: Iterable[str], open_file: Callable[[str], bytes]) -> Iterator[Problem]:
    """Yield the places where the name of a withdrawn person stands, also when a line breaks within it.

    Capitals and accents do not count. kept: the paths of the texts that came from YouTube. open_file: gives the bytes
    of a path.
    """
    gone = [entry for entry in entries if entry.kind == "speakers" and entry.withdrawn]
    if not gone:
        return
    names = _names(gone, [entry for entry in entries if entry.kind == "speakers" and entry.published])
    forms = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?![\w\u0303])")  # a folded ñ is n and a tilde
    own = {entry.path for entry in gone}
    for path in sorted({*(entry.path for entry in entries), *kept} - own):
        text = fold(open_file(path).decode("utf-8", "replace"))
        for found in islice(pattern.finditer(text), _MOST):
            line = text.count("\n", 0, found.start()) + 1
            yield messages.problem("withdrawn_name", path, line, record=names[" ".join(found[0].split())])


def _names(gone: Iterable[Entry], others: Iterable[Entry]) -> dict[str, str]:
    """Return every form of the names, folded, with the path of the record.

    The first of the given names with the first surname is one, unless somebody else's name has both.
    """
    living = [fold(name) for entry in others for name in (entry.title, *entry.names)]
    found: dict[str, str] = {}
    for entry in gone:
        family, given = (fold(part).split() for part in entry.person)
        forms = [fold(entry.title), *map(fold, entry.names), " ".join((*given, *family))]
        first = next((place for place, word in enumerate(family) if word not in PARTICLES), 0)
        short = " ".join((*given[:1], *family[: first + 1]))
        if family and given and not any(f"{short} " in f"{name} " for name in living):
            forms.append(short)
        found |= dict.fromkeys((" ".join(form.split()) for form in forms if " " in form), entry.path)
    return found
