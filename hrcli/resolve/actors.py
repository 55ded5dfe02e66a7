"""Filters over actors: by country, by how often they are named, by words of what is known of them."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from hrcli import lexicon
from hrcli.errors import UsageError
from hrcli.records import Entity
from hrcli.resolve import keys
from hrcli.resolve.bodies import Countries


class Asked(Protocol):
    """What a query says of actors."""

    @property
    def country(self) -> str | None:
        """An ISO code or a name of a state."""

    @property
    def min_mentions(self) -> int | None:
        """How often an actor must be named at least."""

    @property
    def search(self) -> str | None:
        """Words to look for."""


def of_actor(entity: Entity, asked: Asked) -> bool:
    """Whether an actor is one of those asked for."""
    if asked.min_mentions is not None and entity.mentions < asked.min_mentions:
        return False
    if asked.country and entity.country != country(asked.country):
        return False
    return not asked.search or _has(entity, asked.search)


def country(value: str) -> str:
    """The ISO code that a code or a name of a state stands for; UsageError where it is neither."""
    code = value.upper() if value.upper() in codes().values() else codes().get(keys.body_key(value))
    if code is None:
        raise UsageError(f"--country: {value!r} is no country", hint="write its ISO code or its name: CN, or China")
    return code


def _has(entity: Entity, text: str) -> bool:
    """Whether all words of a text begin words of what is known of an actor."""
    return keys.has_words((entity.name, *entity.aliases, *entity.roles, *entity.affiliations, entity.native_name), text)


@cache
def codes() -> dict[str, str]:
    """The codes of states by the keys of their names."""
    states = lexicon.load("countries", Countries).state
    return {keys.body_key(name): state.code for state in states for name in (state.name, *state.aliases, *state.adjectives)}
