"""The grammar: which words are a temporal expression, and where it starts and ends."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.extract.dating import timegrammar
from hrcli.extract.dating.timeforms import Calendar, Found
from hrcli.extract.dating.timeframe import Frame
from hrcli.extract.dating.timevalue import resolve

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
FORMS = [
    "{m} {d}, {y}", "{d} {m} {y}", "{d}{th} of {m}, {y}", "{m} {d} {y}", "{y}-{n:02d}-{d:02d}", "{d} {M} {y}", "{s}. {d}, {y}",
    "{d} {s} {y}", "{m} {d},{y}", "{d}-{s}-{y}", "{y}, {m} {d}", "the {d}{th} day of {m}, {y}", "{w}, {m} {d}, {y}", "{w} {d} {m} {y}",
    "{m} {d}{th}, {y}", "{y}/{n:02d}/{d:02d}", "{d:02d} {m} {y}", "the {d}{th} of {m} {y}", "{m} the {d}{th}, {y}",
    "{w}, {d} {s} {y}", "{d} {m}, {y}",
]  # fmt: skip


TOKENIZER = spacy.blank("en")


def find(text: str) -> list[Found]:
    return timegrammar.find(TOKENIZER(text))


def spans(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find(text)]


@settings(deadline=None)
@given(DAYS, st.sampled_from(FORMS))
def test_a_written_date_comes_back_whole(day: date, form: str) -> None:
    """A full date in any usual form is found with its exact span and read to the very day."""
    month = MONTHS[day.month - 1]
    th = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    written = form.format(y=day.year, m=month, M=month.upper(), s=month[:3], n=day.month, d=day.day, th=th, w=f"{day:%A}")
    text = f"They met on {written} in Geneva."
    found = find(text)
    assert [text[f.start : f.end].removeprefix("the ") for f in found] == [written.removeprefix("the ")]
    assert resolve(found[0].form, Frame()).date == day.isoformat()


@settings(deadline=None)
@given(st.text(alphabet="0123456789 MayJune,.-/thofle\n", max_size=60))
def test_expressions_stay_in_the_text_and_apart(text: str) -> None:
    """Whatever the text, expressions are not empty, lie inside it and never overlap."""
    at = 0
    for found in find(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("arrested in mid-February and freed on the 3rd", ["mid-February", "the 3rd"]),
        ("from 16-18 June", ["16-18 June"]),
        ("from 31 May-2 June 2016", ["31 May-2 June 2016"]),
        ("on 1 and 3 June", ["1", "3 June"]),
        ("June this year", ["June this year"]),
        ("tomorrow's and Sunday’s hearings", ["tomorrow", "Sunday"]),
        ("for more than two months", ["more than two months"]),
        ("in the 1990s", ["the 1990s"]),
        ("in the 70s and the '80s, in her 40s", ["the 70s", "the '80s"]),
        ("the Oct. 23 killing", ["Oct. 23"]),
        ("over the past two years", ["the past two years"]),
        ("for the nine months", ["the nine months"]),
        ("late on Friday, early Sunday", ["Friday", "early Sunday"]),
        ("until 5 p.m. EST, Nov. 9", ["5 p.m. EST, Nov. 9"]),
        ("two and a half years and a week or so ago", ["two and a half years", "a week or so ago"]),
        ("in the fiscal second quarter of 2019", ["the fiscal second quarter of 2019"]),
        ("by year-end, in the year-ago quarter", ["year-end", "the year-ago quarter"]),
        ("the 20th anniversary of the 1989 massacre", ["the 20th anniversary", "1989"]),
        ("in nineteen ninety-four", ["nineteen ninety-four"]),
        ("their day-long meeting, the years ahead.", ["day-long", "the years ahead"]),
        ("the 1951 Convention", ["1951"]),
        ("the night of July 9-10", ["the night of July 9-10"]),
        ("every three months", ["every three months"]),
        ("at 1:07 p.m. EDT as he", ["1:07 p.m. EDT"]),
    ],
)
def test_spans(text: str, expected: list[str]) -> None:
    """Each expression has its modifiers and no more."""
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He may march with Charter 08 and UN80.",
        "resolution 1973, article 19, document A/HRC/48/2021 and case TJK 4/2022",
        "a teacher aged 45, a 31-year-old poet, 2000 people, $2000 and 2000 yuan",
        "+41 22 555 2015, Box 1984",
        "on Bloody Sunday",
        "lost 3-1 and 12/7",
        "on 31 of them",
    ],
)
def test_numbers_and_words_that_are_no_dates(text: str) -> None:
    """Modals, ages, counts, codes, telephone numbers, prices and names are left alone."""
    assert spans(text) == []


def test_a_year_said_once_serves_all_months_before_it() -> None:
    """In "May, June and July 2015" all three months are of 2015."""
    forms = [found.form for found in find("in May, June and July 2015")]
    assert [form.year for form in forms if isinstance(form, Calendar)] == [2015, 2015, 2015]
