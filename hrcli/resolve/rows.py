"""One row of several records: the best name, all other names, roles and mentions of what documents say of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from hrcli.records import Document, Entity, EntityType
from hrcli.resolve import bodies, cases, keys


def merge(group: Sequence[Entity], documents: Mapping[str, Document]) -> Entity:
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
    governs = group[0].type == "public_body" and any(map(bodies.governments, used))
    whole = {name: count for name, count in used.items() if _is_whole(name, group[0].type, governs=governs)} or dict(used)
    common: Counter[str] = Counter()
    for name, count in whole.items():
        common[keys.body_key(name)] += count
    frequent = {key for key, count in common.items() if 2 * count >= max(common.values())}
    spelled = {name for entity in group for name in (entity.name, *entity.aliases) if keys.body_key(name) in frequent}
    return max(spelled or set(whole), key=lambda name: (len(name), used[name], name))


def _is_whole(name: str, type_: EntityType, *, governs: bool) -> bool:
    if type_ == "person":
        key = keys.person_key(name)
        return bool(key and key.full)
    if governs:
        return bool(bodies.governments(name)) and not set(keys.vocabulary().government).isdisjoint(keys.body_words(name)[-1:])
    return not keys.is_short(name)


def _commonest(values: Sequence[str]) -> str | None:
    return max(sorted(set(values)), key=values.count, default=None)


def _distinct(values: Iterable[str]) -> list[str]:
    """The values that differ in more than their writing."""
    found: dict[str, str] = {}
    for value in values:
        found.setdefault(keys.fold(value), value)
    return list(found.values())
