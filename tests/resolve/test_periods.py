"""The days that a date may mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrcli.errors import UsageError
from hrcli.resolve import periods


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2009-02-16", ("2009-02-16", "2009-02-16")),
        ("2009-02~", ("2009-02-01", "2009-02-28")),
        ("2009", ("2009-01-01", "2009-12-31")),
        ("201X", ("2010-01-01", "2019-12-31")),
        ("2010-23", ("2010-09-01", "2010-11-30")),
        ("2010-24", ("2010-12-01", "2011-02-28")),
        ("2011-W03", ("2011-01-17", "2011-01-23")),
        ("2009-02-16/2009-02-18", ("2009-02-16", "2009-02-18")),
        ("2009/..", ("2009-01-01", "2009-12-31")),
        ("XXXX-03-12", None),
        (None, None),
    ],
)
def test_days(value: str | None, days: tuple[str, str] | None) -> None:
    """An EDTF date is a first and a last day; one without a year is none."""
    assert periods.days(value) == days


def test_since_and_until_take_the_outer_days() -> None:
    """A month asked for is meant from its first to its last day."""
    assert (periods.since("2008-02"), periods.until("2008-02")) == ("2008-02-01", "2008-02-29")


@pytest.mark.parametrize("value", ["yesterday", "2009-13", "2009-02-30", "16.2.2009", "", "2010-21"])
def test_what_is_no_date_is_refused(value: str) -> None:
    """Anything but a year, a month or a day is a usage error that says what to write."""
    with pytest.raises(UsageError) as error:
        periods.since(value)
    assert error.value.hint


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_lies_within_its_month_and_year(day: date) -> None:
    """The longer the prefix, the shorter the time."""
    text = str(day)
    year, month, exact = (periods.days(prefix) for prefix in (text[:4], text[:7], text))
    assert year and month and exact
    assert year[0] <= month[0] <= exact[0] == exact[1] <= month[1] <= year[1]


@given(st.text(alphabet="0123456789-/.X~?W", max_size=20))
def test_any_text_is_read_or_left(value: str) -> None:
    """No text breaks the reader, and a first day is never after its last."""
    found = periods.days(value)
    assert found is None or "/" in value or found[0] <= found[1]
