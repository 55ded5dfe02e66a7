"""The one exit: what the components left on a Doc becomes a DocumentAnalysis, in the document's own offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
    Source,
    TimelineEntry,
    stable_id,
)


def harvest(doc: Doc, recipe: Recipe | None = None) -> DocumentAnalysis:
    """All records of a Doc that every component has seen."""
    page = Page(doc, source_of(doc))
    entities = {id(actor): _entity(page, actor) for actor in doc._.actors if actor.mentions}
    demands = [_demand(page, found, entities) for found in doc._.demands]
    return DocumentAnalysis(
        document=replace(page.source.document, recipe=recipe),
        entities=list(entities.values()),
        demands=_nested(doc._.demands, demands),
        detained=[_detention(page, found) for found in doc._.detentions],
        timeline=[_entry(page, timex, event) for timex, event in zip(doc._.timexes, _events(doc), strict=True)],
    )


@dataclass(frozen=True, slots=True)
class Page:
    """A Doc and its source, to quote from."""

    doc: Doc
    source: Source

    def evidence(self, start: int, end: int) -> Evidence:
        """The evidence for the tokens `start:end`, without white space at either edge."""
        first, last = self.doc[start], self.doc[end - 1]
        while start < last.i and first.is_space:
            start += 1
            first = self.doc[start]
        while last.i > start and last.is_space:
            last = self.doc[last.i - 1]
        source = self.source
        a, b = source.view.original(first.idx, last.idx + len(last))
        return Evidence(document=source.document.id, path=source.document.path, start=a, end=b, quote=source.text[a:b])

    def plain(self, start: int, end: int) -> str:
        """The words of the tokens `start:end` on one line."""
        last = self.doc[end - 1]
        return " ".join(self.source.view.text[self.doc[start].idx : last.idx + len(last)].split())


def _entity(page: Page, actor: Actor) -> Entity:
    document = page.source.document
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
        evidence=[page.evidence(m.start, m.end) for m in actor.mentions],
    )


def _demand(page: Page, found: DemandFinding, entities: dict[int, Entity]) -> Demand:
    document = page.source.document
    span = page.evidence(found.start, found.end)
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
        action=page.plain(found.start, found.end),
        action_start=span.start,
        action_end=span.end,
        head=page.doc[found.head].lemma_.lower(),
        polarity=found.polarity,
        force=found.force,
        cue=found.cue,
        people=found.people,
        reported=found.reported,
        deadline=found.deadline.date if found.deadline else None,
        date=document.date,
        evidence=[page.evidence(*found.sentence)],
    )


def _nested(found: list[DemandFinding], demands: list[Demand]) -> list[Demand]:
    """The demands with `nested_in` turned from an index into an id."""
    return [
        demand if f.nested_in is None else replace(demand, nested_in=demands[f.nested_in].id)
        for f, demand in zip(found, demands, strict=True)
    ]


def _detention(page: Page, found: DetentionFinding) -> Detention:
    document = page.source.document
    who = found.name or f"{found.count} {found.group}"
    spans = list(dict.fromkeys(found.spans))
    return Detention(
        id=stable_id(document.id, "detention", who, page.doc[spans[0][0]].idx),
        name=found.name,
        native_name=found.native_name,
        group=found.group,
        count=found.count,
        status=found.status,
        certain=found.certain,
        date=found.date,
        released=found.released,
        events=[CaseEvent(type=s.type, date=s.date, evidence=[page.evidence(s.start, s.end)]) for s in found.steps],
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
        evidence=_all(page, spans),
        fields={name: _all(page, where) for name, where in found.fields.items() if where},
    )


def _all(page: Page, spans: Iterable[tuple[int, int]]) -> list[Evidence]:
    return [page.evidence(start, end) for start, end in spans]


def _events(doc: Doc) -> list[DatedEvent | None]:
    dated: list[DatedEvent | None] = list(doc._.dated)
    return dated or [None] * len(doc._.timexes)


def _entry(page: Page, timex: Timex, event: DatedEvent | None) -> TimelineEntry:
    document = page.source.document
    span = page.evidence(timex.start, timex.end)
    sentence = page.doc[timex.start].sent
    return TimelineEntry(
        id=stable_id(document.id, "timex", span.start, span.end),
        document=document.id,
        date=timex.date,
        earliest=timex.earliest,
        latest=timex.latest,
        precision=timex.precision,
        kind=timex.kind,
        timex3=timex.timex3,
        text=page.plain(timex.start, timex.end),
        start=span.start,
        end=span.end,
        anchor=timex.anchor,
        event=page.plain(event.start, event.end) if event else None,
        event_type=event.type if event else "other",
        modality=event.modality if event else "past",
        actors=event.actors if event else [],
        evidence=[page.evidence(sentence.start, sentence.end)],
    )
