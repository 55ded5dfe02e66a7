"""Who is meant by a noun phrase: named people, with those they are listed with, or a counted group."""

from __future__ import annotations

from dataclasses import dataclass

from hrcli.extract.custody import lexicon
from hrcli.extract.findings import Actor
from hrcli.extract.numbers import count_at
from hrcli.extract.reading import Reading

NOMINAL = {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "X", "SYM"}
HYPHENS = {"-", "‑"}
ROLE = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "X"}
INTRODUCERS = (
    ("including",), ("such", "as"), ("among", "them"), ("namely",), ("identified", "as"), ("named", "as"), ("named",), ("called",), ("known", "as"),
    ("they", "are"), ("notably",), ("among", "whom"), ("like",), ("who", "were", "identified", "as"), ("include",), ("includes",), ("included",),
)  # fmt: skip
MARKS = {'"', "“", "”", "'", "‘", "’", "«", "»"}


@dataclass(frozen=True, slots=True)
class Party:
    """One patient: a person, or `count` people whose words are `start:end` (word positions)."""

    start: int
    end: int
    actor: Actor | None = None
    count: int | None = None


def phrase_parties(reading: Reading, start: int, limit: int) -> list[Party]:
    """The people of the noun phrase that begins at `start` and of the list that it opens, within `limit`.

    Empty where the phrase is vague ("many activists") or is no phrase about people.
    """
    start = _skip_marks(reading, start, limit)
    if start >= limit:
        return []
    end = phrase_end(reading, start, limit)
    if end == start:
        return []
    named = _name_ending(reading, start, end)
    if named:
        return chain(reading, named, limit)
    listed = _listed(reading, end, limit)
    single = _pronoun_or_count(reading, start, end)
    if single or listed:
        return [*single, *[p for p in listed if p not in single]]
    return _described(reading, start, end, limit)


def phrase_end(reading: Reading, start: int, limit: int) -> int:
    """Where the noun phrase that begins at `start` ends; `start` itself where none begins there."""
    at = start
    while at < limit:
        named = reading.name_at(at)
        if named:
            at = named[1]
        elif _nominal(reading, at, start):
            at += 1
        elif reading.words[at] in {"'s", "'"} and at > start and at + 1 < limit:
            at += 1
        else:
            break
    return at


def chain(reading: Reading, name: tuple[int, int, Actor], limit: int) -> list[Party]:
    """A named person with those coordinated after it: "A", "A and B", "lawyers A, B and the poet C"."""
    found = [Party(name[0], name[1], name[2])]
    ahead = [found[0]]
    at = name[1]
    closed = False
    while True:
        step = _next_name(reading, at, limit)
        if step is None:
            break
        following, strong = step
        ahead.append(Party(following[0], following[1], following[2]))
        closed = closed or strong
        if strong:
            found = list(ahead)
        at = following[1]
    return found


def chain_back(reading: Reading, name: tuple[int, int, Actor], low: int) -> list[Party]:
    """A named person with those coordinated before it, in text order."""
    before = [n for n in reading.names if low <= n[0] < name[0]]
    best = [Party(name[0], name[1], name[2])]
    for first in reversed(before):
        found = chain(reading, first, name[1])
        if found[-1].end != name[1]:
            break
        best = found
    return best


def _next_name(reading: Reading, at: int, limit: int) -> tuple[tuple[int, int, Actor], bool] | None:
    """The next name of a list after `at`, and whether "and" or "as well as" binds it to those before."""
    at = _skip_aside(reading, at, limit)
    bound = strong = False
    while at < limit and reading.words[at] in {",", "and", "&", "as", "well", "or", "plus", "both"}:
        bound = True
        strong = strong or reading.words[at] in {"and", "&", "well", "or", "plus"}
        at += 1
    if not bound:
        return None
    for _ in range(8):
        if at >= limit:
            return None
        named = reading.name_at(at)
        if named:
            behind = reading.words[named[1]] if named[1] < len(reading.words) else ""
            return None if behind in {"'s"} else (named, strong)
        if reading.tokens[at].pos_ not in ROLE and reading.words[at] not in HYPHENS and reading.tokens[at].tag_ != "PRP$":
            return None
        at += 1
    return None


