"""Every example sentence of the vocabulary of asking holds a demand with the cue that it explains."""

from collections.abc import Callable

import pytest

from hrcli.extract.asking.demandcues import words
from hrcli.records import DocumentAnalysis

EXAMPLES = [(example, entry.word) for entry in words().modal for example in entry.examples]
EXAMPLES += [(example, entry.lemma) for entry in [*words().verb, *words().noun] for example in entry.examples]


@pytest.mark.parametrize(("sentence", "cue"), EXAMPLES)
def test_example(analyze: Callable[..., DocumentAnalysis], sentence: str, cue: str) -> None:
    """The example of an entry is found with the entry's word as its cue."""
    assert cue in {demand.cue for demand in analyze(sentence, publisher="River Watch").demands}


@pytest.mark.parametrize("sentence", [example for entry in words().impersonal for example in entry.examples])
def test_impersonal_example(analyze: Callable[..., DocumentAnalysis], sentence: str) -> None:
    """The example of an impersonal phrase holds a demand."""
    assert analyze(sentence, publisher="River Watch").demands
