"""Calendars: what is exact enough is an event of whole days, the rest is counted, and other programs can read it."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import Any

import pytest
from icalendar import Calendar
from msgspec.structs import replace
from samples import appeal, report

from hrcli.errors import UsageError
from hrcli.records import Demand, TimelineEntry
from hrcli.report import Listing, write

DOCUMENTS = {each.document.id: each.document for each in (appeal(), report())}
(ARREST,) = appeal().timeline


def written(*entries: TimelineEntry) -> tuple[str, str | None]:
    """The calendar of some entries, and what is said of those left out."""
    out = io.StringIO()
    remark = write("ics", Listing(TimelineEntry, entries, DOCUMENTS), out)
    return out.getvalue(), remark


def events(*entries: TimelineEntry) -> list[Any]:
    """The events of the calendar as another program reads them."""
    return list(Calendar.from_ical(written(*entries)[0]).walk("VEVENT"))


def dated(date: str | None, earliest: str | None, latest: str | None, precision: Any) -> TimelineEntry:
    """The arrest at another time."""
    return replace(ARREST, date=date, earliest=earliest, latest=latest, precision=precision)


def test_an_event() -> None:
    """An event has the entry's id, its words, its quote with the source, and its day; the stamp is that of the day."""
    text, remark = written(dated("2019-05-03", "2019-05-03", "2019-05-03", "day"))
    assert remark is None
    for expected in (
        f"UID:{ARREST.id}@hrcli",
        "SUMMARY:who was detained on 3 May 2019",
        "DTSTART;VALUE=DATE:20190503",
        "DTEND;VALUE=DATE:20190504",
        "DTSTAMP:20190503T000000Z",
        "CATEGORIES:arrest",
    ):
        assert f"\r\n{expected}\r\n" in text
    (event,) = events(dated("2019-05-03", "2019-05-03", "2019-05-03", "day"))
    assert event["DESCRIPTION"] == "“3 May 2019”\nRelease Ana Ivić · Freedom Watch · 2019-05-10 · texts/appeal.txt"


@pytest.mark.parametrize(
    ("entry", "end"),
    [
        (dated("2019-W18", "2019-04-29", "2019-05-05", "week"), "20190506"),
        (dated("2019-05", "2019-05-01", "2019-05-31", "month"), "20190601"),
        (dated("2019-12-30/2020-01-02", "2019-12-30", "2020-01-02", "range"), "20200103"),
        (dated("2019-04/2019-06", "2019-04-01", "2019-06-30", "range"), "20190701"),
    ],
)
def test_the_end_is_the_day_after(entry: TimelineEntry, end: str) -> None:
    """Weeks, months and ranges last until the day after their last."""
    assert f"DTEND;VALUE=DATE:{end}\r\n" in written(entry)[0]


def test_what_is_left_out_is_counted() -> None:
    """What has no date, no year, or may be at any time of a year is no event of a calendar."""
    text, remark = written(
        dated(None, None, None, None),
        dated("XXXX-05-03", None, None, "day"),
        dated("2019", "2019-01-01", "2019-12-31", "year"),
        dated("2019-21", "2019-03-01", "2019-05-31", "season"),
        dated("2018/2020", "2018-01-01", "2020-12-31", "range"),
        dated("2019-05-03~", "2019-05-03", "2019-05-03", "day"),
        dated("9999-12-31", "9999-12-31", "9999-12-31", "day"),
    )
    assert "VEVENT" not in text
    assert remark == "7 not in the calendar: 5 not dated exactly enough, 1 without a date, 1 without a year or an end"


def test_lines_are_folded_and_text_is_escaped() -> None:
    """No line has more than 75 octets, lines end in CR LF, and commas, semicolons and backslashes come back as they were."""
    said = "拘留, “arrêté”; \\n and so on " * 8
    entry = replace(dated("2019-05-03", "2019-05-03", "2019-05-03", "day"), evidence=[replace(ARREST.evidence[0], quote=said)])
    text, _ = written(entry)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (event,) = events(entry)
    assert event["DESCRIPTION"].startswith(f"“{said.strip()}”\n")


def test_text_makes_no_lines_of_its_own() -> None:
    """Line ends and control characters in a quote begin no property."""
    entry = replace(dated("2019-05-03", "2019-05-03", "2019-05-03", "day"), event="held\r\nATTENDEE:x\x1b[0m\x85ORGANIZER:y")
    (event,) = events(entry)
    assert "ATTENDEE" not in event
    assert "ORGANIZER" not in event
    assert "\x1b" not in written(entry)[0]


def test_what_is_planned_says_so() -> None:
    """The modality stands before the event."""
    assert events(replace(dated("2019-05-03", "2019-05-03", "2019-05-03", "day"), modality="planned"))[0]["SUMMARY"].startswith("planned: ")


def test_other_records_have_no_calendar() -> None:
    """Records of another kind are refused with the command that is meant."""
    with pytest.raises(UsageError) as error:
        write("ics", Listing(Demand, appeal().demands), io.StringIO())
    assert error.value.hint == "use `hrcli timeline --format ics`"


def test_only_calendars_need_the_library() -> None:
    """Other formats do not import the library."""
    program = "import sys, hrcli.cli.timeline, hrcli.report.table, hrcli.report.chart; print('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "False\n"
