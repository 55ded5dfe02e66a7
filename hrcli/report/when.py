"""Dates as people write them, from EDTF: for the outputs that are read, never for those that are processed.

A known year is written as ISO 8601 writes it, so that a column of dates is in order by eye too; words come in only where
ISO has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
YEARLESS = "XXXX-"
OPEN = ("", "..")
QUALIFIED = {"~": "c. {}", "?": "{}?", "%": "c. {}?"}


def said(edtf: str | None) -> str:
    """An EDTF date in words as far as it needs any: `2009-02-16 to 02-18`, `c. 2011`, `Mar 12, year unknown`; "" where there is none."""
    first, interval, last = (edtf or "").partition("/")
    return _range(first, last) if interval else _one(first)


def _range(first: str, last: str) -> str:
    if last in OPEN:
        return f"from {_one(first)}"
    if first in OPEN:
        return f"until {_one(last)}"
    if first.startswith(YEARLESS) and last.startswith(YEARLESS):
        return f"{_one(first).removesuffix(', year unknown')} to {_one(last)}"
    same_year = first[:4] == last[:4] and len(first) == len(last) == len("2009-02-16")
    return f"{_one(first)} to {last[5:] if same_year else _one(last)}"


def _one(value: str) -> str:
    """A date that is no interval; what has no words of its own stays as it is."""
    if value[-1:] in QUALIFIED:
        return QUALIFIED[value[-1]].format(_one(value[:-1]))
    for pattern, words in FORMS:
        if found := re.fullmatch(pattern, value):
            return words(*found.groups())
    return value


def _century(hundreds: str) -> str:
    number = int(hundreds) + 1
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


def _week(year: str, week: str) -> str:
    try:
        return f"week of {date.fromisocalendar(int(year), int(week), 1)}"
    except ValueError:
        return f"{year}-W{week}"


FORMS: tuple[tuple[str, Callable[..., str]], ...] = (
    (r"(\d{3})X", "{}0s".format),
    (r"(\d\d)XX", _century),
    (r"(\d{4})-W(\d\d)", _week),
    (r"(\d{4})-(2[1-4])", lambda year, season: f"{SEASONS[season]} {year}"),
    (r"XXXX-(2[1-4])", lambda season: f"{SEASONS[season]}, year unknown"),
    (r"XXXX-(0[1-9]|1[0-2])", lambda month: f"{MONTHS[int(month) - 1]}, year unknown"),
    (r"XXXX-(0[1-9]|1[0-2])-(\d\d)", lambda month, day: f"{MONTHS[int(month) - 1]} {int(day)}, year unknown"),
)
