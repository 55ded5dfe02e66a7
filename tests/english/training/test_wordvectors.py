"""Word vectors: the company of words, and how common they are."""

from __future__ import annotations

from hrcli.english.training.wordvectors import commonness, neighbours

TEXTS = [
    f"{who} {did} the {what} quietly".split() for who in ("She", "He") for did in ("wrote", "read") for what in ("book", "letter")
] * 12


def test_words_in_the_same_company_are_alike() -> None:
    """Two nouns that stand in the same places have the same direction, a noun and a verb do not."""
    company = neighbours(TEXTS, width=3)
    assert company["book"] @ company["letter"] > 0.95
    assert company["book"] @ company["wrote"] < 0.5


def test_commonness_counts_words_with_and_without_capitals() -> None:
    """A word's count makes the first figure, its share without a capital the second; rare words have none."""
    common, low = commonness([["May", "may", "may", "may", "may", "Lima", "Lima", "Lima", "Lima", "Lima"], ["Once"]])
    assert low == {"may": 0.8, "lima": 0.0}
    assert set(common) == {"may", "lima"}
