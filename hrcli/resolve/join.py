"""Joining the analyses of several documents into one corpus: one row for each actor, each case and each event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import field
from msgspec.structs import replace

from hrcli.records import Demand, Detention, Document, DocumentAnalysis, Entity, Record, TimelineEntry
from hrcli.resolve import bodies, chronicle, corrected, keys, people
from hrcli.resolve.clusters import Link, Marks
from hrcli.resolve.follow import follow, in_case
from hrcli.resolve.groups import Group, Reason, ids
from hrcli.resolve.scenes import scenes
from hrcli.store.corrections import Corrections


class Corpus(Record):
    """What all documents say together.

    `entities` and `detained` are merged across documents, the most mentioned first and by name, `timeline` where several
    tell of one event; `demands` stay those of their documents. Both are by date, what has none comes last.

    `rows` leads from the id of each record of a document to the id of its row, `reasons` are why records were joined, `doubts`
    which ones nearly were. `notes` are the user's, by the id of the row, `unknown` what the user's corrections could not be applied to.
    `told` has, by the id of each person's case, the cases of the documents that it was made of.
    """

    documents: list[Document] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    detained: list[Detention] = field(default_factory=list)
    timeline: list[TimelineEntry] = field(default_factory=list)
    rows: dict[str, str] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)
    doubts: list[Reason] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    told: dict[str, list[Detention]] = field(default_factory=dict)


def join(analyses: Iterable[DocumentAnalysis], corrections: Corrections | None = None) -> Corpus:
    """The corpus of some analyses; their order does not matter, and a document given twice counts once."""
    once = {each.document.id: each for each in sorted(analyses, key=lambda each: each.document.path, reverse=True)}
    each = [once[id_] for id_ in sorted(once)]
    documents = {analysis.document.id: analysis.document for analysis in each}
    said = corrections or Corrections()
    groups, reasons, doubts = _grouped(each, documents, said)
    outcome = corrected.apply(groups, said, documents)
    each = follow(each, outcome.spelled)
    told = [(group, group.row(documents)) for group in outcome.groups]
    entities = {id_: row for group, row in told if row for id_ in ids(group)}
    merged = {id_: row.id for id_, row in entities.items()}
    files = [(group.cases, case) for group in outcome.groups if (case := group.case(documents))]
    detained = [case for _, case in files]
    detained += [case for analysis in each for case in analysis.detained if not _is_person(case)]
    return Corpus(
        documents=sorted(documents.values(), key=lambda d: (d.date is None, d.date or "", d.path, d.id)),
        entities=sorted((row for _, row in told if row), key=lambda e: (-e.mentions, e.name, e.id)),
        demands=sorted((_asked(demand, merged) for analysis in each for demand in analysis.demands), key=_demand_order),
        detained=sorted(
            (in_case(case, outcome.spelled) for case in detained),
            key=lambda case: (case.name is None, keys.fold(case.name or case.group or ""), case.id),
        ),
        timeline=sorted(chronicle.merge(each, entities), key=_timeline_order),
        rows=merged,
        reasons=[*reasons, *outcome.reasons],
        doubts=[doubt for doubt in doubts if merged.get(doubt.one.id, "") != merged.get(doubt.other.id)],
        notes={row.id: group.notes for group, row in told if row and group.notes},
        unknown=outcome.unknown,
        told={case.id: of_it for of_it, case in files},
    )


def _grouped(
    analyses: Sequence[DocumentAnalysis], documents: Mapping[str, Document], said: Corrections
) -> tuple[list[Group], list[Reason], list[Reason]]:
    """The records that are one, why, and those that nearly were."""
    persons, reasons, doubts = _persons(analyses, documents, said)
    entities = [entity for analysis in analyses for entity in _of_type(analysis, person=False)]
    found, links = bodies.cluster(entities, _split(entities, said, documents))
    things = [Group([entities[i] for i in members]) for members in found]
    return [*persons, *things], [*reasons, *_reasons(links, entities)], doubts


def _persons(
    analyses: Sequence[DocumentAnalysis], documents: Mapping[str, Document], said: Corrections
) -> tuple[list[Group], list[Reason], list[Reason]]:
    entities = [entity for analysis in analyses for entity in _of_type(analysis, person=True)]
    named = [(case, _of_type(analysis, person=True)) for analysis in analyses for case in analysis.detained if _is_person(case)]
    known = [people.of_entity(entity, documents.get(entity.documents[0])) for entity in entities]
    known += [people.of_detention(case, documents.get(case.documents[0]), near) for case, near in named]
    records: list[Entity | Detention] = [*entities, *(case for case, _ in named)]
    groups, links, doubts = people.cluster(known, scenes(analyses), _split(records, said, documents))
    count = len(entities)
    found = [Group([entities[i] for i in members if i < count], [named[i - count][0] for i in members if i >= count]) for members in groups]
    return found, _reasons(links, records), _reasons(doubts, records)


def _split(records: Sequence[Entity | Detention], said: Corrections, documents: Mapping[str, Document]) -> Sequence[Marks]:
    return corrected.split_marks(records, said.split, documents) if said.split else ()


def _reasons(links: Iterable[Link], records: Sequence[Entity | Detention]) -> list[Reason]:
    return [Reason(records[link.one], records[link.other], link.why, link.weak) for link in links]


def _of_type(analysis: DocumentAnalysis, *, person: bool) -> list[Entity]:
    return sorted((entity for entity in analysis.entities if (entity.type == "person") is person), key=lambda entity: entity.id)


def _is_person(case: Detention) -> bool:
    return bool(case.name or case.native_name)


def _asked(demand: Demand, merged: Mapping[str, str]) -> Demand:
    entity = merged.get(demand.source.entity or "")
    return replace(demand, source=replace(demand.source, entity=entity)) if entity != demand.source.entity else demand


def _demand_order(demand: Demand) -> tuple[bool, str, str, int, str]:
    return demand.date is None, demand.date or "", demand.document, demand.action_start, demand.id


def _timeline_order(entry: TimelineEntry) -> tuple[bool, str, str, int, str]:
    return entry.earliest is None, entry.earliest or "", entry.document, entry.start, entry.id
