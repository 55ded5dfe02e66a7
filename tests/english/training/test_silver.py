"""Labels that a program gave are believed where the mentions of a name agree."""

from __future__ import annotations

from hrcli.english.training import silver
from hrcli.english.training.entities import Marked


def named(*labels: str) -> list[Marked]:
    """Sentences "Kabul said" with the labels given to "Kabul"."""
    return [Marked(["Kabul", "said"], [label, "O"]) for label in labels]


def test_what_few_mentions_say_is_left_open() -> None:
    """One mention against five is not annotated; the five stay."""
    assert [marked.labels[0] for marked in silver.doubt(named(*["B-GPE"] * 5, "B-PERSON"))] == ["B-GPE"] * 5 + [None]


def test_an_even_share_leaves_all_open() -> None:
    """Where nothing prevails nobody knows."""
    assert [marked.labels for marked in silver.doubt(named("B-GPE", "B-PERSON"))] == [[None, "O"], [None, "O"]]


def test_kinds_of_places_do_not_disagree() -> None:
    """GPE, LOC and FAC are told apart by lists, so that they are one opinion."""
    assert [marked.labels[0] for marked in silver.doubt(named("B-GPE", "B-LOC", "B-FAC"))] == ["B-GPE", "B-LOC", "B-FAC"]


def test_a_longer_name_is_another_name() -> None:
    """ "Kabul University" says nothing about "Kabul"."""
    university = Marked(["Kabul", "University"], ["B-ORG", "I-ORG"])
    assert silver.doubt([*named("B-GPE"), university])[1] == university
