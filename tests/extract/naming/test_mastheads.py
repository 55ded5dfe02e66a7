"""Names in capitals throughout."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

Read = Callable[..., Doc]


def names(doc: Doc) -> dict[str, list[str]]:
    return {a.name: a.aliases for a in doc._.actors if a.type == "organization"}


def test_the_page_is_an_organizations(read: Read) -> None:
    """A first line in capitals that ends in a word for an organisation is one."""
    assert "HARBOUR RIGHTS FOUNDATION" in names(read("HARBOUR RIGHTS FOUNDATION\n\nThe text begins. It goes on.\n"))


def test_a_mission_is_named_by_its_state(read: Read) -> None:
    """In a masthead the word before "OF" tells what it names."""
    doc = read("PERMANENT MISSION OF THE REPUBLIC OF NORLAND\n\nThe text begins. It goes on.\n")
    assert [(m.name, m.type) for m in doc._.mentions] == [("PERMANENT MISSION OF THE REPUBLIC OF NORLAND", "public_body")]


def test_other_first_lines_are_headings(read: Read) -> None:
    """A heading and a headline name nobody."""
    assert names(read("LATEST NEWS\n\nThe text begins.\n")) == names(read("URGENT ACTION\n\nThe text begins.\n")) == {}


def test_a_name_in_capitals_is_the_name(read: Read) -> None:
    """What the text writes in small letters elsewhere is the same in capitals, whatever stands inside it."""
    doc = read("ASIA PRESS FORUM\nPress alert\n\nAsia Press Forum condemns it.\n")
    assert names(doc) == {"Asia Press Forum": ["ASIA PRESS FORUM"]}
