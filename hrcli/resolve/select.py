"""Filters over a corpus: by who asks, who is asked, who takes part, kind, status, time and document, under any name they are known by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from msgspec.structs import replace

from hrcli.errors import UsageError
from hrcli.records import Demand, Detention, EntityType, EventType, Precision, Record, Status, TimelineEntry
from hrcli.resolve import askings, held, keys, periods
from hrcli.resolve.actors import of_actor
from hrcli.resolve.bodies import BODIES
from hrcli.resolve.called import Known, meant
from hrcli.resolve.join import Corpus


class Query(Record):
    """What to keep of a corpus; None keeps all. `since` and `until` are days, months or years, both included."""

    org: str | None = None
    source: str | None = None
    target: str | None = None
    person: str | None = None
    actor: str | None = None
    type: str | None = None
    status: str | None = None
    charge: str | None = None
    at: str | None = None
    precision: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    country: str | None = None
    min_mentions: int | None = None
    search: str | None = None
    theme: str | None = None
    category: int | None = None
    polarity: str | None = None
    asked_as: str | None = None
    own_voice: bool = False
    limit: int | None = None

    def named(self) -> dict[str, str]:
        """The filters whose value is a name of somebody or something, as far as they are given."""
        asked = ("org", "source", "target", "person", "actor", "search")
        return {name: value for name in asked if (value := getattr(self, name))}


def select(corpus: Corpus, query: Query) -> Corpus:
    """The records that a query asks for.

    A filter that does not concern a kind of record leaves that kind as it is. With `since` or `until`, records without a
    date are left out. Raises UsageError for a time that is no date, and for an unknown type, status or precision.
    """
    check(query)
    kept = _by_document(corpus, query.document) if query.document else corpus
    narrowed = (
        (query.org, _by_org),
        (query.source, _by_source),
        (query.target, _by_target),
        (query.person, _by_person),
        (query.actor, _by_actor),
    )
    for name, narrow in narrowed:
        kept = narrow(kept, corpus, name) if name else kept
    kept = replace(
        kept,
        entities=[entity for entity in kept.entities if of_actor(entity, query)],
        detained=held.narrow(kept.detained, corpus, query),
    )
    kept = _by_asking(_by_kind(kept, query), query)
    kept = _by_time(kept, query) if query.since or query.until else kept
    return _first(kept, query.limit) if query.limit is not None else kept


def check(query: Query) -> None:
    """Raise UsageError for an unknown type, status or precision."""
    kinds = [*get_args(EntityType), *(kind for kind in get_args(EventType) if kind not in get_args(EntityType))]
    statuses, precisions = list(get_args(Status)), list(get_args(Precision))
    asked = (("--type", query.type, kinds), ("--status", query.status, statuses), ("--precision", query.precision, precisions))
    for option, value, choices in asked:
        if value and value not in choices:
            raise UsageError(f"{option}: {value!r} is unknown", hint="one of " + ", ".join(choices))


def _by_document(corpus: Corpus, wanted: str) -> Corpus:
    ids = _documents(corpus, wanted)
    return Corpus(
        documents=[document for document in corpus.documents if document.id in ids],
        entities=[entity for entity in corpus.entities if ids & set(entity.documents)],
        demands=[demand for demand in corpus.demands if demand.document in ids],
        detained=[case for case in corpus.detained if ids & set(case.documents)],
        timeline=[entry for entry in corpus.timeline if any(each.document in ids for each in entry.evidence)],
    )


def _documents(corpus: Corpus, wanted: str) -> set[str]:
    """The ids of the documents whose id, path or file name is `wanted`; else those whose id begins with it or whose title has it."""
    text = wanted.strip()
    exact = {
        document.id
        for document in corpus.documents
        if text in (document.id, document.path, document.path.replace("\\", "/").rpartition("/")[2])
    }
    if exact or not text:
        return exact
    return {d.id for d in corpus.documents if d.id.startswith(text.lower()) or keys.fold(text) in keys.fold(d.title or "")}


def _by_org(kept: Corpus, corpus: Corpus, name: str) -> Corpus:
    """What a body asks, itself, its people and what it has published; who is held of its people, by it, or in what it has published."""
    org = meant(corpus, name, BODIES)
    published = {d.id for d in corpus.documents if org.names(d.id, [d.publisher]) or (d.publisher and _is_part(name, d.publisher))}
    staff = {e.id for e in corpus.entities if e.id in org.ids or any(org.names(d, e.affiliations) for d in e.documents)}

    def asks(demand: Demand) -> bool:
        source = demand.source
        named = source.entity in staff or org.names(demand.document, [source.name, source.organization])
        return named or (not demand.reported and source.name is None and demand.document in published)

    def concerns(case: Detention) -> bool:
        ties = [case.affiliation, case.authority]
        own = corpus.rows.get(case.id) in staff or any(org.names(document, ties) for document in case.documents)
        return own or not published.isdisjoint(case.documents)

    return replace(
        kept,
        documents=[document for document in kept.documents if document.id in published],
        entities=[entity for entity in kept.entities if entity.id in staff],
        demands=[demand for demand in kept.demands if asks(demand)],
        detained=[case for case in kept.detained if concerns(case)],
    )


def _is_part(name: str, publisher: str) -> bool:
    return keys.body_key(name) in {keys.body_key(each) for each in keys.initials(publisher)}


def _by_source(kept: Corpus, corpus: Corpus, name: str) -> Corpus:
    """What a body or a person asks in its own name."""
    source = meant(corpus, name, get_args(EntityType))

    def asks(demand: Demand) -> bool:
        named = [demand.source.name, demand.source.organization, *askings.askers(demand)]
        return demand.source.entity in source.ids or source.names(demand.document, named)

    return replace(kept, demands=[demand for demand in kept.demands if asks(demand)])


def _by_target(kept: Corpus, corpus: Corpus, name: str) -> Corpus:
    target = meant(corpus, name, get_args(EntityType))
    return replace(kept, demands=[demand for demand in kept.demands if target.names(demand.document, demand.targets)])


def _by_person(kept: Corpus, corpus: Corpus, name: str) -> Corpus:
    person = meant(corpus, name, ("person",))

    def means(document: str, names: Iterable[str | None]) -> bool:
        return person.names(document, names)

    return replace(
        kept,
        entities=[entity for entity in kept.entities if entity.id in person.ids],
        demands=[demand for demand in kept.demands if means(demand.document, demand.people)],
        detained=[case for case in kept.detained if any(means(document, [case.name, case.native_name]) for document in case.documents)],
        timeline=[entry for entry in kept.timeline if _takes_part(person, entry)],
    )


def _by_actor(kept: Corpus, corpus: Corpus, name: str) -> Corpus:
    actor = meant(corpus, name, get_args(EntityType))
    return replace(kept, timeline=[entry for entry in kept.timeline if _takes_part(actor, entry)])


def _takes_part(known: Known, entry: TimelineEntry) -> bool:
    """Whether one of the actors is meant, as any of the documents that tell of it calls them."""
    return any(known.names(each.document, entry.actors) for each in entry.evidence)


def _by_kind(kept: Corpus, query: Query) -> Corpus:
    if query.type in get_args(EntityType):
        kept = replace(kept, entities=[entity for entity in kept.entities if entity.type == query.type])
    if query.type in get_args(EventType):
        kept = replace(kept, timeline=[entry for entry in kept.timeline if entry.event_type == query.type])
    if query.precision:
        kept = replace(kept, timeline=[entry for entry in kept.timeline if entry.precision == query.precision])
    return replace(kept, detained=[case for case in kept.detained if case.status == query.status]) if query.status else kept


def _by_asking(kept: Corpus, query: Query) -> Corpus:
    wanted = {name: getattr(query, name) for name in ("theme", "category", "polarity", "asked_as", "own_voice")}
    if not any(wanted.values()):
        return kept
    return replace(kept, demands=[demand for demand in kept.demands if askings.is_wanted(demand, **wanted)])


def _by_time(kept: Corpus, query: Query) -> Corpus:
    first = periods.since(query.since) if query.since else "0000"
    last = periods.until(query.until) if query.until else "9999-12-31"

    def within(*dates: str | None) -> bool:
        return any(span[1] >= first and span[0] <= last for value in dates if (span := periods.days(value)))

    dated = {document.id for document in kept.documents if within(document.date)}
    return Corpus(
        documents=[document for document in kept.documents if document.id in dated],
        entities=[entity for entity in kept.entities if dated & set(entity.documents)],
        demands=[demand for demand in kept.demands if within(demand.date)],
        detained=[case for case in kept.detained if within(case.date, case.released)],
        timeline=[entry for entry in kept.timeline if _entry_within(entry, first, last)],
    )


def _entry_within(entry: TimelineEntry, first: str, last: str) -> bool:
    """Whether an entry may lie between two days; one of a decade or a century only where all of it does."""
    if not (entry.earliest or entry.latest):
        return False
    start, end = entry.earliest or "0000", entry.latest or "9999-12-31"
    vague = (entry.date or "").endswith("X")
    return (start >= first and end <= last) if vague else (end >= first and start <= last)


def _first(kept: Corpus, count: int) -> Corpus:
    return Corpus(
        documents=kept.documents[:count],
        entities=kept.entities[:count],
        demands=kept.demands[:count],
        detained=kept.detained[:count],
        timeline=kept.timeline[:count],
    )
