"""The one exit: what the components left on a Doc becomes a DocumentAnalysis, in the document's own offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace
from spacy.tokens import Doc

from hrcli.extract.findings import Actor, DatedEvent, DemandFinding, DetentionFinding, Timex, source_of
from hrcli.records import (
    CaseEvent,
    Demand,
    DemandSource,
    Detention,
    DocumentAnalysis,
    Entity,
    Evidence,
    Recipe,
    TimelineEntry,
    stable_id,
)


def harvest(doc: Doc, recipe: Recipe | None = None) -> DocumentAnalysis:
    """All records of a Doc that every component has seen."""
    document = replace(source_of(doc).document, recipe=recipe)
    entities = {id(actor): _entity(doc, actor) for actor in doc._.actors if actor.mentions}
    demands = [_demand(doc, found, entities) for found in doc._.demands]
    return DocumentAnalysis(
        document=document,
        entities=list(entities.values()),
        demands=_nested(doc._.demands, demands),
        detained=[_detention(doc, found) for found in doc._.detentions],
        timeline=[_entry(doc, timex, event) for timex, event in zip(doc._.timexes, _events(doc), strict=True)],
    )


def evidence(doc: Doc, start: int, end: int) -> Evidence:
    """The evidence for the tokens `start:end`, without white space at either edge."""
    source = source_of(doc)
    while end - start > 1 and doc[start].is_space:
        start += 1
    while end - start > 1 and doc[end - 1].is_space:
        end -= 1
    a, b = source.view.original(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    return Evidence(document=source.document.id, path=source.document.path, start=a, end=b, quote=source.text[a:b])


def plain(doc: Doc, start: int, end: int) -> str:
    """The words of the tokens `start:end` on one line."""
    return re.sub(r"\s+", " ", doc[start:end].text).strip()


def _entity(doc: Doc, actor: Actor) -> Entity:
    document = source_of(doc).document
    return Entity(
        id=stable_id(document.id, "entity", actor.type, actor.name, actor.mentions[0].start),
        name=actor.name,
        type=actor.type,
        aliases=actor.aliases,
        native_name=actor.native_name,
        roles=actor.roles,
        affiliations=actor.affiliations,
        country=actor.country,
        mentions=len(actor.mentions),
        documents=[document.id],
        evidence=[evidence(doc, m.start, m.end) for m in actor.mentions],
    )


def _demand(doc: Doc, found: DemandFinding, entities: dict[int, Entity]) -> Demand:
    document = source_of(doc).document
    span = evidence(doc, found.start, found.end)
    asker = entities.get(id(found.source))
    return Demand(
        id=stable_id(document.id, "demand", span.start, span.end),
        document=document.id,
        source=DemandSource(
            name=found.source_name or (asker.name if asker else None),
            organization=found.organization,
            entity=asker.id if asker else None,
        ),
        targets=found.targets,
        action=plain(doc, found.start, found.end),
        action_start=span.start,
        action_end=span.end,
        head=doc[found.head].lemma_.lower(),
        polarity=found.polarity,
        force=found.force,
        cue=found.cue,
        people=found.people,
        reported=found.reported,
        deadline=found.deadline.date if found.deadline else None,
        date=document.date,
        evidence=[evidence(doc, *found.sentence)],
    )


def _nested(found: list[DemandFinding], demands: list[Demand]) -> list[Demand]:
    """The demands with `nested_in` turned from an index into an id."""
    return [
        demand if f.nested_in is None else replace(demand, nested_in=demands[f.nested_in].id)
        for f, demand in zip(found, demands, strict=True)
    ]


def _detention(doc: Doc, found: DetentionFinding) -> Detention:
    document = source_of(doc).document
    who = found.name or f"{found.count} {found.group}"
    spans = list(dict.fromkeys(found.spans))
    return Detention(
        id=stable_id(document.id, "detention", who, doc[spans[0][0]].idx),
        name=found.name,
        native_name=found.native_name,
        group=found.group,
        count=found.count,
        status=found.status,
        certain=found.certain,
        date=found.date,
        released=found.released,
        events=[CaseEvent(type=s.type, date=s.date, evidence=[evidence(doc, s.start, s.end)]) for s in found.steps],
        charge=found.charge,
        law=found.law,
        sentence=found.sentence,
        place=found.place,
        authority=found.authority,
        occupation=found.occupation,
        affiliation=found.affiliation,
        health=found.health,
        allegations=found.allegations,
        contact=found.contact,
        documents=[document.id],
        evidence=_all(doc, spans),
        fields={name: _all(doc, where) for name, where in found.fields.items() if where},
    )


def _all(doc: Doc, spans: Iterable[tuple[int, int]]) -> list[Evidence]:
    return [evidence(doc, start, end) for start, end in spans]


def _events(doc: Doc) -> list[DatedEvent | None]:
    dated: list[DatedEvent | None] = list(doc._.dated)
    return dated or [None] * len(doc._.timexes)


def _entry(doc: Doc, timex: Timex, event: DatedEvent | None) -> TimelineEntry:
    document = source_of(doc).document
    span = evidence(doc, timex.start, timex.end)
    sentence = doc[timex.start].sent
    return TimelineEntry(
        id=stable_id(document.id, "timex", span.start, span.end),
        document=document.id,
        date=timex.date,
        earliest=timex.earliest,
        latest=timex.latest,
        precision=timex.precision,
        kind=timex.kind,
        timex3=timex.timex3,
        text=plain(doc, timex.start, timex.end),
        start=span.start,
        end=span.end,
        anchor=timex.anchor,
        event=plain(doc, event.start, event.end) if event else None,
        event_type=event.type if event else "other",
        modality=event.modality if event else "past",
        actors=event.actors if event else [],
        evidence=[evidence(doc, sentence.start, sentence.end)],
    )
