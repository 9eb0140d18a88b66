"""Examples of one field that does not hold what belongs there.

In: nothing. Out: `FIELD`. Never: logic.
"""

from acervo.guide.example import Example, Unshown, conference, of, unprintable

_SIGN_UP = "title: Cuidar\nregistration:\n  url: https://ejemplo.example/registro\n  "
_RECORDING = "title: Cuidar\nrecording:\n  state: published\n  youtube: "
_SOURCE = "title: Cuidar\nsources:\n  - title: Nota de ejemplo\n    url: "
_PLAN = "title: Plan de ejemplo\nplan:\n  budget:\n    amount: "
_PLACE = "title: Red de ejemplo\nplace:\n  name: Villa Ejemplo\n  state: "


def _patterns(wrong: str, right: str) -> Example:
    before = "title: Ciclo de ejemplo\ntitle_patterns:\n  - "
    return of("series", f'{before}"{wrong}"', f'{before}"{right}"')


def _day(wrong: str, right: str) -> Example:
    return conference(f"title: Cuidar\ndate: {wrong}", f"title: Cuidar\ndate: {right}")


def _hour(wrong: str, right: str) -> Example:
    return conference(f"title: Cuidar\nstart_time: {wrong}", f"title: Cuidar\nstart_time: {right}")


FIELD: dict[str, Example | Unshown] = {
    "missing": conference(
        "summary: Trata de los cuidados.", "title: Cuidar\nsummary: Trata de los cuidados.", lacks=("title",)
    ),
    "unknown_field": conference("titulo: Cuidar", "title: Cuidar", lacks=("title",)),
    "not_fields": conference("title: Cuidar\nrecording: published", f"{_RECORDING}aB3_dEfGh-w"),
    "not_list": conference("title: Cuidar\ntopics: cuidados", "title: Cuidar\ntopics:\n  - cuidados"),
    "not_text": conference("title:\n  es: Cuidar", "title: Cuidar"),
    "choice": conference("title: Cuidar\nmodality: por internet", "title: Cuidar\nmodality: virtual"),
    "list_empty": of(
        "routes",
        "title: Ruta de los cuidados\nsteps: []",
        "title: Ruta de los cuidados\nsteps:\n  - conference: 2024-cuidar",
    ),
    "list_long": unprintable(
        "una ficha con 501 temas.",
        f"title: Cuidar\ntopics: [{'cuidados, ' * 500}cuidados]",
        "title: Cuidar\ntopics: [cuidados]",
    ),
    "text_long": unprintable(
        "una ficha con todo el resumen en `title`.",
        f"title: {'Cuidar también es trabajo. ' * 12}",
        "title: Cuidar\nsummary: Cuidar también es trabajo.",
    ),
    "text_shape": of("networks", f"{_PLACE}Quintana Roo", f"{_PLACE}ROO"),
    "line_break": conference("title: |\n  Cuidar\n  también es trabajo", "title: >-\n  Cuidar\n  también es trabajo"),
    "date_shape": _day("25 de mayo de 2024", "2024-05-25"),
    "date_impossible": _day("2024-02-30", "2024-02-29"),
    "date_year": _day("1824", "2024"),
    "date_order": _day("2024-05/2024-01", "2024-01/2024-05"),
    "date_whole": conference("title: Cuidar\nupdated: 2026-11", "title: Cuidar\nupdated: 2026-11-20"),
    "time_shape": _hour("11 am", "11:00"),
    "time_zone": _hour("17:00 UTC", "11:00"),
    "day_time_shape": conference(f"{_SIGN_UP}closes: 20 de mayo", f"{_SIGN_UP}closes: 2026-05-20 18:00"),
    "count_shape": conference(f"{_SIGN_UP}places: ciento veinte", f"{_SIGN_UP}places: 120"),
    "amount_shape": of("documents", f"{_PLAN}mil pesos", f"{_PLAN}1000.00"),
    "moment_shape": conference(
        "title: Cuidar\nrecording:\n  chapters:\n    - start: al final\n      title: Preguntas",
        "title: Cuidar\nrecording:\n  chapters:\n    - start: 1:02:30\n      title: Preguntas",
    ),
    "url_shape": conference(f"{_SOURCE}www.ejemplo.example", f"{_SOURCE}https://www.ejemplo.example/"),
    "url_userinfo": conference(f"{_SOURCE}https://ana@ejemplo.example/", f"{_SOURCE}https://ejemplo.example/"),
    "video_shape": conference(f"{_RECORDING}https://youtu.be/aB3_dEfGh-w", f"{_RECORDING}aB3_dEfGh-w"),
    "channel_shape": of(
        "series",
        'title: Ciclo de ejemplo\nchannel: "@canal-de-ejemplo"',
        "title: Ciclo de ejemplo\nchannel: UCaaaaaaaaaaaaaaaaaaaaaa",
    ),
    "pattern_brace": _patterns("Ciclo Luna: {title", "Ciclo Luna: {title}"),
    "pattern_place": _patterns("Ciclo Luna: {titulo}", "Ciclo Luna: {title}"),
    "pattern_title": _patterns("Ciclo Luna: {date}", "Ciclo Luna: {date} | {title}"),
    "pattern_twice": _patterns("{title} | {date} | {date}", "{title} | {date} | {anything}"),
    "pattern_glued": _patterns("{title}{date}", "{title} | {date}"),
    "flag_shape": conference("title: Cuidar\ndraft: quizá", "title: Cuidar\ndraft: true"),
    "id_shape": conference(
        "title: Cuidar\ninstitution: Oficina de ejemplo", "title: Cuidar\ninstitution: oficina-ejemplo"
    ),
}
