"""Every example sentence of the vocabulary of saying holds a quotation with a known speaker."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.asking.speechwords import words
from hrcli.extract.speakers import around


@pytest.mark.parametrize("sentence", words().examples)
def test_example(read: Callable[..., Doc], sentence: str) -> None:
    """The example's quotation has its speaker."""
    doc = read(sentence)
    assert any(quotation.speaker_name for token in doc for quotation in around(doc, token.i))
