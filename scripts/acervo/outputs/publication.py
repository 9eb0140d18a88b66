"""What an output must know of the site that publishes it.

In: nothing. Out: the shape `Publication`, which the site's settings have.
Never: where the settings come from.
"""

from typing import Protocol


class Publication(Protocol):
    """A site: its name, what it is, and where it lives."""

    @property
    def name(self) -> str:
        """What the site is called."""

    @property
    def url(self) -> str:
        """Absolute address, with a final slash."""

    @property
    def description(self) -> str:
        """One sentence, or ""."""
