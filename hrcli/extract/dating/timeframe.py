"""What an expression is read against and what it comes to: the frame and the value, shared by the rooms that resolve."""

from __future__ import annotations

from dataclasses import dataclass

from hrcli.extract.dating import almanac
from hrcli.extract.dating.almanac import Direction
from hrcli.records import DateKind, Timex3, TimexType


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is read against: EDTF dates, None where not known.

    `base` is the document's date, `focus` the last date of the text, `near` a date so close before the expression
    that it lends its year, `story` one from which a story goes on, `report_year` the year that a yearly report is
    about, `report_month` the month of a monthly one, `quarter` the latest quarter of a year that the text has spoken of.
    """

    base: str | None = None
    direction: Direction | None = None
    focus: str | None = None
    near: str | None = None
    story: str | None = None
    report_year: int | None = None
    report_month: str | None = None
    quarter: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression comes to; `date` is EDTF, `anchor` says what it was resolved against."""

    kind: DateKind
    timex3: Timex3
    date: str | None = None
    anchor: str | None = None


def valued(found: str | None, part: str | None, anchor: str | None, unresolved: str = "XXXX-XX-XX") -> Value:
    """The value of an EDTF date (with a part of the day or a clock time), or of one that could not be found."""
    kind: DateKind = "time" if part else "date"
    type_: TimexType = "TIME" if part else "DATE"
    value = almanac.timeml(found.rstrip("~")) if found else unresolved
    if part and (found is None or almanac.precision(found) == "day"):
        value += f"T{part}"
    return Value(kind if found else "reference", Timex3(type=type_, value=value), found, anchor if found else None)


def document(base: str | None) -> str | None:
    """The anchor of a value that was counted from the document's date."""
    return f"document date {base}" if base else None


def in_text(focus: str | None) -> str | None:
    """The anchor of a value that was counted from a date of the text."""
    return f"date in the text {focus}" if focus else None
