"""The cues: no rule of the grammar has a match that does not begin where a cue of its group says that one can."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from hrcli.extract.dating import timecues, timerules

FIGURES = [
    "1",
    "3rd",
    "16-18",
    "2010",
    "1998-99",
    "2011-04-05",
    "2/3/2011",
    "10:30",
    "5 p.m.",
    "1990s",
    "'90s",
    "19th-century",
    "9/11",
    "½",
]
VOCABULARY = sorted(frozenset().union(*timerules.leads().values()) | timecues.groups_of().keys())
WORDS = st.sampled_from(VOCABULARY) | st.sampled_from([word.capitalize() for word in VOCABULARY]) | st.sampled_from(FIGURES)


TOKENIZER = spacy.blank("en")


def laid_out(text: str) -> Doc:
    """The text cut into words."""
    return TOKENIZER(text)


def begins(text: str) -> dict[str, set[int]]:
    """Group -> the places where an expression of the group can begin."""
    out: dict[str, set[int]] = {group: set() for group in timerules.RULES}
    for group, place in timecues.cues(laid_out(text)):
        out[group].update(timecues.starts(text[::-1], place, timerules.leads()[group]))
    return out


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", "\n", ", ", "-", " – "]))
def test_every_match_of_every_rule_begins_at_a_cue_or_at_the_words_before_it(words: list[str], gap: str) -> None:
    """Going over the whole text with each pattern finds nothing that the cues would have missed."""
    text = gap.join(words)
    places = begins(text)
    for group, found in timerules.rules().items():
        for rule in found:
            assert {match.start() for match in rule.pattern.finditer(text)} <= places[group]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no more than the past twenty-two years", [0, 3, 8, 13, 17, 22, 29, 33]),
        ("He left lastyear", [8]),
        ("He left on the 1stMay", [8, 11, 15, 16]),
    ],
)
def test_the_way_back_from_a_cue_goes_over_lead_words_and_numbers(text: str, expected: list[int]) -> None:
    """An expression can begin at its cue or at any of the words that may lead up to it, with spaces between them or without."""
    assert sorted(set().union(*begins(text).values())) == expected


def test_a_weekday_that_spacy_takes_for_two_words_is_a_cue() -> None:
    """The tokenizer cuts "Wed" like "we'd"."""
    assert 10 in begins("They met: Wed. 6 May")["weekday"]


def test_plain_prose_has_no_cues() -> None:
    """Where nothing can be found, nothing is tried."""
    assert timecues.cues(laid_out("The three of them said that 12 officers had marched against the decree.")) == []
