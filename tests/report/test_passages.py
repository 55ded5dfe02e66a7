"""Evidence with the words about it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrcli.report.passages import REACH, passage


def test_short_texts_are_whole() -> None:
    """A text that is hardly longer than the quote is shown as it is, on one line."""
    assert passage("The lawyer Ana Ivić\nwas freed.", 11, 19) == "The lawyer Ana Ivić was freed."


def test_long_texts_are_cut_between_words() -> None:
    """What is left out is marked, and no word is cut."""
    text = "before " * 30 + "Ana Ivić" + " behind" * 30
    found = passage(text, 210, 218)
    assert found.startswith("… before ") and found.endswith(" behind …")
    assert set(found.split()) == {"…", "before", "Ana", "Ivić", "behind"}


@given(st.text(), st.integers(0, 50), st.integers(1, 20))
def test_the_quote_is_always_in_it(text: str, start: int, length: int) -> None:
    """Whatever stands around it, the quote stays whole."""
    end = min(start + length, len(text))
    if start < end:
        found = passage(text, start, end)
        assert " ".join(text[start:end].split()) in found
        assert len(found) <= end - start + 2 * REACH + 4
