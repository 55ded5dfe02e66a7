"""What holds of dates whatever the text and whatever the day."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.extract.dating import almanac, timegrammar
from hrcli.extract.dating.timeframe import Frame, Value
from hrcli.extract.dating.timevalue import resolve
from hrcli.extract.dating.timewords import words

TOKENIZER = spacy.blank("en")
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))
ANY_DAY = st.sampled_from(["0001-01-01", "9999-12-31", "1582-10"]) | st.dates().map(date.isoformat)
RELATIVE = [
    "today", "yesterday", "tomorrow", "the day before yesterday", "the day after tomorrow", "tonight", "last night", "this morning",
    "three days ago", "ten days from now", "in five days' time", "a day ago", "21 days ago", "yesterday evening",
]  # fmt: skip
WORDS = [
    *words().months, *words().weekdays, *words().seasons, *words().units, *words().numbers, *words().ordinals, *words().parts,
    "last", "next", "this", "the", "that", "same", "following", "previous", "ago", "later", "before", "after", "in", "of", "and", "to",
    "year", "years", "days", "weeks", "quarter", "half", "mid-", "early", "-", "/", ",", ".", ":", "\n", "0", "1", "31", "99", "2009",
    "1500", "20", "9999", "p.m.", "UTC", "Easter", "Thanksgiving", "anniversary of", "century", "decade", "weekend", "every", "ended",
    "'80s", "st", "th",
]  # fmt: skip


def values(text: str, **frame: object) -> list[Value]:
    found = (resolve(each.form, Frame(**frame)) for each in timegrammar.find(TOKENIZER(text)))  # type: ignore[arg-type]
    return [value for value in found if value is not None]


@settings(deadline=None)
@pytest.mark.parametrize("text", RELATIVE)
@given(day=DAYS, shift=st.integers(-800, 800))
def test_what_is_counted_from_the_writing_moves_with_it(text: str, day: date, shift: int) -> None:
    """A document written n days later means days that lie n days later."""
    (first,), (second,) = values(text, base=day.isoformat()), values(text, base=(day + timedelta(shift)).isoformat())
    assert first.date is not None and second.date is not None
    assert date.fromisoformat(second.date) - date.fromisoformat(first.date) == timedelta(shift)


@settings(deadline=None)
@given(text=st.lists(st.sampled_from(WORDS), max_size=12), base=ANY_DAY, focus=ANY_DAY, direction=st.sampled_from(["past", "future", None]))
def test_no_text_leads_out_of_the_calendar(text: list[str], base: str, focus: str, direction: str | None) -> None:
    """Whatever the words and the day, there is a value or none, and its years lie between 1 and 9999."""
    for value in values(" ".join(text), base=base, focus=focus, near=focus, direction=direction):
        limits = almanac.extent(value.date) if value.date else (None, None, None)
        assert all(limit is None or "0001-01-01" <= limit <= "9999-12-31" for limit in limits[:2])
        assert re.fullmatch(r"(?:\d{4}|XXXX|\d{2,3}X{1,2}).*", value.date or "XXXX")


@settings(deadline=None)
@given(text=st.text(max_size=80), base=ANY_DAY)
def test_no_characters_break_the_grammar(text: str, base: str) -> None:
    """Any text has its temporal expressions, or none."""
    assert all(value.timex3.value for value in values(text, base=base))
