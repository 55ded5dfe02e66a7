"""Every example sentence of the vocabulary of saying holds a quotation with a known speaker."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.asking.speechwords import words


@pytest.mark.parametrize("sentence", words().examples)
def test_example(read: Callable[..., Doc], sentence: str) -> None:
    """The example's quotation has its speaker."""
    assert any(quotation.speaker_name for quotation in read(sentence)._.quotations)
