"""Letters are told from circulars, and their one writer from many."""

import pytest

from hrcli.extract.asking import letters, pieces

LETTER = "Dear Minister,\n\nI ask you to act.\n\nYours sincerely,\n\nHala al-Maric\n\nMedia: press@lake.example"


def test_body() -> None:
    """A letter reaches from its greeting to the words that close it."""
    start, end = letters.body(LETTER) or (0, 0)
    assert LETTER[start:end].strip(" ,\n") == "I ask you to act."


@pytest.mark.parametrize("greeted", ["friends", "Supporters", "all"])
def test_circular(greeted: str) -> None:
    """What greets its readers is no letter to anybody."""
    assert letters.body(LETTER.replace("Minister", greeted)) is None


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        (LETTER, "Hala al-Maric"),
        (LETTER.replace("I ask", "We ask"), None),
        (LETTER.replace("al-Maric\n", "al-Maric\nOmar d’Arc\n"), None),
    ],
)
def test_writer(text: str, writer: str | None) -> None:
    """Who alone signs a letter and says "I" wrote it."""
    assert letters.writer(text) == writer


def test_roman_numerals_are_bullets() -> None:
    """Items may stand under small Roman numerals with a full stop."""
    text = "We ask Chad to:\ni. free him;\nii. pay him;\niii. let him go"
    assert [p.marked for p in pieces.pieces(text)] == [False, True, True, True]
