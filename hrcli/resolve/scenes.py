"""The company that people keep: who and what else a document names, and which countries it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hrcli.records import DocumentAnalysis, Entity
from hrcli.resolve import keys


@dataclass(frozen=True, slots=True)
class Scene:
    """What a document names: people (but those of names that many bear) and organisations by their keys, and the countries of places."""

    people: Mapping[str, str]
    organizations: Mapping[str, str]
    countries: frozenset[str]


NOWHERE = Scene({}, {}, frozenset())


def scenes(analyses: Iterable[DocumentAnalysis]) -> dict[str, Scene]:
    """The scene of each document, by its id."""
    return {each.document.id: _scene(each.entities) for each in analyses}


def _scene(entities: Iterable[Entity]) -> Scene:
    people, organizations, countries = {}, {}, set()
    for entity in entities:
        if entity.type == "person":
            if key := person(entity.name):
                people[key] = entity.name
        elif entity.type == "organization" and not keys.is_generic(entity.name):
            organizations[keys.body_key(entity.name)] = entity.name
        if entity.country and entity.type in ("place", "public_body"):
            countries.add(entity.country)
    return Scene(people, organizations, frozenset(countries))


def person(name: str) -> str | None:
    """What a full name is known by here, in whatever order it is written; None for a bare surname, another script, a common name."""
    key = keys.person_key(name)
    return min(key.orders) if key and key.full and not keys.is_common(key.parts) else None
