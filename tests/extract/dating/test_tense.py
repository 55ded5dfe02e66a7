"""Which way a clause looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.dating import tense

Read = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The envoy was to visit the camp.", "visit", "future"),
        ("The verdict was to have been announced on 28 May 2019.", "announced", "future"),
        ("The farmer was set free on bail on 9 May 2019.", "set", "past"),
        ("The hearing was set for noon.", "set", "future"),
        ("The farmer was forced to leave the town in May.", "leave", "past"),
        ("The farmer was beaten to death on 4 May 2019.", "beaten", "past"),
        ("The farmer was tried and freed.", "freed", "past"),
    ],
)
def test_the_view_of_a_verb(read: Read, text: str, verb: str, expected: str) -> None:
    """What was to come looks ahead even where it stands in the past; what completes a verb takes that from it."""
    assert tense.view(next(token for token in read(text) if token.text == verb)) == expected
