"""Words that several pages share."""

import pytest

from acervo.site.wording import together


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Luz"], "Ana y Luz"),
        (["Ana", "Luz", "Eva"], "Ana, Luz y Eva"),
        (["Ana", "Inés"], "Ana e Inés"),
        (["Ana", "Ítala"], "Ana e Ítala"),
        (["agujas", "hilo"], "agujas e hilo"),
        (["agua", "hielo"], "agua y hielo"),
        (["«Uno»", "«Igualdad»"], "«Uno» e «Igualdad»"),
        (["Ana", "3 personas más"], "Ana y 3 personas más"),
    ],
)
def test_texts_are_joined_as_one_says_them(texts: list[str], words: str) -> None:
    assert together(texts) == words
