"""What a teacher may add to a text: names in words that nobody annotated, and nothing else."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from hrcli.english.training.refill import fill

WORDS = ["Ana", "met", "Eva", "in", "Lima", "in", "May"]


def teacher() -> Language:
    """A pipeline that knows four names."""
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    kinds = {"Ana": "PERSON", "Eva": "PERSON", "Lima": "GPE", "May": "DATE"}
    ruler.add_patterns([{"label": kind, "pattern": name} for name, kind in kinds.items()])
    return nlp


def filled(labels: list[str | None]) -> list[str]:
    """The text's labels after filling."""
    nlp = teacher()
    ents: Any = labels
    doc = next(fill(nlp, [Doc(nlp.vocab, words=WORDS, ents=ents)]))
    return [f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else token.ent_iob_ for token in doc]


def test_open_words_take_the_teachers_names() -> None:
    """A name in words without annotation is entered; the other open words are no name."""
    assert filled(["B-PERSON", "O", "B-PERSON", "O", "B-GPE", None, None]) == ["B-PERSON", "O", "B-PERSON", "O", "B-GPE", "O", "B-DATE"]


def test_what_is_annotated_stays() -> None:
    """The teacher does not overrule a set: neither its names nor its absence of one."""
    assert filled(["B-ORG", "O", "O", "O", "O", None, "O"]) == ["B-ORG", "O", "O", "O", "O", "O", "O"]
