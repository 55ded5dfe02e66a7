"""The shipped pipeline: its parts, its size, and that it reads plain English."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from hrcli import english

MODEL = Path(english.__file__).parent / "model"
KINDS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "DATE", "EVENT"}


@pytest.fixture(scope="module")
def plain() -> Language:
    """The shipped pipeline without extractors."""
    return english.load()


def test_the_shipped_model_has_its_components(plain: Language) -> None:
    """The half that reads everything, then the half that is run where it is worth it."""
    assert plain.pipe_names == ["tok2vec", "tagger", "morphologizer", "senter", "ner", "tok2vec_trees", "trainable_lemmatizer", "parser"]


def test_the_shipped_model_is_small() -> None:
    """The files stay under 25 MB together."""
    assert sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) < 25_000_000


def test_the_shipped_model_has_our_kinds_of_name(plain: Language) -> None:
    """The eight kinds that the extractors know, and no other."""
    assert set(plain.pipe_labels["ner"]) == KINDS


def test_a_plain_sentence_is_read(plain: Language) -> None:
    """A passive with an agent, its lemma and its names."""
    doc = plain("Police arrested Maria Silva in Lima in March 2019. She was released on Monday.")
    arrested = next(token for token in doc if token.text == "arrested")
    assert (arrested.lemma_, arrested.tag_, arrested.dep_) == ("arrest", "VBD", "ROOT")
    assert ("Maria Silva", "PERSON") in [(ent.text, ent.label_) for ent in doc.ents]
    assert ("Lima", "GPE") in [(ent.text, ent.label_) for ent in doc.ents]
    assert [token.dep_ for token in doc if token.text == "She"] == ["nsubj:pass"]
    assert len(list(doc.sents)) == 2


def test_contractions_are_split(plain: Language) -> None:
    """Words are cut as in training: do|n't, 's apart."""
    assert [token.text for token in plain("They don't know Anna's lawyer.")] == ["They", "do", "n't", "know", "Anna", "'s", "lawyer", "."]