def _skip_aside(reading: Reading, at: int, limit: int) -> int:
    """Past brackets and ages: "A (甲), 45, and B"."""
    while at < limit:
        if reading.words[at] == "(":
            close = next((i for i in range(at, min(limit, at + 15)) if reading.words[i] == ")"), None)
            if close is None:
                return at
            at = close + 1
        elif reading.words[at] == "," and at + 1 < limit and reading.tokens[at + 1].text.isdigit():
            at += 2
        else:
            return at
    return at


def _name_ending(reading: Reading, start: int, end: int) -> tuple[int, int, Actor] | None:
    """The name that a noun phrase ends in; a name with more nouns behind it only describes them ("a Lopez ally")."""
    inside = [name for name in reading.names if start <= name[0] < end]
    return inside[-1] if inside and inside[-1][1] >= end else None


def _pronoun_or_count(reading: Reading, start: int, end: int) -> list[Party]:
    if end - start == 1 and start in reading.people:
        return [Party(start, end, reading.people[start])]
    return group(reading, start, end)


def group(reading: Reading, start: int, limit: int) -> list[Party]:
    """The counted group that begins at `start`: "39 individuals", "Sixty-three prisoners", "six of those", "400"."""
    at = start
    while at < limit and reading.words[at] in {"a", "total", "of", "at", "least", "the", "other", "some", "more", "than", "over", "about", "around", "nearly", "all", "another", "up", "to", "these", "those", "an", "estimated", "only", "almost", "exactly", "below", "above", "not", "his", "her", "their"}:  # fmt: skip
        at += 1
    counted = count_at(reading.words, at)
    if counted is None or counted[0] < 2:
        return []
    value, after = counted
    end = max(after, phrase_end(reading, after, limit)) if after < limit else after
    tail = [reading.words[i] for i in range(after, end)]
    if tail and (tail[0] in lexicon().words.units or "%" in tail or tail[0] == "per"):
        return []
    if value < 2 or (1900 <= value <= 2100 and not tail and "," not in reading.words[at]):
        return []
    return [Party(start, end, count=value)]


def _listed(reading: Reading, at: int, limit: int) -> list[Party]:
    """The people that a phrase is opened up with: "three lawyers, including A and B", "nine men identified as A, B and C"."""
    for start in range(at, min(limit, at + 6)):
        for words in INTRODUCERS:
            if tuple(reading.words[start : start + len(words)]) == words:
                return _first_names(reading, start + len(words), limit)
        if reading.words[start] in {".", ";"}:
            break
    return []


def _first_names(reading: Reading, at: int, limit: int) -> list[Party]:
    end = phrase_end(reading, at, limit)
    named = _name_ending(reading, at, end)
    if named:
        return chain(reading, named, limit)
    apposed = _next_name(reading, end, limit) if end > at else None
    return chain(reading, apposed[0], limit) if apposed else []


def _described(reading: Reading, start: int, end: int, limit: int) -> list[Party]:
    """A description with a name behind it ("a journalist, editor A, ..."), or one that refers to a known person."""
    head = end - 1
    if head in reading.people and not reading.name_at(head):
        return [Party(start, end, reading.people[head])]
    apposed = _next_name(reading, end, limit) if end < limit and reading.words[end] == "," else None
    if apposed and not apposed[1] and reading.tokens[head].pos_ in ("NOUN", "PROPN"):
        return chain(reading, apposed[0], limit)
    return []


def _nominal(reading: Reading, at: int, start: int) -> bool:
    token = reading.tokens[at]
    if token.pos_ in NOMINAL or reading.words[at] in HYPHENS or (reading.words[at] in MARKS and at > start):
        return reading.words[at] not in {"who", "which", "that", "whom", "whose"} or at == start
    return token.tag_ in ("VBN", "VBG", "RB") and at + 1 < len(reading.tokens) and reading.tokens[at + 1].pos_ in ("NOUN", "PROPN", "ADJ")


def _skip_marks(reading: Reading, start: int, limit: int) -> int:
    while start < limit and reading.words[start] in MARKS | {":"}:
        start += 1
    return start
