"""For whom people speak: one construction each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


def affiliations(doc: Doc, name: str) -> list[str]:
    return next(a for a in doc._.actors if a.type == "person" and name in (a.name, *a.aliases)).affiliations


@pytest.mark.parametrize(
    "text",
    [
        "Peter Brook, a researcher at the Harbour Foundation, said so.",
        "Harbour Foundation spokesman Peter Brook said so.",
        "A Harbour Foundation researcher, Peter Brook, said so.",
        "A researcher working for the Harbour Foundation, Peter Brook, was expelled.",
        "Peter Brook is a researcher at the Harbour Foundation.",
        "Peter Brook of the Harbour Foundation said so.",
        "The Harbour Foundation's Peter Brook said so.",
        "The signatories:\n\nPeter Brook, Harbour Foundation\n\nMaria Novak, Ports Union\n",
    ],
)
def test_who_works_for_whom(read: Read, text: str) -> None:
    """The organisation in or beside the role is the person's."""
    assert affiliations(read(text), "Peter Brook") == ["Harbour Foundation"]


def test_an_abbreviation_stands_for_the_full_name(read: Read) -> None:
    """The affiliation is called as the organisation's entry is."""
    doc = read("The Harbour Rights Foundation (HRF) protested. HRF director Peter Brook called it a shame.")
    assert affiliations(doc, "Peter Brook") == ["Harbour Rights Foundation"]


def test_contacts_belong_to_the_publisher(read: Read) -> None:
    """Who is named with a role under a heading of contacts speaks for the publisher."""
    text = "The students must be freed.\n\nMedia contacts\nPeter Brook, press officer: +44 20 5550 1111\n"
    assert affiliations(read(text, publisher="Harbour Foundation"), "Peter Brook") == ["Harbour Foundation"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Brook, a critic of the Harbour Foundation, said so.",
        "The Harbour Foundation demanded that the mayor, Peter Brook, resign.",
        "Norland protested. Its president, Peter Brook, wrote to the Harbour Foundation.",
        "Peter Brook | 8 years | Harbour District Court",
        "The Harbour Foundation's Brook said so: Peter Brook has left.",
    ],
)
def test_who_works_for_nobody_here(read: Read, text: str) -> None:
    """Critics, mayors, presidents of states and those a court sentenced do not belong to the organisation named beside them."""
    assert affiliations(read(text), "Peter Brook") == []


def test_a_pronoun_tells_of_its_person(read: Read) -> None:
    """What a clause says of "she" is said of the person named before."""
    text = "Maria Novak was released on Monday. She served as secretary general of the group Harbour Foundation until 2019."
    assert affiliations(read(text), "Maria Novak") == ["Harbour Foundation"]
