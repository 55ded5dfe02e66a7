"""The one exit: what the components left on a Doc becomes a DocumentAnalysis, in the document's own offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from msgspec.structs import replace
from spacy.tokens import Doc

from hrcli.extract.dating import weekdays
from hrcli.extract.findings import Actor, Codes, DatedEvent, DemandFinding, DetentionFinding, Timex, source_of
from hrcli.extract.naming.page import Page, page_of
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
    quoter = Quoter(doc, page_of(doc), source_of(doc))
    entities = {id(actor): _entity(quoter, actor) for actor in doc._.actors if actor.mentions}
    demands = [_demand(quoter, found, codes, entities) for found, codes in zip(doc._.demands, doc._.codes, strict=True)]
    told = ((quoter.page.line(timex.start, timex.end), timex.date) for timex in doc._.timexes)
    return DocumentAnalysis(
        document=weekdays.checked(replace(quoter.source.document, recipe=recipe), told),
        entities=list(entities.values()),
        demands=_nested(doc._.demands, demands),
        detained=[_detention(quoter, found) for found in doc._.detentions],
        timeline=[_entry(quoter, timex, event) for timex, event in zip(doc._.timexes, _events(doc), strict=True)],
    )


_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Quoter:
    """A Doc with its page and its source, to quote from."""

    doc: Doc
    page: Page
    source: Source

    def evidence(self, start: int, end: int) -> Evidence:
        """The evidence for the tokens `start:end`, without white space at either edge."""
        words, last, source = self.page.words, end - 1, self.source
        while start < last and words[start].isspace():
            start += 1
        while last > start and words[last].isspace():
            last -= 1
        a, b = source.view.original(self.page.starts[start], self.page.end(last + 1))
        nth = bisect_right(source.places, a, key=_start) - 1
        place = source.places[nth].name if nth >= 0 else None
        return Evidence(document=source.document.id, path=source.document.path, start=a, end=b, quote=source.text[a:b], place=place)


def _entity(quoter: Quoter, actor: Actor) -> Entity:
    document = quoter.source.document
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
        evidence=[quoter.evidence(m.start, m.end) for m in actor.mentions],
    )


def _demand(quoter: Quoter, found: DemandFinding, codes: Codes, entities: dict[int, Entity]) -> Demand:
    document = quoter.source.document
    span = quoter.evidence(found.start, found.end)
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
        action=quoter.page.line(found.start, found.end),
        action_start=span.start,
        action_end=span.end,
        head=quoter.doc[found.head].lemma_.lower(),
        polarity=found.polarity,
        force=found.force,
        cue=found.cue,
        people=found.people,
        reported=found.reported,
        deadline=found.deadline.date if found.deadline else None,
        themes=codes.themes,
        action_category=codes.category,
        cameo=codes.cameo,
        date=document.date,
        evidence=[quoter.evidence(*found.sentence)],
    )


def _nested(found: list[DemandFinding], demands: list[Demand]) -> list[Demand]:
    """The demands with `nested_in` turned from an index into an id."""
    return [
        demand if f.nested_in is None else replace(demand, nested_in=demands[f.nested_in].id)
        for f, demand in zip(found, demands, strict=True)
    ]


def _detention(quoter: Quoter, found: DetentionFinding) -> Detention:
    document = quoter.source.document
    who = found.name or f"{found.count} {found.group}"
    spans = list(dict.fromkeys(found.spans))
    return Detention(
        id=stable_id(document.id, "detention", who, quoter.page.starts[spans[0][0]]),
        name=found.name,
        native_name=found.native_name,
        group=found.group,
        count=found.count,
        status=found.status,
        certain=found.certain,
        date=found.date,
        released=found.released,
        events=[CaseEvent(type=s.type, date=s.date, evidence=[quoter.evidence(s.start, s.end)]) for s in found.steps],
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
        evidence=_all(quoter, spans),
        fields={name: _all(quoter, where) for name, where in found.fields.items() if where},
    )


def _all(quoter: Quoter, spans: Iterable[tuple[int, int]]) -> list[Evidence]:
    return [quoter.evidence(start, end) for start, end in spans]


def _events(doc: Doc) -> list[DatedEvent | None]:
    dated: list[DatedEvent | None] = list(doc._.dated)
    return dated or [None] * len(doc._.timexes)


def _entry(quoter: Quoter, timex: Timex, event: DatedEvent | None) -> TimelineEntry:
    document = quoter.source.document
    span = quoter.evidence(timex.start, timex.end)
    return TimelineEntry(
        id=stable_id(document.id, "timex", span.start, span.end),
        document=document.id,
        date=timex.date,
        earliest=timex.earliest,
        latest=timex.latest,
        precision=timex.precision,
        kind=timex.kind,
        timex3=timex.timex3,
        text=quoter.page.line(timex.start, timex.end),
        start=span.start,
        end=span.end,
        anchor=timex.anchor,
        event=quoter.page.line(event.start, event.end) if event else None,
        event_type=event.type if event else "other",
        modality=event.modality if event else "past",
        actors=event.actors if event else [],
        evidence=[quoter.evidence(*quoter.page.sentence(timex.start))],
    )
