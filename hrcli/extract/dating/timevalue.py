"""From the form of a temporal expression to its value, once it is known when the document was written and what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hrcli.extract.dating import almanac
from hrcli.extract.dating.almanac import Direction
from hrcli.extract.dating.timeforms import Calendar, Clock, Fixed, Form, Step, Stretch
from hrcli.records import DateKind, Timex3, TimexType


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is read against: EDTF dates, None where not known.

    `base` is the document's date, `focus` the last date of the text, `near` a date so close before the expression
    that it lends its year, `report_year` the year that a yearly report is about.
    """

    base: str | None = None
    direction: Direction | None = None
    focus: str | None = None
    near: str | None = None
    report_year: int | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression comes to; `date` is EDTF, `anchor` says what it was resolved against."""

    kind: DateKind
    timex3: Timex3
    date: str | None = None
    anchor: str | None = None


def resolve(form: Form, frame: Frame) -> Value:
    """The value of an expression in its frame."""
    if isinstance(form, Fixed):
        return Value(form.kind, Timex3(type=form.type, value=form.value), form.date)
    if isinstance(form, Clock):
        return _clock(form, frame)
    if isinstance(form, Step):
        return _step(form, frame)
    if isinstance(form, Stretch):
        return _stretch(form, frame)
    found, anchor = _calendar(form, frame)
    return _valued(found, form.part, anchor)


def turns(form: Form) -> bool:
    """Whether the value of a form depends on the direction of its clause."""
    if isinstance(form, Step):
        return form.weekend or form.half is not None
    first = form.first if isinstance(form, Stretch) else form
    if not isinstance(first, Calendar) or first.which is not None or not first.year is first.years is None:
        return False
    return not first.month is first.season is first.weekday is None


def borrows(form: Form) -> bool:
    """Whether a form can take its day or its year from a date that stands near before it."""
    first = form.first if isinstance(form, Stretch) else form
    return isinstance(first, Clock) or (isinstance(first, Calendar) and first.day is not None)


def _valued(found: str | None, part: str | None, anchor: str | None, unresolved: str = "XXXX-XX-XX") -> Value:
    kind: DateKind = "time" if part else "date"
    type_: TimexType = "TIME" if part else "DATE"
    value = almanac.timeml(found) if found else unresolved
    if part and (found is None or almanac.precision(found) == "day"):
        value += f"T{part}"
    return Value(kind if found else "reference", Timex3(type=type_, value=value), found, anchor if found else None)


def _clock(form: Clock, frame: Frame) -> Value:
    day = frame.near if frame.near and almanac.precision(frame.near) == "day" else None
    value = f"{day or 'XXXX-XX-XX'}T{form.time}"
    return Value("time", Timex3(type="TIME", value=value), day, _text(day) if day else None)


def _stretch(form: Stretch, frame: Frame) -> Value:
    first, anchor = _calendar(form.first, frame)
    if first is None:
        return _valued(None, None, None)
    last_form = form.last
    if last_form.year is None and last_form.years is None and last_form.month is not None:
        year = almanac.parts(first)[0]
        later = year is not None and form.first.month is not None and last_form.month < form.first.month
        last_form = replace(last_form, year=year + 1 if later and year is not None else year)
    last = _calendar(last_form, Frame())[0] if last_form.years is None else _calendar(last_form, frame)[0]
    return _valued(f"{first}/{last}" if last else first, form.first.part, anchor)


def _step(form: Step, frame: Frame) -> Value:
    base = frame.base if form.origin == "document" else frame.focus
    anchor = _document(base) if form.origin == "document" else _text(base)
    if form.weekend:
        return _weekend(form, base, anchor, frame.direction)
    found = _stepped(base, form)
    if found and form.half:
        ahead = form.origin == "document" and form.count == 0 and form.half[0] > (almanac.parts(base)[1] or 12)
        found = almanac.step(found, -1, "Y") if ahead and frame.direction == "past" else found
        found = f"{found}-{form.half[0]:02d}/{found}-{form.half[1]:02d}"
    if found is None:
        return _unresolved(form)
    return _valued(found, form.part, anchor)


def _stepped(base: str | None, form: Step) -> str | None:
    """A step of the calendar; "last night" is the night of the day before."""
    if base and "/" in base:
        base = base.split("/")[1 if form.count > 0 else 0]
    return almanac.step(base, form.count, form.unit)


def _weekend(form: Step, base: str | None, anchor: str | None, direction: Direction | None) -> Value:
    year, month, day = almanac.parts(base)
    if year is None or month is None or day is None:
        return _unresolved(form)
    today = date(year, month, day)
    saturday = today - timedelta(today.weekday()) + timedelta(5 + 7 * form.count)
    if form.count < 0 and today.weekday() == 6:
        saturday = today - timedelta(8)
    if form.count == 0 and direction == "past" and saturday > today:
        saturday -= timedelta(7)
    week = almanac.week_of(saturday)
    return Value("date", Timex3(type="DATE", value=f"{week}-WE"), f"{saturday}/{saturday + timedelta(1)}", anchor)


def _unresolved(form: Step) -> Value:
    """A step from an unknown date: what is left is whether it lies behind or ahead."""
    value = "PRESENT_REF" if form.count == 0 else "PAST_REF" if form.count < 0 else "FUTURE_REF"
    return Value("reference", Timex3(type="DATE", value=value))


def _calendar(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    """The EDTF date of a calendar expression and what it was resolved against."""
    if form.years is not None:
        return _shifted_year(form, frame)
    if form.weekday is not None and form.day is None:
        return _weekday(form, frame)
    if form.month is None and form.season is None and form.day is not None:
        return _day_alone(form, frame)
    if form.which in ("that", "following", "previous"):
        return _told(form, frame)
    if form.year is not None:
        return _at(form.year, form), None
    return _yearless(form, frame)


def _at(year: int | None, form: Calendar) -> str | None:
    """The date with this year, if there is such a day in it."""
    if form.season is not None:
        return f"{'XXXX' if year is None else year}-{form.season}"
    if form.day is not None and form.month is not None and not almanac.exists(year, form.month, form.day):
        return None
    return almanac.edtf(year, form.month, form.day)


def _shifted_year(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    base = frame.base if form.year_origin == "document" else frame.focus
    year = almanac.parts(base)[0]
    anchor = _document(base) if form.year_origin == "document" else _text(base)
    return _at(None if year is None else year + (form.years or 0), form), anchor if year else None


def _weekday(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    from_text = form.which in ("that", "following", "previous")
    base = frame.focus if from_text else frame.base
    year, month, day = almanac.parts(base)
    if year is None or month is None or day is None or form.weekday is None:
        return None, None
    today = date(year, month, day)
    anchor = _text(base) if from_text else _document(base)
    if form.which == "this" or form.which == "that":
        return (today - timedelta(today.weekday() - form.weekday)).isoformat(), anchor
    direction: Direction = {"last": "past", "previous": "past", "next": "future", "following": "future"}.get(  # type: ignore[assignment]
        form.which or "", frame.direction or "past"
    )
    return almanac.nearest_weekday(today, form.weekday, direction, strict=form.which is not None).isoformat(), anchor


def _day_alone(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    """ "The 19th", "the 1st of that month": a day in the month that was last spoken of, or in the document's."""
    year, month, _ = almanac.parts(frame.focus)
    anchor = _text(frame.focus)
    if month is None:
        year, month, _ = almanac.parts(frame.base)
        anchor = _document(frame.base)
    if year is None or month is None or form.day is None:
        return None, None
    there = almanac.parts(almanac.step(almanac.edtf(year, month), form.months or 0, "M"))
    return _at(there[0], replace(form, month=there[1])), anchor


