"""Examples of a conference's record at odds with itself: its days and hours, its recording, its access.

In: nothing. Out: `SESSION`. Never: logic.
"""

from acervo.guide.example import Example, Unshown, conference

_CHAPTERS = "title: Cuidar\nrecording:\n  chapters:\n"
_PASSAGE = "title: Cuidar\nrecording:\n  passages:\n    - start: 12:30\n"
_SIGN_UP = "registration:\n  url: https://ejemplo.example/registro\n"
_ROOM = "access:\n  url: https://ejemplo.example/sala\n"
_MAY = "title: Cuidar\ndate: 2026-05-25\n"
_MOVED = "title: Cuidar\ndate: 2026-06-25\n"
_BEFORE = "previous_dates: [2026-05-25]"
_VIDEO = "  youtube: aB3_dEfGh-w"


def _chapters(first: str, second: str) -> str:
    return f"{_CHAPTERS}    - start: {first}\n      title: Bienvenida\n    - start: {second}\n      title: Preguntas"


SESSION: dict[str, Example | Unshown] = {
    "no_source": conference(
        "title: Cuidar", "title: Cuidar\nsources:\n  - title: Boletín de ejemplo", lacks=("sources",)
    ),
    "one_version": conference(
        "title: Cuidar\ndiscrepancies:\n  - about: Asistencia\n    versions:\n"
        "      - says: 30 personas\n        source: Boletín de ejemplo",
        "title: Cuidar\ndiscrepancies:\n  - about: Asistencia\n    versions:\n"
        "      - says: 30 personas\n        source: Boletín de ejemplo\n"
        "      - says: 40 personas\n        source: Nota de ejemplo",
    ),
    "withdrawn_draft": conference(
        "title: Cuidar\ndraft: true\nwithdrawn:\n  date: 2026-05-25\n  reason: A petición",
        "title: Cuidar\nwithdrawn:\n  date: 2026-05-25\n  reason: A petición",
    ),
    "end_without_start": conference(
        "title: Cuidar\nend_time: 13:00", "title: Cuidar\nstart_time: 11:00\nend_time: 13:00"
    ),
    "end_before_start": conference(
        "title: Cuidar\nstart_time: 13:00\nend_time: 11:00", "title: Cuidar\nstart_time: 11:00\nend_time: 13:00"
    ),
    "published_nowhere": conference(
        "title: Cuidar\nrecording:\n  state: published", f"title: Cuidar\nrecording:\n  state: published\n{_VIDEO}"
    ),
    "unpublished_somewhere": conference(
        f"title: Cuidar\nrecording:\n  state: not_recorded\n{_VIDEO}",
        f"title: Cuidar\nrecording:\n  state: published\n{_VIDEO}",
    ),
    "chapter_order": conference(_chapters("12:30", "1:00"), _chapters("1:00", "12:30")),
    "passage_end": conference(
        f"{_PASSAGE}      end: 10:00\n      topics: [cuidados]", f"{_PASSAGE}      end: 15:00\n      topics: [cuidados]"
    ),
    "passage_article": conference(
        f"{_PASSAGE}      article: Artículo 4", f"{_PASSAGE}      document: ley-ejemplo\n      article: Artículo 4"
    ),
    "passage_empty": conference(_PASSAGE.rstrip(), f"{_PASSAGE}      note: Qué es un cuidado"),
    "previous_unexplained": conference(f"{_MOVED}{_BEFORE}", f"{_MOVED}status: rescheduled\n{_BEFORE}"),
    "rescheduled_nowhere": conference(
        f"title: Cuidar\nstatus: rescheduled\n{_BEFORE}", f"{_MOVED}status: rescheduled\n{_BEFORE}"
    ),
    "rescheduled_from_nowhere": conference(f"{_MOVED}status: rescheduled", f"{_MOVED}status: rescheduled\n{_BEFORE}"),
    "rescheduled_same": conference(f"{_MAY}status: rescheduled\n{_BEFORE}", f"{_MOVED}status: rescheduled\n{_BEFORE}"),
    "postponed_ahead": conference(
        "title: Cuidar\ndate: 2026-12-25\nstatus: postponed\nupdated: 2026-11-20",
        "title: Cuidar\nprevious_dates: [2026-12-25]\nstatus: postponed\nupdated: 2026-11-20",
    ),
    "cancelled_published": conference(
        f"title: Cuidar\nstatus: cancelled\nrecording:\n  state: published\n{_VIDEO}",
        "title: Cuidar\nstatus: cancelled\nrecording:\n  state: not_recorded",
    ),
    "window_order": conference(
        f"title: Cuidar\n{_SIGN_UP}  opens: 2026-05-20 09:00\n  closes: 2026-05-10 18:00",
        f"title: Cuidar\n{_SIGN_UP}  opens: 2026-05-10 09:00\n  closes: 2026-05-20 18:00",
    ),
    "registration_late": conference(
        f"{_MAY}{_SIGN_UP}  closes: 2026-05-30 18:00", f"{_MAY}{_SIGN_UP}  closes: 2026-05-20 18:00"
    ),
    "access_nowhere": conference(
        "title: Cuidar\naccess:\n  platform: Plataforma de ejemplo",
        "title: Cuidar\naccess:\n  platform: Plataforma de ejemplo\n  private: true",
    ),
    "access_exposed": conference(f"{_MAY}{_ROOM}  private: true", f"{_MAY}access:\n  private: true"),
    "access_without_day": conference(f"title: Cuidar\n{_ROOM.rstrip()}", f"{_MAY}{_ROOM.rstrip()}"),
    "access_another_day": conference(
        f"{_MAY}{_ROOM}  opens: 2026-06-01 10:30", f"{_MAY}{_ROOM}  opens: 2026-05-25 10:30"
    ),
}
