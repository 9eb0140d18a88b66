"""Examples of wrong names of files and folders.

In: nothing. Out: `NAMES`. Never: logic.
"""

from acervo.guide.example import Example, Fate, Unshown, renamed

NAMES: dict[str, Example | Unshown] = {
    "file_hidden": Example(
        wrong={"data/conferences/.DS_Store": "Bud1"}, right={"data/conferences/.DS_Store": Fate.GONE}, names=True
    ),
    "file_extension": renamed("data/conferences/2026-cuidar.yaml", "data/conferences/2026-cuidar.yml"),
    "folder_unknown": renamed("data/conferencias/2026-cuidar.yml", "data/conferences/2026-cuidar.yml"),
    "folder_stray": renamed("data/2026-cuidar.yml", "data/conferences/2026-cuidar.yml"),
    "folder_inside": renamed("data/conferences/mayo/2026-cuidar.yml", "data/conferences/2026-cuidar.yml"),
    "id_name": renamed("data/conferences/Día Naranja.yml", "data/conferences/dia-naranja.yml"),
    "id_length": renamed("data/conferences/yo.yml", "data/conferences/yo-cuido.yml"),
    "id_reserved": renamed("data/conferences/2026.yml", "data/conferences/2026-cuidar.yml"),
}
