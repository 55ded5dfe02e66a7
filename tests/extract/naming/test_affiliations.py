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
        "The president of the Harbour Foundation (HF), Peter Brook, was sentenced.",
        "The inspector of the Harbour Foundation, Major General Peter Brook, wrote to us.",
        "Sent by the spokesperson for the Harbour Foundation: Peter Brook\n\nThe text begins.\n",
        "The Harbour Foundation met. Peter Brook, who chairs the foundation, began.",
        "The Harbour Foundation met. The Foundation’s president, Peter Brook, began.",
        "Norland's security forces raided the Harbour Foundation. Its manager, Peter Brook, was held.",
        "We ask for mercy.\n\nPeter Brook\n\nChair of the Harbour Foundation\n",
        "“They were beaten,” said the head of the Harbour Foundation's legal desk, Peter Brook.",
        "The Harbour Foundation’s editor-in-chief, Peter Brook, was charged.",
        "Peter Brook, who coordinates the work of the Harbour Foundation in Salva, said so.",
        "The Harbour Foundation was raided. Two researchers for the foundation, Ada Gray and Peter Brook, go on trial.",
        "Two members of the Harbour Foundation (HF), Ada Gray and Peter Brook, were arrested.",
        "The Harbour Foundation said on Twitter that they are free. Its manager, Peter Brook, agreed.",
        "Ada Gray's colleague at the Harbour Foundation, Peter Brook, wept.",
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
        "Three men are held. They must be freed.\n\nYours sincerely,\n\nPeter Brook\n\nExecutive Secretary\n",
        "Three men are held, our director, Peter Brook, learnt.",
        "“I was held,” he told our Peter Brook.",
    ],
)
def test_whose_own_people_are(read: Read, text: str) -> None:
    """Who signs with an office alone, and whom a text calls its own, belongs to the publisher."""
    assert affiliations(read(text, publisher="Harbour Foundation"), "Peter Brook") == ["Harbour Foundation"]


def test_our_lawyer_is_anybodys(read: Read) -> None:
    """Only an office in the organisation tells."""
    assert affiliations(read("They took it from our lawyer, Peter Brook.", publisher="Harbour Foundation"), "Peter Brook") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Senate of the Republic of Norland met. The President of the Republic, Peter Brook, signed.",
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


@pytest.mark.parametrize(
    ("text", "name", "employer"),
    [
        ("Judge Edgar Vash, of the Criminal Court of Norvik, ordered it.", "Edgar Vash", "Criminal Court of Norvik"),
        ("The Court of Norvik, presided over by Judge Rahim Najafi, met.", "Rahim Najafi", "Court of Norvik"),
        ("The daily Yeni Ufuk was closed. The paper’s owner, Mehmet Tan, fled.", "Mehmet Tan", "Yeni Ufuk"),
        ("She edits the site Ayeyar Voice. Later the site's accountant, Peter Brook, fled.", "Peter Brook", "Ayeyar Voice"),
        ("Peter Brook is ill, according to his employer, the Delta Herald.", "Peter Brook", "Delta Herald"),
        ("Mr. Brook, born in 1974, is a teacher and the secretary-general of the Ports Union.", "Brook", "Ports Union"),
        ("Peter Brook (Питер Брук) is a lawyer and co-founder of the Ports Union.", "Peter Brook", "Ports Union"),
        (
            "He came before the Norvik Tribunal. The president of the tribunal, Colonel Peter Brook, spoke.",
            "Peter Brook",
            "Norvik Tribunal",
        ),
        (
            "Senator Peter Brook (D-OR) and Senator Ada Kell (D-NM), Chair and Cochair respectively of the Ports Union, spoke.",
            "Peter Brook",
            "Ports Union",
        ),
        ("Ada Kell and Peter Brook, co-chairs of the Ports Union, spoke.", "Ada Kell", "Ports Union"),
        ("A monk of Wonpo Monastery called Samdrup is ill.", "Samdrup", "Wonpo Monastery"),
        ("Helen Brook\nSaturday 13 March 2021\nThe Harbour Courier\n\nThe text begins.", "Helen Brook", "Harbour Courier"),
    ],
)
def test_whom_a_word_or_an_aside_means(read: Read, text: str, name: str, employer: str) -> None:
    """Asides, nouns for what was named before, roles shared by two, and bylines tell for whom somebody works."""
    assert affiliations(read(text), name) == [employer]


@pytest.mark.parametrize(
    "text",
    [
        "The Ports Union met. The paper's owner, Peter Brook, fled.",
        "Peter Brook, of Norvik, spoke about the Ports Union.",
        "He came before the Norvik Tribunal. The wife of the chairman, Ada Kell, met Peter Brook.",
    ],
)
def test_whom_they_do_not_mean(read: Read, text: str) -> None:
    """A union is no paper, a town no employer, and who is met is not of the tribunal."""
    assert affiliations(read(text), "Peter Brook") == []
