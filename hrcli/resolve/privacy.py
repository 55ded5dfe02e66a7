"""Who is a private person, by type, roles and use; and the pseudonym of each, from a keyed digest of the name.

Everybody of whom a case is told, held or free by now, is private whatever the office; of the others officials, those who speak for
a body, and authors keep their names.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hrcli import lexicon
from hrcli.records import Detention, Entity
from hrcli.resolve import keys
from hrcli.resolve.join import Corpus

DIGITS = 6  # of a digest in a pseudonym; more where two would be alike


class Vocabulary(lexicon.Entry, frozen=True):
    """`lexicon/redaction.toml`"""

    examples: list[str]
    officials: list[str]
    speakers: list[str]
    of_what: list[str]
    private: list[str]
    particles: list[str]
    times: list[str]


@dataclass(frozen=True)
class Private:
    """A private person: its pseudonym, the names that documents use, how often, which documents, and the ids of all records of it."""

    pseudonym: str
    names: tuple[str, ...]
    mentions: int
    ids: frozenset[str]
    documents: frozenset[str] = frozenset()


def vocabulary() -> Vocabulary:
    """The words that tell who keeps the own name."""
    loaded: Vocabulary = lexicon.load("redaction", Vocabulary)
    return loaded


def is_public(person: Entity, authors: Iterable[str] = ()) -> bool:
    """Whether a person who is not held keeps the own name: an official, somebody who speaks for a body, an author."""
    titles = [title for name in (person.name, *person.aliases) if (title := keys.title_of(name))]
    written = {key for name in authors for key in orders(name)}
    return any(map(_is_office, (*person.roles, *titles))) or not written.isdisjoint(orders(person.name))


def people(corpus: Corpus, key: bytes) -> tuple[list[Private], list[Entity]]:
    """The private persons of a corpus, and the persons who keep their names."""
    authors = [author for document in corpus.documents for author in document.authors]
    held = {corpus.rows[case.id] for case in corpus.detained if case.id in corpus.rows}
    persons = [entity for entity in corpus.entities if entity.type == "person"]
    public = [entity for entity in persons if entity.id not in held and is_public(entity, authors)]
    kept = {entity.id for entity in public}
    hidden = [each for each in persons if each.id not in kept]
    return list(_private(corpus, hidden, key)), public


def orders(name: str) -> frozenset[str]:
    """A name without spaces in every order of its parts."""
    if keys.is_native(name):
        return frozenset({keys.native_key(name)})
    person = keys.person_key(name)
    return person.orders if person else frozenset({keys.body_key(name)})


def _is_office(role: str) -> bool:
    """Whether a role is that of an official or of somebody who speaks for a body: "wife of the president" is not."""
    known = vocabulary()
    words = re.findall(r"[\w-]+", keys.fold(role))
    if not words or not set(words).isdisjoint(known.private):
        return False
    end = next((n for n, word in enumerate(words) if n and word in known.of_what), len(words))
    text = f" {' '.join(words)} "
    heads = (words[end - 1], " ".join(words[max(end - 2, 0) : end]))
    return not set(heads).isdisjoint((*known.officials, *known.speakers)) or any(f" {each} " in text for each in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(each for each in (*vocabulary().officials, *vocabulary().speakers) if re.search(r" (of|at|for)\b", each))


def _private(corpus: Corpus, hidden: Iterable[Entity], key: bytes) -> Iterator[Private]:
    """The private persons: the hidden rows with their cases, and the cases of whom there is no row."""
    cases: dict[str, list[Detention]] = {}
    for case in corpus.detained:
        if case.name or case.native_name:
            cases.setdefault(corpus.rows.get(case.id, case.id), []).append(case)
    rows = {entity.id: entity for entity in hidden}
    members: dict[str, set[str]] = {}
    for record, row in corpus.rows.items():
        members.setdefault(row, set()).add(record)
    ids = sorted({*rows, *cases})
    called = {row: tuple(dict.fromkeys(_names(rows.get(row), cases.get(row, ()), corpus))) for row in ids}
    pseudonyms = _pseudonyms(called, key)
    for row in ids:
        own = {row, *members.get(row, ()), *(each.id for case in cases.get(row, ()) for each in (case, *corpus.told.get(case.id, ())))}
        records = [*([rows[row]] if row in rows else []), *cases.get(row, ())]
        documents = frozenset(document for each in records for document in each.documents)
        yield Private(pseudonyms[row], called[row], rows[row].mentions if row in rows else 1, frozenset(own), documents)


def _names(person: Entity | None, cases: Iterable[Detention], corpus: Corpus) -> Iterator[str]:
    """All names of a person, the main one first."""
    if person:
        yield from filter(None, (person.name, person.native_name, *person.aliases))
    for case in cases:
        for each in (case, *corpus.told.get(case.id, ())):
            yield from filter(None, (each.name, each.native_name))


def _pseudonyms(called: Mapping[str, tuple[str, ...]], key: bytes) -> dict[str, str]:
    """A pseudonym for each id: by the main name, so that it outlives the ids; of namesakes the later ones by their ids too."""
    digests: dict[str, str] = {}
    given: set[str] = set()
    for row, names in called.items():
        name = min(orders(names[0]))
        digests[row] = digest(key, f"{name}\x1f{row}" if name in given else name)
        given.add(name)
    length = next(n for n in range(DIGITS, 65) if len({each[:n] for each in digests.values()}) == len(digests))
    return {row: f"Person {each[:length]}" for row, each in digests.items()}


def digest(key: bytes, text: str) -> str:
    """A digest that only who has the key can make."""
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
