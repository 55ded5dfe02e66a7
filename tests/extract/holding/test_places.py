"""places.py, facilities.py: where somebody is held now, rather than where the arrest or the court was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find

Read = Callable[..., Doc]


def place(doc: Doc, name: str = "Farid Osmani") -> str | None:
    """The place of somebody's case."""
    return next(found.place for found in find(doc) if found.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani received ten years in 2019 for a poem and another two for a song, and is serving them in Port Azul.", "Port Azul"),
        ("Farid Osmani was arrested in Oran and is being held in Constantine.", "Constantine"),
        (
            "Farid Osmani was arrested in Oran and taken to the Central Investigation Department in Sofala.",
            "Central Investigation Department in Sofala",
        ),
        ("Farid Osmani is being held in the General Intelligence's Section 4.", "General Intelligence's Section 4"),
        ("Farid Osmani was arrested and driven to the headquarters of the Guard in Yola.", "headquarters of the Guard in Yola"),
        ("A protest outside Kollo prison demanded the release of Farid Osmani.", None),
        ("Farid Osmani was arrested. Osmani, who needs insulin, is in Shenzhen No. 2 prison.", "Shenzhen No. 2 prison"),
        ("Farid Osmani went on trial in Oran on Monday.", None),
    ],
)
def test_where_somebody_is_kept(text: str, expected: str | None, read: Read) -> None:
    """The town of the custody goes before that of the arrest."""
    assert place(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Farid Osmani, 29, rapper. Picked up on 11 May. Charged with “contempt”. Darnel prison. His mother has seen him once.",
            "Darnel prison",
        ),
        ("2. Farid Osmani, 44, baker. Detained outside a church in Brno. In El Prado, the old prison, without charge.", "El Prado"),
        (
            "8. Farid Osmani, 67, teacher. Left Kilo 8 prison on 28 April, four months before the end of his six-year sentence.",
            "Kilo 8 prison",
        ),
    ],
)
def test_fragments_of_an_entry(text: str, expected: str | None, read: Read) -> None:
    """An entry of a list names the prison without a verb."""
    assert place(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani was arrested. He was then sent to Tamor, the desert prison near Palmira.", "Tamor"),
        ("Farid Osmani is held at the 10th of Ramadan Rehabilitation Centre.", "10th of Ramadan Rehabilitation Centre"),
        ("Farid Osmani is incarcerated at the Dunmore Correctional Facility.", "Dunmore Correctional Facility"),
    ],
)
def test_names_of_prisons(text: str, expected: str | None, read: Read) -> None:
    """A name before its description, a day in a name and long kinds of prisons are read."""
    assert place(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Port Sudan, 14 dockers who had been detained on Sunday were freed. Farid Osmani was kept in custody.", "Port Sudan"),
    ],
)
def test_the_scene_set_before(text: str, expected: str | None, read: Read) -> None:
    """The town that the sentence before on custody begins with is that of the next."""
    assert place(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Farid Osmani was arrested on Monday. He runs a group that visits inmates in Kollo prison.",
        "Farid Osmani was arrested on Monday. He has reported on conditions in Kollo prison.",
        "Farid Osmani, who worked as a teacher in Kollo prison, was arrested on Monday.",
    ],
)
def test_prisons_that_somebody_only_deals_with(text: str, read: Read) -> None:
    """Whoever visits, works in or writes about a prison is not held there."""
    assert place(read(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe was sent to Kollo Prison in May. Farid Osmani has been held in the same prison since June.",
        "Jane Roe is held in Kollo Prison. Ada Brook is held in Oran Prison. Farid Osmani is held in the same jail as Jane Roe.",
    ],
)
def test_the_same_prison_is_the_one_told_before(text: str, read: Callable[..., Doc]) -> None:
    """The last one, or that of whoever is named."""
    assert next(found.place for found in find(read(text)) if found.name == "Farid Osmani") == "Kollo Prison"


def test_who_disappeared_was_last_seen_somewhere(read: Callable[..., Doc]) -> None:
    """The town where others stopped the person, in the sentence before."""
    assert place(read("Farid Osmani was stopped by traffic police in Kollo on 11 February. Nobody has seen him since.")) == "Kollo"


def test_where_those_who_are_held_had_met(read: Read) -> None:
    """The town of a relative clause behind the seizure is not that of the custody."""
    text = "Police have detained Farid Osmani and two lawyers who attended a secret meeting in Oran in December."
    assert place(read(text)) is None
