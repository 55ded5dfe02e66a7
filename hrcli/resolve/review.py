"""What a person should look at: joins on little evidence, pairs that were nearly joined, actors that may be none."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hrcli.records import Detention, Document, Entity
from hrcli.resolve import keys
from hrcli.resolve.groups import Reason
from hrcli.resolve.join import Corpus
from hrcli.store.corrections import Correction, Corrections, Merge, Note, Reject, Split

CONFIRMED = "reviewed: right as it is"
"""The note that keeps an actor from being asked about again."""


@dataclass(frozen=True)
class Question:
    """Something to decide: the records that it is about, and what to write down for each answer."""

    text: str
    records: tuple[Entity | Detention, ...]
    yes: Correction
    no: Correction


def questions(corpus: Corpus, said: Corrections) -> Iterator[Question]:
    """The doubtful joins, the doubtful partings, then the actors on little evidence, without what the user has decided already."""
    decided = {frozenset(each.names) for each in said.merge}
    by_row: dict[str | None, list[Reason]] = defaultdict(list)
    for reason in corpus.reasons:
        by_row[_row(corpus, reason.one)].append(reason)
    for reason in corpus.reasons:
        if reason.weak and {reason.one.id, reason.other.id} not in decided:
            yield _joined(reason, by_row[_row(corpus, reason.one)])
    for doubt in corpus.doubts:
        if _row(corpus, doubt.one) and _row(corpus, doubt.other):
            yield _parted(doubt)
    names = Counter(keys.body_key(entity.name) for entity in corpus.entities)
    for entity in corpus.entities:
        if is_thin(entity) and CONFIRMED not in corpus.notes.get(entity.id, ()):
            yield _doubtful(entity, unique=names[keys.body_key(entity.name)] == 1)


def _joined(reason: Reason, others: Sequence[Reason]) -> Question:
    ids = [reason.one.id, reason.other.id]
    split = Split(name=_name(reason.other), documents=_side(reason, others))
    return Question(f"taken for one: {reason.why}. Are they one?", (reason.one, reason.other), Merge(names=ids), split)


def _parted(doubt: Reason) -> Question:
    ids = [doubt.one.id, doubt.other.id]
    return Question(f"taken for two: {doubt.why}. Are they one?", (doubt.one, doubt.other), Merge(names=ids), Split(names=ids))


def _doubtful(entity: Entity, *, unique: bool) -> Question:
    name = entity.name if unique else entity.id
    text = f"named once, nothing else known, taken for: {entity.type.replace('_', ' ')}. Is that right?"
    return Question(text, (entity,), Note(name=name, note=CONFIRMED), Reject(name=name))


def _row(corpus: Corpus, record: Entity | Detention) -> str | None:
    return corpus.rows.get(record.id)


def _name(record: Entity | Detention) -> str:
    return record.name or (record.native_name or "")


def is_thin(entity: Entity) -> bool:
    """Whether an actor is one word that stands in one place, without role, organisation, country or another name."""
    known = entity.roles or entity.affiliations or entity.aliases or entity.native_name or entity.country
    return entity.type in ("person", "organization") and entity.mentions == 1 and not known and len(keys.words(entity.name)) == 1


def _side(reason: Reason, others: Sequence[Reason]) -> list[str]:
    """The documents of the records that hang on the second one of a join, by id: what is taken out where the join is wrong."""
    near: Mapping[str, list[Reason]] = defaultdict(list)
    for each in others:
        near[each.one.id].append(each)
        near[each.other.id].append(each)
    found = {reason.other.id: reason.other}
    waiting = deque([reason.other.id])
    while waiting:
        for each in near[waiting.popleft()]:
            for record in (each.one, each.other) if each is not reason else ():
                if record.id not in found:
                    found[record.id] = record
                    waiting.append(record.id)
    return sorted({document for record in found.values() for document in record.documents})


def told(record: Entity | Detention, documents: Mapping[str, Document]) -> Sequence[str]:
    """A record in a few words: its names, what is known of it, and the document that says so."""
    where = documents[record.documents[0]]
    native = f" ({record.native_name})" if record.native_name else ""
    if isinstance(record, Entity):
        known = [*record.roles, *record.affiliations]
    else:
        known = [record.status.replace("_", " "), *filter(None, (record.occupation, record.affiliation, record.date))]
    source = ", ".join(filter(None, (where.date, where.publisher, where.title or where.path)))
    return [f"{_name(record)}{native}", *([", ".join(known)] if known else []), source]
