"""Statements in the first person are told by their heading, their opening and their last lines."""

import pytest

from hrcli.extract.asking import authors, letters

BODY = "\n\nWe ask the court to act.\n\n"


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("STATEMENT BY THE FAMILY OF IVO MARIC" + BODY, "FAMILY OF IVO MARIC"),
        ("Lake Bulletin\n\n“We wait”: statement of the prisoners of Oster\n\nPosted on 3 May" + BODY, "prisoners of Oster"),
        ("Open letter from the mothers of the disappeared to the president" + BODY, "mothers of the disappeared"),
        ("Appeal of the striking nurses – Oster" + BODY, "striking nurses"),
        ("Lake News\n\nWe, the widows of Oster, ask the court to act.", "widows of Oster"),
        ("We, the undersigned workers, ask the court to act.", None),
        ("Statement by the Foreign Minister" + BODY, None),
        ("Statement by the family of Ivo Maric\n\nThe family said: “We wait.”", None),
        ("Open letter from Oster" + BODY, None),
    ],
)
def test_author(text: str, author: str | None) -> None:
    """People in whose name a text says "we" are its author; offices, places and the undersigned are not, nor are the quoted."""
    assert authors.author(text) == author


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("Hala Maric\nOmar Maric\n\nMedia contact: Hala Maric, +1 416 555", ("Hala Maric", "Omar Maric")),
        (
            "Committee of the Strikers\nSigned for the others: Hala Maric and Omar Dun\n",
            ("Committee of the Strikers", "Hala Maric", "Omar Dun"),
        ),
        ("River Watch\n\nRelated\nA trial (2017) | Lawyers wait (2021)\nLeave a reply.", ("River Watch",)),
        ("It was a long day for all who waited at the gate of the prison in Oster, and nobody came out to tell them anything of him.", ()),
    ],
)
def test_trailing(end: str, names: tuple[str, ...]) -> None:
    """Names at the end of a text sign it, also above contacts and links."""
    assert authors.trailing("Title" + BODY + end) == names


def test_nobody_signs_the_third_person() -> None:
    """A text that does not say "we" is signed by nobody."""
    assert authors.trailing("Prisoners\n\nThey wait.\n\nIvo Maric\nHala Dun") == ()


@pytest.mark.parametrize(
    "closing",
    [
        "Yours faithfully,\n\nSigned by:\n\n1. Lake Rights League, Norland\n2. River Watch",
        "Please accept, Excellency, the assurances of our respect.\n\nLake Rights League\nDirector of the office\nRiver Watch",
        "Thank you for your attention to this matter.\n\nLake Rights League\nRiver Watch",
        "In solidarity and hope,\n\nLake Rights League\nRiver Watch",
    ],
)
def test_signers(closing: str) -> None:
    """Names stand below all that closes a letter, a line that says "signed" included; offices are no names."""
    assert letters.signers(f"Excellency,\n\nWe ask you to act.\n\n{closing}") == ("Lake Rights League", "River Watch")


def test_mandates() -> None:
    """The mandates at the head of a letter write it."""
    head = "Mandates of the Special Rapporteur on torture; and the Working Group on Arbitrary Detention\n\nExcellency,"
    assert authors.mandates(head) == "Special Rapporteur on torture"
