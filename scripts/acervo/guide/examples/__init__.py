"""An example of every message, in the order of the table of sentences.

In: the examples of each part. Out: `EXAMPLES`. Never: logic, or a fact of the world.
"""

from collections.abc import Mapping
from types import MappingProxyType

from acervo.guide.example import Example, Unshown
from acervo.guide.examples.archive import ARCHIVE
from acervo.guide.examples.captions import CAPTIONS
from acervo.guide.examples.cycle import CYCLE
from acervo.guide.examples.evaluation import EVALUATION
from acervo.guide.examples.field import FIELD
from acervo.guide.examples.names import NAMES
from acervo.guide.examples.programme import PROGRAMME
from acervo.guide.examples.session import SESSION
from acervo.guide.examples.written import WRITTEN

__all__ = ["EXAMPLES", "PARTS"]

PARTS = (WRITTEN, NAMES, FIELD, SESSION, CYCLE, PROGRAMME, EVALUATION, ARCHIVE, CAPTIONS)
EXAMPLES: Mapping[str, Example | Unshown] = MappingProxyType(
    {code: one for part in PARTS for code, one in part.items()}
)
"""Code → example."""
