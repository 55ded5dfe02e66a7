"""The words in a cell: what people read of documents, dates, persons, sentences, statuses and events.

Plain text, not yet made safe to show.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from hrcli.records import Campaign, Demand, DemandGroup, Detention, Document, TimelineEntry
from hrcli.report.answers import CaseReview, Contradiction, Saying
from hrcli.report.when import said

Documents = Mapping[str, Document]
FIELDS = {"date": "since"}  # what people call fields of a case
DATES = ("date", "released")
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
LONGEST = 48  # characters of a title where it stands for its document
SHOWN = 5  # names of a group's askers or addressees in a table
REFRAINING = ("avoid", "refrain", "abstain", "desist")  # heads that say by themselves that something is not to be done
MARKS = ("\ue000", "\ue001")  # private characters, which mean nothing elsewhere
ID_SHOWN = 8  # digits of an id that are shown; `hrcli show` takes any beginning that is unique


def title(document: Document) -> str:
    """What people call a document: its title, else its file's name."""
    return document.title or PurePath(document.path).name


def sources(ids: Sequence[str], documents: Documents) -> str:
    """The titles of one or two documents, cut where they are long; of more their number."""
    if len(ids) > 2:
        return f"{len(ids)} documents"
    return "; ".join(shorten(title(documents[id])) if id in documents else id for id in ids)


def dates(ids: Sequence[str], documents: Documents) -> tuple[str, str]:
    """The first and the last date of some documents; empty where none has one."""
    known = sorted(date for id in ids if id in documents and (date := documents[id].date))
    return (known[0], known[-1]) if known else ("", "")


def shorten(text: str, longest: int = LONGEST) -> str:
    """A text of at most `longest` characters, cut between words."""
    return textwrap.shorten(text, longest, placeholder=" …")


def few(names: Sequence[str]) -> str:
    """The first of many names, and how many there are more."""
    more = len(names) - SHOWN
    return "; ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with MARKS about each stretch of `marks`."""
    plain = text.translate({ord(mark): None for mark in MARKS}) if any(mark in text for mark in MARKS) else text
    for start, end in reversed(marks if plain == text else ()):
        plain = f"{plain[:start]}{MARKS[0]}{plain[start:end]}{MARKS[1]}{plain[end:]}"
    return plain


def asker(demand: Demand, _: Documents) -> str:
    """The speaker, with the organisation where the name does not hold it."""
    name, organization = demand.source.name, demand.source.organization
    return f"{name} ({organization})" if name and organization and organization not in name else name or organization or ""


def action(demand: Demand | Campaign, _: Documents) -> str:
    """What is asked for, or asked not to be done."""
    return f"NOT {demand.action}" if demand.polarity == "refrain" and demand.head not in REFRAINING else demand.action


def period(group: DemandGroup, _: Documents) -> str:
    """The dates of the first and the last demand of a group."""
    return " – ".join(dict.fromkeys(date for date in (group.first, group.last) if date))


def person(detention: Detention, _: Documents) -> str:
    """Who is held, with the name in its own script."""
    return with_native(held(detention), detention.native_name)


def held(detention: Detention) -> str:
    """Who is held: the name, else the group."""
    if detention.name or detention.native_name:
        return detention.name or detention.native_name or ""
    return f"{detention.count or ''} {detention.group or 'people'}".strip()


def with_native(name: str, native: str | None) -> str:
    """A name, with another script's in brackets."""
    return f"{name} ({native})" if native and native != name else name


def status(detention: Detention, _: Documents) -> str:
    """How somebody is held or what became of it, and whether that is certain."""
    doubt = "" if detention.certain else " (unconfirmed)"
    released = f" {said(detention.released)}" if detention.status == "released" and detention.released else ""
    return detention.status.replace("_", " ") + released + doubt


def length(sentence: str | None) -> str:
    """A sentence in words: `11 years` for P11Y, `3 years 6 months` for P3Y6M; `life` and `death` as they are."""
    parts = re.findall(r"(\d+)([YMWD])", sentence or "")
    return " ".join(f"{number} {UNITS[unit]}{'' if number == '1' else 's'}" for number, unit in parts) or sentence or ""


def contradictions(review: CaseReview, documents: Documents) -> str:
    """All that documents say of a case and that cannot be true together."""
    return "; ".join(contradicted(each, documents) for each in review.contradictions)


def contradicted(contradiction: Contradiction, documents: Documents) -> str:
    """What documents say of a field, and which of them: `sentence: 4 years (2009-02, Trial opens) or 5 years (2011, Still held)`."""
    told = (f"{value(contradiction.field, each.value)} ({_told_in(each, documents)})" for each in contradiction.sayings)
    return f"{FIELDS.get(contradiction.field, contradiction.field)}: {' or '.join(told)}"


def value(field: str, told: str) -> str:
    """The value of a field of a case in words."""
    if field in DATES:
        return said(told)
    return length(told) if field == "sentence" else told.replace("_", " ") if field == "status" else told


def last_reported(review: CaseReview, _: Documents) -> str:
    """Since when nobody has reported on somebody held."""
    silence = review.silence
    return f"{silence.since}, {silence.years} year{'' if silence.years == 1 else 's'} ago" if silence else ""


def when(entry: TimelineEntry, _: Documents) -> str:
    """The date of an entry, else the words that stand for it."""
    return said(entry.date) or f"({entry.text})"


def told(entry: TimelineEntry) -> str:
    """The event, and what else it is than past: `planned: trial`."""
    event = entry.event or entry.evidence[0].quote
    return event if entry.modality == "past" else f"{entry.modality}: {event}"


def read_in(entry: TimelineEntry) -> list[str]:
    """The ids of the documents that tell of an entry, in the order of its evidence."""
    return list(dict.fromkeys(each.document for each in entry.evidence))


def short_id(record: Any, _: Documents) -> str:
    """The beginning of a record's id."""
    return str(record.id)[:ID_SHOWN]


def _told_in(saying: Saying, documents: Documents) -> str:
    known = documents.get(saying.document)
    return ", ".join(filter(None, (said(saying.date), shorten(title(known)) if known else saying.document)))
