"""Calendar arithmetic on EDTF values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrcli.extract.dating import almanac

DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2011-04-26", "2011-04-26", "2011-04-26"),
        ("2009-02", "2009-02-01", "2009-02-28"),
        ("2009", "2009-01-01", "2009-12-31"),
        ("2011-W03", "2011-01-17", "2011-01-23"),
        ("2010-24", "2010-12-01", "2011-02-28"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2009-02-16/2009-03", "2009-02-16", "2009-03-31"),
    ],
)
def test_bounds_are_the_first_and_the_last_day(value: str, first: str, last: str) -> None:
    """Every form of date covers the days from its first to its last."""
    assert almanac.bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["XXXX-03-12", "XXXX", "2017/..", "2011-02-31"])
def test_a_date_that_is_not_fixed_has_no_bounds(value: str) -> None:
    """Unknown years, open ends and days that do not exist cover nothing."""
    assert almanac.bounds(value) is None


@given(DAYS, st.integers(0, 6))
def test_the_nearest_weekday_lies_within_a_week(day: date, weekday: int) -> None:
    """Looking back or ahead finds the day itself or one of the six before or after it."""
    back = almanac.nearest_weekday(day, weekday, "past")
    ahead = almanac.nearest_weekday(day, weekday, "future")
    assert back.weekday() == ahead.weekday() == weekday
    assert 0 <= (day - back).days < 7
    assert 0 <= (ahead - day).days < 7


@given(DAYS, st.integers(-400, 400), st.sampled_from("DWMQYEC"))
def test_a_step_is_a_date_with_ordered_bounds(day: date, count: int, unit: str) -> None:
    """Steps of every unit lead to something that begins before it ends."""
    there = almanac.step(day.isoformat(), count, unit)
    limits = almanac.bounds(there) if there else None
    assert limits is None or limits[0] <= limits[1]


def test_steps_keep_the_exactness_of_their_unit() -> None:
    """Three weeks before a day is a week, two years before it a year; a month can't be counted in days."""
    assert almanac.step("2011-04-26", -3, "W") == "2011-W14"
    assert almanac.step("2011-04-26", -2, "Y") == "2009"
    assert almanac.step("2011-04", 10, "D") is None


def test_a_weekday_tells_the_year() -> None:
    """18 February was a Friday in 2022, so a page of early 2023 that says so means 2022."""
    assert almanac.year_with_weekday("2023-01-05", 2, 18, 4) == 2022


def test_without_a_tense_the_nearer_day_wins_and_the_past_weighs_more() -> None:
    """In January a bare 6 March lies ahead, in April a bare 5 August lies behind."""
    assert almanac.nearest_day("2000-01-15", 3, 6, None) == 2000
    assert almanac.nearest_day("2020-04-15", 8, 5, None) == 2019
