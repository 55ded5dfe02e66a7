"""The type of a dated event, by the nearest word that tells it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from hrcli.extract.dating import tense
from hrcli.extract.dating.tense import Hanging
from hrcli.extract.telling.eventwords import event_words, noun_type, pair_type, verb_type
from hrcli.records import EventType

HELD = ("obj", "nsubj:pass", "xcomp")
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "SYM")


def tells_of_deed(span: Span) -> bool:
    """Whether the span hangs on a noun for something done to somebody: "the murder in October", "his arrest last May"."""
    return any(noun_type(noun) in event_words().deeds for noun in nouns_above(span))


def kind_alone(span: Span, around: Span) -> EventType:
    """The type that the nearest word tells in a stretch without a clause, the words before the expression first."""
    before, after = span.doc[around.start : span.start], span.doc[span.end : around.end]
    near = [*nouns_above(span), *reversed(list(before)), *after]
    inside = [token for token in near if around.start <= token.i < around.end]
    return next((found for token in inside if (found := noun_type(token) or verb_type(token))), "other")


def kind_of(verb: Token, hanging: Hanging, span: Span) -> EventType:
    """The type that the nearest word tells: the noun that the date hangs on, the verb, or (for a light verb) its object."""
    return next((found for found in _told_by(verb, hanging, span) if found is not None), "other")


def _told_by(verb: Token, hanging: Hanging, span: Span) -> Iterator[EventType | None]:
    """What the words say that may tell the type, the nearest first."""
    told = (found for found in _candidates(verb, hanging) if found is not None)
    first = next(told, None)
    # What was done to somebody stands before the place where it was done: "was shot at a rally", "died in custody".
    yield first if first in event_words().done else None
    yield from (found for noun in nouns_above(span) if (found := noun_type(noun)) != "other")
    yield first
    yield from told


def _candidates(verb: Token, hanging: Hanging) -> Iterator[EventType | None]:
    """What a verb, its objects and its subject say, the nearest first."""
    light = tense.among(verb, event_words().light)
    held = [child for child, dep in hanging if dep in HELD or (light and dep.startswith("obl"))]
    yield pair_type(verb, hanging)
    if verb.dep_ == "xcomp":
        yield pair_type(verb.head, [(verb, verb.dep_)])
    if light:
        yield from map(noun_type, held)
    own = verb_type(verb)
    weak = tense.among(verb, event_words().weak)
    yield None if weak else own
    for child, dep in hanging:
        if dep in ("xcomp", "csubj") or (light and dep == "advcl" and _is_to(child)):
            yield from _candidates(child, [(below, below.dep_) for below in child.children])
    if not light:
        yield from map(noun_type, held)
    yield from (noun_type(child) for child, dep in hanging if dep.startswith("nsubj"))
    yield noun_type(_right_before(verb)) if weak and verb.tag_ == "VBN" else None
    yield noun_type(verb.head) if _tells_of_head(verb, hanging) else None
    yield own
    yield noun_type(verb)


def _right_before(verb: Token) -> Token:
    """The word before a verb, or before the comma before it."""
    at = verb.i - 1 if verb.i > 0 and not verb.nbor(-1).is_punct else verb.i - 2
    return verb.doc[max(at, 0)]


def _tells_of_head(verb: Token, hanging: Hanging) -> bool:
    """Whether the noun that a clause hangs on is a party to it, and not what it is the contents of ("a statement that they must go")."""
    return "relcl" in verb.dep_ or (verb.dep_ == "acl" and not any(dep.startswith("nsubj") for _, dep in hanging))


def _is_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)


def nouns_above(span: Span) -> list[Token]:
    """The nouns that the expression hangs on, from the nearest up to its clause's predicate."""
    out: list[Token] = []
    for token in span:
        above = token.head
        while above.i != token.i and above.pos_ in NOMINAL and not tense.is_predicate(above):
            token, above = above, above.head
            if not span.start <= token.i < span.end and token not in out:
                out.append(token)
    return out
