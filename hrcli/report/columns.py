"""What people see of each kind of record: who, what, whom, when and where it is written, in a few columns.

Shared by the outputs that are read rather than processed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hrcli.records import (
    Campaign,
    Demand,
    DemandCount,
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
from hrcli.report import cells
from hrcli.report.answers import Actor, CaseReview, Custody, Found, Joined
from hrcli.report.cells import Documents
from hrcli.report.when import said

Cell = Callable[[Any, Documents], str]
NATIVE = 120  # characters of a page with a column of its own for names in other scripts
LISTED = 80  # characters of other names or of roles; the dossier and every format for programs have all
QUOTED = 160  # characters of a quote in a table; every other format has it whole
WIDEST = 1000  # characters of a page that has room for every column


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


ID = Column("id", cells.short_id, whole=True, from_width=110)

_ACTOR = (
    Column("actor", lambda r, _: cells.with_native(r.name, r.native_name)),
    Column("type", lambda r, _: r.type.replace("_", " "), whole=True),
    Column("aliases", lambda r, _: cells.shorten("; ".join(r.aliases), LISTED)),
    Column("roles", lambda r, _: cells.shorten("; ".join(r.roles), LISTED), from_width=90),
)

COLUMNS: dict[type[Record], tuple[Column, ...]] = {
    Demand: (
        Column("date", lambda r, _: said(r.date), whole=True),
        Column("who asks", cells.asker),
        Column("of whom", lambda r, _: "; ".join(r.targets)),
        Column("what", cells.action),
        Column("for whom", lambda r, _: "; ".join(r.people), from_width=110),
        Column("theme", lambda r, _: "; ".join(r.themes)),
        Column("document", lambda r, d: cells.sources([r.document], d)),
        ID,
    ),
    DemandCount: (
        Column("group", lambda r, _: r.name),
        Column("demands", lambda r, _: str(r.count), whole=True),
        Column("who asks", lambda r, _: cells.few(r.sources)),
        Column("of whom", lambda r, _: cells.few(r.targets)),
        Column("theme", lambda r, _: ", ".join(theme.partition(" ")[0] for theme in r.themes[: cells.SHOWN])),
        Column("dates", cells.period),
        Column("document", lambda r, d: cells.sources(r.documents, d)),
    ),
    Campaign: (
        Column("what", cells.action),
        Column("demands", lambda r, _: str(r.count), whole=True),
        Column("who asks", lambda r, _: cells.few(r.sources)),
        Column("of whom", lambda r, _: cells.few(r.targets)),
        Column("for whom", lambda r, _: cells.few(r.people), from_width=110),
        Column("dates", cells.period),
        Column("document", lambda r, d: cells.sources(r.documents, d)),
    ),
    Detention: (
        Column("name", cells.person, to_width=NATIVE - 1),
        Column("name", lambda r, _: cells.held(r), from_width=NATIVE),
        Column("native name", lambda r, _: r.native_name or "", from_width=NATIVE),
        Column("status", cells.status),
        Column("since", lambda r, _: said(r.date), whole=True),
        Column("charge", lambda r, _: r.charge or ""),
        Column("sentence", lambda r, _: cells.length(r.sentence)),
        Column("place", lambda r, _: r.place or "", from_width=70),
        Column("docs", lambda r, _: str(len(r.documents)), whole=True, to_width=79),
        Column("documents", lambda r, d: cells.sources(r.documents, d), from_width=80),
        Column("quote", lambda r, _: cells.shorten(r.evidence[0].quote, QUOTED), from_width=160),
        ID,
    ),
    CaseReview: (
        Column("name", lambda r, d: cells.person(r.case, d)),
        Column("status", lambda r, d: cells.status(r.case, d)),
        Column("since", lambda r, _: said(r.case.date), whole=True),
        Column("last reported", cells.last_reported),
        Column("contradictions", cells.contradictions),
        Column("documents", lambda r, d: cells.sources(r.case.documents, d), from_width=90),
        Column("id", lambda r, d: cells.short_id(r.case, d), whole=True, from_width=110),
    ),
    TimelineEntry: (
        Column("date", cells.when),
        Column("event", lambda r, _: cells.told(r)),
        Column("document", lambda r, d: cells.sources(cells.read_in(r), d)),
        ID,
    ),
    Entity: (
        *_ACTOR,
        Column("documents", lambda r, _: str(len(r.documents)), whole=True),
        Column("mentions", lambda r, _: str(r.mentions), whole=True),
        Column("first", lambda r, d: cells.dates(r.documents, d)[0], whole=True, from_width=110),
        Column("last", lambda r, d: cells.dates(r.documents, d)[1], whole=True, from_width=110),
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
        Column("in", lambda r, _: cells.shorten(r.title)),
        Column("passage", lambda r, _: cells.marked(r.snippet, r.marks), marked=True),
        Column("date", lambda r, _: said(r.date), from_width=90),
        ID,
    ),
    Joined: (
        Column("record", lambda r, _: r.one),
        Column("of", lambda r, d: cells.sources([r.one_document], d)),
        Column("joined with", lambda r, _: r.other),
        Column("of", lambda r, d: cells.sources([r.other_document], d)),
        Column("because", lambda r, _: r.why + (" (weak evidence)" if r.weak else "")),
    ),
    Document: (
        Column("title", lambda r, _: cells.title(r)),
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
        Column("its entry", lambda r, _: cells.shorten(r.says, QUOTED)),
        Column("what such words are", lambda r, _: r.about, from_width=90),
        Column("for example", lambda r, _: cells.shorten(" / ".join(r.examples), QUOTED)),
    ),
    DocumentAnalysis: (
        Column("title", lambda r, _: cells.title(r.document)),
        Column("publisher", lambda r, _: r.document.publisher or ""),
        Column("date", lambda r, _: r.document.date or "", whole=True),
        Column("entities", lambda r, _: str(len(r.entities)), whole=True),
        Column("demands", lambda r, _: str(len(r.demands)), whole=True),
        Column("detained", lambda r, _: str(len(r.detained)), whole=True),
        Column("timeline", lambda r, _: str(len(r.timeline)), whole=True),
        Column("file", lambda r, _: r.document.path),
    ),
}
