"""A store at a glance: how much is in it, who is named most, and which names begin as somebody types."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hrcli import store
from hrcli.resolve import stored
from hrcli.resolve.asked import wanted
from hrcli.resolve.select import Query
from hrcli.resolve.sought import fold
from hrcli.store.corrections import Corrections

OFFERED = 50  # names for what is typed
SHORTEST = 2  # letters of a word by which the store finds names


@dataclass(frozen=True)
class Overview:
    """How many of each kind a store has, how many documents repeat others, and some names to begin with."""

    documents: int
    entities: int
    demands: int
    detained: int
    timeline: int
    repeated: int
    person: str | None
    organization: str | None


def overview(place: Path, corrections: Corrections, *, keep: bool = True) -> Overview | None:
    """What is in the store; None where that cannot be told at a glance. StoreError where there is no store."""
    with stored.asking(place, corrections, keep=keep) as answers:
        if answers is None:
            return None
        fields = ("documents", "entities", "demands", "detained", "timeline")
        counts = {field: answers.count(wanted(Query(), field), -1) for field in fields}
        first = {kind: next(answers.lines(wanted(Query(type=kind), "entities"), 1), None) for kind in ("person", "organization")}
        names = {kind: line.entity.name if line else None for kind, line in first.items()}
        return Overview(**counts, repeated=answers.repeated(), person=names["person"], organization=names["organization"])


def beginning(place: Path, typed: str, corrections: Corrections) -> list[str]:
    """The names in the store that begin as typed, the most mentioned first; none where the store would have to be joined first."""
    folded = fold(typed)
    with stored.asking(place, corrections, keep=False) as answers:
        if answers is None:
            return []
        if len(folded.strip()) < SHORTEST:
            lines = answers.lines(store.Wanted("entities"), OFFERED)
            return [line.entity.name for line in lines if fold(line.entity.name).startswith(folded)]
        found = answers.names([folded.split()[0]])
    return [each for name, others in found for each in (name, *others) if fold(each).startswith(folded)][:OFFERED]
