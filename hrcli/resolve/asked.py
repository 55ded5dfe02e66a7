"""A query as a store is asked it: `select` for rows that were joined and indexed before."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hrcli.records import EntityType, EventType
from hrcli.resolve import keys, periods
from hrcli.resolve.actors import country
from hrcli.resolve.askings import is_theme
from hrcli.resolve.bodies import BODIES
from hrcli.resolve.called import all_keys
from hrcli.resolve.select import Query, check
from hrcli.store import Name, Wanted

KINDS = {"documents": "documents", "entities": "entities", "demands": "demands", "detained": "detentions", "timeline": "timeline"}
"""The kinds of rows of a store by the fields of a corpus."""
EVERY = get_args(EntityType)


def wanted(query: Query, field: str) -> Wanted:
    """Which rows of a store are the records of a corpus's field that `select` would keep. Raises UsageError like it."""
    check(query)
    asked = Wanted(KINDS[field], days=_days(query), equal=_equal(query, field))
    if query.document:
        asked = replace(asked, document=query.document, folded=keys.fold(query.document.strip()))
    if query.org:
        asked = replace(asked, org=spelled(query.org, BODIES))
    if query.person:
        asked = replace(asked, person=spelled(query.person, ("person",)))
    if field == "entities":
        return replace(asked, min_mentions=query.min_mentions, beginnings={"word": keys.words(query.search or "")})
    if field == "detained":
        held = periods.at(query.at) if query.at else None
        return replace(asked, held=held, beginnings={"charge": keys.words(query.charge or "")})
    if field == "demands":
        return _of_demands(asked, query)
    return replace(asked, actor=spelled(query.actor, EVERY)) if query.actor and field == "timeline" else asked


def _of_demands(asked: Wanted, query: Query) -> Wanted:
    theme = query.theme
    return replace(
        asked,
        source=spelled(query.source, EVERY) if query.source else None,
        target=spelled(query.target, EVERY) if query.target else None,
        theme=(lambda name: is_theme(theme, name)) if theme is not None else None,
    )


def _equal(query: Query, field: str) -> dict[str, str | int]:
    """The columns that have a value asked for."""
    code = country(query.country) if query.country else None
    of_field: dict[str, dict[str, str | int | None]] = {
        "entities": {"type": query.type if query.type in EVERY else None, "country": code},
        "demands": {
            "category": query.category,
            "polarity": query.polarity,
            "force": query.asked_as,
            "reported": 0 if query.own_voice else None,
        },
        "detained": {"status": query.status, "country": code},
        "timeline": {"type": query.type if query.type in get_args(EventType) else None, "precision": query.precision},
    }
    return {column: value for column, value in of_field.get(field, {}).items() if value is not None and value != ""}


def _days(query: Query) -> tuple[str, str] | None:
    if not query.since and not query.until:
        return None
    return periods.since(query.since) if query.since else "0000", periods.until(query.until) if query.until else "9999-12-31"


def spelled(name: str, types: tuple[str, ...]) -> Name:
    """A name as a store is asked for it."""
    return Name(key=keys.plain_key(name), keys=all_keys(name), words=tuple(keys.words(name)), initials=keys.body_key(name), types=types)
