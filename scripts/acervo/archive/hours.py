"""Central Mexico time: the days and hours that records tell, as instants of the whole world.

In: a day and an hour as text. Out: instants in UTC. Never: reads the clock, or knows which zone the machine is in.
Rule: America/Mexico_City of the tz database; no daylight saving time since 30 October 2022 (Ley de los Husos
Horarios en los Estados Unidos Mexicanos, DOF 28-10-2022).
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

CENTRAL = ZoneInfo("America/Mexico_City")
NOON = "12:00"


@lru_cache(maxsize=20_000)
def instant(day: str, hour: str) -> datetime:
    """Return the instant of an hour (`09:00`) of a day (`2026-05-20`) in central Mexico.

    An hour that the clock skipped counts as if it had not moved; of one that it repeated, the first.
    """
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=CENTRAL).astimezone(UTC)


def midnight_after(day: str) -> datetime:
    """Return the instant at which a day ends in central Mexico."""
    return instant((datetime.fromisoformat(day) + timedelta(days=1)).date().isoformat(), "00:00")


def central(moment: datetime) -> datetime:
    """Return the same instant by the clock of central Mexico."""
    return moment.astimezone(CENTRAL)


@lru_cache(maxsize=64)
def day_of(moment: datetime) -> str:
    """Return the day that an instant belongs to in central Mexico."""
    return central(moment).date().isoformat()
