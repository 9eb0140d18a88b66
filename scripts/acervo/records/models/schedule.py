"""The recurrence of a series as data: its rule, what departs from it, and how many sessions were planned a year.

In: nothing. Out: frozen models. Never: computes a date (see `archive.recurrence`).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from acervo.records.models.fields import Choice, Count, Line, Paragraph, Part, Time, WholeDay, field, several


class Frequency(Choice):
    """How often (RFC 5545, FREQ)."""

    MONTHLY = "monthly", "Cada mes"
    WEEKLY = "weekly", "Cada semana"
    YEARLY = "yearly", "Cada año"


class Weekday(Choice):
    """A day of the week (RFC 5545, BYDAY)."""

    MONDAY = "monday", "Lunes"
    TUESDAY = "tuesday", "Martes"
    WEDNESDAY = "wednesday", "Miércoles"
    THURSDAY = "thursday", "Jueves"
    FRIDAY = "friday", "Viernes"
    SATURDAY = "saturday", "Sábado"
    SUNDAY = "sunday", "Domingo"

    @property
    def number(self) -> int:
        """Return the day's place in the week, from 0 for Monday, as Python and dateutil count."""
        return list(Weekday).index(self)


class OnWeekend(Choice):
    """What happens when the rule gives a Saturday or a Sunday."""

    KEEP = "keep", "Se queda en su día"
    PREVIOUS = "previous_working_day", "Pasa al viernes anterior"
    NEXT = "next_working_day", "Pasa al lunes siguiente"

    def kept(self, day: date) -> date:
        """Return the day on which a day of the rule is kept, never farther than `FARTHEST`."""
        return day + timedelta(days=_MOVES[self].get(day.weekday(), 0))


FARTHEST = timedelta(days=2)
"""From a Sunday to its Friday, or from a Saturday to its Monday."""
_MOVES: Mapping[OnWeekend, Mapping[int, int]] = {
    OnWeekend.KEEP: {}, OnWeekend.PREVIOUS: {5: -1, 6: -2}, OnWeekend.NEXT: {5: 2, 6: 1},
}  # fmt: skip
"""How many days a Saturday (5) and a Sunday (6) are moved."""


class Deviation(Part):
    """A date of the rule on which something else was decided."""

    on: WholeDay = field("Fecha de la regla", "El día que da la regla.", "2026-12-25", required=True)
    moved_to: WholeDay | None = field(
        "Se pasó a", "El día en que se hace; si se omite, ese mes no hay.", "2026-12-11", default=None
    )
    reason: Line = field("Motivo", "Por qué, como lo dice la fuente.", "Periodo vacacional")


class Schedule(Part):
    """The rule by which the days of a series are known beforehand."""

    frequency: Frequency = field("Frecuencia", "Cada cuándo hay conferencia.", "monthly", default=Frequency.MONTHLY)
    day: Count | None = field(
        "Día del mes", "Para `monthly`, de 1 a 31; en un mes más corto, su último día.", "25", default=None
    )
    weekday: Weekday | None = field("Día de la semana", "Para `weekly`.", "wednesday", default=None)
    on_weekend: OnWeekend = field(
        "Si cae en fin de semana", "Qué se hace entonces.", "previous_working_day", default=OnWeekend.KEEP
    )
    starts: WholeDay = field(
        "La regla rige desde", "El primer día; para `yearly`, también el día y el mes.", "2024-01-25", required=True
    )
    ends: WholeDay | None = field("La regla rige hasta", "El último día, si terminó.", "2026-12-31", default=None)
    start_time: Time = field("Hora usual de inicio", "Hora del centro de México.", "11:00")
    end_time: Time = field("Hora usual de término", "Hora del centro de México.", "13:00")
    exceptions: tuple[Deviation, ...] = several(
        "Excepciones",
        "Las fechas de la regla en que se hizo otra cosa.",
        [{"on": "2026-12-25", "moved_to": "2026-12-11", "reason": "Periodo vacacional"}],
    )


class Rule(NamedTuple):
    """What the catalogue keeps of a schedule: flat, and days as ISO text."""

    frequency: str
    day: int
    weekday: str
    on_weekend: str
    starts: str
    ends: str
    start_time: str
    end_time: str
    exceptions: tuple[tuple[str, str, str], ...]
    """The day of the rule, the one it was moved to or "", and why."""


def rule_of(schedule: Schedule) -> Rule:
    """Return what the catalogue keeps of a schedule."""
    return Rule(
        schedule.frequency.value,
        schedule.day or 0,
        schedule.weekday.value if schedule.weekday else "",
        schedule.on_weekend.value,
        schedule.starts.text,
        schedule.ends.text if schedule.ends else "",
        schedule.start_time,
        schedule.end_time,
        tuple((one.on.text, one.moved_to.text if one.moved_to else "", one.reason) for one in schedule.exceptions),
    )


class Plan(Part):
    """How many conferences were planned for a year."""

    year: Line = field("Año", "Con cuatro cifras.", "2025", required=True, pattern=r"^(19|20|21)\d{2}$")
    planned: Count = field("Programadas", "Cuántas se programaron.", "12", required=True)
    source: Line = field("Fuente del plan", "Dónde lo dice.", "Programa anual de trabajo 2025")


class Outreach(Part):
    """The tone in which a series invites."""

    greeting: Line = field("Saludo", "Con el que empieza una invitación.", "Estimadas y estimados colegas:")
    closing: Paragraph = field("Despedida", "Con la que termina.", "Les esperamos.")
    signature: Line = field("Firma", "De la institución, nunca de una persona.", "Unidad Técnica para la Igualdad")
    hashtags: tuple[Line, ...] = several("Etiquetas", "Para las redes, con su #, entre comillas.", ["#DíaNaranja"])