def _told(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    """ "That December", "the following February", "the previous November": counted from the last date of the text."""
    base = frame.focus if almanac.parts(frame.focus)[0] else None
    if base is None:
        return _at(None, form), None
    if form.which == "that":
        return _at(almanac.parts(base)[0], form), _text(base)
    direction: Direction = "future" if form.which == "following" else "past"
    if form.season is not None:
        return _at(almanac.nearest_season(base, form.season, direction, strict=True), form), _text(base)
    return _at(almanac.nearest_month(base, form.month or 1, direction, strict=True), form), _text(base)


def _yearless(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    """A month, a day of a month or a season whose year has to be found."""
    near = _lent_year(form, frame)
    if near is not None and frame.direction != "future" and frame.report_year is None:
        return _at(near, form), _text(frame.near)
    if frame.base is None:
        return _at(None, form), None
    if frame.report_year and form.which is None and frame.direction != "future":
        return _at(frame.report_year, form), f"year under report {frame.report_year}"
    return _at(_nearest(form, frame, frame.base), form), _document(frame.base)


def _nearest(form: Calendar, frame: Frame, base: str) -> int | None:
    direction: Direction | None = "past" if form.which == "last" else "future" if form.which == "next" else frame.direction
    strict = form.which in ("last", "next")
    if form.which == "this":
        return almanac.parts(base)[0]
    if form.season is not None:
        return almanac.nearest_season(base, form.season, direction or "past", strict=strict)
    if form.day is None:
        return almanac.nearest_month(base, form.month or 1, direction, strict=strict)
    if form.weekday is not None:
        return almanac.year_with_weekday(base, form.month or 1, form.day, form.weekday)
    return almanac.nearest_day(base, form.month or 1, form.day, direction, slack=0 if strict else 3)


def _lent_year(form: Calendar, frame: Frame) -> int | None:
    """The year of a date just before that names the same month with its year ("In December 2018 ... on 31 December")."""
    year, month, _ = almanac.parts(frame.near)
    same = (
        year is not None
        and month is not None
        and form.month == month
        and form.day is not None
        and form.which is None
        and form.weekday is None
    )
    return year if same else None


def _document(base: str | None) -> str | None:
    return f"document date {base}" if base else None


def _text(focus: str | None) -> str | None:
    return f"date in the text {focus}" if focus else None


def report_year(opening: str) -> int | None:
    """The year that a yearly report is about, if its opening says so: "Events of 2015", "Annual Report 2014"."""
    folded = opening.casefold()
    if "report" not in folded and "events " not in folded:
        return None
    found = re.search(r"\bevents (?:of|in) ((?:19|20)\d\d)\b", opening, re.IGNORECASE)
    found = found or re.search(
        r"\bannual report (?:for |on |of )?((?:19|20)\d\d)\b|\b(?:country )?reports?\b[^.\n]{0,60} (?:for|in) ((?:19|20)\d\d)$",
        opening,
        re.I | re.M,
    )
    return int(next(group for group in found.groups() if group)) if found else None
