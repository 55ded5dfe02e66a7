"""Names that count only where the text bears them out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


def organizations(doc: Doc) -> set[str]:
    return {m.name for m in doc._.mentions if m.type in ("organization", "intergovernmental")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The African Union sent observers. The AU will report in May.", "AU"),
        ("Fishermen told Dawn that the harbour was closed.", "Dawn"),
        ("The newspaper Público printed the letter.", "Público"),
        ("A Vanguard reporter was beaten at the harbour.", "Vanguard"),
    ],
)
def test_weak_forms_in_their_context(read: Read, text: str, name: str) -> None:
    """The full name, "told", "newspaper" and "reporter" make a weak form a name."""
    assert name in organizations(read(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They left at Dawn on the second day.", "Dawn"),
        ("Nobody knows WHO ordered the raid.", "WHO"),
        ("The Vanguard of the workers marched to the port.", "Vanguard"),
    ],
)
def test_weak_forms_without_context(read: Read, text: str, name: str) -> None:
    """A word that means something else is no organisation."""
    assert name not in organizations(read(text))


def test_institutions_of_the_european_union(read: Read) -> None:
    """In a resolution of the European Parliament "the Commission" is that of the Union, and elsewhere none that is known."""
    text = "whereas he is ill; the Parliament calls on the Commission to act and instructs its President to tell the Council.\n"
    assert {"Commission", "Council"} <= organizations(read(f"The European Parliament,\n\nA. {text}"))
    assert not {"Commission", "Council"} & organizations(read(f"The senate met.\n\nA. {text}"))
