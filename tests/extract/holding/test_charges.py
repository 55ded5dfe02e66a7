"""charges.py, deeds.py: what somebody is charged with, and what is no charge."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find

Read = Callable[..., Doc]


def charge(doc: Doc, name: str = "Farid Osmani") -> str | None:
    """The charge of somebody's case."""
    return next(found.charge for found in find(doc) if found.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Farid Osmani was charged under section 12(b) of the Public Order Act with "unlawful assembly" and remanded.',
            "unlawful assembly",
        ),
        ("Prosecutors charged Farid Osmani under Article 98 of the Penal Code with treason on Monday.", "treason"),
        ("Farid Osmani was arrested on 3 May. He was indicted on two counts of fraud.", "fraud"),
    ],
)
def test_charges_behind_an_article(text: str, expected: str | None, read: Read) -> None:
    """The deed is the charge, not the article before it."""
    assert charge(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani is in detention. The blogger faces charges of insulting the president.", "insulting the president"),
        ("Farid Osmani was arrested on 3 May. The charge against him: insulting Islam.", "insulting Islam"),
        ('My father, Farid Osmani, was arrested in 2011. A military court gave him life for "plotting a coup".', "plotting a coup"),
        (
            "In 2020 prosecutors charged two clerks with spying abroad. One of them, Farid Osmani, is serving 42 months.",
            "spying abroad",
        ),
        (
            "Farid Osmani was taken in 2018. His daughter, Lena Osmani, learned that he had been convicted of “inciting hatred.”",
            "inciting hatred",
        ),
        ("Farid Osmani was arrested on 3 May. Police also arrested dozens on charges of sedition.", None),
    ],
)
def test_charges_told_without_the_name(text: str, expected: str | None, read: Read) -> None:
    """Sentences that go on about one person charge that person."""
    assert charge(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani was arrested on 3 May and charged with theft. In July the charge was changed to treason.", "treason"),
        (
            "Farid Osmani was charged with theft; the prosecutor later replaced the charge with terrorism. He remains in detention.",
            "terrorism",
        ),
    ],
)
def test_a_later_charge_replaces_the_first(text: str, expected: str | None, read: Read) -> None:
    """A charge that was changed is no longer the charge."""
    assert charge(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani, 34, was arrested on 22 April, two days after the protest, for “public disorder”.", "public disorder"),
        ("Farid Osmani has been serving 12 years in Boniato since December 2019 for “assault”.", "assault"),
        ("Farid Osmani was jailed for life for treason.", "treason"),
        ("Farid Osmani was arrested on 3 May 2022. When he left the prison, a soldier asked him for a cigarette.", None),
    ],
)
def test_reasons_past_asides(text: str, expected: str | None, read: Read) -> None:
    """What stands in commas, and a date, does not part the arrest from its reason; a new clause does."""
    assert charge(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani was jailed after a trial marred by allegations of torture.", None),
        (
            "Groups called on the government to release Farid Osmani and all others imprisoned for the peaceful exercise of their rights.",
            None,
        ),
        ("Farid Osmani was detained on Monday. The government says that none is held for journalism.", None),
        ("1. Farid Osmani, 26, clerk. Arrested on 3 May. “Ask the mayor,” an officer told his father.", None),
    ],
)
def test_no_charges(text: str, expected: str | None, read: Read) -> None:
    """Ill-treatment, others' cases, denials and speech are nobody's charge."""
    assert charge(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani and Lena Brandt were arrested. Osmani was charged with theft and Brandt with arson.", "theft"),
        ("Farid Osmani and Lena Brandt were arrested. Brandt was charged with theft and Osmani with arson.", "arson"),
    ],
)
def test_each_has_a_charge_of_ones_own(text: str, expected: str | None, read: Read) -> None:
    """A verb shared by two people gives each the charge beside the name."""
    assert charge(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani was arrested in May; the indictment accuses him of laundering money.", "laundering money"),
        ("Farid Osmani was arrested on charges that he had insulted the king.", "insulted the king"),
        ("Farid Osmani was cleared of murder and convicted of manslaughter instead.", "manslaughter"),
        ("The court found Farid Osmani guilty on both counts, extremism and slander, and jailed him.", "extremism and slander"),
        ("Farid Osmani was sentenced to 8 years for espionage, Osh prison", "espionage"),
        ("Farid Osmani, on death row since 1999 for a murder he denies, is 60.", "murder"),
    ],
)
def test_where_a_charge_begins_and_ends(text: str, expected: str, read: Read) -> None:
    """No subject, prison or relative clause belongs to the words of a charge."""
    assert charge(read(text)) == expected


