"""The chronicle: what several sentences tell of one event becomes one timeline entry with the evidence of all.

Entries are compared only where date, type and modality agree, and there only where they share an actor or telling words.
What may be two events stays two: nobody's arrest is taken for somebody else's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from hrcli.records import Document, DocumentAnalysis, Entity, TimelineEntry
from hrcli.resolve import keys
from hrcli.resolve.mentions import Actors, Mention, mention, same

Known = Callable[[str], Mapping[str, Entity]]


def merge(analyses: Sequence[DocumentAnalysis], rows: Mapping[str, Entity]) -> list[TimelineEntry]:
    """The timeline of all documents, one entry an event; `rows` has the corpus's entity for the id of each document's."""
    documents = {analysis.document.id: analysis.document for analysis in analyses}
    entities = {analysis.document.id: analysis.entities for analysis in analyses}

    @cache
    def known(document: str) -> Mapping[str, Entity]:
        return _names(entities[document], rows)

    groups: dict[tuple[str, ...], list[TimelineEntry]] = defaultdict(list)
    for analysis in analyses:
        for entry in analysis.timeline:
            groups[_group(entry)].append(entry)
    return [entry for group in groups.values() for entry in _merged(group, known, documents)]


def _group(entry: TimelineEntry) -> tuple[str, ...]:
    """What is equal in all that is told of one event; an entry that gives no day is a group of its own."""
    if entry.precision != "day" or entry.date is None or entry.earliest is None:
        return (entry.id,)
    return entry.date, entry.event_type, entry.modality


def _names(entities: Iterable[Entity], rows: Mapping[str, Entity]) -> dict[str, Entity]:
    """Who is meant by each name in a document; a state rather than its place, where both have the name."""
    found: dict[str, Entity] = {}
    for entity in sorted(entities, key=lambda each: (each.type != "place", each.id)):
        found.update({keys.fold(name): rows.get(entity.id, entity) for name in (entity.name, *entity.aliases)})
    return found


def _merged(group: Sequence[TimelineEntry], known: Known, documents: Mapping[str, Document]) -> list[TimelineEntry]:
    if len(group) == 1:
        return list(group)
    told = sorted((mention(entry, _actors(entry, known)) for entry in group), key=lambda each: (-len(each.persons), each.entry.id))
    copies = _copies(told)
    first = [each[0] for each in copies]
    return [_one([each for i in members for each in copies[i]], documents) for members in _clusters(first)]


def _copies(told: Iterable[Mention]) -> list[list[Mention]]:
    """The mentions that say just the same, together: of a sentence that stands in a thousand documents only one is compared with others."""
    found: dict[object, list[Mention]] = {}
    for each in told:
        said = (each.words, each.telling, each.names, each.persons, each.bodies, frozenset(each.actors.names), each.clock)
        found.setdefault(said if same(each, each) else each.entry.id, []).append(each)
    return list(found.values())


def _actors(entry: TimelineEntry, known: Known) -> Actors:
    """The actors of an entry by the ids of their entities; those that are none by the keys of their names."""
    found = {name: known(entry.document).get(keys.fold(name)) for name in entry.actors}
    return Actors(
        names={entity.id if entity else keys.body_key(name): name for name, entity in found.items()},
        persons=frozenset(entity.id for entity in found.values() if entity and entity.type == "person"),
        bodies=frozenset(
            entity.id if entity else keys.body_key(name)
            for name, entity in found.items()
            if not keys.is_generic(name) and not (entity and entity.type in ("person", "place"))
        ),
    )


def _clusters(told: Sequence[Mention]) -> list[list[int]]:
    """The mentions of each event, by their numbers."""
    clusters: dict[int, list[int]] = {i: [i] for i in range(len(told))}
    home = list(range(len(told)))
    for one, other in sorted(_candidates(told)):
        a, b = sorted((home[one], home[other]))
        if a == b or not all(same(told[i], told[j]) for i in clusters[a] for j in clusters[b]):
            continue
        for i in clusters[b]:
            home[i] = a
        clusters[a] += clusters.pop(b)
    return list(clusters.values())


def _candidates(told: Sequence[Mention]) -> set[tuple[int, int]]:
    """The pairs that share a person, or one of those words of either of which the other must have some: its rarer half and one more."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(told):
        for key in (*each.persons, *each.words):
            holders[key].append(i)
    pairs: set[tuple[int, int]] = set()
    for i, each in enumerate(told):
        for words in (each.words, each.words - each.names):
            rarest = sorted(words, key=lambda word: (len(holders[word]), word))
            for key in (*each.persons, *rarest[: len(rarest) // 2 + 1]):
                pairs.update((i, j) if i < j else (j, i) for j in holders[key] if i != j)
    return pairs


def _one(told: Sequence[Mention], documents: Mapping[str, Document]) -> TimelineEntry:
    """One entry of several: the words of the earliest document, the smallest id, the actors and the evidence of all."""
    if len(told) == 1:
        return told[0].entry

    def when(each: Mention) -> tuple[str, str, int, str]:
        return documents[each.entry.document].date or "9999", each.entry.document, each.entry.start, each.entry.id

    in_order = sorted(told, key=when)
    actors: dict[str, str] = {}
    for id_, name in (actor for each in in_order for actor in each.actors.names.items()):
        actors.setdefault(id_, name)
    evidence = {(e.document, e.start, e.end): e for each in in_order for e in each.entry.evidence}
    return replace(
        in_order[0].entry, id=min(each.entry.id for each in told), actors=list(actors.values()), evidence=list(evidence.values())
    )
