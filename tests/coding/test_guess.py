"""The classifier that ships: small, quick to ask, sure of what it was trained for and silent about what it does not know."""

import pytest

from hrcli import coding


@pytest.mark.parametrize(
    ("text", "category", "issue"),
    [
        ("Ratify the Convention on the Rights of Persons with Disabilities", 5, "Disabilities"),
        ("Continue its efforts to improve access to education in rural areas", 2, "Right to education"),
        ("Consider establishing a moratorium on the death penalty", 3, "Death penalty"),
    ],
)
def test_recommendations_are_told(text: str, category: int, issue: str) -> None:
    """Recommendations in the manner of the review have their category and issue."""
    guess = coding.guess([text])[0]
    assert guess.category == category
    assert guess.issues[issue] > 0.9


def test_unknown_words_say_nothing() -> None:
    """Of a text without a known word no issue is likely."""
    assert coding.guess(["xyzzy plugh"])[0].issues == {}


def test_no_text_no_guess() -> None:
    """A document without demands costs nothing."""
    assert coding.guess([]) == []


def test_the_weights_are_small() -> None:
    """They stay under five megabytes."""
    assert coding.WEIGHTS.stat().st_size < 5_000_000
