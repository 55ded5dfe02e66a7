"""The vocabulary of lexicon/events.toml: which words tell of which type of event, and which say that it did not come about, or not yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Literal

import msgspec
from spacy.tokens import Token

from hrcli import lexicon
from hrcli.extract.dating.tense import Hanging
from hrcli.extract.dating.timewords import words
from hrcli.extract.lemmas import bases
from hrcli.lexicon import Entry
from hrcli.records import EventType

ADJECTIVES = ("missing", "dead", "imprisoned")
Part = Literal["nouns", "verbs", "pairs"]


class Kind(Entry):
    """The lemmas that tell of one type of event; a pair is a verb with a word that hangs on it, or a noun with the one before it."""

    type: EventType
    verbs: list[str]
    nouns: list[str]
    examples: list[str]
    pairs: list[str] = []


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of lexicon/events.toml."""

    light: frozenset[str]
    weak: frozenset[str]
    deeds: frozenset[EventType]
    done: frozenset[EventType]
    scheduled: frozenset[str]
    willing: frozenset[str]
    failing: frozenset[str]
    denying: frozenset[str]
    undone: frozenset[str]
    beside: frozenset[str]
    types: list[Kind]


@cache
def event_words() -> EventWords:
    """The vocabulary, read once."""
    loaded: EventWords = lexicon.load("events", EventWords)
    return loaded


def noun_type(token: Token) -> EventType | None:
    """The type of event that a noun tells of, by itself or with the noun before it ("press conference")."""
    if token.pos_ != "NOUN" and not (token.pos_ == "PROPN" and token.lower_ not in words().months):
        return None
    before = [child for child in token.children if child.dep_ in ("compound", "amod") and child.i < token.i]
    paired = (f"{child.lower_} {base}" for child in before for base in bases(token))
    return _first_of(paired, "pairs") or _first_of(bases(token), "nouns")


def verb_type(token: Token) -> EventType | None:
    """The type of event that a verb tells of."""
    return (
        _first_of(bases(token) | {token.lower_}, "verbs")
        if token.pos_ in ("VERB", "AUX") or token.dep_ == "ROOT" or token.lower_ in ADJECTIVES
        else None
    )


def pair_type(verb: Token, hanging: Hanging) -> EventType | None:
    """The type of event that a verb tells of with a word that hangs on it: "set free", "took to the streets"."""
    return None if bases(verb).isdisjoint(_opening_pairs()) else _first_of(_pairs(verb, hanging), "pairs")


def among(verb: Token, hanging: Hanging, lemmas: Collection[str]) -> bool:
    """Whether a verb, or the verb with a word that hangs on it ("call off"), is one of these."""
    return not bases(verb).isdisjoint(lemmas) or any(pair in lemmas for pair in _pairs(verb, hanging))


def _pairs(verb: Token, hanging: Hanging) -> Iterator[str]:
    below = [(word, dep) for child, dep in hanging if dep == "obj" for word in child.children if word.dep_ in ("acl", "appos", "xcomp")]
    for child, dep in [*hanging, *below]:
        case = [f"{word.lower_} " for word in child.children if word.dep_ == "case"] if dep.startswith("obl") else []
        for word in {child.lower_, child.lemma_.lower()}:
            yield from (f"{base} {before}{word}" for base in bases(verb) for before in ("", *case))


@cache
def _opening_pairs() -> frozenset[str]:
    """The first words of all pairs."""
    return frozenset(pair.split()[0] for pair in _types("pairs"))


@cache
def _types(part: Part) -> dict[str, tuple[int, EventType]]:
    """The type that each lemma tells of, behind its place in the vocabulary."""
    found: dict[str, tuple[int, EventType]] = {}
    for place, kind in enumerate(event_words().types):
        for lemma in getattr(kind, part):
            found.setdefault(lemma, (place, kind.type))
    return found


def _first_of(forms: Collection[str] | Iterator[str], part: Part) -> EventType | None:
    types = _types(part)
    known = [types[form] for form in forms if form in types]
    return min(known)[1] if known else None
