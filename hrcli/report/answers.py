"""Answers that are no list of the documents' own records: the dossier of an actor, why records are one, the case file of a person."""

from __future__ import annotations

from typing import Literal

from hrcli.records import Demand, Detention, Entity, Evidence, Identity, Recipe, Record, Status, TimelineEntry


class Role(Record, frozen=True, kw_only=True):
    """A role of an actor, and when documents tell of it (EDTF; None where they have no date)."""

    role: str
    first: str | None = None
    last: str | None = None


class Actor(Identity, frozen=True, kw_only=True):
    """An entity as a table shows it: with the number of documents that name it, and the first and last of their dates."""

    documents: int
    first: str | None = None
    last: str | None = None


class Found(Record, frozen=True, kw_only=True):
    """What a search found: a document or a record, where it stands, and a stretch of its words, in which `marks` are those looked for.

    Of a document, `start` and `end` are where the stretch stands in its text. `title` is that of the document, or the entity's name.
    """

    kind: Literal["document", "entity", "demand", "detention", "event"]
    id: str
    title: str
    snippet: str
    marks: list[tuple[int, int]] = []
    document: str | None = None
    date: str | None = None
    start: int | None = None
    end: int | None = None


class Custody(Record, frozen=True, kw_only=True):
    """What a store has of a document, and what does not hold of it any more.

    `source` says how the file is today; `quotes` is how many pieces of evidence were compared with the text.
    """

    document: str
    path: str
    sha256: str
    ingested: str | None = None
    recipe: Recipe | None = None
    source: Literal["unchanged", "changed", "missing"]
    quotes: int
    faults: list[str] = []


class Joined(Record, frozen=True, kw_only=True):
    """Two records of documents that are one, and why; `weak` where little speaks for it."""

    one: str
    one_document: str
    other: str
    other_document: str
    why: str
    weak: bool = False


class Dossier(Record, frozen=True, kw_only=True):
    """One actor with all that the documents say of it; `entity.evidence` is every mention."""

    entity: Entity
    notes: list[str] = []
    roles: list[Role] = []
    asks: list[Demand] = []
    asked: list[Demand] = []
    for_it: list[Demand] = []
    people: list[str] = []
    cases: list[Detention] = []
    holds: list[Detention] = []
    timeline: list[TimelineEntry] = []


class Saying(Record, frozen=True, kw_only=True):
    """What one document says of a field; `certain` is false where it only believes so."""

    value: str
    certain: bool = True
    document: str
    date: str | None
    evidence: list[Evidence]


class Contradiction(Record, frozen=True, kw_only=True):
    """What documents say of a field that cannot all be true, each value once, the earliest document first."""

    field: str
    sayings: list[Saying]


class Silence(Record, frozen=True, kw_only=True):
    """Somebody held of whom nothing has been reported since the day `since`, `years` whole years ago."""

    status: Status
    since: str
    years: int


class CaseReview(Record, frozen=True, kw_only=True):
    """A case, what of it cannot all be true, and since when nobody has reported on it."""

    case: Detention
    contradictions: list[Contradiction] = []
    silence: Silence | None = None


class Fact(Record, frozen=True, kw_only=True):
    """A field of a case and all that documents say it is, the earliest document first."""

    field: str
    sayings: list[Saying]


class CaseFile(Record, frozen=True, kw_only=True):
    """All that documents say of one person held (or of a counted group): facts, events, what changed and what is open."""

    case: Detention
    aliases: list[str] = []
    roles: list[str] = []
    notes: list[str] = []
    statuses: list[Saying] = []
    facts: list[Fact] = []
    contradictions: list[Contradiction] = []
    silence: Silence | None = None
    demands: list[Demand] = []
