"""Words run together, taken apart: by an inner capital, or by a word list in a document that is full of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from hrcli.ingest import words
from hrcli.ingest.vocabulary import Vocabulary

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
POSSESSIVE = re.compile(r"(?<=['’]s)(?=[a-z]{2})")
PREFIX = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Al|El|O|Fitz|i|e)$")
GATE = 15 / 1000  # so many different glued words a token has a document whose glued words are mended by the word list
SHORTEST = 100  # a shorter text is judged as if it had so many tokens
MOST_PARTS = 4
LONGEST = 60  # what is longer is no words run together but no words at all
SEEN = {1: 9_000, 2: 1_500, 3: 200, 4: 20, 5: 8}  # how often a part of so many letters must have been seen, and ...
SEEN_LONG = 3  # ... a longer one
COST = 2.5  # what each further part costs, in natural logarithms


def splits(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """The places in `text` where two words are glued."""
    rare = {*text.split()}.difference(words.counts())
    loose = set[str]().union(*filter(None, map(_loose, rare))).difference(vocabulary.mending.whole)
    if not loose:
        return
    many = sum(map(_comes_apart, loose)) >= GATE * SHORTEST
    tokens = TOKEN.findall(text) if many else []
    forms = {*tokens}
    cuts = {word: _cuts(word, forms) if many else [] for word in loose}
    full = many and sum(map(bool, cuts.values())) >= GATE * max(len(tokens), SHORTEST)
    cuts = {word: (places if full else []) or _sure(word, text, vocabulary) for word, places in cuts.items()}
    if any(cuts.values()):
        for hit in TOKEN.finditer(text):
            yield from (hit.start() + place for place in cuts.get(hit[0], ()))


@lru_cache(maxsize=50_000)
def _loose(run: str) -> list[str]:
    """The words between two white spaces that may come apart: by an inner capital or a possessive, or by the word list."""
    return [word for word in TOKEN.findall(run) if len(word) <= LONGEST and _is_loose(word)]


def _is_loose(word: str) -> bool:
    if not (word.islower() or word[1:].islower() or word.isupper()):
        return True
    return _comes_apart(word)


def _is_whole(word: str) -> bool:
    return len(word) < 4 or words.known(word.removesuffix("'s").removesuffix("’s"))


@lru_cache(maxsize=50_000)
def _comes_apart(word: str) -> bool:
    """Whether `word` comes apart in some document."""
    return not _is_whole(word) and (len(_edges(word)) > 2 or bool(_parts(word)))


def _cuts(word: str, forms: set[str]) -> list[int]:
    """Where `word` comes apart, [] where it is whole; `forms` are the words of its document."""
    if _is_whole(word):
        return []
    edges = _edges(word)
    pieces = [(start, word[start:end]) for start, end in pairwise(edges)]
    if len(pieces) > 1 and (PREFIX.match(pieces[0][1]) or not any(_sound(piece, forms) for _, piece in pieces)):
        return []
    inner = (start + place for start, piece in pieces for place in _parts(piece))
    return sorted({*edges[1:-1], *inner})


def _edges(word: str) -> list[int]:
    """The ends of the word and the places of its inner capitals and possessives."""
    return sorted({0, *_capitals(word), *(hit.start() for hit in POSSESSIVE.finditer(word)), len(word)})


def _capitals(word: str) -> list[int]:
    """The places of capitals that begin a word within `word`."""
    return [i for i in range(1, len(word) - 1) if word[i].isupper() and word[i - 1].islower() and word[i + 1].islower()]


def _sound(piece: str, forms: set[str]) -> bool:
    """Whether a piece between two capitals may stand alone: a word, several words, or a name that the document has."""
    bare = re.sub(r"['’]s$", "", piece)
    return words.known(bare) or (bare.istitle() and bare in forms) or bool(_parts(piece)) or bare.isupper()


@lru_cache(maxsize=50_000)
def _parts(piece: str) -> list[int]:
    """Where a piece without inner capitals comes apart into common words, [] where it does not."""
    bare = re.sub(r"['’].*$", "", piece)
    if len(bare) < 4 or words.known(bare) or not bare.isascii():
        return []
    best = _best(bare, 0, MOST_PARTS)
    return best[1][:-1] if best and len(best[1]) > 1 else []


def _best(word: str, start: int, left: int) -> tuple[float, list[int]] | None:
    """The likeliest way to read `word[start:]` as at most `left` common words: its score, and where each word ends."""
    if start == len(word):
        return 0.0, []
    found = []
    for end in range(start + 1, len(word) + 1) if left else ():
        value = _value(word[start:end])
        rest = _best(word, end, left - 1) if value is not None else None
        if value is not None and rest:
            found.append((value + rest[0] - COST, [end, *rest[1]]))
    return max(found, default=None)


def _value(part: str) -> float | None:
    """The logarithm of a word's share of all words, None for what is no common word of its length and case."""
    seen, lower = words.counts().get(part.lower(), (0, 0))
    seen = seen if part[0].isupper() else lower
    return math.log(seen / words.total()) if seen >= SEEN.get(len(part), SEEN_LONG) else None


def _sure(word: str, text: str, vocabulary: Vocabulary) -> list[int]:
    """Where `word` comes apart beyond doubt: a small word glued to a capital, or two words that the text has side by side."""
    if word.islower() or word[1:].islower() or word.isupper():
        return []
    edges = [i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()]
    if len(edges) != 1:
        return []
    left, right = word[: edges[0]], word[edges[0] :]
    small = left in vocabulary.mending.before and words.known(right)
    return edges if small or (len(left) > 2 and f"{left} {right}" in text) else []
