"""From the form of a temporal expression to its value, once it is known when the document was written and what was said before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from hrcli.extract.dating import almanac, feasts, timesteps, timewords
from hrcli.extract.dating.almanac import Direction
from hrcli.extract.dating.timeforms import Calendar, Clock, Fixed, Form, Quarter, Step, Stretch
from hrcli.extract.dating.timeframe import Frame, Value, document, in_text, valued
from hrcli.records import Timex3

ANY_YEAR = 2000
SOON = 2  # months after which a report on a month comes out
PERIOD = re.compile(
    r"\b(?P<first>[A-Za-z]{3,9})\s*(?:[-–—]|\bto\b|\buntil\b|\band\b)\s*(?P<last>[A-Za-z]{3,9}),? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
LINES, WORDS = 8, 14  # at the top, and of one of them, in which a report may name its period
MONTH_OF = re.compile(r"(?<!\d )\b(?P<month>[A-Z][a-z]{2,8}|[A-Z]{3,9}),? (?P<year>(?:19|20)\d\d)\b")


def resolve(form: Form, frame: Frame) -> Value | None:
    """The value of an expression in its frame; None where the frame shows that it is none, or where it leaves the calendar."""
    try:
        return _resolved(form, frame)
    except OverflowError:  # before the year 1 or after 9999
        return None


def _resolved(form: Form, frame: Frame) -> Value | None:
    if isinstance(form, Fixed):
        return Value(form.kind, Timex3(type=form.type, value=form.value), form.date)
    if isinstance(form, Clock):
        return _clock(form, frame)
    if isinstance(form, Step):
        return timesteps.step(form, frame)
    if isinstance(form, Quarter):
        return timesteps.quarter(form, frame)
    if isinstance(form, Stretch):
        return _stretch(form, frame)
    found, anchor = _calendar(form, frame)
    return valued(f"{found}~" if found and form.about else found, form.part, anchor)


def turns(form: Form) -> bool:
    """Whether the value of a form depends on the direction of its clause."""
    if isinstance(form, Step):
        return form.weekend or form.half is not None
    first = form.first if isinstance(form, Stretch) else form
    if not isinstance(first, Calendar) or first.which is not None or not first.year is first.years is None:
        return False
    return first.months == 0 or first.feast is not None or not first.month is first.season is first.weekday is None


def borrows(form: Form) -> bool:
    """Whether a form can take its day or its year from a date that stands near before it."""
    first = form.first if isinstance(form, Stretch) else form
    return isinstance(first, Clock) or (isinstance(first, Calendar) and first.day is not None)


def _clock(form: Clock, frame: Frame) -> Value:
    written = frame.base if form.time.endswith("Z") else None  # who gives the zone reports what is happening as it is written
    for day, anchor in ((frame.near, in_text(frame.near)), (written, document(written))):
        if day and almanac.precision(day) == "day":
            return Value("time", Timex3(type="TIME", value=f"{day}T{form.time}"), day, anchor)
    return Value("time", Timex3(type="TIME", value=f"XXXX-XX-XXT{form.time}"))


def _stretch(form: Stretch, frame: Frame) -> Value:
    first, anchor = _calendar(form.first, frame)
    if first is None:
        return valued(None, None, None)
    last_form = form.last
    if last_form.year is None and last_form.years is None and last_form.month is not None:
        year = almanac.parts(first)[0]
        later = year is not None and form.first.month is not None and last_form.month < form.first.month
        last_form = replace(last_form, year=year + 1 if later and year is not None else year)
    last = _calendar(last_form, Frame())[0] if last_form.years is None else _calendar(last_form, frame)[0]
    return valued(f"{first}/{last}" if last else first, form.first.part, anchor)


def _calendar(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    """The EDTF date of a calendar expression and what it was resolved against."""
    return _feast(form, form.feast, frame) if form.feast else _dated(form, frame)


def _dated(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
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


def _feast(form: Calendar, name: str, frame: Frame) -> tuple[str | None, str | None]:
    """A holiday that moves: its day in the year that is said, else in the year that is found as for a fixed day."""
    about = almanac.parts(frame.base)[0] or ANY_YEAR
    first = feasts.day(name, about)
    found, anchor = _calendar(replace(form, feast=None, month=first.month, day=first.day), frame)
    year = almanac.parts(found)[0]
    return (feasts.day(name, year).isoformat(), anchor) if year else (None, None)


def _at(year: int | None, form: Calendar) -> str | None:
    """The date with this year, if there is such a day in it."""
    if year is not None and year not in almanac.YEARS:
        return None
    if form.season is not None:
        return f"{almanac.edtf(year)}-{form.season}"
    if form.day is not None and form.month is not None and not almanac.exists(year, form.month, form.day):
        return None
    return almanac.edtf(year, form.month, form.day)


def _shifted_year(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    base = frame.base if form.year_origin == "document" else frame.focus
    year = almanac.parts(base)[0]
    anchor = document(base) if form.year_origin == "document" else in_text(base)
    return _at(None if year is None else year + (form.years or 0), form), anchor if year else None


def _weekday(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    from_text = form.which in ("that", "following", "previous")
    base = frame.focus if from_text else frame.base
    year, month, day = almanac.parts(base)
    if year is None or month is None or day is None or form.weekday is None:
        return None, None
    today = date(year, month, day)
    anchor = in_text(base) if from_text else document(base)
    if form.weeks is not None:
        return (today + timedelta(form.weekday - today.weekday() + 7 * form.weeks)).isoformat(), anchor
    if form.which == "this" or form.which == "that":
        return (today - timedelta(today.weekday() - form.weekday)).isoformat(), anchor
    direction: Direction = {"last": "past", "previous": "past", "next": "future", "following": "future"}.get(  # type: ignore[assignment]
        form.which or "", frame.direction or "past"
    )
    return almanac.nearest_weekday(today, form.weekday, direction, strict=form.which is not None).isoformat(), anchor


def _day_alone(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    """ "The 19th", "the 1st of that month": a day in the month that is reported on, or was last spoken of, or in the document's."""
    focus = frame.focus if form.months is not None and form.which else frame.report_month or frame.focus
    year, month, _ = almanac.parts(focus)
    anchor = in_text(focus)
    if month is None:
        year, month, _ = almanac.parts(frame.base)
        anchor = document(frame.base)
    if year is None or month is None or form.day is None:
        return None, None
    ahead = focus is None and form.months == 0 and frame.direction == "past" and form.day > (almanac.parts(frame.base)[2] or form.day)
    there = almanac.parts(almanac.step(almanac.edtf(year, month), -1 if ahead else form.months or 0, "M"))
    return _at(there[0], replace(form, month=there[1])), anchor


