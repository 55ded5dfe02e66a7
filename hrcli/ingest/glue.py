"""Words run together, taken apart: by an inner capital, or by a word list in a document that is full of them."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from hrcli.ingest import words
from hrcli.ingest.vocabulary import Vocabulary

ENDING = re.compile(
    r"...(?:ed|ing|ly|[st]ions?|ments?|ity|ies|ous|ive|[ae]nce|al|[eo]rs|[ae]nts?|ish|ese|ian)$"
)  # of no compound's first word
LAST = re.compile(r".{4}(?:[st]ions?|ments?|ity|[ae]nces?|ists?|ators?|ional)$")  # of no compound's last word
# What begins compounds though the word list has none of them.
FIRSTS = {"photo", "video", "radio", "micro", "cyber", "super", "ultra", "multi", "socio", "media", "hydro", "self", "auto", "mini", "mega"}
FIRSTS |= {"tele", "step", "speed", "spring", "medal", "metal"}
ARTICLES = {"as", "at", "is"}  # which may be the article of an Arabic name
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
POSSESSIVE = re.compile(r"(?<=['’]s)(?=[a-z]{2})")
PREFIX = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Al|El|O|Fitz|i|e)$")
GATE = 15 / 1000  # so many different glued words a token has a document whose glued words are mended by the word list
FEWEST = 3  # different glued words that such a document has at least; two if one is beyond doubt
MOST_PARTS = 4
LONGEST = 60  # what is longer is no words run together but no words at all
SEEN = {1: 9_000, 2: 1_500, 3: 200, 4: 20, 5: 8}  # how often a part of so many letters must have been seen, and ...
SEEN_LONG = 3  # ... a longer one
SURE = 20  # how often each of two words must have been seen to be taken apart in any document
LETTERS = 4  # that both have at least where neither is a small word
OUTER = ".,;:!?\"'()[]“”‘’"  # what may stand around a word
PAIR = re.compile(r"(?<![^\W\d_])([^\W\d_]+) (?=([^\W\d_]+))")
ENDS = re.compile(TOKEN.pattern + "$")
COMMON = 100  # how often a word must have been seen to be taken from a capital in any document
COST = 2.5  # what each further part costs, in natural logarithms


class Near(NamedTuple):
    """The pairs of words that stand side by side in a text, and the capitalised words before and after those that may come apart."""

    pairs: set[str]
    before: defaultdict[str, set[str]]
    after: defaultdict[str, set[str]]


def splits(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """The places in `text` where two words are glued."""
    rare = {*text.split()}.difference(words.counts())
    loose = set[str]().union(*filter(None, map(_loose, rare))).difference(vocabulary.mending.whole)
    if not loose:
        return
    many = sum(map(_comes_apart, loose)) >= FEWEST - 1
    tokens = TOKEN.findall(text) if many else []
    forms = {*tokens}
    cuts = {word: _cuts(word, forms) if many else [] for word in loose}
    near = _near(text, loose)
    sure = {word: _sure(word, near, vocabulary) for word in loose}
    slips = sum(bool(cuts[word]) and _is_slip(word) for word in loose)
    full = many and slips >= GATE * len(tokens) and slips + any(sure.values()) >= FEWEST
    cuts = {word: (places if full else []) or sure[word] for word, places in cuts.items()}
    if any(cuts.values()):
        for hit in TOKEN.finditer(text):
            yield from (hit.start() + place for place in cuts.get(hit[0], ()))


@lru_cache(maxsize=50_000)
def _loose(run: str) -> list[str]:
    """The words between two white spaces that may come apart: by an inner capital or a possessive, or by the word list."""
    return [word for word in TOKEN.findall(run) if len(word) <= LONGEST and _is_loose(word)]


def _is_loose(word: str) -> bool:
    return _is_mixed(word) or _comes_apart(word)


def _is_mixed(word: str) -> bool:
    """Whether a word has capitals within, and not only capitals."""
    return not (word.islower() or word[1:].islower() or word.isupper())


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
    inner = (start + place for start, piece in pieces for place in _inner(piece))
    return sorted({*edges[1:-1], *inner})


def _inner(piece: str) -> list[int]:
    """Where a piece without inner capitals comes apart in a document full of glued words; a compound like others does not."""
    places = _parts(piece)
    if len(places) == 1:
        left, right = piece[: places[0]].lower(), piece[places[0] :]
        return [] if left in _compounds()[0] and right in _compounds()[1] else places
    return places


def _is_compound(left: str, right: str) -> bool:
    """Whether two words may be one, like others of the word list."""
    return left in FIRSTS | _compounds()[0] or right in _compounds()[1]


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
    bare = _bare(piece)
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


def _is_slip(word: str) -> bool:
    """Whether a word that comes apart is no name of two words ("SafeZone"), of which a text may have many."""
    return word[0].islower() or not all(word[start:end].istitle() for start, end in pairwise(_edges(word)) if end - start > 1)


def _sure(word: str, near: Near, vocabulary: Vocabulary) -> list[int]:
    """Where `word` comes apart beyond doubt, in any document."""
    if word.islower():
        return _sure_words(word, vocabulary)
    edges = [i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()]
    if word[1:].islower() or len(edges) != 1:
        return []
    left, right = word[: edges[0]], word[edges[0] :]
    return edges if _sure_names(left, right, vocabulary) or _beside(left, right, near, vocabulary) else []


def _sure_words(word: str, vocabulary: Vocabulary) -> list[int]:
    """Where a word in lower case comes apart: beside a small word, or after one whose ending no first part of a compound has."""
    places = _parts(word)
    pieces = [word[start:end] for start, end in pairwise([0, *places, len(word)])]
    return places if all(_apart(left, right, vocabulary) for left, right in pairwise(pieces)) else []


def _apart(left: str, right: str, vocabulary: Vocabulary) -> bool:
    small = [part in vocabulary.mending.before and len(part) > 2 for part in (left, right)]
    if min(words.counts().get(_bare(part), (0, 0))[1] for part in (left, right)) < SURE or _is_compound(left, right):
        return False
    if any(small) or (len(right) >= LETTERS and ENDING.search(left)):
        return True
    return len(left) >= LETTERS and LAST.search(right) is not None


def _bare(part: str) -> str:
    """A part of a glued word without what follows its apostrophe."""
    return re.sub(r"['’].*$", "", part)


@cache
def _compounds() -> tuple[set[str], set[str]]:
    """The words that begin compounds of the word list ("gunfire"), and those that end them."""
    firsts, lasts = set[str](), set[str]()
    common = {word for word, (_, lower) in words.counts().items() if len(word) > 2 and lower >= SURE}
    for word, (_, lower) in words.counts().items():
        ends = [i for i in range(3, len(word) - 2) if word[:i] in common and word[i:] in common] if lower > 2 else []
        firsts.update(word[:i] for i in ends)
        lasts.update(word[i:] for i in ends)
    return firsts, lasts


def _sure_names(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether a capital within a word begins another: after a small word or a title, before a month, between an organisation's words."""
    if left in vocabulary.mending.before:
        return words.known(right) or left[0].isupper() or (right.istitle() and left not in ARTICLES)
    if right.lower() in vocabulary.dates.months and len(right) > 3:
        return words.known(left)
    if left.islower():
        return len(left) > 2 and right.istitle() and words.counts().get(left, (0, 0))[1] >= COMMON
    return {left.lower(), right.lower()} <= {*vocabulary.publishers.words}


