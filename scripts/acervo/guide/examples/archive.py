"""Examples of records that do not fit together, and of files that the program writes.

In: nothing. Out: `ARCHIVE`. Never: logic.
"""

from acervo.guide.example import NONE, PLACES, Example, Fate, Files, Unshown, conference, of

_ONE, _OTHER = "data/conferences/2024-cuidar.yml", "data/conferences/2026-cuidar.yml"
_TALK, _ROUTE, _TOPICS, _LEDGER = PLACES["conferences"], PLACES["routes"], PLACES["topics"], PLACES["ledger"]
_ANA, _LIKE = "data/speakers/ana-ejemplo.yml", "data/speakers/ana-ejemplos.yml"
_OFFICE, _CYCLE, _LAW = PLACES["institutions"], PLACES["series"], "data/documents/ley-ejemplo.yml"
_TABLE, _AUGUST = (
    "data/conferences/2026-mesa-trabajo-y-cuidados.yml",
    "data/conferences/2027-agosto-justicia-y-lenguaje.yml",
)
_JUSTICE = "title: Justicia y lenguaje\ndate: 2027-08-05"
_SNAPSHOT = "data/youtube/v_ab3_defgh-w_0a2.json"
_HOUR: Files = {_SNAPSHOT: '{"id": "aB3_dEfGh-w", "duration": 3600}'}
_RECORDED = "recording:\n  state: published\n  youtube: aB3_dEfGh-w"
_LONG: Files = {**_HOUR, _ONE: f"title: Cuidar hoy\n{_RECORDED}"}
_GONE = "withdrawn:\n  date: 2026-11-20\n  reason: A petición"
_PERIOD = "title: Ciclo de ejemplo\nperiod: 2022/2024"
_SECTIONS = "title: Ley de ejemplo\nkind: law\nsections:\n  - title: Objeto\n    text: Se cuida."
_STEP = "title: Ruta de los cuidados\nsteps:\n  - "
_MET = "title: Cuidar\nseries: ciclo-ejemplo\ndate: "


def _both(first: tuple[str, str], second: tuple[str, str], right: Files, beside: Files = NONE) -> Example:
    return Example(wrong=dict((first, second)), right=right, beside=beside)


def _recorded(part: str, wrong: str, right: str) -> Example:
    before = f"title: Cuidar\n{_RECORDED}\n  {part}:\n    - start: "
    return Example(wrong={_TALK: before + wrong}, right={_TALK: before + right}, beside=_HOUR)


