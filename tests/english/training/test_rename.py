"""New names for the persons of training sentences."""

from __future__ import annotations

import random

import pytest

from hrcli.english.training.entities import Marked, spans
from hrcli.english.training.rename import Country, Name, Names, rename

COUNTRY = Country([Name("Aram", "Արամ")], [Name("Petrosyan", "Պետրոսյան")], [])
NAMES = Names([COUNTRY], [Name("Sun", "孙"), Name("Lin", "林")], ["lawyer"])
SENTENCE = Marked(["Then", "Ana", "Diaz", "met", "Ana", "Diaz", "."], ["O", "B-PERSON", "I-PERSON", "O", "B-PERSON", "I-PERSON", "O"])


@pytest.mark.parametrize("seed", range(20))
def test_persons_are_renamed_and_nothing_else(seed: int) -> None:
    """The same person gets the same new name, and the other words stay in their order."""
    words, labels = rename(SENTENCE, NAMES, random.Random(seed))
    assert len(words) == len(labels)
    persons = {" ".join(words[span.start : span.end]) for span in spans(labels)}
    assert len(persons) == 1
    assert "Ana" not in words
    assert [word for word in words if word in SENTENCE.words] == ["Then", "met", "."]


def test_roles_and_scripts_are_no_part_of_the_name() -> None:
    """Over many draws both come up, always outside the person."""
    seen: set[str] = set()
    for seed in range(60):
        words, labels = rename(SENTENCE, NAMES, random.Random(seed))
        seen |= {word for word, label in zip(words, labels, strict=True) if label == "O"}
    assert {"lawyer", "(", "Արամ", "Պետրոսյան"} <= seen


def test_a_sentence_without_persons_stays() -> None:
    """Nothing changes where there is no person."""
    marked = Marked(["It", "rained"], ["O", None])
    assert rename(marked, NAMES, random.Random(0)) == marked