def _beside(left: str, right: str, near: Near, vocabulary: Vocabulary) -> bool:
    """Whether the text has the two words side by side, or one of them with the same capitalised neighbour; or the vocabulary has."""
    if (len(left) > 2 and f"{left} {right}" in near.pairs) or f"{left} {right}" in _phrases(vocabulary):
        return True
    phrases = [f"{before} {left}" for before in near.before[left + right]] + [f"{right} {after}" for after in near.after[left + right]]
    return any(phrase in near.pairs or phrase in _phrases(vocabulary) for phrase in phrases)


def _near(text: str, loose: set[str]) -> Near:
    """What stands side by side in `text`, and beside those of its words that may come apart."""
    runs = text.split() if any(_is_mixed(word) for word in loose) else []
    pairs = {f"{left} {right}" for left, right in PAIR.findall(text)} if runs else set()
    near = Near(pairs, defaultdict(set), defaultdict(set))
    for left, right in pairwise(runs):
        if (after := right.rstrip(OUTER)).istitle() and (hit := ENDS.search(left)) and hit[0] in loose:
            near.after[hit[0]].add(after)
        if left.istitle() and (hit := TOKEN.match(right)) and hit[0] in loose:
            near.before[hit[0]].add(left.lstrip(OUTER))
    return near


@cache
def _phrases(vocabulary: Vocabulary) -> set[str]:
    """The pairs of words in the names of bodies that the vocabulary has ("Human Rights", "Security Council")."""
    names = [*vocabulary.publishers.parents, *vocabulary.publishers.symbols.values()]
    return {" ".join(pair) for name in names for pair in pairwise(name.split()) if pair[0].istitle() and pair[1].istitle()}
