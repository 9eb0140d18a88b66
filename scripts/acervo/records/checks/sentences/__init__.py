"""The table of everything that can be wrong, in Spanish: code → sentence.

In: nothing. Out: `SENTENCES`. Never: logic. Editors read every text here; none comes from a library.
"""

from acervo.records.checks.sentences.archive import ARCHIVE
from acervo.records.checks.sentences.evaluation import EVALUATION
from acervo.records.checks.sentences.record import RECORD
from acervo.records.checks.sentences.sentence import WARNING, Sentence
from acervo.records.checks.sentences.writing import WRITING

__all__ = ["PARTS", "SENTENCES", "WARNING", "Sentence"]

PARTS = (WRITING, RECORD, EVALUATION, ARCHIVE)
"""In the order in which the guide explains them."""
SENTENCES = {code: sentence for part in PARTS for code, sentence in part.items()}
"""Code → sentence. A name in braces is a detail of the problem."""
