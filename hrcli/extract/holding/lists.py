"""Lists of people: where the next name stands, past what is told of each ("A (甲), 45, of Oran; B, a nurse; and the poet C")."""

from __future__ import annotations

from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import FINITE, Name, Reading

HYPHENS = {"-", "‑"}
ROLE = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "X"}
ROLE_TAGS = {"PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "RB", "RBR"}
BETWEEN = {",", "and", "&", "as", "well", "or", "plus", ";", "but", "also"}
BINDING = {"and", "&", "well", "or", "plus", "also"}
LONGEST_ROLE = 9
LONGEST_ASIDE = 15


def next_name(reading: Reading, at: int, limit: int) -> tuple[Name, bool] | None:
    """The next name of a list after `at`, and whether "and" binds it to those before; None where the list ends."""
    at = past_aside(reading, at, limit)
    first = at
    strong = False
    while at < limit and reading.words[at] in BETWEEN:
        strong = strong or reading.words[at] in BINDING
        at += 1
    if at == first:
        return None
    return name_with_role(reading, _past_adverb(reading, at, limit), limit, strong)


def name_with_role(reading: Reading, at: int, limit: int, strong: bool) -> tuple[Name, bool] | None:
    """The name at `at`, or behind the role that begins there: "the poet A"; `strong`: also "his lawyer, A"."""
    owned = at
    for place in range(at, min(at + LONGEST_ROLE, limit)):
        named = reading.name_at(place) if place >= owned else None
        if named:
            behind = reading.words[named[1]] if named[1] < len(reading.words) else ""
            if behind not in {"'s", "'"}:
                return named, strong
            owned = named[1] + 1  # "and Lopez's brother A"
        if place < owned:
            continue
        token, word = reading.tokens[place], reading.words[place]
        job = word in lexicon().words.occupations or (token.tag_ == "POS" and place > at)
        apposed = strong and word == "," and place > at and reading.name_at(place + 1) is not None
        if token.pos_ == "VERB" and not job and reading.name_at(place + 1) is not None:
            return None  # "and acquitted B"
        if token.pos_ not in ROLE and word not in HYPHENS and token.tag_ not in ROLE_TAGS and not job and not apposed:
            return None
    return None


def past_aside(reading: Reading, at: int, limit: int) -> int:
    """Past brackets, ages, dates, origins and appositions behind a name of a list."""
    while at < limit:
        end = _end_of_aside(reading, at, limit)
        if end is None:
            return at
        if end < limit and reading.words[end] in {",", ";"} and reading.words[at] == ",":
            return end
        at = end
    return at


def _end_of_aside(reading: Reading, at: int, limit: int) -> int | None:
    """Where the aside that begins at `at` ends; None where none begins."""
    word, behind = reading.words[at], reading.words[at + 1] if at + 1 < limit else ""
    if word == "(":
        close = _closing(reading, at, limit, ")")
        return None if close is None else close + 1
    if word == "," and behind.isdigit():
        return at + 2
    if word in {"on", "in", "to", "for", "of", "from"}:
        return _phrase(reading, at, limit)
    if word == "," and behind and (reading.tokens[at + 1].tag_ in ("VBG", "VBN") or behind in {"who", "whose"}):
        return _closing(reading, at + 2, limit, ",")
    return _apposition(reading, at, limit) if word == "," and behind else None


def _phrase(reading: Reading, at: int, limit: int) -> int | None:
    """Where a date ("on 3 May"), a term ("to six years in prison") or an origin ("of Oran") behind a name ends."""
    word = reading.words[at]
    if word in {"on", "in"}:
        dated = at + 1 < limit and reading.dated(at + 1)
        return next((i for i in range(at + 1, limit) if not reading.dated(i)), limit) if dated else None
    return _term(reading, at + 1) if word in {"to", "for"} else _nouns(reading, at + 1, limit)


def _term(reading: Reading, at: int) -> int | None:
    length = length_at(reading.words, at)
    if length is None:
        return None
    behind = reading.words[length[1] : length[1] + 2]
    return length[1] + 2 if behind in (["in", "prison"], ["in", "jail"]) else length[1]


def _apposition(reading: Reading, comma: int, limit: int) -> int | None:
    """The comma or semicolon that ends an apposition without names and verbs, where the list goes on behind it."""
    if reading.tokens[comma + 1].pos_ not in ("DET", "NOUN", "ADJ", "PROPN", "ADP"):
        return None
    for at in range(comma + 1, min(limit - 1, comma + LONGEST_ASIDE)):
        if reading.name_at(at) or reading.tokens[at].tag_ in FINITE or reading.words[at] in {"and", "&"}:
            return None
        if reading.words[at] == ";":
            return at
        if reading.words[at] == ",":
            return at if _goes_on(reading, at + 1, limit) else None
    return None


def _goes_on(reading: Reading, at: int, limit: int) -> bool:
    return reading.words[at] in {"and", "&"} or (name_with_role(reading, at, limit, False) is not None)


def _closing(reading: Reading, start: int, limit: int, mark: str) -> int | None:
    return next((i for i in range(start, min(limit, start + LONGEST_ASIDE)) if reading.words[i] == mark), None)


def _nouns(reading: Reading, start: int, limit: int) -> int | None:
    """Where the noun phrase at `start` ends, one that holds no list of its own; None where none begins there."""
    at = start
    while (
        at < limit and (reading.tokens[at].pos_ in ROLE or reading.words[at] == "-" or _inside_name(reading, at)) and not reading.dated(at)
    ):
        at += 1
    return at if at > start else None


def _inside_name(reading: Reading, at: int) -> bool:
    """Whether a word and both its neighbours belong to one organisation's name: "of the Coalition <for> Change"."""
    actors = {id(reading.doc._.referents.get(reading.tokens[i].i)) for i in range(at - 1, min(at + 2, len(reading.words)))}
    return len(actors) == 1 and reading.doc._.referents.get(reading.tokens[at].i) is not None


def _past_adverb(reading: Reading, at: int, limit: int) -> int:
    """Past "more recently," before a name."""
    start = at
    while at < limit and reading.tokens[at].pos_ == "ADV" and reading.name_at(at) is None:
        at += 1
    return at + 1 if start < at < limit and reading.words[at] == "," else at
