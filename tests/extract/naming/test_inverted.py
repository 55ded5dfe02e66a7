"""People whose surname stands first, in capitals."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CHINA\n\nGAO Wenqing (高文清), essayist. Detained in May 2011.\n", "GAO Wenqing"),
        ("VIETNAM\n\nNGUYEN Thi Bich Lan, blogger. Arrested in May 2011.\n", "NGUYEN Thi Bich Lan"),
        ("NORLAND\n\nVASHKO Tibor, a teacher, was held.\n", "VASHKO Tibor"),
    ],
)
def test_a_surname_in_capitals_begins_a_name(read: Read, text: str, name: str) -> None:
    """The forenames behind it, and what tells of the person at the head of an entry, make it one."""
    assert name in [m.name for m in read(text)._.mentions if m.type == "person"]


@pytest.mark.parametrize("text", ["The HRW Report, a study, was read.", "In May NATO Ministers met."])
def test_abbreviations_are_no_surnames(read: Read, text: str) -> None:
    """What stands in capitals before a word for a thing or a role is none."""
    assert [m.name for m in read(text)._.mentions if m.type == "person"] == []