def _told(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    """ "That December", "the following February", "the previous November": counted from the last date of the text."""
    base = frame.focus if almanac.parts(frame.focus)[0] else None
    if base is None:
        return _at(None, form), None
    if form.which == "that":
        return _at(almanac.parts(base)[0], form), in_text(base)
    direction: Direction = "future" if form.which == "following" else "past"
    edge = almanac.edge(base, direction)
    if form.season is not None:
        return _at(almanac.nearest_season(edge, form.season, direction, strict=True), form), in_text(base)
    return _at(almanac.nearest_month(edge, form.month or 1, direction, strict=True), form), in_text(base)


def _yearless(form: Calendar, frame: Frame) -> tuple[str | None, str | None]:
    """A month, a day of a month or a season whose year has to be found."""
    near = _lent_year(form, frame)
    if near is not None and frame.direction != "future" and frame.report_year is None:
        return _at(near, form), in_text(frame.near)
    if found := _of_story(form, frame):
        return found, in_text(frame.story)
    if frame.base is None:
        return _at(None, form), None
    if frame.report_year and form.which is None and frame.direction != "future":
        return _at(frame.report_year, form), f"year under report {frame.report_year}"
    return _at(_nearest(form, frame, almanac.midst(frame.base)), form), document(frame.base)


def _of_story(form: Calendar, frame: Frame) -> str | None:
    """The next such month or day after the date from which a story goes on, if it had come when the text was written."""
    if frame.story is None or frame.report_year or frame.direction == "future":
        return None
    found = _at(almanac.nearest_month(frame.story, form.month or 1, "future"), form)
    return found if found and (frame.base is None or found <= frame.base) else None


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


def report_month(title: str | None, base: str | None) -> str | None:
    """The month that a list or bulletin is about, by its title: "Arrests in April 2023", written then or soon after."""
    told = {timewords.month_or_none(hit["month"]): int(hit["year"]) for hit in MONTH_OF.finditer(title or "")}
    year, month, _ = almanac.parts(base)
    if len(told) != 1 or year is None or month is None:
        return None
    ((its_month, its_year),) = told.items()
    return almanac.edtf(its_year, its_month) if its_month and 0 <= (year - its_year) * 12 + month - its_month <= SOON else None


def report_year(opening: str) -> int | None:
    """The year that a yearly report is about, if its opening says so: "Events of 2015", "Annual Report 2014"."""
    folded = opening.casefold()
    if "report" not in folded and "events " not in folded:
        return _period(opening)
    found = re.search(r"\bevents (?:of|in) ((?:19|20)\d\d)\b", opening, re.IGNORECASE)
    found = found or re.search(
        r"\bannual report (?:for |on |of )?((?:19|20)\d\d)\b|\b(?:country )?reports?\b[^.\n]{0,60} (?:for|in) ((?:19|20)\d\d)$",
        opening,
        re.I | re.M,
    )
    return int(next(group for group in found.groups() if group)) if found else _period(opening)


def _period(opening: str) -> int | None:
    """The year of the months that a list or report is about, by a line of its own: "Case list, July to December 2012"."""
    hits = (PERIOD.search(line) for line in opening.split("\n")[:LINES] if len(line.split()) <= WORDS and not line.rstrip().endswith("."))
    told = {int(hit["year"]) for hit in hits if hit and timewords.month_or_none(hit["first"]) and timewords.month_or_none(hit["last"])}
    return told.pop() if len(told) == 1 else None
