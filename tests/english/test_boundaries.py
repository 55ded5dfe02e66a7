"""The senter settles the boundaries of sentences that it is sure of, and leaves the others to the parser."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from hrcli import english
from hrcli.english import boundaries, gated

WORDS = ["Free", "Ana", "now", "She", "is", "ill"]
ODDS = np.array([5.0, -5.0, -1.0, 1.0, -5.0, 5.0], dtype="f")


@pytest.fixture(scope="module")
def senter() -> Any:
    """The shipped senter, as `english.load` puts it in place."""
    return english.load().get_pipe("senter")


def starts(doc: Doc) -> list[int]:
    """SENT_START of each word: 1 starts a sentence, -1 does not, 0 is open."""
    return doc.to_array(["SENT_START"]).astype(np.int64).tolist()  # type: ignore[union-attr]


def test_what_is_sure_is_set_and_the_rest_is_open(senter: Any) -> None:
    """Odds of 5 set a boundary or rule it out, odds of 1 do neither; the likelier ones are noted."""
    doc = Doc(senter.vocab, WORDS)
    senter.set_annotations([doc], [ODDS])
    assert starts(doc) == [1, -1, 0, 0, -1, 1]
    assert doc.user_data[boundaries.LIKELY] == [3]


def test_boundaries_of_the_page_stay(senter: Any) -> None:
    """What was set before is neither moved nor opened."""
    doc = Doc(senter.vocab, WORDS, sent_starts=[None, None, None, False, True, False])
    senter.set_annotations([doc], [ODDS])
    assert starts(doc) == [1, -1, 0, -1, 1, -1]


def test_where_no_parser_reads_the_likelier_holds(senter: Any) -> None:
    """An open boundary is one if its odds are above even."""
    doc = Doc(senter.vocab, WORDS)
    senter.set_annotations([doc], [ODDS])
    assert boundaries.settle(np.array(starts(doc)), doc).tolist() == [1, -1, -1, 1, -1, 1]


def test_the_parser_settles_what_it_reads() -> None:
    """No boundary is open behind the gate, whatever part of the text has trees."""
    nlp = english.load()
    gated.gate(nlp, lambda doc: [(0, len(doc))] if len(doc) > 6 else [])
    for text in ("Release him He is ill", "release Ana Lopez now she is ill and her lawyer is not let in - still"):
        assert 0 not in starts(nlp(text))


def test_a_pipeline_without_a_parser_stays() -> None:
    """Nobody would settle the doubts there."""
    nlp: Language = spacy.blank("en")
    nlp.add_pipe("senter")
    boundaries.leave_doubts(nlp)
    assert type(nlp.get_pipe("senter")) is not boundaries.DoubtingSenter
