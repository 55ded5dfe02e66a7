"""Who is called by a name: the keys by which names are asked for, the actors that bear them, and names that are like them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from hrcli.records import Entity
from hrcli.resolve import keys
from hrcli.resolve.bodies import names_of
from hrcli.resolve.join import Corpus

PERSON = "person:"
ID_SHOWN = 8  # digits of an id that tables show, and the least that stand for it


@dataclass(frozen=True)
class Known:
    """A name asked for, the entities that bear it, and the keys that mean them in each of their documents."""

    key: str
    ids: frozenset[str]
    spellings: Mapping[str, frozenset[str]]

    def names(self, document: str, names: Iterable[str | None]) -> bool:
        """Whether one of `names`, read in `document`, means what was asked for."""
        own = self.spellings.get(document, frozenset()) | {self.key}
        return any(all_keys(name) & own for name in names if name)


def bearers(corpus: Corpus, name: str) -> list[Entity]:
    """The entities with this id (or its beginning), else those so called, else those known as that, else with names like it."""
    by_id = [entity for entity in corpus.entities if entity.id == corpus.rows.get(name, name)]
    if not by_id and len(name) >= ID_SHOWN and keys.fold(name).isalnum():
        by_id = [entity for entity in corpus.entities if entity.id.startswith(name.lower())]
    called = by_id or [entity for entity in corpus.entities if all_keys(entity.name) & {keys.plain_key(name)}]
    return (
        called
        or [entity for entity in corpus.entities if any(keys.plain_key(name) == keys.plain_key(each) for each in names_of(entity))]
        or [entity for entity in corpus.entities if _bears(entity, name)]
        or [entity for entity in corpus.entities if _contains(entity, name)]
    )


def meant(corpus: Corpus, name: str, types: Iterable[str]) -> Known:
    """The entities of some types that are called `name`; where none is, those whose name contains its words."""
    allowed = [entity for entity in corpus.entities if entity.type in types]
    bearers = [entity for entity in allowed if _bears(entity, name)] or [entity for entity in allowed if _contains(entity, name)]
    spellings: dict[str, frozenset[str]] = defaultdict(frozenset)
    for entity in bearers:
        for document in entity.documents:
            spellings[document] |= own_keys(entity)
    return Known(
        key=keys.plain_key(name),
        ids=frozenset(entity.id for entity in bearers),
        spellings=spellings,
    )


def known_as(entity: Entity) -> Known:
    """An entity as what is asked for: in each of its documents by the names that are its own."""
    return Known(key="", ids=frozenset({entity.id}), spellings=dict.fromkeys(entity.documents, own_keys(entity)))


def names_like(corpus: Corpus, name: str) -> list[str]:
    """Up to three names of the corpus that look like `name`, for "did you mean"."""
    named = [(entity.name, entity.aliases) for entity in corpus.entities]
    return like(name, [*((case.name, []) for case in corpus.detained[::-1] if case.name), *named])


def like(name: str, named: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Up to three of some names, each with its other names, that look like `name`; of those written alike the first."""
    known = {keys.fold(each): each for first, others in reversed(named) for each in (*reversed(others), first)}
    if name.isupper():
        known |= {short: short.upper() for first, _ in reversed(named) for short in keys.initials(first) if len(short) > 2}
    return [known[each] for each in get_close_matches(keys.fold(name), known, n=3, cutoff=0.75)]


@lru_cache(maxsize=1 << 16)
def all_keys(name: str) -> frozenset[str]:
    """All keys by which a name may be asked for; those of a person's name are marked, lest "U.S. government" be one of Mr Government."""
    if keys.is_native(name):
        return frozenset({keys.native_key(name)})
    person = keys.person_key(name)
    return frozenset({keys.body_key(name), *(f"{PERSON}{order}" for order in (person.orders if person else ()))})


def own_keys(entity: Entity) -> frozenset[str]:
    """The keys that mean an entity in its documents: of a body not "government", "the authorities", which others are called too."""
    if entity.type == "person":
        return frozenset(key for name in names_of(entity) for key in all_keys(name))
    telling = [name for name in names_of(entity) if keys.is_native(name) or not keys.is_generic(name)]
    return frozenset(key for name in telling for key in all_keys(name) if not key.startswith(PERSON))


def _bears(entity: Entity, name: str) -> bool:
    wanted = all_keys(name)
    if entity.type != "person":
        wanted = frozenset(key for key in wanted if not key.startswith(PERSON))
    short = {keys.body_key(each) for each in keys.initials(entity.name)} if entity.type != "person" else set()
    return bool(wanted & short) or any(wanted & all_keys(each) for each in names_of(entity))


def _contains(entity: Entity, name: str) -> bool:
    wanted = f" {' '.join(keys.words(name))} "
    return bool(wanted.strip()) and any(wanted in f" {' '.join(keys.words(each))} " for each in names_of(entity))
