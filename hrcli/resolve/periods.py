"""What days an EDTF date may mean, for filters by time."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from hrcli.errors import UsageError

_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14)}
"""First and last month of spring, summer, autumn and winter (which ends in the next year)."""


def days(value: str | None) -> tuple[str, str] | None:
    """The first and last day (ISO) that an EDTF date may mean; None where the year is not known."""
    plain = re.sub(r"[~?%]", "", value or "")
    first, interval, last = plain.partition("/")
    if not interval:
        return _days(plain)
    start, end = _days(first), _days(last)
    return (start[0], end[1]) if start and end else start or end


def since(value: str) -> str:
    """The first day of "2009", "2009-02" or "2009-02-16"; UsageError for anything else."""
    return _asked(value, "--since")[0]


def until(value: str) -> str:
    """The last day of "2009", "2009-02" or "2009-02-16"; UsageError for anything else."""
    return _asked(value, "--until")[1]


def at(value: str) -> tuple[str, str]:
    """The first and the last day of "2009", "2009-02" or "2009-02-16"; UsageError for anything else."""
    return _asked(value, "--at")


def asof(value: str) -> date:
    """The last day of "2009", "2009-02" or "2009-02-16"; UsageError for anything else."""
    return date.fromisoformat(_asked(value, "--asof")[1])


def _asked(value: str, option: str) -> tuple[str, str]:
    found = _days(value) if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", value) else None
    if found is None:
        raise UsageError(f"{option}: {value!r} is not a date", hint="write a year, a month or a day: 2009, 2009-02 or 2009-02-16")
    return found


def _days(value: str) -> tuple[str, str] | None:
    """As `days`, for a date that is no interval."""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return _week(int(week[1]), int(week[2]))
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        return (value, value) if _is_day(value) else None
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(match[1]), match[2])
    if match := re.fullmatch(r"(\d{1,4})(X{0,3})", value):
        return (value.replace("X", "0") + "-01-01", value.replace("X", "9") + "-12-31") if len(value) == 4 else None
    return None


def _months(year: int, number: str) -> tuple[str, str] | None:
    first, last = _SEASONS.get(number, (int(number), int(number)))
    if not 1 <= first <= 12:
        return None
    end, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return f"{year:04}-{first:02}-01", f"{end:04}-{month:02}-{monthrange(max(end, 1), month)[1]:02}"


def _week(year: int, week: int) -> tuple[str, str] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
