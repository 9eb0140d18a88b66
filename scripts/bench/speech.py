"""What is said in synthetic recordings: words as often as in Spanish speech, as captions of a machine.

In: the files of a synthetic archive. Out: the same, with leave to publish captions, and the captions of every talk.
Never: a sentence that means anything: words fall by chance, so that only their frequencies are those of a language.

Frequencies follow Zipf–Mandelbrot: the first ranks are the commonest words of spoken Spanish, then come words of the
subject, then forms made of Spanish syllables, shorter where they are more frequent.
"""

from bisect import bisect
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from acervo.archive import captions
from acervo.archive.captions import Cue, Origin
from bench import vocabulary
from bench.chance import Dice

TALK = 30_000
"""Bytes of words of a talk."""
FORMS = 60_000
"""Different words in all."""
_FLAT, _STEEP = 2.7, 1.15
"""With these, half of what is said are the hundred commonest words, as in speech."""
_CUE, _SECONDS = 8, 3.4
"""Words of a cue and how long it takes: 140 words a minute."""

_COMMONEST = """
de la que el en y a los se no un por una las es con lo para del me como pero al más su eso ya le esto porque está
muy este hay si o esta todo también nos son tiene cuando entonces ser hacer han era ha todos bueno sí sobre tenemos
nosotras nosotros mujeres estamos vamos puede desde hacia otra así donde cada género dos mi hasta entre sin parte
derechos qué ahora igualdad decir tema años vida gracias país ley caso aquí algo personas gobierno trabajo estado
violencia hombres momento manera después antes ver tienen forma nuestras social política públicas instituciones
justicia datos siempre nunca sociedad ejemplo importante congreso derecho perspectiva niñas cuidados presupuesto
""".split()  # noqa: SIM905  # a list of a hundred quoted words would be no easier to read
_SYLLABLES = """
a ca mi na pre ción to ra les ti vo dé pro men ño gra lu fe ri co sa bi ter mu jo que sen do ma ta re per tra lle
des en in nes dor cia mos ría ble zar ga pi su no
""".split()  # noqa: SIM905  # the same


@cache
def words() -> tuple[str, ...]:
    """Return the words, the most frequent first."""
    subject = (part for phrase in vocabulary.SUBJECTS for part in phrase.split() if len(part) > 3)
    found = dict.fromkeys([*_COMMONEST, *subject])
    dice = Dice(6)
    while len(found) < FORMS:
        longest = 2 + min(3, len(found) // 4_000)
        found["".join(dice.one(_SYLLABLES) for _ in range(2 + dice.below(longest)))] = None
    return tuple(found)


@cache
def _sums() -> list[float]:
    return list(accumulate((rank + _FLAT) ** -_STEEP for rank in range(1, FORMS + 1)))


def talk(dice: Dice) -> list[str]:
    """Return the words of a talk."""
    every, sums, random = words(), _sums(), dice.random
    whole, last = sums[-1], FORMS - 1
    found: list[str] = []
    size = 0
    while size < TALK:
        some = [every[bisect(sums, random() * whole, hi=last)] for _ in range(100)]
        found += some
        size += sum(map(len, some)) + len(some)
    return found


def track(video: str, said: list[str]) -> str:
    """Return the file of captions of a talk."""
    cues = []
    for place in range(0, len(said), _CUE):
        start = int(place / _CUE * _SECONDS * 1000)
        text = " ".join(said[place : place + _CUE])
        cues.append(Cue(start, start + 3_300, text + ("." if place // _CUE % 5 == 4 else "")))
    return captions.dumps(captions.original(video, "es", Origin.AUTOMATIC, cues))


def spoken(files: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the files of an archive whose talks are all captioned, and the captions."""
    dice = Dice(8)
    for path, text in files:
        if path.startswith("conferences/"):
            head, mark, rest = text.partition("  youtube: ")
            video = rest.partition("\n")[0].strip('"')
            yield path, f"{head}  captions_permission: granted\n{mark}{rest}" if mark else text
            if mark:
                yield f"youtube/{captions.FOLDER}/{captions.file_name(video, 'es')}", track(video, talk(dice))
        else:
            yield path, text
