"""What an answer of YouTube means: a status of the video, or a silence that says nothing about it.

In: what the extractor returned or raised, and the warnings it gave meanwhile. Out: an `Answer`.
Never: asks anything; takes a block, a fault of the network or half an answer for news about the video.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from acervo.archive.snapshot import Status
from acervo.records.models.fields import Choice
from acervo.youtube import plain

LONGEST_REASON = 300

Origin = Literal["", "oembed", "atom"]
"""Who answered: "" is yt-dlp."""


class Silence(Choice):
    """Answers that say nothing about the video: what is kept stays as it is."""

    BLOCKED = ("blocked", "YouTube no quiso responder")
    NETWORK = ("network", "sin conexión con YouTube")
    PARTIAL = ("partial", "respuesta incompleta")
    ERROR = ("error", "respuesta que no se entiende")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was learnt in one visit.

    info: yt-dlp's dictionary, only when it describes the video itself. origin: who answered when it was not yt-dlp.
    """

    state: Status | Silence
    info: Mapping[str, Any] | None
    reason: str
    origin: Origin = ""


# The first match wins. Signs of a block come first, because a blocked answer also has words of the others.
_SIGNS: tuple[tuple[Status | Silence, re.Pattern[str]], ...] = tuple(
    (state, re.compile(pattern, re.IGNORECASE))
    for state, pattern in (
        (
            Silence.BLOCKED,
            r"not a bot|rate-limited by YouTube|try again later|IP is likely being blocked|captcha"
            r"|HTTP Error (403|429)|Failed to extract any player response",
        ),
        (
            Silence.NETWORK,
            r"timed out|Temporary failure|Connection|HTTP Error 5\d\d|Unable to download (webpage|API page)"
            r"|getaddrinfo|SSL",
        ),
        (Status.PRIVATE, r"video is private|Private video"),
        (Status.TERMINATED, r"account.*terminated|channel was removed"),
        (
            Status.MEMBERS_ONLY,
            r"members-only|channel['’]s members|members on level|Music Premium members|requires payment",
        ),
        (Status.GEO_BLOCKED, r"in your country|available from your location"),
        (Status.AGE_RESTRICTED, r"confirm your age|inappropriate for some users|age-restricted"),
        (
            Status.REMOVED,
            r"removed by the uploader|has been removed|no longer available|video (is )?unavailable"
            r"|not available|does not exist",
        ),
    )
)
_KNOWN_WITH_RECORD = (Status.GEO_BLOCKED, Status.MEMBERS_ONLY, Status.AGE_RESTRICTED, Status.PRIVATE)
_LIVE = {"is_live": Status.LIVE, "is_upcoming": Status.UPCOMING, "post_live": Status.POST_LIVE}
_NOISE = ("JavaScript runtime", "Skipping unsupported client")
_PREFIX = re.compile(r"\A(ERROR: )?(\[[\w:]+\] )?((?<=\] )(UC[\w-]{22}|[\w-]{11}): )?")
_ADVICE = re.compile(
    r"\.? (Use --cookies|Confirm you are on the latest version)|; please report this issue| \(caused by "
)


def of_failure(error: str, warnings: Sequence[str], *, geo_restricted: bool = False) -> Answer:
    """Judge a refusal of the extractor. error: its text; the codes of HTTP may stand only in the warnings."""
    reason = _sentence([error])
    if geo_restricted:
        return Answer(Status.GEO_BLOCKED, None, reason)
    return Answer(_state_of(" ".join([error, *warnings])), None, reason)


def of_surprise(error: BaseException) -> Answer:
    """Judge an exception that the extractor let escape (a changed page, for instance): its text is kept."""
    return Answer(Silence.ERROR, None, _sentence([f"{type(error).__name__}: {error}"]))


def of_info(video_id: str, info: Mapping[str, Any] | None, warnings: Sequence[str]) -> Answer:
    """Judge what the extractor returned for a video."""
    told = [text for text in warnings if not any(noise in text for noise in _NOISE)]
    reason, seen = _sentence(told), " ".join(told)
    if not info or not plain.line(info.get("title"), LONGEST_REASON):
        return Answer(_state_of(seen), None, reason)
    if info.get("id") != video_id:
        return Answer(Silence.ERROR, None, "la respuesta es de otro video")
    live = _LIVE.get(str(info.get("live_status")))
    if "falling back to title" in seen or not (info.get("duration") or live):
        state = _state_of(seen)
        cut_off = state in (Silence.BLOCKED, Silence.NETWORK)
        return Answer(state if cut_off else Silence.PARTIAL, None, reason)
    if live:
        return Answer(live, info, reason)
    if seen and not info.get("formats"):
        state = _state_of(seen)
        if state in _KNOWN_WITH_RECORD:
            return Answer(state, info, reason)
    return Answer(Status.OK, info, reason)


def _state_of(text: str) -> Status | Silence:
    return next((state for state, pattern in _SIGNS if pattern.search(text)), Silence.ERROR)


def _sentence(parts: Sequence[str]) -> str:
    """Keep what YouTube said: yt-dlp puts its own name before it, and advice for its own users after it."""
    texts = (_ADVICE.split(_PREFIX.sub("", plain.line(part, 2_000)))[0] for part in parts)
    return plain.line(" · ".join(text for text in texts if text), LONGEST_REASON)
