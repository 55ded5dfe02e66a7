"""Which documents repeat another: republished statements, print views, the same text on two sites."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from hrcli.ingest.sketch import SAME, SHINGLE, bands, similarity
from hrcli.records import Document
from hrcli.resolve.periods import days

Sketch: TypeAlias = "array[int]"
Rank = tuple[bool, str, int, str, str]

SHORT = 20  # words: shorter texts are copies only where they are equal
SLOTS = 1 << 22  # of the table that counts hashes, 16 MB: as many as 65,000 documents have hashes


def link(documents: Iterable[tuple[Document, list[int]]]) -> dict[str, str]:
    """From the id of each document that repeats another to that one's id, in whatever order the documents come with their sketches.

    The original is the earliest by date (before those without), then the longest, then the first by path and id. Every copy is like
    its original itself, not only like another copy; a copy of two originals is linked to the earlier.
    """
    ranked = sorted((_rank(document), array("q", sketch)) for document, sketch in documents)
    rarity = _rarity(sketch for _, sketch in ranked)
    known: dict[int, list[int]] = defaultdict(list)  # places in `ranked` of the originals, by the hashes that find them
    links: dict[str, str] = {}
    for place, (rank, sketch) in enumerate(ranked):
        keys = bands(sorted(sketch, key=rarity))
        near = sorted({original for key in keys for original in known.get(key, ())})
        original = next((ranked[each][0][-1] for each in near if _copies(sketch, ranked[each][1])), None)
        if original is None:
            for key in keys:
                known[key].append(place)
        elif original != rank[-1]:
            links[rank[-1]] = original
    return links


def _rank(document: Document) -> Rank:
    """What sorts the documents so that an original stands before its copies; the id comes last."""
    dated = days(document.date)
    return dated is None, dated[0] if dated else "", -document.words, document.path, document.id


def _rarity(sketches: Iterator[Sketch]) -> Callable[[int], tuple[int, int]]:
    """A sort key that puts the hashes of few documents first, so that paragraphs which an organisation adds to all its texts find nothing.

    Hashes may share a slot of the table and count as too frequent: any order does, as long as it is the same for all sketches.
    """
    counts = array("I", bytes(4 * SLOTS))
    for sketch in sketches:
        for value in sketch:
            counts[value % SLOTS] += 1
    return lambda value: (counts[value % SLOTS], value)


def _copies(a: Sketch, b: Sketch) -> bool:
    if min(len(a), len(b)) <= SHORT - SHINGLE:
        return a == b
    return similarity(a, b) >= SAME
