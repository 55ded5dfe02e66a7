"""A calendar (RFC 5545) of what is dated exactly enough: whole days, with the quotes and their sources as the description.

Left out is what a calendar has no place for: no date, no year, or somewhere within more than a quarter. Nothing comes from
the clock, so that the same records make the same bytes.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import TextIO, cast

from icalendar import Calendar, Event

from hrcli.records import Evidence, TimelineEntry
from hrcli.report import Listing
from hrcli.report.cells import Documents, shorten, title, told
from hrcli.report.visible import line

EXACT = ("day", "week", "month", "range")
LONGEST = timedelta(days=92)
SUMMARY = 120  # characters of an event where it stands for the day; the description has all


def write(listing: Listing, out: TextIO) -> str | None:
    """An event for each entry that has its days; returns how many others there were, and why they are none."""
    calendar = Calendar()
    calendar.add("prodid", "-//hrcli//timeline//EN")
    calendar.add("version", "2.0")
    missing: Counter[str] = Counter()
    for entry in cast("list[TimelineEntry]", listing.records):
        days = _days(entry)
        if isinstance(days, str):
            missing[days] += 1
        else:
            calendar.add_component(_event(entry, *days, listing.documents))
    out.write(calendar.to_ical().decode())
    why = ", ".join(f"{count} {reason}" for reason, count in missing.most_common())
    return f"{missing.total()} not in the calendar: {why}" if missing else None


def _days(entry: TimelineEntry) -> tuple[date, date] | str:
    """The first day of an entry and the one after its last; else the reason why it has none."""
    if entry.date is None:
        return "without a date"
    if not entry.earliest or not entry.latest:
        return "without a year or an end"
    first, last = date.fromisoformat(entry.earliest), date.fromisoformat(entry.latest)
    exact = entry.precision in EXACT and not set(entry.date) & set("~?%")
    return (first, last + timedelta(days=1)) if exact and last - first < LONGEST and last < date.max else "not dated exactly enough"


def _event(entry: TimelineEntry, first: date, end: date, documents: Documents) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@hrcli")
    event.add("dtstamp", datetime.combine(first, time(tzinfo=UTC)))
    event.add("dtstart", first)
    event.add("dtend", end)
    event.add("summary", line(shorten(told(entry), SUMMARY)))
    event.add("description", "\n\n".join(_source(each, documents) for each in entry.evidence))
    event.add("categories", [entry.event_type])
    event.add("transp", "TRANSPARENT")
    return event


def _source(evidence: Evidence, documents: Documents) -> str:
    """A quote, and below it where it is written."""
    known = documents.get(evidence.document)
    told_by = (title(known), known.publisher, known.date) if known else ()
    return f"“{line(evidence.quote)}”\n" + line(" · ".join(filter(None, (*told_by, evidence.path, evidence.place))))
