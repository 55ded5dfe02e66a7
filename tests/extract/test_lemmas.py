"""Lemmas as they should be."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from hrcli.extract.lemmas import bases


@pytest.mark.parametrize(
    ("word", "tag", "lemma", "right"),
    [
        ("urged", "VBD", "urged", "urge"),
        ("postponed", "VBN", "postpon", "postpone"),
        ("jailed", "VBN", "jaile", "jail"),
        ("gunned", "VBN", "gunn", "gun"),
        ("acquitted", "VBD", "acquitte", "acquit"),
        ("held", "VBD", "hold", "hold"),
    ],
)
def test_slips_on_regular_verbs(word: str, tag: str, lemma: str, right: str) -> None:
    """The true lemma is among the bases of a past form that the lemmatizer left as it is, cut too short or too long."""
    assert right in bases(Doc(English().vocab, words=[word], tags=[tag], lemmas=[lemma])[0])
