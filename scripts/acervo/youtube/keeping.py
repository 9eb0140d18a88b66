"""What came of keeping something of a video besides its data: its captions, its picture.

In: nothing. Out: `Kept`. Never: does anything itself.
"""

from typing import NamedTuple


class Kept(NamedTuple):
    """notes: Spanish sentences for the report. blocked: YouTube refused. changed: a file was written."""

    notes: tuple[str, ...] = ()
    blocked: bool = False
    changed: bool = False
