"""An address as a QR code.

In: an address. Out: a path in modules of 1 by 1, and how many modules a side has, quiet zone included.
Never: any colour.
"""

from typing import NamedTuple

QUIET = 4
"""Modules of quiet zone around the code (ISO/IEC 18004)."""


class Code(NamedTuple):
    """A QR code."""

    path: str
    side: int


def code(address: str) -> Code:
    """Draw an address; a quarter of the code may be damaged."""
    import segno

    drawn = segno.make_qr(address, error="q", boost_error=False)
    rows = [list(row) for row in drawn.matrix_iter(border=QUIET)]
    steps = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                steps.append(f"M{start} {y}h{x - start}v1h{start - x}z")
            x += 1
    return Code("".join(steps), len(rows))
