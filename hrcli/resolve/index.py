"""What the documents say together as rows that a store can look up: each record with its columns, and the keys that it is found by.

A row's keys are the names in it and, after "#", the ids of the actors whom these mean in its documents: what `select` would find out
for every question is found out once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from hrcli.records import Demand, Detention, Document, Entity, TimelineEntry
from hrcli.resolve import askings, keys, periods
from hrcli.resolve.bodies import names_of
from hrcli.resolve.called import PERSON, all_keys, own_keys
from hrcli.resolve.held import Countries
from hrcli.resolve.join import Corpus
from hrcli.resolve.spells import spells
from hrcli.store import Row, Rows, Tie, bare

Keys = set[tuple[str, str]]


def index(corpus: Corpus, mark: str) -> Rows:
    """All rows of a corpus; `mark` says of what it was made."""
    meanings = _Meanings(corpus)
    countries = Countries(corpus)
    rows = {
        "documents": (_document(each, meanings) for each in corpus.documents),
        "entities": (_entity(each, meanings) for each in corpus.entities),
        "demands": (_demand(each, meanings) for each in corpus.demands),
        "detentions": (_case(each, meanings, corpus.rows.get(each.id), countries.of(each)) for each in corpus.detained),
        "timeline": (_entry(each, meanings) for each in corpus.timeline),
    }
    told = {each.id: case for case, records in corpus.told.items() for each in records}
    return Rows(mark, rows, corpus.rows, told, _ties(corpus), corpus.unknown, corpus.notes)


def _ties(corpus: Corpus) -> Iterator[Tie]:
    """Why records were joined, then what was nearly joined."""
    for doubt, reasons in ((False, corpus.reasons), (True, corpus.doubts)):
        yield from (Tie(each.one.id, each.other.id, each.why, each.weak, doubt) for each in reasons)


class _Meanings:
    """Whom the names in documents mean."""

    def __init__(self, corpus: Corpus) -> None:
        self.documents = {document.id: document for document in corpus.documents}
        self._named: dict[str, list[int]] = defaultdict(list)
        self._entities = corpus.entities
        for place, entity in enumerate(corpus.entities):
            for document in entity.documents:
                self._named[document].append(place)
        self._own = cache(lambda place: own_keys(self._entities[place]))

    def of(self, document: str, names: Iterable[str | None]) -> set[str]:
        """What finds a row with these names, read in a document: their keys, and "#" with the ids of all whom they mean."""
        found = {key for name in names if name for key in all_keys(name)}
        meant = {f"#{self._entities[place].id}" for place in self._named.get(document, ()) if not found.isdisjoint(self._own(place))}
        return meant | {key for key in found if not key.startswith(PERSON)}


def _document(document: Document, meanings: _Meanings) -> Row:
    first, last = periods.days(document.date) or (None, None)
    columns = (document.date is None, document.date or "", document.path, keys.fold(document.title or ""), first, last)
    return Row(document.id, columns, msgspec.json.encode(document), sorted(_published(document, meanings, "publisher", "initials")))


def _published(document: Document | None, meanings: _Meanings, named: str, short: str) -> Keys:
    """What finds what a document's publisher says: its names, and the short forms that its name may have."""
    if document is None or not document.publisher:
        return set()
    initials = {keys.body_key(each) for each in keys.initials(document.publisher)}
    return {(named, key) for key in meanings.of(document.id, [document.publisher])} | {(short, key) for key in initials}


def _entity(entity: Entity, meanings: _Meanings) -> Row:
    names = names_of(entity)
    dates = sorted(date for id in entity.documents if id in meanings.documents and (date := meanings.documents[id].date))
    spelled = "|".join(f" {' '.join(keys.words(name))} " for name in names)
    known = [*names, *entity.roles, *entity.affiliations]
    span = (dates[0], dates[-1]) if dates else (None, None)
    columns = (entity.name, entity.type, entity.country, entity.mentions, len(entity.documents), *span, spelled, _words(known))
    found: Keys = {("bears", key) for key in _borne(entity)} | {("document", id) for id in entity.documents}
    found |= {("word", word) for each in known for word in keys.words(each)}
    if entity.affiliations:
        found |= {("affiliation", key) for id in entity.documents for key in meanings.of(id, entity.affiliations)}
    return Row(entity.id, columns, bare(entity), sorted(found))


