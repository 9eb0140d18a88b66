"""A typeface: how wide its letters are, which it has, and the few of them that a drawing must carry.

In: the bytes of a TrueType font. Out: widths, in the unit of the size asked for, and subsets as WOFF.
Never: reads a file, or guesses the width of a letter.
"""

import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

_ALONE = re.compile(r"\s+([.,;:!?…»)])")
"""A stop that lost the sign it followed."""


@dataclass(frozen=True)
class Face:
    """One weight of a family."""

    family: str
    weight: int
    data: bytes

    def width(self, text: str, size: float) -> float:
        """Return the width of a line of text without kerning, which only ever narrows it a little."""
        advances = self._advances
        return sum(advances.get(ord(sign), 1.0) for sign in text) * size

    def drawable(self, text: str) -> str:
        """Return the text with what this face can draw, in one line; as it is when nothing would be left.

        Emoji and other scripts have no letters here; a drawing shows an empty box for none of them.
        """
        composed = unicodedata.normalize("NFC", text)
        kept = "".join(sign if ord(sign) in self._advances else " " if sign.isspace() else "" for sign in composed)
        if kept != composed:
            kept = _ALONE.sub(r"\1", kept)
        return " ".join(kept.split()) or " ".join(composed.split())

    def subset(self, texts: Iterable[str]) -> str:
        """Return a font with just the letters of some texts, as WOFF in base64."""
        from fontTools import subset

        options = subset.Options(layout_features=[], hinting=False, name_IDs=[1, 2, 13, 14])
        options.drop_tables = [*options.drop_tables, "GDEF", "GPOS", "GSUB"]
        options.flavor = "woff"
        font = self._open()
        chosen = subset.Subsetter(options)
        chosen.populate(text="".join(sorted(set("".join(texts)))))
        chosen.subset(font)
        packed = BytesIO()
        subset.save_font(font, packed, options)
        return b64encode(packed.getvalue()).decode()

    @cached_property
    def _advances(self) -> Mapping[int, float]:
        """Return the width of each letter that it has, for size 1."""
        font = self._open()
        em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}

    def _open(self) -> Any:
        from fontTools.ttLib import TTFont

        return TTFont(BytesIO(self.data), lazy=True, recalcTimestamp=False)


@dataclass(frozen=True)
class Faces:
    """The faces of a drawing: one for the title, three weights of another for the rest."""

    title: Face
    plain: Face
    strong: Face
    bold: Face

    def of(self, family: str, weight: int) -> Face:
        """Return the face of a family and weight."""
        return next(one for one in self.all if (one.family, one.weight) == (family, weight))

    @property
    def all(self) -> tuple[Face, ...]:
        """Return every face."""
        return self.title, self.plain, self.strong, self.bold
