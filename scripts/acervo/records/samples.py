"""What the guide shows of each message: invented details to word it with, and records that would be told it.

In: nothing. Out: `DETAILS`, `OF_A_CODE`, `EXAMPLES`. Never: logic, or a fact of the world. Tests load every example and
expect its message.
"""

from collections.abc import Mapping
from types import MappingProxyType

CAPTIONS = "data/youtube/captions/v_aB3_dEfGh-w.es.vtt"
CAPTIONS = "data/youtube/captions/v_aB3_dEfGh-w.es.vtt"
DETAILS: Mapping[str, str | int] = MappingProxyType({
    "address": "conferencias/2024-ejemplo/", "answered": 40, "before": "12:30", "choices": "published, not_recorded",
    "circle": "uno → dos → uno", "closes": "2026-05-24 18:00", "command": "make generate", "count": 12,
    "date": "2026-05-25", "duration": "1:20:00", "end": "10:00", "fields": "title, summary, date", "first": 3,
    "folder": "conferencias", "folders": "conferences, speakers, documents", "frequency": "monthly",
    "given": "1,000", "honorific": "Dra.",
    "id": "ana-ejemplo", "invited": 30, "key": "title", "label": "Mujeres", "length": 812,
    "limit": 500, "longest": 80, "minimum": 5, "moment": "1:30:00", "n": 45, "name": "titulo",
    "number": "32", "of": "120", "one": "2024-uno", "opens": "2026-05-30 09:00", "other": "Ana Ejemplo Prueba",
    "path": "data/conferences/2024-ejemplo.yml", "period": "2022/2024", "reason": "El archivo no tiene fecha.",
    "record": "data/speakers/ana-ejemplo.yml",
    "rows": 4, "seconds": 15, "section": "Introducción", "sections": "Presentación, Conclusiones", "shape": "una lista",
    "shortest": 3, "sign": "U+200B", "size": 2_000_000, "speed": 31, "start": "11:00", "state": "not_recorded",
    "steps": "nada, poco, mucho", "sum": 38, "suggestion": "2024-ejemplo.yml", "text": "hola", "told": "2026-05-24",
    "trace": "Ã³", "value": "25 de mayo", "video": "aB3_dEfGh-w", "what": "un correo", "where": "data/speakers",
    "width": 58, "word": "Génеro", "year": "2026",
})  # fmt: skip
"""A detail of each name, as a message could have it."""

