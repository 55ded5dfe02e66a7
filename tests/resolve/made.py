"""Records by hand, short to write: every one has evidence that is its own name at a place of its own."""

from __future__ import annotations

import itertools
from typing import Any

from hrcli.records import Demand, DemandSource, Detention, Document, DocumentAnalysis, Entity, Evidence, TimelineEntry

_places = itertools.count(0, 100)


def document(id_: str, *, date: str | None = None, publisher: str | None = None, title: str | None = None) -> Document:
    """A document with the path `texts/ID.txt`."""
    return Document(id=id_, path=f"texts/{id_}.txt", sha256=id_ * 4, words=100, date=date, publisher=publisher, title=title)


def evidence(where: str, quote: str) -> Evidence:
    """Evidence at a place where nothing else is."""
    start = next(_places)
    return Evidence(document=where, path=f"texts/{where}.txt", start=start, end=start + len(quote), quote=quote)


def entity(where: str, name: str, type_: Any = "person", *, id_: str | None = None, mentions: int = 1, **rest: Any) -> Entity:
    """An entity of one document, as often in the evidence as it is mentioned."""
    found = [evidence(where, name) for _ in range(mentions)]
    return Entity(id=id_ or f"{where}-{name}-{type_}", name=name, type=type_, mentions=mentions, documents=[where], evidence=found, **rest)


def case(where: str, name: str | None, status: Any = "detained", **rest: Any) -> Detention:
    """A detention of one document."""
    id_ = f"{where}-case-{name or rest.get('group')}"
    return Detention(id=id_, name=name, status=status, documents=[where], evidence=[evidence(where, name or "group")], **rest)


def demand(where: str, action: str, *, source: DemandSource | None = None, at: int = 0, **rest: Any) -> Demand:
    """A demand of one document whose head is the first word of its action."""
    return Demand(
        id=f"{where}-demand-{action}",
        document=where,
        source=source or DemandSource(),
        action=action,
        action_start=at,
        action_end=at + len(action),
        head=action.split()[0],
        polarity="do",
        force="appeal",
        cue="urge",
        evidence=[evidence(where, action)],
        **rest,
    )


def entry(where: str, text: str, *, earliest: str | None = None, latest: str | None = None, at: int = 0, **rest: Any) -> TimelineEntry:
    """A timeline entry of one document."""
    return TimelineEntry(
        id=f"{where}-timex-{text}-{at}",
        document=where,
        kind="date",
        text=text,
        start=at,
        end=at + len(text),
        earliest=earliest,
        latest=latest,
        evidence=[evidence(where, text)],
        **rest,
    )


def analysis(of: Document, *records: Any) -> DocumentAnalysis:
    """The analysis of a document that says `records`, of whatever kinds."""

    def every(kind: type) -> list[Any]:
        return [record for record in records if isinstance(record, kind)]

    return DocumentAnalysis(
        document=of, entities=every(Entity), demands=every(Demand), detained=every(Detention), timeline=every(TimelineEntry)
    )
