"""Offices of a state that act as bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


def bodies(doc: Doc) -> list[str]:
    return [m.name for m in doc._.mentions if m.type == "public_body"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We ask the Attorney General to charge us.", "Attorney General"),
        ("The Inspector-General of Police should order an inquiry.", "Inspector-General of Police"),
        ("We urge the Head of the Judiciary to free him.", "Head of the Judiciary"),
        ("The Prosecutor General must investigate.", "Prosecutor General"),
    ],
)
def test_an_office_acts(read: Read, text: str, name: str) -> None:
    """Where nobody is named who holds it, an office is a public body."""
    assert name in bodies(read(text))


@pytest.mark.parametrize("text", ["The Attorney General, Ada Brook, refused.", "The Prosecutor General Ada Brook refused."])
def test_an_office_with_its_holder_is_a_role(read: Read, text: str) -> None:
    """The person acts."""
    assert bodies(read(text)) == []
