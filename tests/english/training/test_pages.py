"""Pages made of single sentences, and lines made of templates."""

from __future__ import annotations

import random

import pytest

from hrcli.english.training import pages
from hrcli.english.training.entities import Marked, spans
from hrcli.english.training.rename import Country, Name, Names, Origin

ORIGIN = Origin(name="Burmese", order="single", given=["Khin", "Zaw"], family=[], parts=[2], joined="", native=[])
NAMES = Names(
    [ORIGIN],
    [Country([Name("Aram", "")], [Name("Petrosyan", "")], [])],
    [Name("Sun", "孙"), Name("Lin", "林")],
    ["women's rights activist"],
)
POOLS = {"ORG": [["Lantern", "Rights", "Forum"]], "GPE": [["Ruritania"]]}


@pytest.mark.parametrize("seed", range(10))
def test_every_sentence_is_on_one_page(seed: int) -> None:
    """Pages hold the sentences in order, with as many breaks, the last of them none."""
    sentences = [Marked([str(i)], ["O"]) for i in range(30)]
    bound = list(pages.bind(sentences, random.Random(seed)))
    assert [marked for page, _ in bound for marked in page] == sentences
    assert all(len(page) == len(breaks) and breaks[-1] == "" for page, breaks in bound)


def test_lines_are_filled_in_and_labelled() -> None:
    """No placeholder is left, and every kind of name in the pools comes up with its label."""
    made = pages.lines(400, ["ruritanians"], POOLS, NAMES, random.Random(0))
    assert all(len(line.words) == len(line.labels) for line in made)
    assert not any("{" in word for line in made for word in line.words)
    found = {(span.label, " ".join(line.words[span.start : span.end])) for line in made for span in spans(line.labels)}
    assert {
        ("ORG", "Lantern Rights Forum"),
        ("ORG", "LRF"),
        ("GPE", "Ruritania"),
        ("NORP", "Ruritanians"),
        ("PERSON", "Aram Petrosyan"),
    } <= found
