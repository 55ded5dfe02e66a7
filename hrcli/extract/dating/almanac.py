"""Calendar arithmetic on EDTF values (levels 0 and 1): pure functions, no clock, no text."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from hrcli.records import Precision

Direction = Literal["past", "future"]

SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
TIMEML_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
PIECES = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
LEAN = 4
YEARS = range(1, 10_000)
DAYS_IN = {"D": 1, "W": 7}


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """The EDTF date of the parts; an unknown year is XXXX."""
    text = "XXXX" if year is None else f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"


@lru_cache(maxsize=4096)
def parts(value: str | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of an EDTF date as far as it has them; seasons, weeks and intervals give their year alone."""
    found = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?", value or "")
    if found:
        year, month, day = found.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    year_only = re.match(r"\d{4}", value or "")
    return (int(year_only[0]) if year_only else None), None, None


@lru_cache(maxsize=4096)
def extent(value: str) -> tuple[str | None, str | None, Precision]:
    """The first and the last day of an EDTF value as dates of their own, and how exact it is."""
    limits = bounds(value.rstrip("~"))
    return (limits[0].isoformat(), limits[1].isoformat(), precision(value)) if limits else (None, None, precision(value))


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the month has that day; without a year, in a leap year; no month before the year 1 or after 9999 has any."""
    return (year is None or year in YEARS) and 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def last_day(year: int | None, month: int) -> int:
    """The last day of a month, in a common year where none is said."""
    return monthrange(year or 2001, month)[1]


def bounds(value: str) -> tuple[date, date] | None:
    """The first and the last day of an EDTF value; None where the year is unknown or an end is open."""
    if "/" in value:
        first, last = (bounds(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    if re.fullmatch(r"\d{4}-W\d\d|\d{4}-2[1-4]|\d{2,3}X{1,2}", value):
        return _special_bounds(value)
    year, month, day = parts(value)
    if not year:
        return None
    if day is None or month is None:
        return _months(year, month or 1, 1 if month else 12)
    return (date(year, month, day), date(year, month, day)) if exists(year, month, day) else None


def _special_bounds(value: str) -> tuple[date, date] | None:
    """The bounds of a week, a season, a decade or a century."""
    if "W" in value:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return monday, monday + timedelta(6)
    if "-" in value:
        return _months(int(value[:4]), SEASON_STARTS[int(value[5:])], 3)
    years = 10 ** value.count("X")
    first = int(value.rstrip("X")) * years
    return _months(first, 1, 12 * years) if first else None


def precision(value: str) -> Precision:
    """How exact an EDTF value is, by its form; "about" changes nothing of that."""
    value = value.rstrip("~")
    if "/" in value:
        return "range"
    forms: list[tuple[str, Precision]] = [
        (r".{4}-\d\d-\d\d", "day"),
        (r".{4}-W\d\d", "week"),
        (r".{4}-2[1-4]", "season"),
        (r".{4}-\d\d", "month"),
        (r"\d{3}X", "decade"),
        (r"\d\dXX", "range"),
    ]
    return next((name for form, name in forms if re.fullmatch(form, value)), "year")


def week_of(day: date) -> str:
    """The ISO week that a day belongs to."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def step(value: str | None, count: int, unit: str) -> str | None:
    """The day, week, month, quarter, year, decade or century that lies `count` units after (before, if negative) a date.

    None where the date is not exact enough for the unit.
    """
    year, month, day = parts(value)
    if year is None:
        return None
    if unit in DAYS_IN:
        if month is None or day is None:
            return None
        there = date(year, month, day) + timedelta(count * DAYS_IN[unit])
        return there.isoformat() if unit == "D" else week_of(there)
    if unit in "MQ" and month is None:
        return None
    return _named(year * 12 + (month or 1) - 1 + count * MONTHS_IN[unit], unit)


def midst(value: str) -> str:
    """The middle month of a season, from which a bare month is counted in a newsletter "Spring 2024"; any other date as it is."""
    season = re.fullmatch(r"(\d{4})-(2[1-3])", value)
    return edtf(int(season[1]), SEASON_STARTS[int(season[2])] + 1) if season else value


def edge(value: str, direction: Direction) -> str:
    """The month from which "the following May" is counted on, or "the previous May" back: the last or first one of a season or year."""
    limits = None if parts(value)[1] else bounds(value.rstrip("~"))
    day = limits[direction == "future"] if limits else None
    return edtf(day.year, day.month) if day else value


