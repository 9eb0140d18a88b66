"""Examples of captions that deserve a look, or that cannot be read.

In: nothing. Out: `CAPTIONS`. Never: logic.
"""

from acervo.guide.example import PLACES, Example, Fate, Unshown, of

_FIRST = "00:00:00.000 --> 00:00:04.000\nBuenos días"
_PLACE = PLACES["captions"]
_SNAPSHOT = _PLACE.replace("captions/", "").replace(".es.vtt", ".json")
_NEWER = _PLACE.replace(".vtt", ".new.vtt")
_HASTY = "Hoy hablaremos de los cuidados."
_HEAD = "WEBVTT\nLanguage: es\n\nNOTE\nvideo: aB3_dEfGh-w\norigen: importado\nestado: revisado\n"


def _hasty(seconds: int) -> str:
    """Write the same words over and over, five times."""
    return "\n\n".join(
        f"00:00:{start:02}.000 --> 00:00:{start + seconds:02}.000\n{_HASTY}" for start in range(0, 5 * seconds, seconds)
    )


CAPTIONS: dict[str, Example | Unshown] = {
    "captions_overlap": of(
        "captions",
        f"{_FIRST}\n\n00:00:03.000 --> 00:00:06.000\nHoy hablaremos de cuidar.",
        f"{_FIRST}\n\n00:00:04.000 --> 00:00:06.000\nHoy hablaremos de cuidar.",
    ),
    "captions_fast": of(
        "captions",
        f"00:00:00.000 --> 00:00:01.000\n{_HASTY}",
        f"00:00:00.000 --> 00:00:02.000\n{_HASTY}",
    ),
    "captions_long": of(
        "captions",
        "00:00:00.000 --> 00:00:15.000\nBuenos días",
        _FIRST,
    ),
    "captions_rows": of(
        "captions",
        "00:00:00.000 --> 00:00:06.000\nBuenos días.\nHoy hablaremos\nde los cuidados.",
        "00:00:00.000 --> 00:00:02.000\nBuenos días.\n\n"
        "00:00:02.000 --> 00:00:06.000\nHoy hablaremos\nde los cuidados.",
    ),
    "captions_wide": of(
        "captions",
        "00:00:00.000 --> 00:00:06.000\nBuenos días. Hoy hablaremos de los cuidados y de quién cuida.",
        "00:00:00.000 --> 00:00:06.000\nBuenos días. Hoy hablaremos de\nlos cuidados y de quién cuida.",
    ),
    "captions_beyond": Example(
        wrong={_PLACE: f"{_FIRST}\n\n01:40:00.000 --> 01:40:04.000\nMuchas gracias."},
        right={_PLACE: f"{_FIRST}\n\n00:40:00.000 --> 00:40:04.000\nMuchas gracias."},
        beside={_SNAPSHOT: '{"id": "aB3_dEfGh-w", "duration": 3600}'},
    ),
    "captions_credit": of("captions", f"{_HEAD}\n{_FIRST}", f"{_HEAD}crédito: Ana Ejemplo\n\n{_FIRST}"),
    "captions_newer": Example(wrong={_NEWER: _FIRST}, right={_NEWER: Fate.GONE}, beside={_PLACE: _FIRST}, names=True),
    "captions_name": Example(
        wrong={"data/youtube/captions/cuidar.vtt": _FIRST},
        right={"data/youtube/captions/cuidar.vtt": Fate.GONE, _PLACE: _FIRST},
        names=True,
    ),
    "captions_more": of("captions", _hasty(1), _hasty(2), also=("captions_fast",)),
    "captions_file": of("captions", "00:00:00 --> 00:00:04\nBuenos días", _FIRST),
}
