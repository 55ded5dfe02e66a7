"""The lemmatizer that remembers its answers gives spaCy's."""

from __future__ import annotations

from pathlib import Path

import spacy

from hrcli import english

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
MODEL = Path(english.__file__).parent / "model"


def test_lemmas_are_those_of_spacy() -> None:
    """On two seeds, twice over, each word's lemma is what spaCy's own component gives."""
    texts = [path.read_text(encoding="utf-8") for path in SEEDS[:2]]
    ours, theirs = english.load(), spacy.load(MODEL)
    for _ in range(2):
        for text in texts:
            assert [token.lemma_ for token in ours(text)] == [token.lemma_ for token in theirs(text)]


def test_an_empty_text_has_no_lemmas() -> None:
    """Nothing to read is no error."""
    assert [token.lemma_ for token in english.load()("")] == []
