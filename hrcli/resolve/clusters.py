"""Joining things that share a key, unless a mark speaks against it: the arithmetic under `people` and `bodies`.

Things are numbered 0..n-1. A *mark* is a kind and a set of values ("native:CJK" -> {"王丹"}, "country" -> {"CN"}): two things
whose values of one kind have nothing in common are different things, whatever their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Marks = Mapping[str, frozenset[str]]


def conflict(one: Marks, other: Marks) -> bool:
    """Whether a mark that both bear tells them apart."""
    return any(one[kind].isdisjoint(other[kind]) for kind in one.keys() & other.keys())


def union(marks: Iterable[Marks]) -> dict[str, frozenset[str]]:
    """All values of all marks."""
    total: dict[str, frozenset[str]] = defaultdict(frozenset)
    for each in marks:
        for kind, values in each.items():
            total[kind] |= values
    return dict(total)


def link(marks: Sequence[Marks], keys: Sequence[Iterable[str]]) -> list[list[int]]:
    """The clusters of things that share a key; thing i has `marks[i]` and `keys[i]`.

    Where the bearers of a key are known to be several (their marks conflict), one without the telling mark joins none
    of them. Clusters and their members are in ascending order.
    """
    cluster = [[i] for i in range(len(marks))]
    home = list(range(len(marks)))
    total = [dict(each) for each in marks]
    for one, other in _pairs(marks, keys):
        a, b = sorted((home[one], home[other]))
        if a == b or conflict(total[a], total[b]):
            continue
        for i in cluster[b]:
            home[i] = a
        cluster[a] += cluster[b]
        cluster[b] = []
        total[a] = union([total[a], total[b]])
    return sorted(sorted(members) for members in cluster if members)


def _pairs(marks: Sequence[Marks], keys: Sequence[Iterable[str]]) -> Iterable[tuple[int, int]]:
    """The pairs to be joined, in an order that depends on the things alone."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(keys):
        for key in sorted(set(own)):
            buckets[key].append(i)
    for key in sorted(buckets):
        for group in _namesakes(marks, buckets[key]):
            yield from pairwise(group)


def _namesakes(marks: Sequence[Marks], members: list[int]) -> list[list[int]]:
    """The bearers of one key, parted where they are known to be several."""
    kinds = {kind for kind in union(marks[i] for i in members) if _several(marks[i][kind] for i in members if kind in marks[i])}
    if not kinds:
        return [members]
    parted: dict[object, list[int]] = defaultdict(list)
    for i in members:
        own = tuple((kind, min(marks[i][kind])) for kind in sorted(kinds) if kind in marks[i])
        parted[own if len(own) == len(kinds) else i].append(i)
    return list(parted.values())


def _several(values: Iterable[frozenset[str]]) -> bool:
    """Whether some of the sets have nothing in common."""
    distinct = sorted({tuple(sorted(each)) for each in values})
    return any(set(one).isdisjoint(other) for i, one in enumerate(distinct) for other in distinct[:i])
