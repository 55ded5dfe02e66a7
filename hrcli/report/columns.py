"""What people see of each kind of record: who, what, whom, when and where it is written, in a few columns.

Shared by the outputs that are read rather than processed. A cell is plain text, not yet made safe to show.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from hrcli.records import (
    Campaign,
    Demand,
    DemandCount,
    DemandGroup,
    Detention,
    Document,
    DocumentAnalysis,
    Entity,
    Record,
    Skipped,
    Term,
    TimelineEntry,
    Vocabulary,
)
from hrcli.report.answers import Actor, CaseReview, Contradiction, Custody, Found, Joined, Saying
from hrcli.report.when import said

Documents = Mapping[str, Document]
Cell = Callable[[Any, Documents], str]
FIELDS = {"date": "since"}  # what people call fields of a case
DATES = ("date", "released")
NATIVE = 120  # characters of a page with a column of its own for names in other scripts
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
LONGEST = 48  # characters of a title where it stands for its document
LISTED = 80  # characters of other names or of roles; the dossier and every format for programs have all
SHOWN = 5  # names of a group's askers or addressees in a table
QUOTED = 160  # characters of a quote in a table; every other format has it whole
REFRAINING = ("avoid", "refrain", "abstain", "desist")  # heads that say by themselves that something is not to be done
WIDEST = 1000  # characters of a page that has room for every column
MARKS = ("\ue000", "\ue001")  # private characters, which mean nothing elsewhere
ID_SHOWN = 8  # digits of an id that are shown; `hrcli show` takes any beginning that is unique


@dataclass(frozen=True)
class Column:
    """A heading and the text below it; whether that is too short to be folded, and from which to which width of a page it is shown.

    What stands between MARKS in a cell that is `marked` is shown so that it leaps to the eye.
    """

    heading: str
    cell: Cell
    whole: bool = False
    from_width: int = 0
    to_width: int = WIDEST
    marked: bool = False


def of_kind(kind: type[Record], width: int = WIDEST) -> tuple[Column, ...]:
    """The columns for a kind of record on a page of some width."""
    return tuple(column for column in COLUMNS[kind] if column.from_width <= min(width, WIDEST) <= column.to_width)


def title(document: Document) -> str:
    """What people call a document: its title, else its file's name."""
    return document.title or PurePath(document.path).name


def length(sentence: str | None) -> str:
    """A sentence in words: `11 years` for P11Y, `3 years 6 months` for P3Y6M; `life` and `death` as they are."""
    parts = re.findall(r"(\d+)([YMWD])", sentence or "")
    return " ".join(f"{number} {UNITS[unit]}{'' if number == '1' else 's'}" for number, unit in parts) or sentence or ""


def marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with MARKS about each stretch of `marks`."""
    plain = text.translate({ord(mark): None for mark in MARKS}) if any(mark in text for mark in MARKS) else text
    for start, end in reversed(marks if plain == text else ()):
        plain = f"{plain[:start]}{MARKS[0]}{plain[start:end]}{MARKS[1]}{plain[end:]}"
    return plain


def _sources(ids: Sequence[str], documents: Documents) -> str:
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


def _asker(demand: Demand, _: Documents) -> str:
    name, organization = demand.source.name, demand.source.organization
    return f"{name} ({organization})" if name and organization and organization not in name else name or organization or ""


def _action(demand: Demand | Campaign, _: Documents) -> str:
    return f"NOT {demand.action}" if demand.polarity == "refrain" and demand.head not in REFRAINING else demand.action


def _few(names: Sequence[str]) -> str:
    """The first of many names, and how many there are more."""
    more = len(names) - SHOWN
    return "; ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _dates(group: DemandGroup, _: Documents) -> str:
    """The dates of the first and the last demand of a group."""
    return " – ".join(dict.fromkeys(date for date in (group.first, group.last) if date))


def _person(detention: Detention, _: Documents) -> str:
    return _with_native(held(detention), detention.native_name)


def held(detention: Detention) -> str:
    """Who is held: the name, else the group."""
    if detention.name or detention.native_name:
        return detention.name or detention.native_name or ""
    return f"{detention.count or ''} {detention.group or 'people'}".strip()


def _contradictions(review: CaseReview, documents: Documents) -> str:
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


def _told_in(saying: Saying, documents: Documents) -> str:
    known = documents.get(saying.document)
    return ", ".join(filter(None, (said(saying.date), shorten(title(known)) if known else saying.document)))


def _last_reported(review: CaseReview, _: Documents) -> str:
    silence = review.silence
    return f"{silence.since}, {silence.years} year{'' if silence.years == 1 else 's'} ago" if silence else ""


def _with_native(name: str, native: str | None) -> str:
    return f"{name} ({native})" if native and native != name else name


def _status(detention: Detention, _: Documents) -> str:
    doubt = "" if detention.certain else " (unconfirmed)"
    released = f" {said(detention.released)}" if detention.status == "released" and detention.released else ""
    return detention.status.replace("_", " ") + released + doubt


def _when(entry: TimelineEntry, _: Documents) -> str:
    return said(entry.date) or f"({entry.text})"


def told(entry: TimelineEntry) -> str:
    """The event, and what else it is than past: `planned: trial`."""
    event = entry.event or entry.evidence[0].quote
    return event if entry.modality == "past" else f"{entry.modality}: {event}"


def read_in(entry: TimelineEntry) -> list[str]:
    """The ids of the documents that tell of an entry, in the order of its evidence."""
    return list(dict.fromkeys(each.document for each in entry.evidence))


def _id(record: Any, _: Documents) -> str:
    return str(record.id)[:ID_SHOWN]


ID = Column("id", _id, whole=True, from_width=110)

_ACTOR = (
    Column("actor", lambda r, _: _with_native(r.name, r.native_name)),
    Column("type", lambda r, _: r.type.replace("_", " "), whole=True),
    Column("aliases", lambda r, _: shorten("; ".join(r.aliases), LISTED)),
    Column("roles", lambda r, _: shorten("; ".join(r.roles), LISTED), from_width=90),
)

COLUMNS: dict[type[Record], tuple[Column, ...]] = {
    Demand: (
        Column("date", lambda r, _: said(r.date), whole=True),
        Column("who asks", _asker),
        Column("of whom", lambda r, _: "; ".join(r.targets)),
        Column("what", _action),
        Column("for whom", lambda r, _: "; ".join(r.people), from_width=110),
        Column("theme", lambda r, _: "; ".join(r.themes)),
        Column("document", lambda r, d: _sources([r.document], d)),
        ID,
    ),
    DemandCount: (
        Column("group", lambda r, _: r.name),
        Column("demands", lambda r, _: str(r.count), whole=True),
        Column("who asks", lambda r, _: _few(r.sources)),
        Column("of whom", lambda r, _: _few(r.targets)),
        Column("theme", lambda r, _: ", ".join(theme.partition(" ")[0] for theme in r.themes[:SHOWN])),
        Column("dates", _dates),
        Column("document", lambda r, d: _sources(r.documents, d)),
    ),
    Campaign: (
        Column("what", _action),
        Column("demands", lambda r, _: str(r.count), whole=True),
        Column("who asks", lambda r, _: _few(r.sources)),
        Column("of whom", lambda r, _: _few(r.targets)),
        Column("for whom", lambda r, _: _few(r.people), from_width=110),
        Column("dates", _dates),
        Column("document", lambda r, d: _sources(r.documents, d)),
    ),
    Detention: (
        Column("name", _person, to_width=NATIVE - 1),
        Column("name", lambda r, _: held(r), from_width=NATIVE),
        Column("native name", lambda r, _: r.native_name or "", from_width=NATIVE),
        Column("status", _status),
        Column("since", lambda r, _: said(r.date), whole=True),
        Column("charge", lambda r, _: r.charge or ""),
        Column("sentence", lambda r, _: length(r.sentence)),
        Column("place", lambda r, _: r.place or "", from_width=70),
        Column("docs", lambda r, _: str(len(r.documents)), whole=True, to_width=79),
        Column("documents", lambda r, d: _sources(r.documents, d), from_width=80),
        Column("quote", lambda r, _: shorten(r.evidence[0].quote, QUOTED), from_width=160),
        ID,
    ),
    CaseReview: (
        Column("name", lambda r, d: _person(r.case, d)),
        Column("status", lambda r, d: _status(r.case, d)),
        Column("since", lambda r, _: said(r.case.date), whole=True),
        Column("last reported", _last_reported),
        Column("contradictions", _contradictions),
        Column("documents", lambda r, d: _sources(r.case.documents, d), from_width=90),
        Column("id", lambda r, d: _id(r.case, d), whole=True, from_width=110),
    ),
    TimelineEntry: (
        Column("date", _when),
        Column("event", lambda r, _: told(r)),
        Column("document", lambda r, d: _sources(read_in(r), d)),
        ID,
    ),
    Entity: (
        *_ACTOR,
        Column("documents", lambda r, _: str(len(r.documents)), whole=True),
        Column("mentions", lambda r, _: str(r.mentions), whole=True),
        Column("first", lambda r, d: dates(r.documents, d)[0], whole=True, from_width=110),
        Column("last", lambda r, d: dates(r.documents, d)[1], whole=True, from_width=110),
        ID,
    ),
    Actor: (
        *_ACTOR,
        Column("documents", lambda r, _: str(r.documents), whole=True),
        Column("mentions", lambda r, _: str(r.mentions), whole=True),
        Column("first", lambda r, _: r.first or "", whole=True, from_width=110),
        Column("last", lambda r, _: r.last or "", whole=True, from_width=110),
        ID,
    ),
    Found: (
        Column("found", lambda r, _: r.kind, whole=True),
        Column("in", lambda r, _: shorten(r.title)),
        Column("passage", lambda r, _: marked(r.snippet, r.marks), marked=True),
        Column("date", lambda r, _: said(r.date), from_width=90),
        ID,
    ),
    Joined: (
        Column("record", lambda r, _: r.one),
        Column("of", lambda r, d: _sources([r.one_document], d)),
        Column("joined with", lambda r, _: r.other),
        Column("of", lambda r, d: _sources([r.other_document], d)),
        Column("because", lambda r, _: r.why + (" (weak evidence)" if r.weak else "")),
    ),
    Document: (
        Column("title", lambda r, _: title(r)),
        Column("publisher", lambda r, _: r.publisher or ""),
        Column("date", lambda r, _: said(r.date), whole=True),
        Column("words", lambda r, _: str(r.words), whole=True),
        Column("file", lambda r, _: r.path),
        ID,
    ),
    Custody: (
        Column("file", lambda r, _: r.path),
        Column("sha-256", lambda r, _: r.sha256[:12], whole=True),
        Column("read", lambda r, _: (r.ingested or "").replace("T", " ").partition("+")[0], whole=True),
        Column("by", lambda r, _: f"hrcli {r.recipe.hrcli}, {r.recipe.model} {r.recipe.model_version}" if r.recipe else "", from_width=110),
        Column("source", lambda r, _: r.source, whole=True),
        Column("quotes", lambda r, _: str(r.quotes), whole=True),
        Column("what is wrong", lambda r, _: "; ".join(r.faults)),
    ),
    Skipped: (
        Column("file", lambda r, _: r.source),
        Column("why it was not read", lambda r, _: r.reason),
    ),
    Vocabulary: (
        Column("vocabulary", lambda r, _: r.name, whole=True),
        Column("entries", lambda r, _: str(r.entries), whole=True),
        Column("yours", lambda r, _: str(r.added or ""), whole=True),
        Column("what for", lambda r, _: r.about),
    ),
    Term: (
        Column("term", lambda r, _: r.term),
        Column("where", lambda r, _: f"{r.file}: {r.section}"),
        Column("its entry", lambda r, _: shorten(r.says, QUOTED)),
        Column("what such words are", lambda r, _: r.about, from_width=90),
        Column("for example", lambda r, _: shorten(" / ".join(r.examples), QUOTED)),
    ),
    DocumentAnalysis: (
        Column("title", lambda r, _: title(r.document)),
        Column("publisher", lambda r, _: r.document.publisher or ""),
        Column("date", lambda r, _: r.document.date or "", whole=True),
        Column("entities", lambda r, _: str(len(r.entities)), whole=True),
        Column("demands", lambda r, _: str(len(r.demands)), whole=True),
        Column("detained", lambda r, _: str(len(r.detained)), whole=True),
        Column("timeline", lambda r, _: str(len(r.timeline)), whole=True),
        Column("file", lambda r, _: r.document.path),
    ),
}
