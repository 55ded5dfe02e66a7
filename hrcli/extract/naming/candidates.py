"""Possible names, and the choice among those that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hrcli.extract.naming.forms import Known
from hrcli.records import EntityType

AGAIN, UNSURE, LOWER, PHRASE, PLACED, LISTED, SURE = range(7)
"""Ranks: a name seen elsewhere in the text, the model's guess, a common noun, a phrase by its make, one with a place, a line of a list,
a known name."""


class Candidate(NamedTuple):
    """A possible name: tokens `start:end`. The longest wins; among equals the one with the highest `rank`."""

    start: int
    end: int
    type: EntityType
    rank: int
    known: Known | None = None


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that do not overlap a longer one (or as long and of higher rank), in text order."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, -c.rank, c.start)):
        if taken.isdisjoint(range(candidate.start, candidate.end)):
            kept.append(candidate)
            taken.update(range(candidate.start, candidate.end))
    return sorted(kept, key=lambda c: c.start)
