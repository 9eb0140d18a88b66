"""Examples of what can be wrong in a text before it is a record: its size, its YAML, its signs.

In: nothing. Out: `WRITTEN`. Never: logic.
"""

from acervo.guide.example import Example, Unshown, conference, unprintable

_LONG = "title: Cuidar\ndescription: " + "Cuidar también es trabajo. " * 8_000

WRITTEN: dict[str, Example | Unshown] = {
    # The file
    "too_big": unprintable(
        "una ficha con un libro entero en `description`.",
        _LONG,
        "title: Cuidar\nresources:\n  - title: El libro completo\n    url: https://ejemplo.example/libro.pdf",
    ),
    "encoding": unprintable(
        "la ficha `title: Género y cuidados`, guardada como «Unicode» (UTF-16).",
        "title: Género y cuidados\n".encode("utf-16"),
        "title: Género y cuidados",
        "la misma ficha, guardada como UTF-8.",
    ),
    "empty": conference("# Falta escribir esta ficha", "title: Cuidar"),
    "top_list": conference("- title: Cuidar", "title: Cuidar"),
    "top_text": conference("Cuidar también es trabajo", "title: Cuidar también es trabajo"),
    "unreadable": conference("title: Cuidar\ntopics: [", "title: Cuidar\ntopics: [cuidados]"),
    "too_deep": conference("title: [[[[[[[[[[[[Cuidar]]]]]]]]]]]]", "title: Cuidar"),
    "too_many": unprintable(
        "una ficha con veinte mil temas.",
        f"title: Cuidar\ntopics: [{'a, ' * 20_000}a]",
        "title: Cuidar\ntopics: [cuidados]",
    ),
    # YAML
    "tab": conference("title: Cuidar\ntopics:\n\t- cuidados", "title: Cuidar\ntopics:\n  - cuidados"),
    "colon": conference("title: Cuidar: una mirada", 'title: "Cuidar: una mirada"'),
    "glued_colon": conference("title:Cuidar\nsummary: Trata de algo.", "title: Cuidar\nsummary: Trata de algo."),
    "glued_dash": conference("title: Cuidar\ntopics:\n  -cuidados", "title: Cuidar\ntopics:\n  - cuidados"),
    "no_colon": conference("title: Cuidar\ntambién es trabajo", "title: Cuidar\n  también es trabajo"),
    "dash_inside": conference("title: Cuidar\ntopics: - cuidados", "title: Cuidar\ntopics:\n  - cuidados"),
    "indent": conference("title: Cuidar\n  summary: Trata de algo.", "title: Cuidar\nsummary: Trata de algo."),
    "bracket": conference("title: Cuidar\ntopics: [cuidados", "title: Cuidar\ntopics: [cuidados]"),
    "quotes": conference('title: "Cuidar" también', "title: '\"Cuidar\" también'"),
    "quote_open": conference('title: "Cuidar\nsummary: Trata de algo.', 'title: "Cuidar"\nsummary: Trata de algo.'),
    "escape": conference('title: "Cuidar \\ideas"', "title: 'Cuidar \\ideas'"),
    "sign": conference("title: @cuidar", 'title: "@cuidar"'),
    "misplaced_sign": conference("title: ]Cuidar", 'title: "]Cuidar"'),
    "directive": conference("%YAML 1.2\n---\ntitle: Cuidar", "title: Cuidar"),
    "documents": Example(
        wrong={"data/conferences/2026-cuidar.yml": "title: Cuidar\n---\ntitle: Trabajar"},
        right={
            "data/conferences/2026-cuidar.yml": "title: Cuidar",
            "data/conferences/2026-trabajar.yml": "title: Trabajar",
        },
    ),
    "key_shape": conference("title:\n  [Cuidar]: una mirada", 'title: "[Cuidar]: una mirada"'),
    "duplicate": conference("title: Cuidar\ntitle: Trabajar", "title: Cuidar y trabajar"),
    "merge_key": conference("title: Cuidar\n<<: otra", "title: Cuidar"),
    "null": conference("title: Cuidar\ndate: null", "title: Cuidar"),
    "empty_item": conference("title: Cuidar\ntopics:\n  - cuidados\n  -", "title: Cuidar\ntopics:\n  - cuidados"),
    "hash": conference("title: Cuidar #DíaNaranja", 'title: "Cuidar #DíaNaranja"'),
    "hash_line": conference(
        "title: Cuidar\nsummary: Se anunció con\n  #DíaNaranja",
        'title: Cuidar\nsummary: "Se anunció con #DíaNaranja"',
    ),
    # Signs
    "control": conference("title: Cuidar\u202e hoy", "title: Cuidar hoy"),
    "odd_blank": conference("title:\u00a0Cuidar", "title: Cuidar"),
    "invisible": conference("title: Cui\u200bdar", "title: Cuidar"),
    "mixed_script": conference("title: Gén\u0435ro", "title: Género"),
    "garbled": conference("title: GÃ©nero", "title: Género"),
}
