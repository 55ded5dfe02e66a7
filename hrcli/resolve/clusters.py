"""Joining things step by step, unless a mark speaks against it, and why: the arithmetic under `people` and `bodies`.

Things are numbered 0..n-1. A *mark* is a kind and a set of values ("native:CJK" -> {"王丹"}, "country" -> {"CN"}): two things
whose values of one kind have nothing in common are different things, whatever their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Marks = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Link:
    """That two things are one (or nearly were taken for one), and why; `weak` where little speaks for it."""

    one: int
    other: int
    why: str
    weak: bool = False


class Forest:
    """Which things are one so far. Keeps a number for each thing and a link for each join, so that memory grows with the things."""

    def __init__(self, marks: Sequence[Marks]) -> None:
        self.links: list[Link] = []
        self._above = list(range(len(marks)))
        self._size = [1] * len(marks)
        self._marks = list(marks)

    def home(self, thing: int) -> int:
        """The thing that stands for all that are one with `thing`."""
        above = self._above
        while above[thing] != thing:
            above[thing] = thing = above[above[thing]]
        return thing

    def marks(self, thing: int) -> Marks:
        """All marks of `thing` and of what is one with it."""
        return self._marks[self.home(thing)]

    def parted(self, one: int, other: int) -> bool:
        """Whether a mark tells two things apart."""
        return conflict(self.marks(one), self.marks(other))

    def join(self, one: int, other: int, why: str, *, weak: bool = False) -> tuple[int, int] | None:
        """Make two things one: the new home and the one given up; None where they are one already, or parted by a mark."""
        a, b = self.home(one), self.home(other)
        if a == b or conflict(self._marks[a], self._marks[b]):
            return None
        if (self._size[a], -a) < (self._size[b], -b):
            a, b = b, a
        self._above[b] = a
        self._size[a] += self._size[b]
        self._marks[a] = union([self._marks[a], self._marks[b]])
        self.links.append(Link(one, other, why, weak))
        return a, b

    def groups(self) -> list[list[int]]:
        """The things that are one, in ascending order."""
        found: dict[int, list[int]] = defaultdict(list)
        for thing in range(len(self._above)):
            found[self.home(thing)].append(thing)
        return sorted(found.values())


def conflict(one: Marks, other: Marks) -> bool:
    """Whether a mark that both bear tells them apart."""
    return any(one[kind].isdisjoint(other[kind]) for kind in one.keys() & other.keys())


def union(marks: Iterable[Marks]) -> dict[str, frozenset[str]]:
    """All values of all marks."""
    total: dict[str, frozenset[str]] = {}
    for each in marks:
        for kind, values in each.items():
            total[kind] = total[kind] | values if kind in total else values
    return total


def gather(forest: Forest, keys: Sequence[Iterable[str]], why: Callable[[str], str]) -> None:
    """Join the things that share a key; thing i has `keys[i]`, and `why` says in words what a key means.

    Where the bearers of a key are known to be several (their marks conflict), one without the telling mark joins none
    of them.
    """
    buckets: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(keys):
        for key in own:
            buckets[key].append(i)
    for key in sorted(key for key, members in buckets.items() if len(members) > 1):
        for group in _namesakes(forest, buckets[key]):
            for one, other in pairwise(group):
                forest.join(one, other, why(key))


def _namesakes(forest: Forest, members: list[int]) -> list[list[int]]:
    """The bearers of one key, parted where they are known to be several."""
    marks = [forest.marks(i) for i in members]
    kinds = {kind for kind in union(marks) if _several(each[kind] for each in marks if kind in each)}
    if not kinds:
        return [members]
    parted: dict[object, list[int]] = defaultdict(list)
    for i, each in zip(members, marks, strict=True):
        own = tuple((kind, min(each[kind])) for kind in sorted(kinds) if kind in each)
        parted[own if len(own) == len(kinds) else i].append(i)
    return list(parted.values())


def _several(values: Iterable[frozenset[str]]) -> bool:
    """Whether some of the sets have nothing in common."""
    distinct = sorted({tuple(sorted(each)) for each in values})
    return any(set(one).isdisjoint(other) for i, one in enumerate(distinct) for other in distinct[:i])
