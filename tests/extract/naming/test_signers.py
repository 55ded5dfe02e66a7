"""Lists of organisations, one a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.naming import signers

Read = Callable[..., Doc]


def kinds(doc: Doc) -> dict[str, str]:
    return {m.name: m.type for m in doc._.mentions}


@pytest.mark.parametrize("text", signers.cues().examples)
def test_examples_of_the_lexicon(read: Read, text: str) -> None:
    """Each example holds a list in which a word that says nothing is an organisation."""
    assert kinds(read(text))["Kalvosh"] == "organization"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Signed:\n\nHarbour Rights Network\nPorts Union\nBits for Fishers\nTidemark Kenya\n", "Tidemark Kenya"),
        ("Signatories:\n\n1. Ports Union\n\n2. Harbour Union, Kenya\n\n3. Tidemark (Kenya)\n", "Tidemark"),
        ("Endorsed by:\n• Harbour Union\t• Tidemark\n• Ports Centre\t• Red en Puerto\n• Free Ports Collective\t• Kelp Lab\n", "Kelp Lab"),
        (
            "We, the undersigned organisations:\n\nHarbour Watch Norland\nFree Norland\nJustice for Norland\nPorts Union\n",
            "Justice for Norland",
        ),
        ("Yours sincerely,\n\nHarbour Union\nPorts Centre\nTidemark\nDelta Network\n", "Tidemark"),
        ("Signatories:\nCentre for Law, Justice and Reform\nPorts Union\nDelta Network\n", "Centre for Law, Justice and Reform"),
    ],
)
def test_a_line_of_a_list_is_one_organization(read: Read, text: str, name: str) -> None:
    """Whatever its words, with bullets and numbers or without, in columns, before the country that it is from."""
    assert kinds(read(text)).get(name) == "organization"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yours sincerely,\n\nMaria Novak, Harbour Union\nPeter Brook, Ports Centre\nAnna Grey, Delta Network\n", "Maria Novak"),
        ("Signed:\nHarbour Union\nPorts Centre\nDr. Tibor Vash\nDelta Network\n", "Tibor Vash"),
        ("Signed:\nHarbour Union\nPorts Centre\nDelta Network\n\nIndividuals:\nMaria Novak\nPeter Brook\nAnna Grey\n", "Maria Novak"),
    ],
)
def test_people_in_a_list_stay_people(read: Read, text: str, name: str) -> None:
    """Who stands before an organisation, behind a title, or under a heading of individuals is none."""
    assert kinds(read(text)).get(name) == "person"


@pytest.mark.parametrize(
    "text",
    [
        "The states that spoke:\nAustralia\nAustria\nBelgium\nDenmark\nEstonia\nFinland\n",
        "Contents\n\nFreedom of expression\nThe right to a fair trial\nConditions in detention\nRefugees\nDeath penalty\nTrade unions\n",
    ],
)
def test_other_lists_name_no_organization(read: Read, text: str) -> None:
    """States stay states, and the headings of a report are no names."""
    assert "organization" not in kinds(read(text)).values()
