"""What a field of a record is: its Spanish label, its hint, its example, and the kinds of text it takes.

In: declarations in the modules of the record types. Out: pydantic fields and value types.
Never: knows a particular record type, reads a file, or words an error (see `messages`).
"""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from acervo.records.models import dates, moments, patterns

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID_LENGTH = (3, 80)
MOST = 9_999_999
"""The most that anything is counted to."""
VIDEO_PATTERN = r"[A-Za-z0-9_-]{11}"
CHANNEL_PATTERN = r"UC[A-Za-z0-9_-]{22}"

ID = re.compile(ID_PATTERN + r"\Z")
_COUNT = re.compile(r"(?:0|[1-9]\d{0,6})\Z", re.ASCII)
_AMOUNT = re.compile(r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.\d{1,2})?\Z", re.ASCII)
_PLAIN_URL = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w/.~?=&%#+,:;!$*-]*)?\Z", re.ASCII)
"""What nearly every address looks like: nothing in it needs a closer look."""
_URL_FORBIDDEN = re.compile(r"[\s\\<>\"`{}|^]")


class Part(BaseModel):
    """A frozen piece of a record that refuses unknown keys; its validator is made when first needed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def field(
    label: str, hint: str, example: object, *, required: bool = False, default: object = "", **limits: Any
) -> Any:
    """Declare a field with what an editor must be told of it.

    label, hint: Spanish. example: a value as it is written in YAML. limits: pydantic constraints.
    An absent text is "" rather than null, so templates and forms need no second case.
    """
    extra = {"title": label, "description": hint, "examples": [example], **limits}
    return Field(**extra) if required else Field(default=default, **extra)


def several(label: str, hint: str, example: object, *, required: bool = False) -> Any:
    """Declare a list; a required one must not be empty."""
    extra: dict[str, Any] = {"title": label, "description": hint, "examples": [example], "max_length": 500}
    return Field(min_length=1, **extra) if required else Field(default=(), **extra)


def _refuse(code: str) -> PydanticCustomError:
    return PydanticCustomError(code, code)  # the code is worded by messages.py


def _line(value: str) -> str:
    if "\n" in value:
        raise _refuse("line_break")
    return value


def _id(value: str) -> str:
    if not (ID_LENGTH[0] <= len(value) <= ID_LENGTH[1] and ID.match(value)):
        raise _refuse("id_shape")
    return value


def _date(value: object) -> dates.Date:
    if not isinstance(value, str):
        raise _refuse("string_type")
    try:
        return dates.parse(value)
    except dates.DateError as error:
        raise _refuse(error.reason) from None


def _whole_day(value: dates.Date) -> dates.Date:
    if not value.complete or "/" in value.text:
        raise _refuse("date_whole")
    return value


def _time(value: str) -> str:
    if value and not dates.is_time(value):
        raise _refuse("time_zone" if dates.has_zone(value) else "time_shape")
    return value


def _day_time(value: str) -> str:
    try:
        return dates.day_time(value)
    except dates.DateError as error:
        raise _refuse(error.reason) from None


def _count(value: object) -> int:
    if isinstance(value, str) and _COUNT.match(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST:
        return value
    raise _refuse("count_shape")


def _amount(value: object) -> Decimal:
    if isinstance(value, str) and _AMOUNT.match(value):
        return Decimal(value.replace(",", ""))
    raise _refuse("amount_shape")


def _moment(value: str) -> str:
    if moments.seconds(value) is None:
        raise _refuse("moment_shape")
    return value


def _url(value: str) -> str:
    """Accept absolute web addresses only (quality: no userinfo, no white space, no other scheme)."""
    if not value or _PLAIN_URL.match(value):
        return value
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise _refuse("url_shape") from None
    if parts.scheme not in ("http", "https") or not host or "." not in host or _URL_FORBIDDEN.search(value):
        raise _refuse("url_shape")
    if "@" in parts.netloc:
        raise _refuse("url_userinfo")
    return value


def _video(value: str) -> str:
    if value and not re.fullmatch(VIDEO_PATTERN, value):
        raise _refuse("video_shape")
    return value


def _channel(value: str) -> str:
    if value and not re.fullmatch(CHANNEL_PATTERN, value):
        raise _refuse("channel_shape")
    return value


def _title_pattern(value: str) -> str:
    try:
        patterns.parse(value)
    except patterns.PatternError as error:
        raise _refuse(error.reason) from None
    return value


def _flag(value: object) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false", ""):
        return False
    raise _refuse("flag_shape")


def _pattern(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{pattern}$"}


Line = Annotated[str, Field(max_length=300), AfterValidator(_line)]
"""Text of one line."""
Paragraph = Annotated[str, Field(max_length=3_000)]
"""Plain text, shown as it is."""
Markdown = Annotated[str, Field(max_length=60_000)]
"""CommonMark with tables; what is not allowed there is removed when rendered."""
Id = Annotated[
    str,
    AfterValidator(_id),
    WithJsonSchema(_pattern(ID_PATTERN) | {"minLength": ID_LENGTH[0], "maxLength": ID_LENGTH[1]}),
]
Url = Annotated[
    str,
    Field(max_length=2_000),
    AfterValidator(_url),
    WithJsonSchema(_pattern("https?://.+") | {"format": "uri", "maxLength": 2_000}),
]
Time = Annotated[str, AfterValidator(_time), WithJsonSchema(_pattern(dates.TIME_PATTERN))]
DayTime = Annotated[str, AfterValidator(_day_time), WithJsonSchema(_pattern(dates.DAY_TIME_PATTERN))]
"""A day with its hour, always of central Mexico: `2026-05-20 09:00`."""
Count = Annotated[
    int, PlainValidator(_count), WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "maximum": MOST})
]
"""How many there are of something."""
Amount = Annotated[Decimal, PlainValidator(_amount), WithJsonSchema({"type": ["number", "string"], "minimum": 0})]
"""An amount of money, with hundredths at most."""
Moment = Annotated[str, AfterValidator(_moment), WithJsonSchema(_pattern(moments.PATTERN))]
Video = Annotated[str, AfterValidator(_video), WithJsonSchema(_pattern(VIDEO_PATTERN))]
Channel = Annotated[str, AfterValidator(_channel), WithJsonSchema(_pattern(CHANNEL_PATTERN))]
TitlePattern = Annotated[
    Line, AfterValidator(_title_pattern), WithJsonSchema(_pattern(patterns.PATTERN) | {"maxLength": 300})
]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
EdtfDate = Annotated[
    dates.Date,
    PlainValidator(_date),
    # An editor's own YAML reads `2024` as a number; ours never does.
    WithJsonSchema(_pattern(dates.PATTERN) | {"type": ["string", "integer"]}),
]
WholeDay = Annotated[
    dates.Date,
    PlainValidator(_date),
    AfterValidator(_whole_day),
    WithJsonSchema(_pattern(r"\d{4}-\d{2}-\d{2}")),
]


class Choice(StrEnum):
    """A closed list of values, each with the Spanish label that readers and editors see."""

    label: str

    def __new__(cls, value: str, label: str) -> "Choice":
        """Build a member from its YAML value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


def refers_to(kind: str, label: str, hint: str, example: str, *, required: bool = False) -> Any:
    """Declare a field that holds the id of another record (`kind` is its folder)."""
    extra: dict[str, Any] = {
        "title": label,
        "description": hint,
        "examples": [example],
        "json_schema_extra": {"refers_to": kind},
    }
    return Field(**extra) if required else Field(default="", **extra)


def refer_to(kind: str, label: str, hint: str, example: list[str]) -> Any:
    """Declare a list of ids of other records."""
    return Field(
        default=(),
        title=label,
        description=hint,
        examples=[example],
        max_length=500,
        json_schema_extra={"refers_to": kind},
    )
