"""From the form of an expression to its value."""

from __future__ import annotations

import pytest
import spacy

from hrcli.extract.dating import timegrammar
from hrcli.extract.dating.timeframe import Frame, Value
from hrcli.extract.dating.timevalue import report_month, report_year, resolve

TOKENIZER = spacy.blank("en")
TUESDAY = "2011-04-26"


def value(text: str, **frame: object) -> Value:
    return resolve(timegrammar.find(TOKENIZER(text))[0].form, Frame(**frame))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", "2011-04-27"),
        ("last October", "2010-10"),
        ("last April", "2010-04"),
        ("next week", "2011-W18"),
        ("three days ago", "2011-04-23"),
        ("two years ago", "2009"),
        ("earlier this month", "2011-04"),
        ("last fall", "2010-23"),
        ("last winter", "2010-24"),
        ("the end of last month", "2011-03"),
        ("June last year", "2010-06"),
        ("October the year before last", "2009-10"),
        ("last year's September", "2010-09"),
        ("last Tuesday", "2011-04-19"),
        ("next Tuesday", "2011-05-03"),
        ("last weekend", "2011-04-23/2011-04-24"),
        ("two years' time", "2013"),
        ("this decade", "201X"),
        ("the first half of next year", "2012-01/2012-06"),
        ("Human Rights Day last year", "2010-12-10"),
        ("the 2nd of this month", "2011-04-02"),
    ],
)
def test_relative_to_the_document(text: str, expected: str) -> None:
    """Expressions that count from the writing are counted from the document's date, and say so."""
    found = value(text, base=TUESDAY)
    assert found.date == expected
    assert found.anchor == f"document date {TUESDAY}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two days later", "2009-03-07"),
        ("the next day", "2009-03-06"),
        ("three weeks later", "2009-03-26"),
        ("exactly a month later", "2009-04-05"),
        ("a month later", "2009-04"),
        ("the following month", "2009-04"),
        ("the same year", "2009"),
        ("that December", "2009-12"),
        ("the following February", "2010-02"),
        ("the previous November", "2008-11"),
        ("the 19th of that month", "2009-03-19"),
    ],
)
def test_relative_to_the_text(text: str, expected: str) -> None:
    """Expressions that count from the story are counted from the last date in the text."""
    assert value(text, base=TUESDAY, focus="2009-03-05").date == expected


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("Tuesday", "past", "2011-04-26"),
        ("Tuesday", "future", "2011-04-26"),
        ("Friday", "past", "2011-04-22"),
        ("Friday", "future", "2011-04-29"),
        ("May", "past", "2010-05"),
        ("in May", "future", "2011-05"),
        ("12 December", "past", "2010-12-12"),
        ("12 December", "future", "2011-12-12"),
        ("27 April", "past", "2011-04-27"),
        ("in autumn", "past", "2010-23"),
    ],
)
def test_bare_days_and_months_follow_the_tense(text: str, direction: str, expected: str) -> None:
    """The nearest one that the tense allows; a day or two on the wrong side is a late page, not another year."""
    assert value(f"in {text}" if text == "May" else text, base=TUESDAY, direction=direction).date == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("March 12", "XXXX-03-12"), ("last October", "XXXX-10"), ("March 3-April 4", "XXXX-03-03/XXXX-04-04")]
)
def test_without_a_document_date_the_year_stays_open(text: str, expected: str) -> None:
    """Nothing is guessed, and never the day of the run taken."""
    assert value(text).date == expected


@pytest.mark.parametrize("text", ["yesterday", "Friday", "last week", "two years ago", "the next day"])
def test_without_a_date_to_count_from_there_is_no_date(text: str) -> None:
    """A relative expression without its base has no date and is no calendar date."""
    assert value(text).date is None
    assert value(text).kind == "reference"


@pytest.mark.parametrize(
    ("focus", "expected"), [("2009", "2010-02"), ("2009-23", "2010-02"), ("2009-01", "2009-02"), ("2009-02", "2010-02")]
)
def test_the_following_month_lies_behind_all_of_a_year_or_season(focus: str, expected: str) -> None:
    """ "The following February" counts from the end of the year, season or month that was told."""
    assert value("the following February", focus=focus).date == expected


@pytest.mark.parametrize(
    ("title", "base", "expected"),
    [
        ("Arrests in Arland: April 2023", "2023-05-04", "2023-04"),
        ("Arrests in Arland: April 2019", "2023-05-04", None),
        ("The killings of 4 June 1989", "1989-06-10", None),
        (None, "2023-05-04", None),
    ],
)
def test_a_monthly_list_says_its_month_in_its_title(title: str | None, base: str, expected: str | None) -> None:
    """A month with its year, not long before the document's date; no month of a day."""
    assert report_month(title, base) == expected


def test_a_day_alone_belongs_to_the_month_of_the_report() -> None:
    """In a list of one month "the 19th" is its day, whatever month was named last."""
    assert value("on the 19th.", base="2023-05-04", focus="2023-01", report_month="2023-04").date == "2023-04-19"
    assert value("on the 19th.", base="2023-05-04", focus="2023-01").date == "2023-01-19"


def test_a_yearly_report_lends_its_year() -> None:
    """Bare months in a report on 2015 belong to 2015."""
    assert value("in June", base="2016-01-28", direction="past", report_year=2015).date == "2015-06"
    assert value("at year's end", base="2016-01-28", report_year=2015).date == "2015"
    assert report_year("ATLANTIS: EVENTS OF 2015\n\nThe government") == 2015


@pytest.mark.parametrize(
    ("text", "expected"),
    [("two and a half years", "P2Y6M"), ("18 months", "P18M"), ("7.5 years", "P7Y6M"), ("twelve hours", "PT12H"), ("several weeks", "PXW")],
)
def test_durations(text: str, expected: str) -> None:
    """Durations are ISO 8601 and have no date."""
    found = value(text)
    assert (found.kind, found.timex3.value, found.date) == ("duration", expected, None)
