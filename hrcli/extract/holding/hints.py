"""Where a text may tell of custody, by the numbers of its words: a reading is worth its cost only there."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from hrcli.extract.holding.custody import cuts, forms
from hrcli.extract.holding.custodywords import Cue, lexicon
from hrcli.extract.holding.numbers import UNITS
from hrcli.extract.holding.scope import GAP
from hrcli.extract.wordids import ids, lowers, number, places

WINDOW = 20
TERMS = {"sentence", "term", "imprisonment", "detention", *UNITS, *(f"{unit}s" for unit in UNITS)}


def is_hinted(doc: Doc) -> bool:
    """Whether a word may belong to a cue of custody, as the rest of the cue and what it needs stand in reach."""
    numbers, table = lowers(doc), _table()
    for at in places(doc, keys()):
        around = set(numbers[max(0, at - WINDOW) : at + WINDOW])
        if any(rest <= around and (not near or near & around) for rest, near in table[numbers[at]]):
            return True
    return False


@cache
def keys() -> frozenset[int]:
    """The numbers of the longest words of all cues."""
    return frozenset(_table())


@cache
def _table() -> dict[int, list[tuple[frozenset[int], frozenset[int]]]]:
    """By the longest word of each cue: its other words, all of which it has, and words one of which it needs near."""
    table: dict[int, list[tuple[frozenset[int], frozenset[int]]]] = {}
    for cue in lexicon().cue:
        for cut in (cut for phrase, _ in forms(cue) for cut in cuts(phrase)):
            words = [word for word in cut.split() if word != GAP]
            longest = max(words, key=len)
            table.setdefault(number(longest), []).append((ids(words) - {number(longest)}, _near(cue)))
    return table


def _near(cue: Cue) -> frozenset[int]:
    return ids(cue.near or (TERMS if cue.term else ()))
