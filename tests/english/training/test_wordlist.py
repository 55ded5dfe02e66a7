"""How common words are counted."""

from __future__ import annotations

from hrcli.english.training.wordlist import listing


def test_words_are_counted_with_and_without_their_capitals() -> None:
    """A line a word, sorted: how often it was seen, how often of that without a capital."""
    assert listing(iter(["The", "poet", "the", "Poet", "the"])) == b"poet 2 1\nthe 3 2\n"


def test_what_is_rare_or_too_short_or_long_is_left_out() -> None:
    """Words seen once, letters and syllables that are no words, and words run together."""
    long = "government" * 3
    assert listing(iter(["once", "xq", "xq", "of", "of", long, long])) == b"of 2 2\n"
