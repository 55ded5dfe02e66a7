"""Names by signs that stand inside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


def kinds(doc: Doc) -> dict[str, str]:
    return {m.name: m.type for m in doc._.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The palm oil company Palmas del Rio S.A. complained.", "Palmas del Rio S.A."),
        ("Norvik Oil S.p.A. won the case.", "Norvik Oil S.p.A."),
        ("They sued Kelvin & Sons Ltd. in May.", "Kelvin & Sons Ltd."),
        ("The mine of Tavira Metals, Inc. was closed.", "Tavira Metals, Inc."),
        ("In May Kelma Mining GmbH closed its mine.", "Kelma Mining GmbH"),
    ],
)
def test_a_legal_form_ends_the_name_of_a_firm(read: Read, text: str, name: str) -> None:
    """All capitalised words before it are the firm's, without what opens the sentence."""
    assert kinds(read(text)).get(name) == "organization"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("8. Orestes “Pucho” Valdivia, 67, a retired teacher, is ill.", "Orestes “Pucho” Valdivia"),
        ('Kelma "La Negra" Ortiz was freed.', 'Kelma "La Negra" Ortiz'),
        ("Then the poet Tibor ‘Red’ Vash spoke.", "Tibor ‘Red’ Vash"),
        ("Oscar (“El Chino”) Rivas was freed.", "Oscar (“El Chino”) Rivas"),
        ('Journalist Sedat "Sedo" Kilic was jailed.', 'Sedat "Sedo" Kilic'),
    ],
)
def test_a_nickname_stands_inside_a_name(read: Read, text: str, name: str) -> None:
    """Forenames, what the person is called and the surname are one name."""
    assert kinds(read(text)).get(name) == "person"


@pytest.mark.parametrize("text", ['The "Red" Army came.', 'He called the "Fake" Law unjust.', 'The "Delta Times" Newspaper closed.'])
def test_other_quotations_make_no_person(read: Read, text: str) -> None:
    """A quotation behind an article or before a word for a thing is no nickname."""
    assert "person" not in kinds(read(text)).values()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Torture and Custodial Death (Prevention) Act of 2013 helps.", "Torture and Custodial Death (Prevention) Act"),
        ("Under the Maintenance of Order (Amendment) Ordinance he was held.", "Maintenance of Order (Amendment) Ordinance"),
        ("The Assemblies Act and the Unlawful Clubs (Prevention) Act were used.", "Unlawful Clubs (Prevention) Act"),
        ("Section 3 of the Norvik Law (Codification and Reform) Act applies.", "Norvik Law (Codification and Reform) Act"),
        ("The Seacrimes (Prohibition, Prevention, etc.) Act 2015 applies.", "Seacrimes (Prohibition, Prevention, etc.) Act 2015"),
        ("It breaks the Administration of Norvik Justice Act.", "Administration of Norvik Justice Act"),
        ("The Protection from Falsehoods Act is used.", "Protection from Falsehoods Act"),
        ("He is charged under the Counter-Terrorism Law.", "Counter-Terrorism Law"),
        ("The Corporate Due Diligence Directive applies.", "Corporate Due Diligence Directive"),
    ],
)
def test_laws(read: Read, text: str, name: str) -> None:
    """A bracket and a hyphen are parts of a law's name."""
    assert kinds(read(text)).get(name) == "law"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The “709” crackdown began in 2015.", "“709” crackdown"),
        ("He was held after the protests of 11 July (“11J”).", "11J"),
        ('The "228" incident is remembered.', '"228" incident'),
        ("She joined the 11J protests.", "11J"),
    ],
)
def test_events_called_by_their_day(read: Read, text: str, name: str) -> None:
    """The figures of a day name what happened on it."""
    assert kinds(read(text)).get(name) == "event"


def test_a_number_in_quotation_marks_is_no_event(read: Read) -> None:
    """Only a word for an event, or the first letter of a month, makes one of it."""
    assert "event" not in kinds(read('He was given "300" lashes.')).values()


def test_a_law_is_cited_in_short(read: Read) -> None:
    """Without its bracket and its year it is the same law."""
    doc = read("She was charged under the Seacrimes (Prohibition, etc.) Act 2015. The Seacrimes Act is vague.")
    assert [a.aliases for a in doc._.actors if a.type == "law"] == [["Seacrimes Act"]]
