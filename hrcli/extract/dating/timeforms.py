"""What a temporal expression means before it is known when the document was written: the forms that the grammar reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hrcli.records import DateKind, TimexType

Which = Literal["this", "last", "next", "that", "following", "previous"]
Origin = Literal["document", "text"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date with whatever parts were said. `which` is "last" in "last October"; `years` the shift in "June last year".

    `year_origin` says from where the shift counts; `part` is a part of the day or a clock time in TimeML ("NI", "13:30").
    `weeks` is the shift in "Monday of last week"; `feast` is a holiday that moves from year to year, `about` says that the date is but
    near ("around 2009").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    which: Which | None = None
    years: int | None = None
    year_origin: Origin = "document"
    months: int | None = None
    weeks: int | None = None
    feast: str | None = None
    part: str | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """So many units before or after the document's date or the last date of the text: "yesterday", "last week", "two days later".

    `half` is the first and last month of a part of the year; `compared` where "a year ago" may mean the same part of that year,
    `of_report` where a yearly report means its own year ("at year's end"), `exact` where months and years are counted to the day,
    `near` where only a date told just before can be meant ("two days after the rally").
    """

    count: int
    unit: str
    origin: Origin
    part: str | None = None
    weekend: bool = False
    half: tuple[int, int] | None = None
    compared: bool = False
    of_report: bool = False
    exact: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year that the text has told of: "the quarter", "the year-ago quarter" (`years` -1), "the 1988 quarter".

    `years` None where the word alone may mean another thing; `month` the one that it ended in.
    """

    years: int | None = None
    year: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one calendar date to another: "Feb. 16-18"."""

    first: Calendar
    last: Calendar


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day ("13:30") whose day is said elsewhere."""

    time: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """An expression whose value needs no date: durations, sets, vague references, decades, halves of a year."""

    kind: DateKind
    type: TimexType
    value: str
    date: str | None = None


Form = Calendar | Step | Quarter | Stretch | Clock | Fixed


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at `text[start:end]` and its form."""

    start: int
    end: int
    form: Form
