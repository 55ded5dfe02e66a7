"""What each temporal expression dates: the clause it stands in, the kind of event, its modality, who takes part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from hrcli import lexicon
from hrcli.extract.dating import tense
from hrcli.extract.dating.tense import Hanging
from hrcli.extract.dating.timewords import words
from hrcli.extract.findings import Actor, DatedEvent, Timex, source_of
from hrcli.extract.lemmas import bases
from hrcli.lexicon import Entry
from hrcli.records import EventType, Modality

OTHER_CLAUSES = ("advcl", "acl", "acl:relcl", "relcl", "parataxis", "conj", "ccomp", "list")
PARTIES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent")
HELD = ("obj", "nsubj:pass", "xcomp")
POSSIBLE = ("could", "might", "may")
OWED = ("should", "must", "ought")
CONDITIONS = ("if", "unless", "whether")
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "SYM")


class Kind(Entry):
    """The lemmas that tell of one type of event."""

    type: EventType
    verbs: list[str]
    nouns: list[str]
    examples: list[str]


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of lexicon/events.toml."""

    light: frozenset[str]
    deeds: frozenset[EventType]
    types: list[Kind]


class Told(NamedTuple):
    """What is known of the whole document: its date, the head of each token, the token ranges of its demands, who is meant where."""

    date: str | None
    heads: list[int]
    demanded: list[tuple[int, int]]
    referents: dict[int, Actor]


@Language.component("hrcli_events", requires=["doc._.timexes", "doc._.referents", "doc._.demands"], assigns=["doc._.dated"])
def events(doc: Doc) -> Doc:
    """Set doc._.dated."""
    doc._.dated = find(doc)
    return doc


def find(doc: Doc) -> list[DatedEvent]:
    """The event of each of doc._.timexes, in the same order."""
    timexes: list[Timex] = doc._.timexes
    if not timexes:
        return []
    heads = (np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int64)).tolist()
    told = Told(source_of(doc).document.date, heads, [(found.start, found.end) for found in doc._.demands], doc._.referents)
    return [_event(doc, timex, told) for timex in timexes]


@cache
def event_words() -> EventWords:
    """The vocabulary, read once."""
    loaded: EventWords = lexicon.load("events", EventWords)
    return loaded


@cache
def _types(part: Literal["nouns", "verbs"]) -> dict[str, tuple[int, EventType]]:
    """The type that each lemma tells of, behind its place in the vocabulary."""
    found: dict[str, tuple[int, EventType]] = {}
    for place, kind in enumerate(event_words().types):
        for lemma in getattr(kind, part):
            found.setdefault(lemma, (place, kind.type))
    return found


def tells_of_deed(span: Span) -> bool:
    """Whether the span hangs on a noun for something done to somebody: "the murder in October", "his arrest last May"."""
    return any(_noun_type(noun) in event_words().deeds for noun in _nouns_above(span))


def _event(doc: Doc, timex: Timex, told: Told) -> DatedEvent:
    span = doc[timex.start : timex.end]
    noun = _deed(span)
    verb = tense.governor(span) if noun is None else None
    hanging = [(child, child.dep_) for child in verb.children] if verb is not None else []
    if noun is not None:
        start, end = _phrase(noun, span)
    else:
        start, end = _clause(verb, hanging, span, told.heads) if verb is not None else _trimmed(span.sent, span)
    modality = _modality(verb, hanging, told) if verb is not None else "past"
    if modality == "past" and timex.earliest and timex.earliest > (told.date or timex.earliest):
        modality = "planned"
    actors = _actors(verb, hanging, told) if verb is not None else []
    return DatedEvent(start=start, end=end, type=_type(verb, hanging, span), modality=modality, actors=actors)


def _deed(span: Span) -> Token | None:
    """The noun for an event that the expression itself is part of: "the 1989 massacre", "last December's release of the charter"."""
    head = span.root.head
    linked = span.root.dep_ in ("compound", "nmod:poss", "nummod", "amod") and head.i >= span.end
    return head if linked and _noun_type(head) is not None else None


def _phrase(noun: Token, span: Span) -> tuple[int, int]:
    """The noun with what stands before it and with what "of" adds."""
    after = [token.i for child in noun.children if child.dep_ == "nmod" and child.i > noun.i for token in child.subtree]
    return _trimmed(noun.doc[noun.left_edge.i : max([noun.i, *after]) + 1], span)


def _clause(verb: Token, hanging: Hanging, span: Span, heads: list[int]) -> tuple[int, int]:
    """The words of the verb's clause without the other clauses that hang on it, wherever those do not hold the expression."""
    others = {child.i for child, dep in hanging if dep in OTHER_CLAUSES}
    others -= _upward(span.start, heads) if others else set()
    start, end = min(verb.i, span.start), max(verb.i + 1, span.end)
    while start > 0 and _hangs(start - 1, verb.i, heads, others):
        start -= 1
    while end < len(heads) and _hangs(end, verb.i, heads, others):
        end += 1
    return _trimmed(span.doc[start:end], span)


