"""Kinds of junk that the language model guesses, and of names that it misses; one construction each, names invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]
MANDATED = ("Special Rapporteur on the independence of fishers", "intergovernmental")


def found(doc: Doc) -> set[tuple[str, str]]:
    return {(a.type, a.name) for a in doc._.actors}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Among them is Lê Thị Hoài An, founder of the Green Delta Center, who was arrested.", "person", "Lê Thị Hoài An"),
        ("Minister of Interior\nGeneral Adel Mansour\nMinistry of Interior, Norvik\n", "person", "Adel Mansour"),
        ("4. Nurhan Ekinli – sentenced in absentia on 3 February 2020 to six years\n", "person", "Nurhan Ekinli"),
        ("The court released U Thein Hlaing and two others.", "person", "U Thein Hlaing"),
        ('The doctor Amina "Mina" Diallo was taken away.', "person", 'Amina "Mina" Diallo'),
        ("She was moved to the Larkmoor y Prado hospital on Friday.", "place", "Larkmoor y Prado hospital"),
        ("Six workers were shot at the Xin Bao shoe factory on Tuesday.", "organization", "Xin Bao shoe factory"),
        ("The report on the Rohingya massacre was never published.", "event", "Rohingya massacre"),
        ("The letter was signed by Doctors for Dignity and others.", "organization", "Doctors for Dignity"),
        ("The trial goes on before the 22nd Heavy Penal Court.", "public_body", "22nd Heavy Penal Court"),
        ("They must respect the UN Basic Principles on the Role of Lawyers.", "law", "UN Basic Principles on the Role of Lawyers"),
        ("Abolish the National Task Force to End Local Conflict.", "public_body", "National Task Force to End Local Conflict"),
        ("The Office of the Public Prosecutor declined to comment.", "public_body", "Office of the Public Prosecutor"),
        ("The Fishers' Harbour Union (FHU) met. Nobody asked the FHU.", "organization", "Fishers' Harbour Union"),
        ("Lawyers Leyla Aydin and Kemal Tekin were not allowed in.", "person", "Leyla Aydin"),
        ("The FSB searched the flat of the teacher.", "public_body", "FSB"),
    ],
)
def test_names_are_found_whole(read: Read, text: str, kind: str, name: str) -> None:
    """The name is found in its full length, with its type."""
    assert (kind, name) in found(read(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Name: Karim Nassar\nGender: m\nAge: 34\n", "Gender"),
        ("She holds a degree in Zoology from Norvik.", "Zoology"),
        ("He has been held since Christmas Eve.", "Christmas Eve"),
        ("4.1 Ratify, by 2018, the Convention against Torture (Spain);", "Ratify"),
        ("The Minister of State for Justice spoke first.", "State for Justice"),
        ("Parliament implores the government to take action.", "Parliament implores"),
        ("The New York-based Committee to Protect Journalists protested.", "New York-based Committee"),
        ("Fifteen European Union members signed.", "Fifteen European Union"),
        ("Vanguard and Daily Trust printed the story.", "Vanguard and Daily Trust"),
        ("Parliament House\nCanberra ACT 2600\n", "Canberra ACT"),
        ("White House Press Secretary Ada Brook spoke to the Geneva forum.", "White House Press"),
        ("White House Press Secretary Ada Brook spoke to the Geneva forum.", "Geneva forum"),
        ("After the arrest of Yahya and Muhamad, protesters gathered.", "Yahya and Muhamad"),
    ],
)
def test_junk_is_left_out(read: Read, text: str, name: str) -> None:
    """Labels, subjects, holidays, imperatives, and names with more or less than belongs to them are no entities."""
    assert name not in {a.name for a in read(text)._.actors}


def test_a_word_that_is_also_written_small_is_no_name(read: Read) -> None:
    """A capital at the start of a sentence makes no name of a word that the text writes small too."""
    text = "Interviews were held in May. Juveniles spoke in all interviews; some juveniles wept."
    assert found(read(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, Peru – The teachers marched on Friday.",
        "(Vilnius, 9 May 2023) – The authorities should free them.",
        "HAVANA (Harbour News) - The teachers marched on Friday.",
        "RIYADH: Nobody spoke on Friday.",
    ],
)
def test_a_dateline_is_a_place(read: Read, text: str) -> None:
    """The capital in a dateline does not stand for its government."""
    first = min(read(text)._.actors, key=lambda a: a.mentions[0].start)
    assert (first.type, first.mentions[0].start < 2) == ("place", True)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Bahar Sönmez (Bahar Yildiz) was arrested in Lima.", "Bahar Yildiz"),
        ("The poet Tashi Norbu, pen-name Drukpa, was arrested. Drukpa is 29.", "Drukpa"),
        ("Abubakar Idris aka Dadiyo is missing. The state denies that Dadiyo was held.", "Dadiyo"),
    ],
)
def test_other_names_of_a_person_are_aliases(read: Read, text: str, other: str) -> None:
    """A full name in brackets, a pen-name and an "aka" are the same person's."""
    people = [a for a in read(text)._.actors if a.type == "person"]
    assert len(people) == 1
    assert other in people[0].aliases


def test_protesters_behind_a_comma_are_no_role(read: Read) -> None:
    """A bare plural that begins the next clause is nobody's role."""
    assert [a.roles for a in read("After the arrest of Ada Brook, protesters gathered in the square.")._.actors if a.type == "person"] == [
        []
    ]


def test_neighbours_with_one_surname_are_two(read: Read) -> None:
    """Husband and wife with one surname stay apart, and what is told of one is not told of the other."""
    doc = read("The lawyer Chen Weiming of the Harbour Union and his wife, Chen Lihua, a teacher, were detained. He was beaten.")
    people = {a.name: a for a in doc._.actors if a.type == "person"}
    assert set(people) == {"Chen Weiming", "Chen Lihua"}
    assert people["Chen Weiming"].affiliations == ["Harbour Union"]
    assert people["Chen Lihua"].affiliations == []
    assert "lawyer" not in people["Chen Lihua"].roles


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Eve Gray was the editor of Hur Vikr.", "Hur Vikr", "organization"),
        ("We ask for mercy.\n\nTamar Anad\n\nChair of the Harbour Union\n", "Tamar Anad", "person"),
        ("It invites the Special Rapporteur on the independence of fishers before the elections.", *MANDATED),
        ("The Council extends the Special Rapporteur on the independence of fishers until May.", *MANDATED),
    ],
)
def test_what_stands_beside_a_name_tells(read: Read, text: str, name: str, kind: str) -> None:
    """Editors have outlets, whoever signs an office below, and a mandate's topic ends before the time."""
    assert (name, kind) in [(m.name, m.type) for m in read(text)._.mentions]


def test_a_mandate_for_a_year_is_none(read: Read) -> None:
    """ "For a period" is no topic."""
    assert [m.name for m in read("It asks the Special Rapporteur for a period of one year to report.")._.mentions] == []
