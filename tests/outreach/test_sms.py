"""How texts are counted where length costs: 3GPP TS 23.038 for SMS, twitter-text for posts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.outreach import sms

TABLE = {
    0x00: "@", 0x01: "£", 0x02: "$", 0x03: "¥", 0x04: "è", 0x05: "é", 0x06: "ù", 0x07: "ì", 0x08: "ò", 0x09: "Ç",
    0x0A: "\n", 0x0B: "Ø", 0x0C: "ø", 0x0D: "\r", 0x0E: "Å", 0x0F: "å", 0x10: "Δ", 0x11: "_", 0x12: "Φ", 0x13: "Γ",
    0x14: "Λ", 0x15: "Ω", 0x16: "Π", 0x17: "Ψ", 0x18: "Σ", 0x19: "Θ", 0x1A: "Ξ", 0x1C: "Æ", 0x1D: "æ", 0x1E: "ß",
    0x1F: "É", 0x24: "¤", 0x40: "¡", 0x5B: "Ä", 0x5C: "Ö", 0x5D: "Ñ", 0x5E: "Ü", 0x5F: "§", 0x60: "¿", 0x7B: "ä",
    0x7C: "ö", 0x7D: "ñ", 0x7E: "ü", 0x7F: "à",
}  # fmt: skip
"""Where the default alphabet departs from ASCII; 0x1B is the escape to the extension table."""
ALPHABET = {TABLE.get(code, chr(code)) for code in range(128) if code != 0x1B}
EXTENSION = {"\f", "^", "{", "}", "\\", "[", "~", "]", "|", "€"}


def test_the_alphabet_and_its_extension_are_those_of_the_standard() -> None:
    assert (set(sms.ALPHABET), set(sms.EXTENSION)) == (ALPHABET, EXTENSION)


@given(st.text(st.sampled_from(sorted(ALPHABET | EXTENSION))))
def test_each_sign_counts_one_and_those_of_the_extension_two(text: str) -> None:
    assert sms.septets(text) == len(text) + sum(sign in EXTENSION for sign in text)


@given(st.characters(exclude_characters="".join(ALPHABET | EXTENSION), exclude_categories=["Cs"]))
def test_a_sign_that_an_sms_has_not_is_refused(sign: str) -> None:
    with pytest.raises(ValueError, match="GSM"):
        sms.septets(f"hola {sign}")


@given(st.text())
def test_any_text_can_be_spelled_and_what_is_spelled_stays(text: str) -> None:
    spelled = sms.spelled(text)

    assert sms.septets(spelled) >= 0
    assert sms.spelled(spelled) == spelled


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Café de olla", "Café de olla"),
        ("Más café", "Mas cafe"),
        ("Niñez y pingüinos, ¿sí?", "Niñez y pingüinos, ¿si?"),
        ("«Tú» — nosotras…", '"Tu" - nosotras...'),
        ("Merienda 🍊", "Merienda "),
        ("Ｆｕｌｌ 日本", " "),
    ],
)
def test_accents_go_together_or_stay_together(text: str, spelled: str) -> None:
    assert sms.spelled(text) == spelled


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Ñandú «sí»", 10),
        ("https://acervo.example/archivo/c/k7m2pq/", 23),
        ("Vea https://a.example/ y https://b.example/una/muy/larga/de/verdad", 4 + 23 + 3 + 23),
        ("🍊", 2),
        ("日本", 4),
    ],
)
def test_a_post_weighs_what_x_says(text: str, weight: int) -> None:
    assert sms.weight(text) == weight