OF_A_CODE: Mapping[str, Mapping[str, str | int]] = MappingProxyType({
    "sign": {"sign": "@"}, "misplaced_sign": {"sign": "]"}, "null": {"value": "~"},
    "choice": {"value": "publicada"}, "text_shape": {"value": "Quintana Roo"},
    "date_impossible": {"value": "2024-02-30"}, "date_year": {"value": "0224"},
    "date_order": {"value": "2024-05/2024-01"}, "time_shape": {"value": "11 am"},
    "time_zone": {"value": "11:00 UTC"}, "day_time_shape": {"value": "20 de mayo, 9 h"},
    "count_shape": {"value": "1 200"}, "amount_shape": {"value": "mil pesos"},
    "moment_shape": {"value": "hora y media"}, "url_shape": {"value": "www.ejemplo.example"},
    "video_shape": {"value": "https://youtu.be/aB3_dEfGh-w"}, "channel_shape": {"value": "@canal"},
    "pattern_brace": {"value": "Conferencia {title"}, "pattern_place": {"value": "{titulo}"},
    "pattern_title": {"value": "Conferencia {date}"}, "pattern_twice": {"value": "{title} {title}"},
    "pattern_glued": {"value": "{title}{date}"}, "flag_shape": {"value": "quizá"}, "id_shape": {"value": "Ana Pérez"},
    "id_name": {"id": "Día Naranja", "suggestion": "dia-naranja"}, "id_length": {"id": "yo"},
    "id_reserved": {"id": "2024"}, "folder_inside": {"suggestion": "conferences/2024-ejemplo.yml"},
    "unknown_field": {"name": "titulo"}, "step_unknown": {"value": "muchísimo"},
    "step_order": {"value": "poco"}, "few_people": {"minimum": 5}, "text_long": {"length": 3_812, "limit": 3_000},
    "odd_blank": {"sign": "U+00A0"}, "control": {"sign": "U+202E"}, "topics_alike": {"other": "cuidados"},
    "too_big": {"limit": 200_000}, "too_deep": {"limit": 20}, "captions_newer": {"name": CAPTIONS},
    "captions_name": {"name": CAPTIONS}, "captions_more": {"path": CAPTIONS}, "lost_short": {"address": "c/4k7m9p/"},
    "short_clash": {"address": "c/4k7m9p/", "one": "2024-uno", "other": "2024-dos"},
    "figure_differs": {"text": "las 30"},
    "ledger_line": {"text": "conferencias 2024"}, "file_hidden": {"name": ".DS_Store"},
})  # fmt: skip
"""Details that fit one message better."""

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "top_list": "- title: Cuidar",
        "top_text": "Cuidar también es trabajo",
        "tab": "title: Cuidar\ntopics:\n\t- cuidados",
        "colon": "title: Cuidar: una mirada",
        "glued_colon": "title:Cuidar",
        "glued_dash": "title: Cuidar\ntopics:\n  -cuidados",
        "no_colon": "title: Cuidar\ntambién es trabajo",
        "dash_inside": "title: Cuidar\ntopics: - cuidados",
        "indent": "title: Cuidar\n  summary: Trata de algo.",
        "bracket": "title: Cuidar\ntopics: [cuidados",
        "quotes": 'title: "Cuidar" también',
        "quote_open": 'title: "Cuidar\nsummary: Trata de algo.',
        "escape": 'title: "Cuidar \\ideas"',
        "sign": "title: @cuidar",
        "misplaced_sign": "title: ]Cuidar",
        "directive": "%YAML 1.2\n---\ntitle: Cuidar",
        "documents": "title: Cuidar\n---\ntitle: Otra",
        "key_shape": "? [a, b]\n: c",
        "duplicate": "title: Cuidar\ntitle: Trabajar",
        "merge_key": "title: Cuidar\n<<: otra",
        "null": "title: Cuidar\ndate: null",
        "empty_item": "title: Cuidar\ntopics:\n  -",
        "hash": "title: Cuidar #DíaNaranja",
        "mixed_script": "title: Gén\u0435ro",
        "garbled": "title: CuidarÃ³",
        "missing": "summary: Trata de algo.",
        "unknown_field": "titulo: Cuidar",
        "not_fields": "title: Cuidar\nrecording: publicada",
        "not_list": "title: Cuidar\ntopics: cuidados",
        "not_text": "title:\n  es: Cuidar",
        "choice": "title: Cuidar\nmodality: por internet",
        "line_break": "title: |\n  Cuidar\n  también es trabajo",
        "date_shape": "title: Cuidar\ndate: 25 de mayo de 2024",
        "date_impossible": "title: Cuidar\ndate: 2024-02-30",
        "date_year": "title: Cuidar\ndate: 1824",
        "date_order": "title: Cuidar\ndate: 2024-05/2024-01",
        "date_whole": "title: Cuidar\nupdated: 2026-11",
        "time_shape": "title: Cuidar\nstart_time: 11 am",
        "time_zone": "title: Cuidar\nstart_time: 11:00 UTC",
        "day_time_shape": "title: Cuidar\nregistration:\n  url: https://ejemplo.example/registro\n  closes: 20 de mayo",
        "count_shape": "title: Cuidar\nregistration:\n  url: https://ejemplo.example/registro\n  places: muchos",
        "moment_shape": "title: Cuidar\nrecording:\n  chapters:\n    - start: al final\n      title: Preguntas",
        "url_shape": "title: Cuidar\nsources:\n  - title: Nota\n    url: www.ejemplo.example",
        "url_userinfo": "title: Cuidar\nsources:\n  - title: Nota\n    url: https://ana@ejemplo.example/",
        "video_shape": "title: Cuidar\nrecording:\n  youtube: https://youtu.be/aB3_dEfGh-w",
        "flag_shape": "title: Cuidar\ndraft: quizá",
        "id_shape": "title: Cuidar\ninstitution: Senado de la República",
        "no_source": "title: Cuidar\nsummary: Trata de algo.",
        "withdrawn_draft": "title: Cuidar\ndraft: true\nwithdrawn:\n  date: 2026-05-25\n  reason: Así se pidió.",
        "end_without_start": "title: Cuidar\nend_time: 13:00",
        "end_before_start": "title: Cuidar\nstart_time: 13:00\nend_time: 11:00",
        "published_nowhere": "title: Cuidar\nrecording:\n  state: published",
        "unpublished_somewhere": "title: Cuidar\nrecording:\n  state: not_recorded\n  youtube: aB3_dEfGh-w",
        "chapter_order": "title: Cuidar\nrecording:\n  chapters:\n    - start: 12:30\n"
        "      title: Preguntas\n    - start: 1:00\n      title: Inicio",
        "passage_end": "title: Cuidar\nrecording:\n  passages:\n"
        "    - start: 12:30\n      end: 10:00\n      topics: [cuidados]",
        "passage_article": "title: Cuidar\nrecording:\n  passages:\n    - start: 12:30\n      article: 4",
        "passage_empty": "title: Cuidar\nrecording:\n  passages:\n    - start: 12:30",
        "previous_unexplained": "title: Cuidar\ndate: 2026-06-25\nprevious_dates: [2026-05-25]",
        "rescheduled_nowhere": "title: Cuidar\nstatus: rescheduled\nprevious_dates: [2026-05-25]",
        "rescheduled_from_nowhere": "title: Cuidar\ndate: 2026-06-25\nstatus: rescheduled",
        "rescheduled_same": "title: Cuidar\ndate: 2026-05-25\nstatus: rescheduled\nprevious_dates: [2026-05-25]",
        "cancelled_published": "title: Cuidar\nstatus: cancelled\nrecording:\n"
        "  state: published\n  youtube: aB3_dEfGh-w",
        "window_order": "title: Cuidar\nregistration:\n  url: https://ejemplo.example/\n"
        "  opens: 2026-05-20 09:00\n  closes: 2026-05-10 09:00",
        "registration_late": "title: Cuidar\ndate: 2026-05-25\nregistration:\n"
        "  url: https://ejemplo.example/\n  closes: 2026-05-30 09:00",
        "access_nowhere": "title: Cuidar\naccess:\n  platform: Ejemplo",
        "access_exposed": "title: Cuidar\naccess:\n  url: https://ejemplo.example/sala\n  private: true",
        "access_without_day": "title: Cuidar\naccess:\n  url: https://ejemplo.example/sala",
        "access_another_day": "title: Cuidar\ndate: 2026-05-25\nstart_time: 11:00\n"
        "access:\n  url: https://ejemplo.example/sala\n  opens: 2026-06-01 09:00",
    }
)
"""The beginning of a conference's record that is told the message; what it lacks besides is left out."""
