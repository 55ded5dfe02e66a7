"""holding/: whom a clause means, each construction by itself; tests/gold/custody holds many more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find
from hrcli.extract.findings import DetentionFinding

Read = Callable[..., Doc]


def cases(doc: Doc) -> dict[str | int | None, DetentionFinding]:
    """The findings of a Doc by name or count."""
    return {found.name or found.count: found for found in find(doc)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arrested in May 2015, Karim Saleh was fined in June.", ["Karim Saleh"]),
        ("After his arrest in Oran, Karim Saleh told nobody.", ["Karim Saleh"]),
        ("At a ceremony held in Oran, Karim Saleh spoke.", []),
        ("When her brother was arrested, Karim Saleh left.", []),
    ],
)
def test_an_opening_phrase_means_who_follows(text: str, expected: list[str], read: Read) -> None:
    """ahead.py: a phrase without a subject of its own is said of the person named behind it."""
    assert list(cases(read(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Other staff, including Karim Saleh, were also arrested.",
        "Two men - Karim Saleh and Omar Haddad - were arrested.",
        "Two editors were arrested on Friday. The editors, Karim Saleh and Omar Haddad, had printed a cartoon.",
        "Still in detention, however, are the farmers Karim Saleh and Omar Haddad.",
        "Karim Saleh is a farmer. He and his brother Omar Haddad were arrested.",
    ],
)
def test_members_spelt_out_are_named(text: str, read: Read) -> None:
    """spelt.py, together.py: who belongs to a group stands for it."""
    assert "Karim Saleh" in cases(read(text))


def test_a_list_goes_on_past_what_is_told_of_each(read: Read) -> None:
    """lists.py: roles, origins, ages and appositions between names do not end a list."""
    text = "Among those arrested are Karim Saleh, a baker; Omar Haddad of Oran; Ana Lopez (34) and the poet Lin Meiyu."
    assert list(cases(read(text))) == ["Karim Saleh", "Omar Haddad", "Ana Lopez", "Lin Meiyu"]


def test_a_relative_clause_in_the_singular_means_one(read: Read) -> None:
    """Of "A and B, who was sentenced" only B was."""
    assert list(cases(read("Karim Saleh and Omar Haddad, who was sentenced to six years in prison, wrote a letter."))) == ["Omar Haddad"]


def test_each_has_the_term_and_date_beside_the_name(read: Read) -> None:
    """terms.py, when.py: several objects of one verb need not share."""
    terms = cases(read("Judges sentenced Karim Saleh to six years and Omar Haddad to four years in prison."))
    assert [found.sentence for found in terms.values()] == ["P6Y", "P4Y"]
    dates = cases(read("Police arrested Karim Saleh on 3 May 2012 and Omar Haddad on 5 May 2012."))
    assert [found.date for found in dates.values()] == ["2012-05-03", "2012-05-05"]


@pytest.mark.parametrize("term", ["a total of 21 years", "a combined 21 years", "between two and six years"])
def test_a_common_total_is_nobodys_term(term: str, read: Read) -> None:
    """Years told for several people together, or as a range, are not each one's."""
    found = cases(read(f"Karim Saleh and Omar Haddad were sentenced to {term} in prison."))
    assert [one.sentence for one in found.values()] == [None, None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Karim Saleh is in jail in Oran.", "Oran"),
        ("Karim Saleh is serving his sentence in penal colony IK-7.", "penal colony IK-7"),
        ("Karim Saleh is in Oran No. 2 prison.", "Oran No. 2 prison"),
        ("Karim Saleh is held in a prison.", None),
    ],
)
def test_places_have_names(text: str, place: str | None, read: Read) -> None:
    """places.py: a mere jail is no place, its town is."""
    assert cases(read(text))["Karim Saleh"].place == place


def test_the_month_of_may_blocks_nothing(read: Read) -> None:
    """custody.py: "May" in a date is not the "may" of a doubt."""
    assert cases(read("Karim Saleh was detained on 3 May 2010, sentenced in June."))["Karim Saleh"].status != "detained"


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("According to unconfirmed reports, Karim Saleh was arrested.", False),
        ("Karim Saleh is thought to have been jailed.", False),
        ("Karim Saleh was arrested.", True),
    ],
)
def test_doubts_of_the_source(text: str, certain: bool, read: Read) -> None:
    """A case that the text itself doubts is not certain."""
    assert cases(read(text))["Karim Saleh"].certain is certain


def test_steps_come_in_the_order_of_events(read: Read) -> None:
    """history.py: by date, whatever the order of telling; what "had" happened comes first."""
    text = "On 5 June 2017 a court convicted Karim Saleh of sedition. He had been arrested on 2 February 2017. He was released in 2019."
    assert [step.type for step in cases(read(text))["Karim Saleh"].steps] == ["arrested", "sentenced", "released"]


def test_custody_now_outlasts_an_earlier_release(read: Read) -> None:
    """tense.py: what had been before does not end what is."""
    text = "Karim Saleh is in prison. He had been arrested in 2003 and released in 2004."
    assert cases(read(text))["Karim Saleh"].status == "imprisoned"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Karim Saleh died in prison in 2014, and his body was released to his family.", "died_in_custody"),
        ("Karim Saleh, a former prisoner of conscience, died last year.", "released"),
    ],
)
def test_death_in_and_out_of_custody(text: str, status: str, read: Read) -> None:
    """Who died in custody was not released, and who was free died free."""
    assert cases(read(text))["Karim Saleh"].status == status


def test_tables_are_read_by_column(read: Read) -> None:
    """columns.py: the headings say what the cells below them mean."""
    found = cases(
        read("Name\tDetained\tCharge\tSentence\nKarim Saleh\t2 May 2011\ttheft\t4 years\nOmar Haddad\t7 July 2012\tsedition\t2 years\n")
    )
    assert [(one.date, one.charge, one.sentence) for one in found.values()] == [
        ("2011-05-02", "theft", "P4Y"), ("2012-07-07", "sedition", "P2Y"),
    ]  # fmt: skip


def test_an_unknown_name_of_a_list_item_is_a_person(read: Read) -> None:
    """strangers.py: the head of an item under "The following were arrested:" is somebody."""
    assert list(cases(read("The following were arrested:\n\n- Qwela Brint, baker\n- Ana Lopez, poet\n"))) == ["Qwela Brint", "Ana Lopez"]


@pytest.mark.parametrize("lead", ["In March 2011", "Since 2010", "In March 2011 the poet"])
def test_a_preposition_before_a_date_governs_nobody(lead: str, read: Read) -> None:
    """backward.py: "Since 2010 A was" is said of A, unlike "the brother of A was"."""
    assert "Karim Saleh" in cases(read(f"{lead} Karim Saleh was detained in Oran."))


def test_house_arrest_after_a_release_is_the_status(read: Read) -> None:
    """outcome.py: who was released but remains under house arrest is confined."""
    text = "Karim Saleh was released from prison but remains under house arrest."
    assert cases(read(text))["Karim Saleh"].status == "house_arrest"
