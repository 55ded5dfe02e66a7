"""Demands chosen by what they ask, and demands counted: by whom they are asked of, who asks, for whom, what about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, Protocol, TypedDict, get_args

from hrcli.errors import UsageError
from hrcli.records import Demand, DemandCount, Evidence
from hrcli.resolve import keys

View = Literal["target", "source", "theme", "person"]
VIEWS: tuple[View, ...] = get_args(View)

Who = Callable[[str, str], tuple[str, str]]


class Bearer(Protocol):
    """What must be known of an actor to tell whom a name means."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """The name by which all documents know it."""

    @property
    def aliases(self) -> Sequence[str]:
        """Its other names."""

    @property
    def mentions(self) -> int:
        """How often it is named."""

    @property
    def documents(self) -> Sequence[str]:
        """The documents that name it."""


class Summary(TypedDict):
    """The fields that every group of demands has."""

    count: int
    sources: list[str]
    targets: list[str]
    themes: list[str]
    first: str | None
    last: str | None
    documents: list[str]
    demands: list[str]
    evidence: list[Evidence]


def is_wanted(
    demand: Demand, *, theme: str | None, category: int | None, polarity: str | None, asked_as: str | None, own_voice: bool
) -> bool:
    """Whether a demand is of the theme (a code, or words of its label), category, polarity and force asked for, and the document's own."""
    return (
        (theme is None or any(is_theme(theme, name) for name in demand.themes))
        and (category is None or demand.action_category == category)
        and (polarity is None or demand.polarity == polarity)
        and (asked_as is None or demand.force == asked_as)
        and not (own_voice and demand.reported)
    )


def is_theme(wanted: str, name: str) -> bool:
    code, _, label = name.partition(" ")
    return wanted.upper() == code or wanted.upper() == code[0] or (len(wanted) > 2 and keys.fold(wanted) in keys.fold(label))


def askers(demand: Demand) -> list[str]:
    """Who asks, one name each: the organisation of a speaker; of a joint demand every one who makes it."""
    name, organization = demand.source.name, demand.source.organization
    together = [each.strip() for each in (name or "").split(", ")]
    if len(together) > 1 and organization in together:
        return together
    return [asker] if (asker := organization or name) else []


def known(entities: Iterable[Bearer]) -> Who:
    """A function from a document and a name in it to an id and the name by which all documents know its bearer."""
    bearers: dict[tuple[str, str], Bearer] = {}
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            for document in entity.documents:
                held = bearers.setdefault((document, keys.body_key(name)), entity)
                if held.mentions < entity.mentions:
                    bearers[document, keys.body_key(name)] = entity

    def who(document: str, name: str) -> tuple[str, str]:
        entity = bearers.get((document, keys.body_key(name)))
        return (entity.id, entity.name) if entity else (keys.body_key(name), name)

    return who


def count(demands: Sequence[Demand], entities: Iterable[Bearer], view: str) -> list[DemandCount]:
    """The demands counted by one of VIEWS, the most frequent first. A demand of two themes counts under both, one without under none."""
    if view not in VIEWS:
        raise UsageError(f"--by: {view!r} is unknown", hint="one of " + ", ".join(VIEWS))
    who = known(entities)
    names: dict[str, str] = {}
    groups: dict[str, list[Demand]] = defaultdict(list)
    for demand in demands:
        told = (
            {name: name for name in demand.themes} if view == "theme" else dict(who(demand.document, name) for name in _names(demand, view))
        )
        for id_, name in told.items():
            names.setdefault(id_, name)
            groups[id_].append(demand)
    counts = [DemandCount(name=names[id_], **summary(group, who)) for id_, group in groups.items()]
    return sorted(counts, key=lambda each: (-each.count, each.name))


def _names(demand: Demand, view: str) -> list[str]:
    return {"target": demand.targets, "source": askers(demand), "person": demand.people}[view]


def summary(demands: Sequence[Demand], who: Who) -> Summary:
    """What a group of demands has in common: how many, who asks, of whom, about what, when, and where it is written."""
    dates = sorted(demand.date for demand in demands if demand.date)
    return {
        "count": len(demands),
        "sources": _frequent(who(d.document, name)[1] for d in demands for name in askers(d)),
        "targets": _frequent(who(d.document, name)[1] for d in demands for name in d.targets),
        "themes": _frequent(theme for d in demands for theme in d.themes),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "documents": sorted({demand.document for demand in demands}),
        "demands": [demand.id for demand in demands],
        "evidence": [demand.evidence[0] for demand in demands],
    }


def _frequent(names: Iterable[str]) -> list[str]:
    found: Mapping[str, int] = Counter(names)
    return sorted(found, key=lambda name: (-found[name], name))
