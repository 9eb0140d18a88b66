"""How long a text is where length is counted: in an SMS, and on networks.

In: text. Out: septets and characters as those services count them, and text with only the letters an SMS has.
Never: shortens anything.
"""

import re
import unicodedata

ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The GSM 7 bit default alphabet (3GPP TS 23.038, 6.2.1): one septet each."""
EXTENSION = frozenset("\f^{}\\[~]|€")
"""Its extension table (6.2.1.1): two septets each."""
LONGEST = 160
"""Septets of one SMS."""
LONGEST_POST = 280
"""What a post of X may weigh."""
_URL = re.compile(r"https?://\S+")
_URL_WEIGHT = 23
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Ranges of code points that weigh one; all others weigh two (twitter-text, configuration version 3)."""
_LIKE = str.maketrans({
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...",
    "•": "-", "·": "-", "º": "o", "ª": "a", "`": "'", "´": "'",
})  # fmt: skip


def septets(text: str) -> int:
    """Count the septets of a text. Raises ValueError for a sign that an SMS of 7 bits has not."""
    if strange := set(text) - ALPHABET - EXTENSION:
        raise ValueError(f"not in the GSM alphabet: {sorted(strange)}")
    return sum(2 if sign in EXTENSION else 1 for sign in text)


def spelled(text: str) -> str:
    """Write a text with the letters of an SMS.

    The alphabet has é and ñ but neither á nor ó: where one accent has to go, all go, so that a text is not half
    accented; the ñ and the ü stay.
    """
    text = unicodedata.normalize("NFC", text).translate(_LIKE)
    if set(text) <= ALPHABET | EXTENSION:
        return text
    return "".join(sign if sign in "ñÑüÜ¿¡" else _bare(sign) for sign in text)


def weight(text: str) -> int:
    """Return what a post weighs on X: an address 23, emoji and most scripts of Asia 2 a sign, other signs 1."""
    rest, addresses = _URL.subn("", unicodedata.normalize("NFC", text))
    light = sum(1 if any(first <= ord(sign) <= last for first, last in _LIGHT) else 2 for sign in rest)
    return light + addresses * _URL_WEIGHT


def _bare(sign: str) -> str:
    plain = unicodedata.normalize("NFD", sign)
    return "".join(part for part in plain if part in ALPHABET or part in EXTENSION)