def _upward(at: int, heads: list[int]) -> set[int]:
    """A word and all that it hangs on."""
    found = {at}
    while heads[at] != at:
        at = heads[at]
        found.add(at)
    return found


def _hangs(at: int, verb: int, heads: list[int], others: set[int]) -> bool:
    """Whether a word hangs on the verb, and not by way of one of the other clauses."""
    while at != verb:
        if at in others or heads[at] == at:
            return False
        at = heads[at]
    return True


def _trimmed(words_: Span, span: Span) -> tuple[int, int]:
    """A stretch without punctuation, white space and conjunctions at its edges, never losing the expression itself."""
    start, end = min(words_.start, span.start), max(words_.end, span.end)
    doc = span.doc
    while start < span.start and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ in ("cc", "mark", "punct")):
        start += 1
    while end > span.end and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end


def _type(verb: Token | None, hanging: Hanging, span: Span) -> EventType:
    """The type that the nearest word tells: the noun that the date hangs on, the verb, or (for a light verb) its object."""
    return next((found for found in _told_by(verb, hanging, span) if found is not None), "other")


def _told_by(verb: Token | None, hanging: Hanging, span: Span) -> Iterator[EventType | None]:
    """What the words say that may tell the type, the nearest first."""
    yield from map(_noun_type, _nouns_above(span))
    if verb is None:
        yield from map(_noun_type, span.sent)
        return
    light = tense.among(verb, event_words().light)
    objects = [child for child, dep in hanging if dep in HELD or (light and dep == "obl")]
    if light:
        yield from map(_noun_type, objects)
    yield _verb_type(verb)
    yield from (_verb_type(child) for child, dep in hanging if dep == "xcomp")
    if not light:
        yield from map(_noun_type, objects)
    yield from (_noun_type(child) for child, dep in hanging if dep.startswith("nsubj"))


def _nouns_above(span: Span) -> list[Token]:
    """The nouns that the expression hangs on, from the nearest up to its clause's predicate."""
    out: list[Token] = []
    for token in span:
        above = token.head
        while above.i != token.i and above.pos_ in NOMINAL and not tense.is_predicate(above):
            token, above = above, above.head
            if not span.start <= token.i < span.end and token not in out:
                out.append(token)
    return out


def _noun_type(token: Token) -> EventType | None:
    if token.pos_ != "NOUN" and not (token.pos_ == "PROPN" and token.lower_ not in words().months):
        return None
    return _first_of(token, _types("nouns"))


def _verb_type(token: Token) -> EventType | None:
    return _first_of(token, _types("verbs")) if token.pos_ in ("VERB", "AUX") else None


def _first_of(token: Token, types: dict[str, tuple[int, EventType]]) -> EventType | None:
    known = [types[base] for base in bases(token) if base in types]
    return min(known)[1] if known else None


def _modality(verb: Token, hanging: Hanging, told: Told) -> Modality:
    if any(dep == "neg" or tense.negates(child) for child, dep in hanging):
        return "negated"
    if any(start <= verb.i < end for start, end in told.demanded) and not _told(verb):
        return "demanded"
    auxiliaries = {child.lower_ for child, dep in hanging if dep in tense.AUXILIARIES}
    if not auxiliaries.isdisjoint(POSSIBLE) or any(dep == "mark" and child.lower_ in CONDITIONS for child, dep in hanging):
        return "hypothetical"
    if not auxiliaries.isdisjoint(OWED) or _called_for(verb):
        return "demanded"
    return "planned" if tense.clause_view(verb) == "future" else "past"


def _told(verb: Token) -> bool:
    """Whether a verb only tells of somebody or something: "release the poet jailed in 2010", "the law that was passed"."""
    return (
        verb.dep_ in ("acl", "acl:relcl", "relcl", "advcl")
        and tense.clause_view(verb) != "future"
        and verb.tag_ in ("VBN", "VBD", "VBZ", "VBP")
    )


def _called_for(verb: Token) -> bool:
    return verb.dep_ in ("xcomp", "ccomp") and tense.among(verb.head, words().calls)


def _actors(verb: Token, hanging: Hanging, told: Told) -> list[str]:
    """The names of those who do it or to whom it is done, once each, in text order."""
    parties = [token.i for child, dep in hanging if dep in PARTIES for token in (child, *child.conjuncts)]
    if verb.dep_ in ("acl:relcl", "relcl", "acl"):
        parties.append(verb.head.i)
    return list(dict.fromkeys(told.referents[at].name for at in sorted(parties) if at in told.referents))
