"""The lines of a calendar file: nothing in a text can begin one, and none is longer than RFC 5545 allows."""

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.parser import Contentline

from acervo.outputs.content_lines import line, text

HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("\\;,:\"'\r\n\t\v\f\x85\u2028\u2029\u202e\u2066\u200d🍊👩🏽\0Ñ"),
    ),
    max_size=300,
)


def read_back(value: str) -> str:
    """Read a text as the library icalendar does."""
    content = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{line('SUMMARY', text(value))}END:VEVENT\r\nEND:VCALENDAR\r\n"
    return str(Calendar.from_ical(content).events[0]["SUMMARY"])


@given(HOSTILE)
@example("x" * 66 + "\\" * 9)
@example("\r\nEND:VEVENT\r\nEND:VCALENDAR")
@example("y" * 66 + "👩🏽‍🦽" * 9)
def test_no_text_begins_a_line_or_makes_one_too_long(value: str) -> None:
    lines = line("SUMMARY", text(value)).encode().split(b"\r\n")

    assert lines.pop() == b""
    assert all(len(one) <= 75 for one in lines)
    assert lines[0].startswith(b"SUMMARY:")
    assert all(one.startswith(b" ") for one in lines[1:])
    assert b"".join(lines).decode() == "".join(one.decode() for one in lines)  # no sign is cut in two
    assert not any(sign in one for one in lines for sign in (b"\r", b"\n", b"\0", "\u202e".encode()))


@given(HOSTILE)
def test_lines_unfold_to_what_was_to_be_said(value: str) -> None:
    said = f"SUMMARY:{text(value)}"

    assert line("SUMMARY", text(value)).replace("\r\n ", "").removesuffix("\r\n") == said


@given(st.text(st.sampled_from("ab ñ\\;,:\nNn🍊=\"'"), max_size=200).filter(lambda value: value == value.strip()))
@example("C:\\Nuevo")
@example("\\n no es un renglón\n esto sí")
def test_another_program_reads_the_same_text(value: str) -> None:
    assert read_back(value) == value


@given(st.text(st.sampled_from("abñ🍊 "), min_size=1, max_size=300))
def test_a_line_is_folded_no_earlier_than_it_must(value: str) -> None:
    lines = line("SUMMARY", value).encode().split(b"\r\n")[:-1]
    others = bytes(Contentline(f"SUMMARY:{value}").to_ical()).split(b"\r\n")

    assert len(lines) <= len(others)


def test_escapes_are_those_of_the_standard() -> None:
    assert text("uno; dos, tres\\cuatro\r\ncinco\rseis\nsiete: «ocho»") == (
        r"uno\; dos\, tres\\cuatro\ncinco\nseis\nsiete: «ocho»"
    )


def test_turns_of_direction_and_control_codes_are_left_out() -> None:
    assert text("sal\u202eida\u2066 \x07y\u2069 ya\x00") == "salida y ya"


def test_no_escape_is_cut_in_two() -> None:
    folded = line("X", "a" * 72 + "\\\\" + "b" * 10)

    assert folded == "X:" + "a" * 72 + "\r\n \\\\" + "b" * 10 + "\r\n"
