"""The readers of pieces of a year: halves, quarters, and the quarters that business reports compare."""

from __future__ import annotations

import re

from hrcli.extract.dating import almanac, timewords
from hrcli.extract.dating.timeforms import Calendar, Fixed, Form, Quarter, Step
from hrcli.extract.dating.timereaders import years_said
from hrcli.extract.dating.timewords import plain, words

FIRST_YEAR = re.compile(r"(?P<before>[^.;:\n]{1,60}?)\b(?P<year>1[5-9]\d\d|20\d\d)(?!\d)")
DAY_OF_MONTH = re.compile(
    r"(?P<day1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month1>[A-Z][a-z]{2,8}),?\s*$|(?P<month2>[A-Z][a-z]{2,8})\.?\s+(?P<day2>\d{1,2}),?\s*$"
)


def piece_of_year(match: re.Match[str]) -> Form | None:
    """The first half of 2019, the last quarter of this year, the third quarter."""
    said = match.groupdict()
    size = 6 if plain(said["piece"]) == "half" else 3
    count = 12 // size
    place = count if plain(said["ordinal"]) in ("last", "final") else words().ordinals[plain(said["ordinal"])]
    if place > count:
        return None
    months = (size * (place - 1) + 1, size * place)
    if said.get("year"):
        year = timewords.year(said["year"])
        value = f"{year}-{'H' if size == 6 else 'Q'}{place}"
        return Fixed("date", "DATE", value, f"{almanac.edtf(year, months[0])}/{almanac.edtf(year, months[1])}")
    shift, origin = (-1, "document") if said.get("ago") else years_said(said.get("years"))
    return Step(shift or 0, "Y", origin, half=months)


def quarter(match: re.Match[str]) -> Form | None:
    """The quarter, the latest quarter, the year-ago period, the 1988 quarter, the same quarter last year, the quarter ended June 30."""
    said = match.groupdict()
    if said.get("ended"):
        return Quarter(month=timewords.month(said["ended"]))
    if said.get("year"):
        return Quarter(year=timewords.year(said["year"]))
    if said.get("ago"):
        return Quarter(years=-1)
    if said.get("years"):
        return Quarter(years=years_said(said["years"])[0])
    return Quarter(years=0 if said.get("latest") else None)


def anniversary(match: re.Match[str]) -> Form | None:
    """The 20th anniversary of the 1989 massacre, of the killings of 4 June 1989: so many years after; None where that is not said."""
    said = match.groupdict()
    nth = int(said["nth"]) if said.get("nth") else words().ordinals.get(plain(said.get("ordinal") or ""))
    of = FIRST_YEAR.match(match.string, match.end())
    if nth is None or of is None:
        return None
    year = int(of["year"]) + nth
    day = DAY_OF_MONTH.search(of["before"])
    month = timewords.month_or_none(day["month1"] or day["month2"]) if day else None
    if day is None or month is None:
        return Calendar(year=year)
    return Calendar(year=year, month=month, day=int(day["day1"] or day["day2"]))
