"""Which words reach which: intervals of tokens, the phrases found in a text, and how far their force carries.

Pure arithmetic on half-open intervals, after the context algorithm of medspaCy: a modifier (a negation, a doubt) has a
direction and a reach; words that end a clause stop it; a pseudo cue, being a longer phrase, swallows the cue inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
GAP = "~"
LONGEST_GAP = 6
LONGEST_APPOSED = 14
CLOSING = {",", "-", "–", "—", ")"}


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found at the words `start:end`; `gap` is what fills its gap, empty where it has none."""

    start: int
    end: int
    what: T
    gap: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """The `words` of a phrase, what it stands for, its place among all phrases, and which of its words it is looked up by."""

    words: tuple[str, ...]
    what: T
    nth: int
    key: int


Phrases = Mapping[str, list[Phrase[T]]]


def phrases(entries: Iterable[tuple[str, T]]) -> dict[str, list[Phrase[T]]]:
    """The phrases for `find`, by the longest word before their gap. A phrase is words between spaces, "~" a gap of up to six words."""
    table: dict[str, list[Phrase[T]]] = {}
    for nth, (phrase, what) in enumerate(entries):
        words = tuple(phrase.split())
        firm = words[: words.index(GAP)] if GAP in words else words
        key = max(range(len(firm)), key=lambda at: len(firm[at]))
        table.setdefault(firm[key], []).append(Phrase(words, what, nth, key))
    return table


def find(words: Sequence[str], table: Phrases[T], low: int = 0, high: int | None = None) -> list[Hit[T]]:
    """Every phrase of the table whose key word stands in `words[low:high]` (lower case), in text order; they may overlap."""
    hits: list[tuple[int, int, Hit[T]]] = []
    for at in [at for at, word in enumerate(words[low:high], low) if word in table]:
        for phrase in table[words[at]]:
            start = at - phrase.key
            ends = _match(words, start, phrase.words) if start >= 0 else None
            if ends:
                hits.append((start, phrase.nth, Hit(start, ends[0], phrase.what, ends[1])))
    return [hit for _, _, hit in sorted(hits, key=lambda found: found[:2])]


def longest(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """The hits that remain when of two that overlap the longer one stands (then the earlier one), in text order.

    A gap does not count as part of a hit: "took <the poet A> away" leaves the words inside free.
    """
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: (-len(words_of(h)), h.gap[1] - h.gap[0], h.start)):
        mine = words_of(hit)
        if not taken & mine:
            taken |= mine
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def words_of(hit: Hit[T]) -> set[int]:
    """The positions of the words of a hit, its gap left out."""
    return set(range(hit.start, hit.end)) - set(range(*hit.gap))


def reaches(start: int, end: int, target: int, *, before: int, after: int, stops: Sequence[int]) -> bool:
    """Whether a modifier at `start:end` reaches the word `target`: `after` words to the right, `before` to the left.

    Nothing reaches across a stop, which is the position of a word that ends the clause.
    """
    if target >= end:
        return target - end < after and not any(end <= stop < target for stop in stops)
    if target < start:
        return start - target <= before and not any(target < stop < start for stop in stops)
    return False


def _match(words: Sequence[str], at: int, phrase: tuple[str, ...]) -> tuple[int, tuple[int, int]] | None:
    gap = (0, 0)
    place = at
    for nth, part in enumerate(phrase):
        if part == GAP:
            after = _after_gap(words, place, phrase[nth + 1])
            if after is None:
                return None
            gap, place = (place, after), after
            continue
        if place >= len(words) or words[place] != part:
            return None
        place += 1
    return place, gap


def _after_gap(words: Sequence[str], place: int, wanted: str) -> int | None:
    """Where the word behind a gap stands; the gap may be longer where an apposition closes it ("took its editor, Ana Lopez, <into>")."""
    for here in range(place, min(place + LONGEST_APPOSED + 1, len(words))):
        if words[here] == wanted and (here <= place + LONGEST_GAP or words[here - 1] in CLOSING):
            return here
        if words[here] in {".", ";", ":", "?", "!"} and not (words[here] == "." and words[here - 1] == "no"):
            return None
    return None