def on(value: str | None, count: int, unit: str) -> str | None:
    """The day that lies so many months or years to the day after (before, if negative) a day; None where that month has no such day."""
    there, day = parts(step(value, count, "M" if unit == "M" else "Y")), parts(value)
    year, month = there[0], there[1] or day[1]
    known = year is not None and month is not None and day[2] is not None
    return edtf(year, month, day[2]) if known and exists(year, month or 1, day[2] or 1) else None


def nearest_weekday(base: date, weekday: int, direction: Direction, *, strict: bool = False) -> date:
    """The nearest such weekday before or after a day; the day itself counts unless `strict`."""
    back = (base.weekday() - weekday) % 7
    if not back and not strict:
        return base
    return base - timedelta(back or 7) if direction == "past" else base + timedelta(7 - back)


def nearest_month(base: str, month: int, direction: Direction | None, *, strict: bool = False) -> int | None:
    """The year of the nearest such month before or after a date; its own month counts unless `strict`."""
    year, now, _ = parts(base)
    if year is None:
        return None
    if now is None:
        return year
    if direction is None:
        direction = "future" if (month - now) % 12 * LEAN < (now - month) % 12 else "past"
    if direction == "past":
        return year - (month > now or (strict and month == now))
    return year + (month < now or (strict and month == now))


def nearest_season(base: str, season: int, direction: Direction, *, strict: bool = False) -> int | None:
    """The year of the nearest such season that has begun (past) or has still to begin (future); winters bear the year of their December."""
    year, now, _ = parts(base)
    if year is None or now is None:
        return year
    running = (now - SEASON_STARTS[season]) % 12 < 3
    began = year - (SEASON_STARTS[season] > now)
    if direction == "past":
        return began - (running and strict)
    return began if running and not strict else began + 1


def nearest_day(base: str, month: int, day: int, direction: Direction | None, *, slack: int = 3) -> int | None:
    """The year of the nearest such month and day before or after a date, or on either side where the direction is not known.

    A date up to `slack` days on the wrong side is taken for the near one: pages are dated before or after they are written.
    """
    year, now, today = parts(base)
    if year is None:
        return None
    if now is None:
        return year
    if today is None:
        return nearest_month(base, month, direction)
    there = date(year, now, today)
    if direction is None:
        return _closest(there, month, day)
    fitting = [d for d in _around(there, month, day) if (there - d).days * (1 if direction == "past" else -1) >= -slack]
    return min(fitting, key=lambda d: abs((d - there).days)).year if fitting else None


def year_with_weekday(base: str, month: int, day: int, weekday: int) -> int | None:
    """The year nearest to a date's in which the month and day fall on the weekday; None if none within five years does."""
    year = parts(base)[0]
    if year is None:
        return None
    near = sorted(range(year - 5, year + 6), key=lambda y: (abs(y - year), y))
    return next((y for y in near if exists(y, month, day) and date(y, month, day).weekday() == weekday), None)


def is_quarter(value: str) -> bool:
    """Whether an EDTF value is a quarter of a year: 1989-07/1989-09."""
    found = re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", value)
    return found is not None and PIECES.get((int(found[2]), int(found[3])), "").startswith("Q")


def timeml(value: str) -> str:
    """An EDTF value as TimeML writes it: seasons, quarters and halves of a year by letters, decades by three digits, centuries by two."""
    if season := re.fullmatch(r"(.{4})-(2[1-4])", value):
        return f"{season[1]}-{TIMEML_SEASONS[int(season[2])]}"
    if piece := re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", value):
        span = (int(piece[2]), int(piece[3]))
        return f"{piece[1]}-{PIECES[span]}" if span in PIECES else value
    return value.rstrip("X") if re.fullmatch(r"\d\dXX|\d{3}X", value) else value


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    end = min(year * 12 + month - 1 + count - 1, YEARS[-1] * 12 + 11)
    return date(year, month, 1), date(end // 12, end % 12 + 1, monthrange(end // 12, end % 12 + 1)[1])


def _named(months: int, unit: str) -> str | None:
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        return None
    if unit == "Q":
        first = (month - 1) // 3 * 3 + 1
        return f"{edtf(year, first)}/{edtf(year, first + 2)}"
    return {"M": edtf(year, month), "Y": edtf(year), "E": f"{year // 10:03d}X", "C": f"{year // 100:02d}XX"}[unit]


def _around(there: date, month: int, day: int) -> list[date]:
    return [date(y, month, day) for y in range(there.year - 8, there.year + 9) if exists(y, month, day)]


def _closest(there: date, month: int, day: int) -> int | None:
    """The year of the nearest, days ahead counting LEAN times: documents speak of what has been more than of what is to come."""
    near = _around(there, month, day)
    return min(near, key=lambda d: (there - d).days if d <= there else (d - there).days * LEAN).year if near else None
