"""A fictional announcement and what surrounds it, for the tests of this folder."""

from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from acervo.outreach.announcement import Announcement, Guest, Signup, Tone
from acervo.records.models.session import EventStatus
from acervo.site.render import environment

TEMPLATES = Path(__file__).parents[2] / "overrides" / "acervo"
CLARA = Guest("Clara de la Cruz Ejemplo", "Ponente", "Investigadora", "Universidad de la Prueba")
LUNA = Guest("Luna Ejemplo Ficticia", "Moderación", "Subdirectora", "Instituto Ficticio")
TALK = Announcement(
    id="2026-cuidados",
    title="Cuidados: quién cuida a quienes cuidan",
    kind="Conferencia",
    feminine=True,
    series="Ciclo Luna de Ejemplo",
    institution="Unidad de Igualdad de Ejemplo",
    iso="2026-05-25",
    day="lunes 25 de mayo de 2026",
    short_day="lun 25 may",
    start="11:00",
    end="13:00",
    modality="En línea",
    place="",
    guests=(CLARA, LUNA),
    summary="Qué cambia cuando el cuidado se reparte.",
    audience="Público en general",
    requirements="Ninguno",
    accessibility=("Subtítulos en vivo",),
    signup=Signup("https://unidad.ifp.example.org/registro", "", "domingo 24 de mayo de 2026, 18:00 h", ""),
    entrance=None,
    private=False,
    status=EventStatus.SCHEDULED,
    reason="",
    previous="",
    held=False,
    recorded=False,
    page="https://acervo.example/archivo/conferencias/2026-cuidados/",
    short="https://acervo.example/archivo/c/k7m2pq/",
    site="Acervo de ejemplo",
    tone=Tone("Estimadas y estimados colegas:", "Les esperamos.", "Unidad de Igualdad de Ejemplo", ("#LunaDeEjemplo",)),
)
LONG_TITLE = (
    "Experiencias, desafíos y aprendizajes en la construcción de protocolos para prevenir, atender y sancionar el "
    "hostigamiento y el acoso en los congresos locales, los organismos autónomos y los ayuntamientos que no existen, "
    "hacia una red inventada de enlaces con presupuesto y con facultades ficticias"
)
HOSTILE_TITLES = (
    "<script>alert('x')</script> & \"comillas\" ]]>",
    "Línea\r\nBcc: alguien@ejemplo.example\r\n\r\nCuerpo",
    "Vuelta \u202eotnemivom\u202c y \u2066caja\u2069 y sin\u200bancho",
    "Merienda 🍊🍊 para todas 👩🏽‍🏫",
    "Supercalifragilísticoespialidoso" * 9,
    "*negritas* _cursivas_ ~tachado~ `código`",
    "%s {{ 7 * 7 }} {% raw %} \\N{BULLET} \\n",
    "日本語の題",
)
CANCELLED = replace(TALK, status=EventStatus.CANCELLED, reason="Sesión extraordinaria.")
POSTPONED = replace(TALK, status=EventStatus.POSTPONED)
MOVED = replace(TALK, status=EventStatus.RESCHEDULED, previous="lunes 18 de mayo de 2026")
RECORDED = replace(TALK, held=True, recorded=True)


def templates() -> Environment:
    """Return the environment of the real templates."""
    return environment(FileSystemLoader(TEMPLATES))
