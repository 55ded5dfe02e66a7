"""scope.py: phrases, their overlaps, and how far a modifier reaches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrcli.extract.holding.scope import find, longest, phrases, reaches, words_of

WORDS = st.lists(st.sampled_from(["released", "a", "statement", "took", "away", "her", "."]), max_size=30)
TABLE = phrases([("released", "cue"), ("released a statement", "pseudo"), ("took ~ away", "gap")])


def test_a_longer_phrase_swallows_the_cue_inside() -> None:
    """A pseudo cue of several words leaves no room for the cue that it holds."""
    hits = longest(find(["they", "released", "a", "statement"], TABLE))
    assert [hit.what for hit in hits] == ["pseudo"]


def test_a_gap_leaves_its_words_free() -> None:
    """The words between the parts of a split phrase still belong to other phrases."""
    hits = longest(find(["they", "took", "her", "released", "away"], TABLE))
    assert sorted(hit.what for hit in hits) == ["cue", "gap"]


def test_a_gap_ends_at_a_full_stop() -> None:
    """A split phrase does not reach over the end of a sentence."""
    assert find(["they", "took", ".", "away"], TABLE) == []


def test_a_modifier_reaches_forward_as_far_as_it_says() -> None:
    """With `after` 2 the second word behind is reached and the third is not."""
    assert reaches(0, 1, 2, before=0, after=2, stops=[])
    assert not reaches(0, 1, 3, before=0, after=2, stops=[])


def test_a_modifier_reaches_backward_as_far_as_it_says() -> None:
    """With `before` 1 only the word right in front is reached."""
    assert reaches(3, 4, 2, before=1, after=0, stops=[])
    assert not reaches(3, 4, 1, before=1, after=0, stops=[])


def test_nothing_reaches_across_a_stop() -> None:
    """A word that ends the clause cuts the scope off."""
    assert not reaches(0, 1, 4, before=0, after=9, stops=[2])


@given(WORDS)
def test_hits_are_disjoint_and_inside_the_text(words: list[str]) -> None:
    """Whatever the words, the hits that remain share no word and lie in the text."""
    hits = longest(find(words, TABLE))
    places = [place for hit in hits for place in words_of(hit)]
    assert len(places) == len(set(places))
    assert all(0 <= place < len(words) for place in places)
