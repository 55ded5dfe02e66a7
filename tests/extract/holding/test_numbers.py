"""numbers.py: counts and lengths in words and figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrcli.extract.holding.numbers import count_at, length_at


@pytest.mark.parametrize(
    ("text", "count"),
    [("39", 39), ("5,000", 5000), ("sixty - three", 63), ("two hundred", 200), ("one million", 1_000_000), ("a dozen", 12)],
)
def test_counts(text: str, count: int) -> None:
    """Figures and number words give the same counts."""
    assert count_at(text.split(), 0) == (count, len(text.split()))


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("nine years", "P9Y"),
        ("18 - month", "P18M"),
        ("seven and a half years", "P7Y6M"),
        ("11.5 years", "P11Y6M"),
        ("two years and six months", "P2Y6M"),
        ("15 days", "P15D"),
    ],
)
def test_lengths(text: str, duration: str) -> None:
    """Prison terms become ISO 8601 durations."""
    found = length_at(text.split(), 0)
    assert found is not None
    assert found[0] == duration


def test_two_terms_are_not_one() -> None:
    """More than eleven months after the years are another person's term."""
    assert length_at(["nine", "years", "and", "42", "months"], 0) == ("P9Y", 2)


@given(st.lists(st.sampled_from(["nine", "and", "a", "half", "years", "12", "-", "month", "."]), min_size=1, max_size=8))
def test_a_length_ends_inside_the_text(words: list[str]) -> None:
    """A length read anywhere ends behind its start and within the words."""
    for at in range(len(words)):
        found = length_at(words, at)
        assert found is None or at < found[1] <= len(words)