def _borne(entity: Entity) -> set[str]:
    """The keys by one of which an entity may be asked for."""
    found = {key for name in names_of(entity) for key in all_keys(name)}
    if entity.type == "person":
        return found
    short = {keys.body_key(each) for each in keys.initials(entity.name)}
    return {key for key in found if not key.startswith(PERSON)} | short


def _demand(demand: Demand, meanings: _Meanings) -> Row:
    first, last = periods.days(demand.date) or (None, None)
    source = demand.source
    said = [source.name, source.organization, *demand.targets, *demand.people, *demand.themes]
    columns = (
        *(demand.date is None, demand.date or "", demand.document, demand.action_start, first, last),
        *(demand.polarity, demand.force, demand.action_category, demand.reported),
        _words([demand.action, *said]),
    )
    told: dict[str, Sequence[str | None]] = {
        "org": [source.name, source.organization],
        "source": [source.name, source.organization, *askings.askers(demand)],
        "target": demand.targets,
        "person": demand.people,
    }
    found: Keys = {(role, key) for role, names in told.items() for key in meanings.of(demand.document, names)}
    found |= {("theme", theme) for theme in demand.themes} | {("document", demand.document)}
    if source.entity:
        found.add(("speaker", f"#{source.entity}"))
    if source.name is None and not demand.reported:
        found |= _published(meanings.documents.get(demand.document), meanings, "org", "initials")
    return Row(demand.id, columns, msgspec.json.encode(demand), sorted(found))


def _case(case: Detention, meanings: _Meanings, person: str | None, country: str | None) -> Row:
    held, freed = (periods.days(date) or (None, None) for date in (case.date, case.released))
    called = keys.fold(case.name or case.group or "")
    said = [case.name, case.native_name, case.group, case.charge, case.place, case.authority, case.occupation, case.evidence[0].quote]
    columns = (case.name is None, called, case.name, person, country, case.status, *held, *freed, _words(said))
    found: Keys = {("held", f"{spell.first} {spell.last or '9999-12-31'}") for spell in spells(case, meanings.documents)}
    for role, texts in (("word", (case.name, case.native_name)), ("charge", (case.charge, case.law))):
        found |= {(role, word) for text in texts if text for word in keys.words(text)}
    for id in case.documents:
        found |= {("document", id)} | _published(meanings.documents.get(id), meanings, "publisher", "initials")
        found |= {("person", key) for key in meanings.of(id, [case.name, case.native_name])}
        found |= {("tie", key) for key in meanings.of(id, [case.affiliation, case.authority])}
    return Row(case.id, columns, msgspec.json.encode(case), sorted(found))


def _entry(entry: TimelineEntry, meanings: _Meanings) -> Row:
    span = (entry.earliest or "0000", entry.latest or "9999-12-31") if entry.earliest or entry.latest else (None, None)
    vague = (entry.date or "").endswith("X")
    told = {each.document for each in entry.evidence}
    columns = (
        *(entry.earliest is None, entry.earliest or "", entry.document, entry.start, entry.event_type, entry.precision),
        *(*span, vague),
        _words([entry.event or entry.evidence[0].quote, entry.text, *entry.actors]),
    )
    found: Keys = {("document", id) for id in told}
    found |= {("actor", key) for id in told for key in meanings.of(id, entry.actors)}
    return Row(entry.id, columns, msgspec.json.encode(entry), sorted(found))


def _words(parts: Sequence[str | None]) -> str:
    """What full-text search finds a row by: each part once."""
    return " · ".join(dict.fromkeys(part for part in parts if part))
