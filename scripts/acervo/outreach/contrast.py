"""Whether letters can be read on their ground, and the colours of the drawings and letters.

In: colours as `#rrggbb`. Out: their contrast (WCAG 2.2, 1.4.3: at least 4.5 to 1 for text). Never: draws.
"""

ENOUGH = 4.5

FIELD = "#8c3400"
"""The deep orange behind a title."""
GLOW = ("#983c03", "#a44405", "#b04b07")
"""The discs on that field, from the outer to the inner one; white is read on all of them."""
ON_FIELD = "#ffffff"
SOFT_ON_FIELD = "#ffe9d6"
PAPER = "#fffaf5"
INK = "#241a14"
QUIET = "#5d5048"
ACCENT = "#9a3b00"
WHITE = "#ffffff"
PAIRS = (
    *((text, ground) for text in (ON_FIELD, SOFT_ON_FIELD) for ground in (FIELD, *GLOW)),
    *((text, ground) for text in (INK, QUIET, ACCENT) for ground in (PAPER, WHITE)),
)
"""Every text colour with every ground that it stands on."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
