"""Names that the words beside them make."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He was detained in Kelva on 3 May.", "Kelva", "place"),
        ("In Remand Prison No. 7 in Brusk since May, he waits.", "Brusk", "place"),
        ("She is the mayor of San Kelmo.", "San Kelmo", "place"),
        ("1. Bekele Tarda, 34, reporter, Addis Zena\n2. Lemma Gutu, 40, editor, Kelma Sesi\n", "Addis Zena", "organization"),
        ("Born: 1987. Occupation: reporter, Hicle Sesi. Lawyer: Ada Hale\n", "Hicle Sesi", "organization"),
        ("Blessing Brooke (31) pleaded guilty.", "Blessing Brooke", "person"),
        ("They were arrested in Port Selma on 3 May.", "Port Selma", "place"),
        ("And copies to: Ambassador of Norland H.E. Sara Pell\n", "Sara Pell", "person"),
        ("He is the host of a show on Kelma FM.", "Kelma FM", "organization"),
        ("The Trade Union Congress of Norland protested.", "Trade Union Congress of Norland", "organization"),
        ("He is defended by Lawyers for Justice in Norland (LJN).", "Lawyers for Justice in Norland", "organization"),
        ("The civic movement “Free Kelma” protested.", "Free Kelma", "organization"),
        ("Arman wrote for the student paper Zerno.", "Zerno", "organization"),
        ("According to Hur Sesi, a Kurdish news site, ten were held.", "Hur Sesi", "organization"),
        ("His articles appeared in Le Courrier du Lac.", "Le Courrier du Lac", "organization"),
        ("They belong to Bondok Farmers United (BFU).", "Bondok Farmers United", "organization"),
        ("The National Police have denied it.", "National Police", "public_body"),
        ("Nothing that is not written in Article 21 of the Constitution.", "Constitution", "law"),
        ("He will raise it at the G20 summit in Osaka.", "G20 summit", "event"),
        ("The Prosecutor of the International Criminal Court came.", "International Criminal Court", "intergovernmental"),
        ("His prison notebooks, Letters to Mala, are to come out.", "Letters to Mala", "work"),
        ("He joined the Diocese of Matagua and Father Uriel Vall.", "Diocese of Matagua", "organization"),
        (
            "We end our strike.\n\nThe Committee of the Hunger Strikers of Kilva\n",
            "Committee of the Hunger Strikers of Kilva",
            "organization",
        ),
    ],
)
def test_what_stands_beside_a_name_makes_it_one(read: Read, text: str, name: str, kind: str) -> None:
    """Prisons are in towns, reporters are of outlets, people have an age."""
    assert (name, kind) in [(m.name, m.type) for m in read(text)._.mentions]


@pytest.mark.parametrize("text", ["He was held in May.", "According to the reporter, Ada Brook.", "Section Law (31) applies."])
def test_other_words_make_none(read: Read, text: str) -> None:
    """Months are no towns, an aside names the reporter, an article is no person."""
    doc = read(text)
    assert not [m for m in doc._.mentions if m.type in ("place", "organization")]
    assert "Section Law" not in [m.name for m in doc._.mentions if m.type == "person"]
