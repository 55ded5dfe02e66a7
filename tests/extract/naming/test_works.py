"""Books, films and reports by title."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Blue Bread, the poems he had composed in prison, came out later.", "Blue Bread"),
        ("She wrote the novel Red Salt.", "Red Salt"),
        ("The film “A Long Night” was banned.", "A Long Night"),
        ("In a report entitled “Nowhere to Run”, the group said so.", "Nowhere to Run"),
        ("His debut book, The Salt of Norvik, won a prize.", "The Salt of Norvik"),
    ],
)
def test_titles(read: Read, text: str, title: str) -> None:
    """Behind the noun for a work, in quotation marks or without, and before it."""
    assert (title, "work") in {(m.name, m.type) for m in read(text)._.mentions}


@pytest.mark.parametrize("text", ["The poems Ada Maria Brook wrote are lost.", "The report Harbour Union published is long."])
def test_who_stands_behind_such_a_noun(read: Read, text: str) -> None:
    """A person and an organisation are no titles."""
    assert "work" not in {m.type for m in read(text)._.mentions}