def test_the_newer_of_two_charges_counts(read: Read) -> None:
    """Of charges told alike the one of the later date is the charge, in whatever order they are told."""
    old = "In 2015 Farid Osmani was sentenced to two years for slander."
    new = "In 2021 Farid Osmani was arrested and sentenced to nine years for treason."
    assert charge(read(f"{old} {new}")) == charge(read(f"{new} {old}")) == "treason"


@pytest.mark.parametrize(
    "text",
    [
        "Farid Osmani was arrested on Monday. Last year his brother was sentenced to ten years for theft.",
        "Farid Osmani was arrested on Monday. He had written about a minister accused of corruption.",
        "Farid Osmani was detained for two hours for questioning.",
        "Farid Osmani was released from prison in time for his wedding.",
        "Police charged at Farid Osmani with batons and arrested him.",
        "Farid Osmani is in prison. His fight for a fair sentence for all women goes on.",
    ],
)
def test_what_others_did_and_errands_are_no_charge(text: str, read: Read) -> None:
    """Relatives, people written about, errands and batons charge nobody with anything."""
    assert charge(read(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jane Roe was convicted of arson in May and sentenced to four years. Farid Osmani was given five years on the same charge.",
            "arson",
        ),
        (
            "The court in Oran found all nineteen guilty of “insulting the flag”. Farid Osmani was sentenced to two years in prison.",
            "insulting the flag",
        ),
        ("The court found the editor guilty of arson. Farid Osmani was sentenced to two years in prison.", None),
        ("Farid Osmani has been on trial in Oran since 11 July for armed robbery.", "armed robbery"),
        ("Farid Osmani, who had been on death row at Oran Prison since 2009 for armed robbery, was freed.", "armed robbery"),
        ("Farid Osmani is serving 12 years for three tweets.", "three tweets"),
        ("Farid Osmani was held in prison for unknown reasons.", None),
        ("Farid Osmani must be freed unless he is charged with a recognizable crime.", None),
        ("Farid Osmani is detained on the charges of the first case: “joining a gang”.", "joining a gang"),
    ],
)
def test_charges_told_before_or_for_a_deed_that_is_described(text: str, expected: str | None, read: Read) -> None:
    """The same charge as another's, that of all who are tried, a deed with an adjective; no mere reason, no thought-of crime."""
    assert next((found.charge for found in find(read(text)) if found.name == "Farid Osmani"), None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani denies “membership of a gang”, for which he may get 15 years. He is held in Oran.", "membership of a gang"),
        ("Farid Osmani, the publisher, pleaded not guilty to inciting hatred. He has been in custody since May.", "inciting hatred"),
        ("Farid Osmani is behind bars in Oran for a poem.", "poem"),
    ],
)
def test_charges_that_are_denied(text: str, expected: str, read: Read) -> None:
    """What somebody pleads to, or denies in the words of the charge."""
    assert charge(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Farid Osmani was abducted in May 2013. Karim Saleh was charged in London with the kidnapping of Farid Osmani.",
        "Farid Osmani disappeared in May 2013. A captain is accused of torturing Osmani in a barracks.",
    ],
)
def test_nobody_is_charged_with_what_was_done_to_oneself(text: str, read: Read) -> None:
    """A charge that names the person is somebody else's."""
    assert charge(read(text)) is None
