"""Joining the analyses of several documents into one corpus: one row for each actor, each case and each event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import field
from msgspec.structs import replace

from hrcli.records import Demand, Detention, Document, DocumentAnalysis, Entity, EntityType, Record, TimelineEntry
from hrcli.resolve import bodies, cases, chronicle, keys, people


class Corpus(Record):
    """What all documents say together.

    `entities` and `detained` are merged across documents, the most mentioned first and by name, `timeline` where several
    tell of one event; `demands` stay those of their documents. Both are by date, what has none comes last.
    """

    documents: list[Document] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    detained: list[Detention] = field(default_factory=list)
    timeline: list[TimelineEntry] = field(default_factory=list)


def join(analyses: Iterable[DocumentAnalysis]) -> Corpus:
    """The corpus of some analyses; their order does not matter, and a document given twice counts once."""
    once = {each.document.id: each for each in sorted(analyses, key=lambda each: each.document.path, reverse=True)}
    each = [once[id_] for id_ in sorted(once)]
    documents = {analysis.document.id: analysis.document for analysis in each}
    groups, detained = _persons(each, documents)
    groups += _things(each)
    rows = [(group, _merge(group, documents)) for group in groups]
    merged = {entity.id: row for group, row in rows for entity in group}
    return Corpus(
        documents=sorted(documents.values(), key=lambda d: (d.date is None, d.date or "", d.path, d.id)),
        entities=sorted((row for _, row in rows), key=lambda e: (-e.mentions, e.name, e.id)),
        demands=sorted((_asked(demand, merged) for analysis in each for demand in analysis.demands), key=_demand_order),
        detained=sorted(detained, key=lambda case: (case.name is None, keys.fold(case.name or case.group or ""), case.id)),
        timeline=sorted(chronicle.merge(each, merged), key=_timeline_order),
    )


def _persons(analyses: Sequence[DocumentAnalysis], documents: Mapping[str, Document]) -> tuple[list[list[Entity]], list[Detention]]:
    """The groups of person entities that are one person, and the cases, one a person."""
    entities = [entity for analysis in analyses for entity in _of_type(analysis, person=True)]
    named = [(case, _of_type(analysis, person=True)) for analysis in analyses for case in analysis.detained if _is_person(case)]
    known = [people.of_entity(entity, documents.get(entity.documents[0])) for entity in entities]
    held = [people.of_detention(case, documents.get(case.documents[0]), near) for case, near in named]
    groups, merged = [], [case for analysis in analyses for case in analysis.detained if not _is_person(case)]
    for members in people.cluster(known + held):
        groups.append([entities[i] for i in members if i < len(entities)])
        if told := [named[i - len(entities)][0] for i in members if i >= len(entities)]:
            merged.append(cases.merge(told, documents))
    return [group for group in groups if group], merged


def _things(analyses: Sequence[DocumentAnalysis]) -> list[list[Entity]]:
    things = [entity for analysis in analyses for entity in _of_type(analysis, person=False)]
    return [[things[i] for i in members] for members in bodies.cluster(things)]


def _of_type(analysis: DocumentAnalysis, *, person: bool) -> list[Entity]:
    return sorted((entity for entity in analysis.entities if (entity.type == "person") is person), key=lambda entity: entity.id)


def _is_person(case: Detention) -> bool:
    return bool(case.name or case.native_name)


def _merge(group: Sequence[Entity], documents: Mapping[str, Document]) -> Entity:
    """One entity of several; its id is the smallest of theirs."""
    if len(group) == 1:
        return group[0]
    told = sorted(group, key=lambda e: (documents[e.documents[0]].date or "9999", e.documents[0], e.id))
    name = _best_name(told)
    natives = [entity.native_name for entity in told if entity.native_name]
    native = _commonest(natives)
    return Entity(
        id=min(entity.id for entity in group),
        name=name,
        type=_type(told),
        aliases=[a for a in cases.unique([*(n for e in told for n in (e.name, *e.aliases)), *natives]) if a not in (name, native)],
        native_name=native,
        roles=_distinct(role for entity in told for role in entity.roles),
        affiliations=_distinct(affiliation for entity in told for affiliation in entity.affiliations),
        country=_commonest([entity.country for entity in told if entity.country]),
        mentions=sum(entity.mentions for entity in told),
        documents=sorted({document for entity in told for document in entity.documents}),
        evidence=cases.in_order(e for entity in told for e in entity.evidence),
    )


def _type(group: Sequence[Entity]) -> EntityType:
    mentions: Counter[EntityType] = Counter()
    for entity in group:
        mentions[entity.type] += entity.mentions
    return max(sorted(mentions), key=lambda type_: mentions[type_])


def _best_name(group: Sequence[Entity]) -> str:
    """The longest way of writing the name that the documents mostly use, a whole name before a short form."""
    used = Counter(entity.name for entity in group)
    whole = {name: count for name, count in used.items() if _is_whole(name, group)} or dict(used)
    common: Counter[str] = Counter()
    for name, count in whole.items():
        common[keys.body_key(name)] += count
    frequent = {key for key, count in common.items() if 2 * count >= max(common.values())}
    spelled = {name for entity in group for name in (entity.name, *entity.aliases) if keys.body_key(name) in frequent}
    return max(spelled or set(whole), key=lambda name: (len(name), used[name], name))


def _is_whole(name: str, group: Sequence[Entity]) -> bool:
    if group[0].type == "person":
        key = keys.person_key(name)
        return bool(key and key.full)
    if any(bodies.governments(entity.name) for entity in group) and group[0].type == "public_body":
        return not set(keys.vocabulary().government).isdisjoint(keys.body_words(name)[-1:])
    return not keys.is_short(name)


def _commonest(values: Sequence[str]) -> str | None:
    return max(sorted(set(values)), key=values.count, default=None)


def _distinct(values: Iterable[str]) -> list[str]:
    """The values that differ in more than their writing."""
    found: dict[str, str] = {}
    for value in values:
        found.setdefault(keys.fold(value), value)
    return list(found.values())


def _asked(demand: Demand, merged: Mapping[str, Entity]) -> Demand:
    entity = merged.get(demand.source.entity or "")
    return replace(demand, source=replace(demand.source, entity=entity.id)) if entity else demand


def _demand_order(demand: Demand) -> tuple[bool, str, str, int, str]:
    return demand.date is None, demand.date or "", demand.document, demand.action_start, demand.id


def _timeline_order(entry: TimelineEntry) -> tuple[bool, str, str, int, str]:
    return entry.earliest is None, entry.earliest or "", entry.document, entry.start, entry.id
