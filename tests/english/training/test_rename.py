"""New names for the persons of training sentences."""

from __future__ import annotations

import random

import pytest

from hrcli.english.training.entities import Marked, spans
from hrcli.english.training.rename import Country, Name, Names, Origin, new_name, rename

COUNTRY = Country([Name("Aram", "Արամ")], [Name("Petrosyan", "Պետրոսյան")], [])
BURMESE = Origin(name="Burmese", order="single", given=["Khin", "Zaw"], family=[], parts=[2, 3], joined="", native=[])
CANTONESE = Origin(name="Hong Kong", order="family first", given=["Wai", "Yin"], family=["Lau"], parts=[2], joined="-", native=["劉慧卿"])
NAMES = Names([BURMESE, CANTONESE], [COUNTRY], [Name("Sun", "孙"), Name("Lin", "林")], ["lawyer"])
SENTENCE = Marked(["Then", "Ana", "Diaz", "met", "Ana", "Diaz", "."], ["O", "B-PERSON", "I-PERSON", "O", "B-PERSON", "I-PERSON", "O"])


@pytest.mark.parametrize("seed", range(20))
def test_persons_are_renamed_and_nothing_else(seed: int) -> None:
    """The same person gets the same new name, and the other words stay in their order."""
    words, labels = rename(SENTENCE, NAMES, {}, random.Random(seed))
    assert len(words) == len(labels)
    persons = {" ".join(words[span.start : span.end]) for span in spans(labels)}
    assert len(persons) == 1
    assert "Ana" not in words
    assert [word for word in words if word in SENTENCE.words] == ["Then", "met", "."]


def test_roles_and_scripts_are_no_part_of_the_name() -> None:
    """Over many draws both come up, always outside the person."""
    seen: set[str] = set()
    for seed in range(200):
        words, labels = rename(SENTENCE, NAMES, {}, random.Random(seed))
        seen |= {word for word, label in zip(words, labels, strict=True) if label == "O"}
    assert {"lawyer", "(", "Արամ", "Պետրոսյան", "劉慧卿"} <= seen


def test_names_are_made_as_their_origin_makes_them() -> None:
    """Family name first and a hyphen in Hong Kong, given names only in Burma."""
    made = {" ".join(new_name(2, NAMES, random.Random(seed))[0]) for seed in range(300)}
    assert {"Lau Wai-yin", "Khin Zaw"} <= made
    assert not any("Lau" in name.split()[1:] for name in made)


def test_organisations_and_places_change_in_some_sentences() -> None:
    """Of a pool's kind a half is replaced, the labels with it; the second mention goes with the first."""
    marked = Marked(["Lima", "and", "Lima"], ["B-GPE", "O", "B-GPE"])
    made = {tuple(rename(marked, NAMES, {"GPE": [["New", "York"]]}, random.Random(seed)).words) for seed in range(40)}
    assert made == {("Lima", "and", "Lima"), ("New", "York", "and", "New", "York")}


def test_a_sentence_without_persons_stays() -> None:
    """Nothing changes where there is no person."""
    marked = Marked(["It", "rained"], ["O", None])
    assert rename(marked, NAMES, {}, random.Random(0)) == marked
