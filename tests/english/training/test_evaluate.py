"""How a model is measured."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.tokens import Doc

from hrcli.english.training.evaluate import measure


def scores(label: str, *, named: tuple[str, ...]) -> dict[str, float]:
    """Those of a pipeline that gives the name in a page of two paragraphs this label."""
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": "Port Vale"}])
    labels: Any = ["O", "B-GPE", "I-GPE", "O", "O"]
    page = Doc(spacy.blank("en").vocab, words=["From", "Port", "Vale", "\n\n", "He"], spaces=[True, True, False, False, False], ents=labels)
    return measure(nlp, [page], named, trees=False)


def test_a_page_with_paragraphs_is_measured_by_its_words() -> None:
    """The break between two paragraphs is in the text that is read, and no word of it."""
    assert scores("GPE", named=("PLACE",))["names F"] == 100.0


def test_kinds_of_place_are_one() -> None:
    """A town taken for another kind of place is right."""
    assert scores("LOC", named=("PLACE",))["names F"] == 100.0


def test_another_kind_is_wrong() -> None:
    """A town taken for a person is neither found nor rightly named."""
    assert scores("PERSON", named=("PLACE", "PERSON"))["names F"] == 0.0
