"""Weekdays that disagree with the calendar: a date with one is wrong in one of the two, and a reader should look which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from msgspec.structs import replace

from hrcli.extract.dating.timewords import either, weekday, words
from hrcli.records import Document

MOST = 5  # warnings of one document
DAY = len("2009-02-13")


def checked(document: Document, told: Iterable[tuple[str, str | None]]) -> Document:
    """The document with a warning for each expression (its words and its EDTF date) whose weekday is another day's, at most MOST."""
    wrong = dict.fromkeys(line for text, value in told if value and (line := misnamed(text, value)))
    return replace(document, warnings=list(dict.fromkeys([*document.warnings, *list(wrong)[:MOST]]))) if wrong else document


def misnamed(text: str, value: str) -> str | None:
    """What is wrong with the weekday in "Tuesday, 4 March 2009", a day (EDTF) whose year is given; None where all is well."""
    hit = _full().search(text) if len(value) == DAY and value[:4] in text else None
    if hit is None:
        return None
    right = date.fromisoformat(value).weekday()
    if weekday(hit["weekday"].rstrip(".")) == right:
        return None
    name = next(name for name, number in words().weekdays.items() if number == right)
    return f'"{" ".join(hit[0].split())}": that day was a {name.title()}'


@cache
def _full() -> re.Pattern[str]:
    """A weekday, a month by its name, and a year behind both: in figures alone, day and month may have been taken one for the other."""
    known = words()
    months = either([*known.months, *known.month_abbreviations])
    return re.compile(
        rf"\b(?P<weekday>{either([*known.weekdays, *known.weekday_abbreviations])})\b[^/]*\b(?:{months})\b[^/]*?\d{{4}}\b", re.IGNORECASE
    )