ARCHIVE: dict[str, Example | Unshown] = {
    "unknown_reference": conference("title: Cuidar\ntopics: [cuidado]", "title: Cuidar\ntopics: [cuidados]"),
    "refers_to_draft": _both(
        (_TALK, "title: Cuidar\npeople:\n  - person: ana-ejemplo"),
        (_ANA, "title: Ana Ejemplo\ndraft: true"),
        {_ANA: "title: Ana Ejemplo"},
    ),
    "refers_to_withdrawn": _both(
        (_TALK, "title: Cuidar\ninstitution: oficina-ejemplo"),
        (_OFFICE, f"title: Oficina de ejemplo\n{_GONE}"),
        {_TALK: "title: Cuidar"},
        {
            _CYCLE: "title: Ciclo de ejemplo\ninstitution: otra-oficina",
            "data/institutions/otra-oficina.yml": "title: Otra oficina",
        },
    ),
    "circle": of(
        "topics",
        "cuidados:\n  title: Cuidados\n  broader: trabajo\ntrabajo:\n  title: Trabajo\n  broader: cuidados",
        "cuidados:\n  title: Cuidados\n  broader: trabajo\ntrabajo:\n  title: Trabajo",
    ),
    "chapter_beyond": _recorded("chapters", "1:30:00\n      title: Preguntas", "50:30\n      title: Preguntas"),
    "passage_beyond": _recorded("passages", "1:30:00\n      topics: [cuidados]", "50:30\n      topics: [cuidados]"),
    "step_beyond": Example(
        wrong={_ROUTE: f"{_STEP}conference: 2024-cuidar\n    start: 1:30:00"},
        right={_ROUTE: f"{_STEP}conference: 2024-cuidar\n    start: 30:00"},
        beside=_LONG,
    ),
    "step_section_unknown": _both(
        (_ROUTE, f"{_STEP}document: ley-ejemplo\n    section: Objeto de la ley"),
        (_LAW, _SECTIONS),
        {_ROUTE: f"{_STEP}document: ley-ejemplo\n    section: Objeto"},
    ),
    "step_without_sections": _both(
        (_ROUTE, f"{_STEP}document: ley-ejemplo\n    section: Objeto"),
        (_LAW, "title: Ley de ejemplo\nkind: law"),
        {_ROUTE: f"{_STEP}document: ley-ejemplo"},
    ),
    "video_twice": _both(
        (_ONE, f"title: Cuidar hoy\n{_RECORDED}"),
        (_OTHER, f"title: Cuidar\n{_RECORDED}"),
        {_OTHER: f"title: Cuidar\n{_RECORDED.replace('aB3_dEfGh-w', 'iJ4-kLmNo_p')}"},
    ),
    "id_twice": Unshown(
        "No lo hay: dos archivos de una carpeta no pueden llamarse igual, y un tema repetido recibe antes "
        "`[duplicate]`. El programa lo revisa por si las fichas llegan de otra manera."
    ),
    "former_id_living": _both(
        (_ONE, "title: Cuidar hoy"),
        (_OTHER, "title: Cuidar\nformerly: [2024-cuidar]"),
        {_OTHER: "title: Cuidar"},
    ),
    "former_id_twice": _both(
        (_ONE, "title: Cuidar hoy\nformerly: [2023-cuidar]"),
        (_OTHER, "title: Cuidar\nformerly: [2023-cuidar]"),
        {_OTHER: "title: Cuidar"},
    ),
    "names_alike": _both(
        (_ANA, "title: Ana Ejemplo"),
        (_LIKE, "title: Ana Ejemplos"),
        {_LIKE: "title: Ana Ejemplos\nvariants: [Ana Ejemplo]"},
    ),
    "topics_alike": of(
        "topics",
        "cuidados:\n  title: Cuidados\nlos-cuidados:\n  title: cuidados",
        "cuidados:\n  title: Cuidados\n  formerly: [los-cuidados]",
    ),
    "before_series": _both((_TALK, f"{_MET}2021"), (_CYCLE, _PERIOD), {_TALK: f"{_MET}2023"}),
    "after_series": _both((_TALK, f"{_MET}2025"), (_CYCLE, _PERIOD), {_TALK: f"{_MET}2023"}),
    "same_series_day": _both(
        (_ONE, f"{_MET}2024-05-25"),
        (_OTHER, f"{_MET}2024-05-25"),
        {_ONE: f"{_MET}2024-05-25\nstart_time: 11:00", _OTHER: f"{_MET}2024-05-25\nstart_time: 17:00"},
    ),
    "withdrawn_name": _both(
        (_TALK, "title: Cuidar\nsummary: Habló Ana Ejemplo."),
        (_ANA, f"title: Ana Ejemplo\n{_GONE}"),
        {_TALK: "title: Cuidar\nsummary: Habló una especialista."},
    ),
    "lost_address": _both(
        (_LEDGER, "conferencias/cuidar/\nconferencias/2026-cuidar/"),
        (_TALK, "title: Cuidar"),
        {_TALK: "title: Cuidar\nformerly: [cuidar]"},
    ),
    "lost_short": Example(
        wrong={_LEDGER: "c/xfp2g5/\nconferencias/cuidar/\nconferencias/2026-cuidar/", _TALK: "title: Cuidar"},
        right={_TALK: "title: Cuidar\nformerly: [cuidar]"},
        also=("lost_address",),
    ),
    "short_clash": Example(
        wrong={_TABLE: "title: Trabajo y cuidados\ndate: 2026-12-03", _AUGUST: _JUSTICE},
        right={_AUGUST: Fate.GONE, "data/conferences/2027-justicia-y-lenguaje.yml": _JUSTICE},
    ),
    "published_draft": _both(
        (_LEDGER, "conferencias/2026-cuidar/"),
        (_TALK, "title: Cuidar\ndraft: true"),
        {_TALK: f"title: Cuidar\n{_GONE}"},
    ),
    "ledger_line": Example(
        wrong={_LEDGER: "conferencias 2026"},
        right={_LEDGER: "conferencias/2026-cuidar/"},
        beside={_TALK: "title: Cuidar"},
        also=("new_addresses",),
    ),
    "stale_file": Example(
        wrong={"data/schema/topics.json": '{"title": "Temas"}'},
        right={"data/schema/topics.json": Fate.ANEW},
    ),
    "new_addresses": Example(
        wrong={_LEDGER: "conferencias/2024-cuidar/", _TALK: "title: Cuidar"},
        right={_LEDGER: "conferencias/2024-cuidar/\nconferencias/2026-cuidar/"},
    ),
    "snapshot": Example(
        wrong={_SNAPSHOT: '{"id": "aB3_dEfGh-w", "titulo": "Cuidar"}'},
        right={_SNAPSHOT: '{"id": "aB3_dEfGh-w", "title": "Cuidar"}'},
    ),
}
