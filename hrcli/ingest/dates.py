"""Absolute dates as pages print them, as EDTF: enough to date a document, not to read its sentences (that is extract's)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from hrcli.ingest.phrases import Phrases, plain
from hrcli.ingest.vocabulary import Vocabulary

YEAR = re.compile(r"(?:19|20)\d\d")
ISO = re.compile(r"\s*((?:19|20)\d\d)(?:[-/]?(\d\d)(?:[-/]?(\d\d))?)?(?![\d/-])")
UNSET = "1970-01-01"  # the first day that computers know, where nobody set one
CODE = re.compile(r"\b[A-Z]{3} $")  # before the number of a document: ASA 17/12/2009
EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Found(NamedTuple):
    """A date in a text: where it stands (half open), its EDTF value (day or month), and the weekday beside it, Monday 0."""

    start: int
    end: int
    value: str
    weekday: int | None = None


def find(text: str, vocabulary: Vocabulary) -> Iterator[Found]:
    """The dates in `text` that name at least a month and a year; a range of days and an ambiguous 10/01/2014 are none."""
    for hit in _pattern(vocabulary).finditer(text) if YEAR.search(text) else ():
        value = _value(hit, vocabulary)
        if value and not (hit["A"] and CODE.search(text[: hit.start()])):
            yield _beside_weekday(text, Found(hit.start(), hit.end(), value), vocabulary)


def days(text: str, vocabulary: Vocabulary) -> list[Found]:
    """The dates in `text` that name a day."""
    return [found for found in find(text, vocabulary) if len(found.value) == len("2009-02-13")]


def yearless(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int, int, int]]:
    """The dates in `text` that name a day and a month but no year: where each stands, its month and its day."""
    for hit in _yearless(vocabulary).finditer(text):
        month = vocabulary.dates.months[(hit["N1"] or hit["N2"]).lower()]
        found = _beside_weekday(text, Found(hit.start(), hit.end(), ""), vocabulary)
        yield found.start, found.end, month, int(hit["D1"] or hit["D2"])


def stated(text: str, vocabulary: Vocabulary) -> str | None:
    """The date, in EDTF, that metadata give: "2014-05-12T08:00Z", "20140512", "2014", "Mon, 12 May 2014 08:00:00 GMT".

    None for the day of a change ("Updated 3 June 2014").
    """
    if hit := ISO.match(text):
        value = "-".join(filter(None, hit.groups()))
        return value if is_edtf(value) and value != UNSET else None
    last = 0
    for found in find(text, vocabulary):
        if not changed(text[last : found.start], vocabulary):
            return found.value
        last = found.end
    return None


def misnamed(text: str, found: Found, vocabulary: Vocabulary) -> str | None:
    """What is wrong with a date in `text` whose weekday is another's: a line for people."""
    if found.weekday is None or len(found.value) < len("2009-02-13") or date.fromisoformat(found.value).weekday() == found.weekday:
        return None
    quote = " ".join(text[found.start : found.end].split())
    right = date.fromisoformat(found.value).weekday()
    return f'"{quote}": that day was a {next(name for name, day in vocabulary.dates.weekdays.items() if day == right).title()}'


