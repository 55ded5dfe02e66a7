"""Weekdays are checked against the calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.extract.dating import weekdays
from hrcli.records import Document, DocumentAnalysis


@pytest.mark.parametrize(
    ("text", "value", "line"),
    [
        ("Tuesday 4 March 2009", "2009-03-04", '"Tuesday 4 March 2009": that day was a Wednesday'),
        ("Tues., March\n4, 2009", "2009-03-04", '"Tues., March 4, 2009": that day was a Wednesday'),
        ("the night of Sunday, the 4th of March 2009", "2009-03-04", '"Sunday, the 4th of March 2009": that day was a Wednesday'),
        ("Wednesday 4 March 2009", "2009-03-04", None),
        ("Wed, 4 Mar 2009", "2009-03-04", None),
        ("Tuesday 4 March", "2009-03-04", None),
        ("Tuesday", "2009-03-03", None),
        ("Tuesday 04/03/2009", "2009-03-04", None),
        ("March 2009", "2009-03", None),
        ("Monday 2 to Friday 7 March 2009", "2009-03-02/2009-03-07", None),
    ],
)
def test_a_weekday_is_that_of_its_date(text: str, value: str, line: str | None) -> None:
    """Where the date is full and its month has a name; else the date may have been made to fit."""
    assert weekdays.misnamed(text, value) == line


def test_each_wrong_weekday_is_told_once_and_few_are() -> None:
    """A document full of them is told of a handful, and what was told before stays."""
    wrong = [(f"Tuesday {day} March 2009", f"2009-03-{day:02}") for day in (4, 4, 5, 6, 7, 8, 9, 11)]
    known = ["odd letters", '"Tuesday 4 March 2009": that day was a Wednesday']
    document = Document(id="0", path="a.txt", sha256="0", words=1, warnings=known)
    found = weekdays.checked(document, [("last week", None), *wrong]).warnings
    assert found[:3] == [*known, '"Tuesday 5 March 2009": that day was a Thursday']
    assert len(found) == 1 + weekdays.MOST


def test_an_analysis_tells_of_wrong_weekdays(analyze: Callable[..., DocumentAnalysis]) -> None:
    """Those of its text, among the document's warnings."""
    found = analyze("Police arrested Ana Ruiz on Monday, March 3, 2015. The court will hear her case on Friday 6 March 2015.")
    assert found.document.warnings == ['"Monday, March 3, 2015": that day was a Tuesday']
