"""Holidays that fall on another day each year: Easter and what is counted from it, the fourth Thursday of November."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from hrcli.extract.dating.timewords import words


@lru_cache(maxsize=1024)
def day(name: str, year: int) -> date:
    """The day of a holiday of lexicon/time.toml in a year (Easter by the Gregorian computus of dateutil)."""
    holiday = next(each for each in words().holidays if name in each.names)
    if holiday.easter is not None:
        from dateutil.easter import easter

        found: date = easter(year)
        return found + timedelta(holiday.easter)
    month, weekday, nth = holiday.month or 1, holiday.weekday or 0, holiday.nth or 1
    first = date(year, month, 1)
    of_month = 1 + (weekday - first.weekday()) % 7
    days = range(of_month, monthrange(year, month)[1] + 1, 7)
    return date(year, month, days[nth - 1 if nth > 0 else nth])
