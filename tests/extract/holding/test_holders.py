"""holders.py: who holds somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find

Read = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May gendarmes of the National Guard arrested Farid Osmani in Oran.", "gendarmes of the National Guard"),
        ("Farid Osmani is held by State Security in Camaguey.", "State Security"),
        ("Farid Osmani was taken from his home by members of the Special Operations Force.", "members of the Special Operations Force"),
        ("That April a misdemeanours court sentenced Farid Osmani to two years in prison.", None),
    ],
)
def test_who_holds(text: str, expected: str | None, read: Read) -> None:
    """No date belongs to the name of the service, and a court that sentences holds nobody."""
    assert [found.authority for found in find(read(text))] == [expected]
