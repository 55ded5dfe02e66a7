"""Places where people are held, by the make of their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.naming.confinement import confines

Read = Callable[..., Doc]


def places(doc: Doc) -> list[str]:
    return [m.name for m in doc._.mentions if m.type == "place"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The inmates of Ramba Custodial Centre went on strike.", "Ramba Custodial Centre"),
        ("He was taken to Koro Correctional Centre 2 on Monday.", "Koro Correctional Centre 2"),
        ("She is in the Talin Women’s Correctional Institution.", "Talin Women’s Correctional Institution"),
        ("The Kelma Correctional Facility No. 2 is shut.", "Kelma Correctional Facility No. 2"),
        ("He is in penal colony No. 15 in Norvik.", "penal colony No. 15"),
        ("She is in women’s colony No. 4 near Salva.", "women’s colony No. 4"),
        ("He left penal colony 48.", "penal colony 48"),
        ("He was sent to corrective colony IK-9.", "corrective colony IK-9"),
        ("In police station No. 4 he was beaten.", "police station No. 4"),
    ],
)
def test_where_people_are_held(read: Read, text: str, name: str) -> None:
    """A number behind a small noun, or a word for confinement before the last one, makes such a place."""
    assert name in places(read(text))


@pytest.mark.parametrize(
    "text", ["The British left the colony 50 years ago.", "He spent in prison 5 years.", "The colony 300 prisoners built."]
)
def test_a_count_behind_the_noun_is_no_number_of_a_place(read: Read, text: str) -> None:
    """Years and people are counted, colonies are numbered."""
    assert places(read(text)) == []


def test_a_committee_on_detention_confines_nobody() -> None:
    """The last word decides."""
    assert not confines(["Norvik", "Detention", "Committee"])
