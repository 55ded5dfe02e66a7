"""The first word of a resolution's clause."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from hrcli.extract.openings import openings


def tagged(words: str, tags: str) -> list[str]:
    """What the component makes of these tags."""
    return [token.tag_ for token in openings(Doc(spacy.blank("en").vocab, words=words.split(), tags=tags.split()))]


def test_a_verb_of_asking_that_opens_a_clause_is_a_verb() -> None:
    """Behind the number of a clause, and at the head of the text."""
    assert tagged("3 . Urges the authorities", "LS . IN DT NNS") == ["LS", ".", "VBZ", "DT", "NNS"]
    assert tagged("Urging the authorities", "IN DT NNS") == ["VBG", "DT", "NNS"]


def test_what_may_be_a_verb_or_a_noun_stays() -> None:
    """ "Demands" heads lists of demands too, and within a sentence nothing is opened."""
    assert tagged("Demands of the strikers", "NNS IN DT NNS") == ["NNS", "IN", "DT", "NNS"]
    assert tagged("who Urges them", "WP IN PRP") == ["WP", "IN", "PRP"]
