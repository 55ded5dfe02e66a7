"""Which body is which: organisations, states, places, laws, events, groups and works of several documents.

Equal names join, unless the countries differ. A state's government is one body under all its names. An abbreviation
stands for the one full name that some document ties it to. A name made of generic words ("Ministry of Justice") names
one body only together with its country.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from hrcli import lexicon
from hrcli.records import Entity
from hrcli.resolve import keys
from hrcli.resolve.clusters import Forest, Link, Marks, gather

BODIES = ("organization", "public_body", "intergovernmental")


class State(msgspec.Struct, frozen=True, kw_only=True):
    """The names of a state; the other keys of the file are the extractors'."""

    code: str
    name: str
    aliases: list[str] = []
    familiar: list[str] = []
    capitals: list[str] = []
    seats: list[str] = []
    adjectives: list[str] = []


class Countries(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of `lexicon/countries.toml`."""

    state: list[State]


def cluster(entities: Sequence[Entity], split: Sequence[Marks] = ()) -> tuple[list[list[int]], list[Link]]:
    """The indices of `entities` (no persons among them) that are one thing each, and why; `split` are marks of the user's."""
    forest = Forest([{**_marks(entity), **(split[i] if split else {})} for i, entity in enumerate(entities)])
    gather(forest, [_keys(entity) for entity in entities], _why)
    groups = forest.groups()
    ties: list[set[str]] = [set() for _ in entities]
    for home, key in _abbreviations([[entities[i] for i in members] for members in groups]):
        ties[groups[home][0]].add(key)
    gather(forest, ties, lambda key: f"the abbreviation {key.partition(':')[2].upper()}")
    return forest.groups(), forest.links


def _why(key: str) -> str:
    kind, _, name = key.partition(":")
    if kind == "government":
        return f"the government of {name}"
    generic, at, country = name.partition("@")
    return f"the same name, of {country}" if at and generic and country else "the same name"


def family(entity: Entity) -> str:
    """The types within which things can be one: all bodies are of one family."""
    return "body" if entity.type in BODIES else entity.type


def governments(name: str) -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-2) whose government `name` may be: "Beijing" -> CN, "Congolese authorities" -> CD, CG."""
    return _governments().get(keys.body_key(name), frozenset())


def _marks(entity: Entity) -> Marks:
    return {"country": frozenset({country})} if (country := _country(entity)) else {}


def _country(entity: Entity) -> str | None:
    return entity.country or (_government(entity) if entity.type == "public_body" else None)


def _government(entity: Entity) -> str | None:
    """The country whose government a body is; None where it is another body, or of one of several countries.

    A ministry that a document calls "the U.S." too is a ministry; an administration that it calls "Washington" is the government.
    """
    if not (_is_familiar(entity.name, entity.country or "") or _may_govern(entity.name)):
        return None
    found = frozenset[str]().union(*(governments(name) for name in names_of(entity)))
    if entity.country:
        return entity.country if entity.country in found or _is_familiar(entity.name, entity.country) else None
    return min(found) if len(found) == 1 else None


def _may_govern(name: str) -> bool:
    """Whether a body so called can be a government: by its name, or if other names of it say so."""
    words, nouns = keys.body_words(name), keys.vocabulary().government
    named = bool(words) and (words[0] in nouns or (words[-1] in nouns and words[-2:-1] != ("of",)))
    return named or bool(governments(name)) or keys.is_generic(name)


def _is_familiar(name: str, country: str) -> bool:
    """Whether a name is what people call this country by, though it says nothing by itself: "the States"."""
    return keys.body_key(name) in _familiar().get(country, ())


def names_of(entity: Entity) -> list[str]:
    """All names of an entity, its own first."""
    return [entity.name, *entity.aliases, *([entity.native_name] if entity.native_name else [])]


def _keys(entity: Entity) -> set[str]:
    """The keys of a thing under which other documents may know it."""
    country = _country(entity)
    if entity.type == "place" and entity.country and _is_familiar(entity.name, entity.country):
        return {f"place:{keys.body_key(_state_names()[entity.country])}"}
    if entity.type == "public_body" and (code := _government(entity)):
        return {f"government:{code}"}
    found = {key for i, name in enumerate(names_of(entity)) if (key := _key(entity, name, country, alias=i > 0))}
    return {f"{family(entity)}:{key}" for key in found}


def _key(entity: Entity, name: str, country: str | None, *, alias: bool) -> str | None:
    if keys.is_native(name):
        return keys.native_key(name)
    if keys.is_short(name) or (alias and len(keys.body_words(name)) < 2):
        return None
    if entity.type in ("public_body", "law", "organization") and (national := _national(name)):
        return f"{national[0]}@{national[1]}"
    if not keys.is_generic(name):
        return keys.body_key(name)
    if entity.type == "intergovernmental" and not alias and len(keys.body_words(name)) > 1:
        return f"{keys.body_key(name)}@"
    return f"{keys.body_key(name)}@{country}" if country and not alias else None


@lru_cache(maxsize=1 << 16)
def _national(name: str) -> tuple[str, str] | None:
    """The generic part and the country of a name made of both: "Chinese Ministry of Health", "Ministry of Health of China"."""
    parts = keys.body_words(name)
    for at in range(1, min(4, len(parts))):
        for country, rest in ((parts[:at], parts[at:]), (parts[-at:], _without_of(parts[:-at]))):
            code = _nations().get(" ".join(country))
            if code and len(rest) > 1 and keys.is_generic(" ".join(rest)):
                return keys.body_key(" ".join(rest)), code
    return None


def _without_of(parts: tuple[str, ...]) -> tuple[str, ...]:
    while parts and parts[-1] in ("of", "the", "in"):
        parts = parts[:-1]
    return parts


def _abbreviations(clusters: Sequence[Sequence[Entity]]) -> list[tuple[int, str]]:
    """Clusters known by an abbreviation alone, each tied to the one cluster whose abbreviation it is, else to its equals."""
    tied: dict[str, list[int]] = defaultdict(list)
    loose: dict[str, list[int]] = defaultdict(list)
    for home, members in enumerate(clusters):
        brief = all(_is_brief(entity) for entity in members)
        own = {
            f"{family(entity)}:{keys.body_key(name)}" for entity in members for name in names_of(entity) if len(keys.body_words(name)) == 1
        }
        for key in own:
            (loose if brief else tied)[key].append(home)
    return [(home, key) for key in sorted(loose) if len(tied[key]) < 2 for home in [*tied[key], *loose[key]]]


def _is_brief(entity: Entity) -> bool:
    """Whether a thing is known by single words alone, which are neither a government's nor any country's."""
    if entity.type == "place" or any(governments(name) for name in names_of(entity)):
        return False
    return all(len(keys.body_words(name)) == 1 and not keys.is_native(name) and not keys.is_generic(name) for name in names_of(entity))


@cache
def _familiar() -> dict[str, set[str]]:
    """The keys of familiar names of countries, by code."""
    return {s.code: {keys.body_key(name) for name in s.familiar} for s in lexicon.load("countries", Countries).state if s.familiar}


@cache
def _state_names() -> dict[str, str]:
    return {state.code: state.name for state in lexicon.load("countries", Countries).state}


@cache
def _nations() -> dict[str, str]:
    """The names and adjectives that are one country's, as words in one string."""
    found: dict[str, set[str]] = defaultdict(set)
    for state in lexicon.load("countries", Countries).state:
        for name in [state.name, *state.aliases, *state.adjectives]:
            found[" ".join(keys.body_words(name))].add(state.code)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}


@cache
def _governments() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for state in lexicon.load("countries", Countries).state:
        for name in _government_names(state):
            found[keys.body_key(name)].add(state.code)
    return {key: frozenset(codes) for key, codes in found.items()}


def _government_names(state: State) -> Iterable[str]:
    yield from [state.name, *state.aliases, *state.capitals, *state.seats]
    for word in keys.vocabulary().government:
        for name in [state.name, *state.aliases, *state.adjectives, *state.capitals]:
            yield f"{name} {word}"
        for name in [state.name, *state.aliases]:
            yield f"{word} of {name}"
            yield f"{word} of the {name}"
