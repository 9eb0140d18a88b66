"""The history of a video: how many views it had, month by month, apart from what is stable.

In: yt-dlp's dictionary (never trusted), the history kept so far, the day. Out: the history to keep, and its one text.
Never: changes a figure that was written: the first of each month stays, so that a second visit changes no byte.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeGuard

from acervo.records.models.fields import VIDEO_PATTERN

MOST_VIEWS = 10**12
LONGEST_FILE = 100_000
"""Characters; fifty years take about 12,000."""

_VIDEO = re.compile(VIDEO_PATTERN)
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])", re.ASCII)


class HistoryError(ValueError):
    """Text that is no history; the message is a Spanish sentence."""


@dataclass(frozen=True, slots=True)
class History:
    """Views of one video. views: by month (`2026-11`), as YouTube counted them on the first visit of that month."""

    id: str
    views: Mapping[str, int] = field(default_factory=dict)


def add(history: History, info: Mapping[str, Any], today: date) -> History:
    """Return the history with the figure of this month, if it has none yet and the answer gives a sound one."""
    month, views = today.isoformat()[:7], info.get("view_count")
    if month in history.views or not _MONTH.fullmatch(month) or not _sound(views):
        return history
    return replace(history, views={**history.views, month: views})


def loads(text: str) -> History:
    """Read the text of a history file. Raises HistoryError."""
    if len(text) > LONGEST_FILE:
        raise HistoryError(f"El archivo tiene {len(text)} caracteres: no es un historial de vistas.")
    try:
        read = json.loads(text, object_pairs_hook=_once)
    except HistoryError:
        raise
    except (ValueError, RecursionError):
        raise HistoryError("El archivo no es JSON completo (¿un conflicto de Git sin resolver?).") from None
    if not isinstance(read, dict) or read.keys() != {"id", "views"} or not isinstance(read["views"], dict):
        raise HistoryError("El archivo no es un historial: se esperan solo «id» y «views».")
    if not isinstance(read["id"], str) or not _VIDEO.fullmatch(read["id"]):
        raise HistoryError("El valor del campo «id» no es válido.")
    for month, views in read["views"].items():
        if not _MONTH.fullmatch(month) or not _sound(views):
            raise HistoryError(f"El valor del mes «{month[:20]}» no es válido.")
    return History(read["id"], read["views"])


def dumps(history: History) -> str:
    """Return the text of a history file: months in order, one final line break."""
    return json.dumps({"id": history.id, "views": dict(history.views)}, indent=2, sort_keys=True) + "\n"


def _sound(views: object) -> TypeGuard[int]:
    return isinstance(views, int) and not isinstance(views, bool) and 0 <= views <= MOST_VIEWS


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise HistoryError("Un mes o un campo está dos veces.")
    return found
