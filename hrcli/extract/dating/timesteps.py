"""The values that are counted from a date: steps of the calendar, weekends, halves and quarters of a year."""

from __future__ import annotations

from datetime import date, timedelta

from hrcli.extract.dating import almanac
from hrcli.extract.dating.almanac import Direction
from hrcli.extract.dating.timeforms import Quarter, Step
from hrcli.extract.dating.timeframe import Frame, Value, document, in_text, valued
from hrcli.records import Timex3

HALF_A_YEAR = 6  # months: a piece of this year that begins later than this is the last year's, unless the clause looks ahead


def step(form: Step, frame: Frame) -> Value:
    """The value of a step; where a text compares quarters, "a year ago" is the quarter of the year before."""
    if form.compared and frame.quarter:
        return valued(_years_on(frame.quarter, form.count), None, in_text(frame.quarter))
    if form.of_report and frame.report_year:
        return valued(almanac.edtf(frame.report_year), None, f"year under report {frame.report_year}")
    from_text = form.origin == "text" and not (form.compared and frame.focus is None)
    base = frame.focus if from_text else frame.base
    anchor = in_text(base) if from_text else document(base)
    if form.near and base is None:
        return Value("duration", Timex3(type="DURATION", value=f"P{abs(form.count)}{form.unit}"))
    if form.weekend:
        return _weekend(form, base, anchor, frame.direction)
    found = _stepped(base, form)
    if found and form.half:
        found = almanac.step(found, -1, "Y") if _is_over(form, base, frame.direction) else found
        found = f"{found}-{form.half[0]:02d}/{found}-{form.half[1]:02d}" if found else None
    return valued(found, form.part, anchor) if found else _unresolved(form.count)


def quarter(form: Quarter, frame: Frame) -> Value | None:
    """The quarter that a text is about; None where it speaks of no quarters, and so perhaps of part of a town."""
    if form.month is not None:
        base = almanac.edtf(almanac.nearest_month(frame.base, form.month, "past"), form.month) if frame.base else None
        return valued(almanac.step(base, 0, "Q"), None, document(frame.base)) if base else None
    if frame.quarter:
        own = almanac.parts(frame.quarter)[0] or 0
        shift = form.year - own if form.year else form.years or 0
        return valued(_years_on(frame.quarter, shift), None, in_text(frame.quarter))
    if form.year is not None:
        return valued(almanac.edtf(form.year), None, None)
    if form.years is None or not frame.base:
        return None
    if form.years == 0:
        return valued(almanac.step(frame.base, -1, "Q"), None, document(frame.base))
    return valued(almanac.step(frame.base, form.years, "Y"), None, document(frame.base))


def _years_on(quarter: str, years: int) -> str | None:
    """The same quarter so many years later."""
    return almanac.step(quarter.split("/")[0], 4 * years, "Q")


def _is_over(form: Step, base: str | None, direction: Direction | None) -> bool:
    """Whether a half or quarter of the document's year that has not begun is rather that of the year before."""
    now = almanac.parts(base)[1]
    if form.half is None or form.origin == "text" or form.count or now is None or form.half[0] <= now:
        return False
    return direction == "past" or (direction is None and form.half[0] - now > HALF_A_YEAR)


def _stepped(base: str | None, form: Step) -> str | None:
    """A step of the calendar; "last night" is the night of the day before."""
    if base and "/" in base:
        base = base.split("/")[1 if form.count > 0 else 0]
    exact = almanac.on(base, form.count, form.unit) if form.exact and form.unit in "MY" else None
    return exact or almanac.step(base, form.count, form.unit)


def _weekend(form: Step, base: str | None, anchor: str | None, direction: Direction | None) -> Value:
    year, month, day = almanac.parts(base)
    if year is None or month is None or day is None:
        return _unresolved(form.count)
    today = date(year, month, day)
    saturday = today - timedelta(today.weekday()) + timedelta(5 + 7 * form.count)
    if form.count < 0 and today.weekday() == 6:
        saturday = today - timedelta(8)
    if form.count == 0 and direction == "past" and saturday > today:
        saturday -= timedelta(7)
    week = almanac.week_of(saturday)
    return Value("date", Timex3(type="DATE", value=f"{week}-WE"), f"{saturday}/{saturday + timedelta(1)}", anchor)


def _unresolved(count: int) -> Value:
    """A step from an unknown date: what is left is whether it lies behind or ahead."""
    value = "PRESENT_REF" if count == 0 else "PAST_REF" if count < 0 else "FUTURE_REF"
    return Value("reference", Timex3(type="DATE", value=value))
