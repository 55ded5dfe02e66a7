"""Answers that are no list of the documents' own records: the dossier of an actor, and why its records are one."""

from __future__ import annotations

from typing import Literal

from hrcli.records import Demand, Detention, Entity, Recipe, Record, TimelineEntry


class Role(Record, frozen=True, kw_only=True):
    """A role of an actor, and when documents tell of it (EDTF; None where they have no date)."""

    role: str
    first: str | None = None
    last: str | None = None


class Actor(Record, frozen=True, kw_only=True):
    """An entity as a table shows it: with the number of documents that name it, and the first and last of their dates."""

    id: str
    name: str
    type: str
    aliases: list[str] = []
    native_name: str | None = None
    roles: list[str] = []
    documents: int
    mentions: int
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