def announced(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with words that announce the date of publication or of a change: "Issue date: ...", "Updated ..."."""
    return _labels(vocabulary).match(text) is not None


def changed(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a stretch of text ends with words that announce the day of a change."""
    return _updates(vocabulary).search(plain(text)) is not None


def labelled(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a stretch of text ends with words that announce a date and a colon: "Index: ASA 17/024/2009 Issue date: "."""
    return _inline(vocabulary).search(text) is not None


def told(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a stretch of text ends as before the date of an event: "Arrested: ", "Detained since ", "The massacre of "."""
    return _events(vocabulary).search(text) is not None


@cache
def _inline(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = "|".join(map(re.escape, vocabulary.dates.labels))
    return re.compile(rf"(?<![^\W\d_] )(?<!\w)(?:{words}):\s*$", re.IGNORECASE)


@cache
def _events(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\b(?:since|(?:{'|'.join(vocabulary.dates.events)})\b[^,;(–—|-]{{0,20}})\s*$", re.IGNORECASE)


@cache
def _labels(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = sorted(vocabulary.dates.labels + vocabulary.dates.updates, key=len, reverse=True)
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, words))})\b(?!\s+of\b|[’'])", re.IGNORECASE)


@cache
def _updates(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, vocabulary.dates.updates))})(?: on)?$")


@cache
def others(vocabulary: Vocabulary) -> Phrases:
    """The words that speak of another date than that of publication."""
    return Phrases(vocabulary.dates.avoid)


def is_edtf(value: str) -> bool:
    """Whether `value` is a year, a month or a day of the calendar in EDTF: 2009, 2009-02, 2009-02-13."""
    hit = EDTF.fullmatch(value)
    return hit is not None and edtf(int(hit[1]), int(hit[2] or 1), int(hit[3] or 1)) is not None


def _beside_weekday(text: str, found: Found, vocabulary: Vocabulary) -> Found:
    """A date with the weekday that stands before it ("Tuesday, 3 March 2009") or in brackets behind it."""
    before = _weekday_before(vocabulary).search(text, max(0, found.start - 16), found.start)
    if before and before[1][0].isupper() and not text[: before.start()].lower().endswith("the "):  # The Sun, 4 May 2012
        return found._replace(start=before.start(), weekday=vocabulary.dates.weekdays[before[1].lower()])
    if after := _weekday_after(vocabulary).match(text, found.end):
        return found._replace(end=after.end(), weekday=vocabulary.dates.weekdays[after[1].lower()])
    return found


@cache
def _weekday_before(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(vocabulary.dates.weekdays)})\b[.,]{{0,2}}\s*(?:the\s+)?$", re.IGNORECASE)


@cache
def _weekday_after(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s?\(({'|'.join(vocabulary.dates.weekdays)})\.?\)", re.IGNORECASE)


@cache
def _yearless(vocabulary: Vocabulary) -> re.Pattern[str]:
    month = "|".join(sorted(vocabulary.dates.months, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<N1>{month})\b\.?\s(?P<D1>[0-3]?\d)(?:st|nd|rd|th)?\b(?!,? ?\d{{3}})"
        rf"|(?<![\d/.-])(?P<D2>[0-3]?\d)(?:st|nd|rd|th)?(?:\sof)?\s(?P<N2>{month})\b(?!\.?,? ?\d)",
        re.IGNORECASE,
    )


@cache
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    month = "|".join(sorted(vocabulary.dates.months, key=len, reverse=True))
    year = r"(?:19|20)\d\d(?!\d)"
    day = r"[0-3]?\d(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?<![\d/-])(?:(?P<Y1>{year})[-/.](?P<M1>[01]?\d)[-/.](?P<D1>[0-3]?\d)(?!\d)"
        rf"|(?P<D2>{day})(?:\s+(?:day\s+)?of)?[\s-]*\b(?P<N2>{month})\b\.?,?[\s-]*(?P<Y2>{year})"
        rf"|\b(?P<N3>{month})\b\.?\s*(?P<D3>{day}),?\s*(?P<Y3>{year})"
        rf"|\b(?P<N4>{month})\b\.?,?\s+(?P<Y4>{year})"
        rf"|(?P<A>[0-3]?\d)(?P<sep>[./-])(?P<B>[0-3]?\d)(?P=sep)(?P<Y5>{year}))",
        re.IGNORECASE,
    )


def _value(hit: re.Match[str], vocabulary: Vocabulary) -> str | None:
    for n in "23":
        if hit["Y" + n]:
            return edtf(int(hit["Y" + n]), vocabulary.dates.months[hit["N" + n].lower()], int(re.sub(r"\D", "", hit["D" + n])))
    if hit["Y4"]:
        return f"{hit['Y4']}-{vocabulary.dates.months[hit['N4'].lower()]:02}"
    if hit["Y1"]:
        return edtf(int(hit["Y1"]), int(hit["M1"]), int(hit["D1"]))
    return _numeric(int(hit["A"]), int(hit["B"]), int(hit["Y5"]), dotted=hit["sep"] == ".")


def _numeric(first: int, second: int, year: int, *, dotted: bool) -> str | None:
    """17.03.2012 is the 17th; 10/01/2014 may be two days, so it is none unless one number can be no month."""
    if dotted or first > 12 or first == second:
        return edtf(year, second, first)
    return edtf(year, first, second) if second > 12 else None


def edtf(year: int, month: int, day: int) -> str | None:
    """A day of the calendar in EDTF; None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
