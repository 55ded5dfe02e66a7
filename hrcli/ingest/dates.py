"""Absolute dates as pages print them, as EDTF: enough to date a document, not to read its sentences (that is extract's)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from hrcli.ingest.phrases import Phrases
from hrcli.ingest.vocabulary import Vocabulary

YEAR = re.compile(r"(?:19|20)\d\d")
EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Found(NamedTuple):
    """A date in a text: where it stands (half open), and its EDTF value (day or month)."""

    start: int
    end: int
    value: str


def find(text: str, vocabulary: Vocabulary) -> Iterator[Found]:
    """The dates in `text` that name at least a month and a year; a range of days and an ambiguous 10/01/2014 are none."""
    for hit in _pattern(vocabulary).finditer(text) if YEAR.search(text) else ():
        value = _value(hit, vocabulary)
        if value:
            yield Found(hit.start(), hit.end(), value)


def days(text: str, vocabulary: Vocabulary) -> list[Found]:
    """The dates in `text` that name a day."""
    return [found for found in find(text, vocabulary) if len(found.value) == len("2009-02-13")]


@cache
def others(vocabulary: Vocabulary) -> Phrases:
    """The words that speak of another date than that of publication."""
    return Phrases(vocabulary.dates.avoid)


def is_edtf(value: str) -> bool:
    """Whether `value` is a year, a month or a day of the calendar in EDTF: 2009, 2009-02, 2009-02-13."""
    hit = EDTF.fullmatch(value)
    return hit is not None and _edtf(int(hit[1]), int(hit[2] or 1), int(hit[3] or 1)) is not None


@cache
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    month = "|".join(sorted(vocabulary.dates.months, key=len, reverse=True))
    year = r"(?:19|20)\d\d(?!\d)"
    day = r"[0-3]?\d(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?<![\d/-])(?:(?P<Y1>{year})[-/.](?P<M1>[01]?\d)[-/.](?P<D1>[0-3]?\d)(?!\d)"
        rf"|(?P<D2>{day})(?:\s+of)?[\s-]*\b(?P<N2>{month})\b\.?,?[\s-]*(?P<Y2>{year})"
        rf"|\b(?P<N3>{month})\b\.?\s*(?P<D3>{day}),?\s*(?P<Y3>{year})"
        rf"|\b(?P<N4>{month})\b\.?,?\s+(?P<Y4>{year})"
        rf"|(?P<A>[0-3]?\d)(?P<sep>[./-])(?P<B>[0-3]?\d)(?P=sep)(?P<Y5>{year}))",
        re.IGNORECASE,
    )


def _value(hit: re.Match[str], vocabulary: Vocabulary) -> str | None:
    for n in "23":
        if hit["Y" + n]:
            return _edtf(int(hit["Y" + n]), vocabulary.dates.months[hit["N" + n].lower()], int(re.sub(r"\D", "", hit["D" + n])))
    if hit["Y4"]:
        return f"{hit['Y4']}-{vocabulary.dates.months[hit['N4'].lower()]:02}"
    if hit["Y1"]:
        return _edtf(int(hit["Y1"]), int(hit["M1"]), int(hit["D1"]))
    return _numeric(int(hit["A"]), int(hit["B"]), int(hit["Y5"]), dotted=hit["sep"] == ".")


def _numeric(first: int, second: int, year: int, *, dotted: bool) -> str | None:
    """17.03.2012 is the 17th; 10/01/2014 may be two days, so it is none unless one number can be no month."""
    if dotted or first > 12 or first == second:
        return _edtf(year, second, first)
    return _edtf(year, first, second) if second > 12 else None


def _edtf(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
