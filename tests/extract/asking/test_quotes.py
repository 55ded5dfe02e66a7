"""Quotation marks of all kinds are paired; apostrophes are none."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from hrcli.extract.asking import quotes


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotes.spans(text)]


def test_straight_marks() -> None:
    """Straight double marks open and close a quotation."""
    assert quoted('He said "go home" and left.') == ['"go home"']


def test_curly_marks_hold_apostrophes() -> None:
    """A curly apostrophe inside a curly quotation does not close it."""
    assert quoted("“It’s over,” she said. “Don’t wait.”") == ["“It’s over,”", "“Don’t wait.”"]


def test_single_marks_hold_contractions() -> None:
    """Single straight marks quote, and the apostrophe of a contraction inside does not close them."""
    assert quoted("'We can't wait,' the nuns wrote.") == ["'We can't wait,'"]


def test_apostrophes_alone_quote_nothing() -> None:
    """Possessives and contractions outside quotations open none."""
    assert quoted("The teachers' union won't accept Peru's plan.") == []


def test_paragraphs_of_one_quotation() -> None:
    """A quotation that opens each paragraph anew and closes once is a span for each paragraph."""
    assert quoted("“First.\n\n“Second,” he said.") == ["“First.", "“Second,”"]


@given(st.text(alphabet="ab s.,'\"“”‘’\n"))
def test_spans_are_ordered_and_apart(text: str) -> None:
    """Spans lie in the text, in order, and none overlaps another."""
    spans = quotes.spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
