"""Of whom something is asked: names from the heads of noun phrases, and from a letter's greeting."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from hrcli.extract.asking import letters, pieces
from hrcli.extract.asking.demandcues import is_agent_noun, wordset
from hrcli.extract.asking.parties import FIRST_PERSON, name, spoken_of
from hrcli.extract.findings import is_quoted, text_of
from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.states import is_government_of
from hrcli.extract.trees import SUBJECTS, phrase

SECOND_PERSON = {"you", "your", "yours", "yourself"}
WRITER = {"i", "me"}


def targets(doc: Doc, heads: Iterable[Token], previous: list[str], you: list[str]) -> list[str]:
    """The names of those asked, in order; "you" are `you`, else those asked before; the "I" of a letter is who signs it."""
    found: list[str] = []
    for head in heads:
        if head.lower_ in SECOND_PERSON:
            found.extend(you or previous)
        elif head.lower_ in WRITER and not is_quoted(doc, head.i):
            found.extend(letters.signers(text_of(doc))[:1] if letters.writer(text_of(doc)) else [])
        elif head.lower_ not in FIRST_PERSON:
            found.extend(_called(doc, head, previous))
    return list(dict.fromkeys(found))


def _called(doc: Doc, head: Token, previous: list[str]) -> list[str]:
    """The name of one asked; "your government" is also the one greeted.

    A pronoun without a known referent stands for those asked before; as a subject rather for the last subject that can act.
    """
    called = _state_of(doc, head) or name(head)
    if head.tag_ == "PRP" and called is None:
        meant = spoken_of(head) if head.dep_ in SUBJECTS or not previous else None
        meant = meant or (_told_of(head) if head.lower_ == "them" else None)
        return [who] if meant is not None and (who := name(meant)) else previous
    yours = any(t.lower_ == "your" for t in doc[max(0, head.i - 3) : head.i])
    greeted = greeting(doc) if yours else None
    return [who for who in (called, greeted) if who]


def _told_of(them: Token) -> Token | None:
    """The body in the plural that the sentence before names: "has told the Chadian authorities so. It calls on them to"."""
    start = them.sent.start
    before = them.doc[them.doc[start - 1].sent.start : start] if start else ()
    plural = [t for t in before if t.tag_ in {"NNS", "NNPS"} and is_agent_noun(t) and t.dep_ not in SUBJECTS]
    return plural[0] if len(plural) == 1 else None


def greeting(doc: Doc) -> str | None:
    """The one to whom a letter goes: the actor in its greeting, else the person in the address above it, else the greeting's words."""
    place = pieces.salutation(text_of(doc))
    span = doc.char_span(*place, alignment_mode="expand") if place else None
    if span is None:
        return None
    actors = (doc._.referents.get(token.i) for token in span)
    named = next((actor.name for actor in actors if actor), None)
    above = [(m.start, a.name) for a in doc._.actors if a.type == "person" for m in a.mentions if span.start - 60 < m.start < span.start]
    return named or (max(above)[1] if above else str(span.text))


def _state_of(doc: Doc, head: Token) -> str | None:
    """The government whose envoys are asked ("Norland's representatives"), where the text names it elsewhere; None for others."""
    if head.lower_ not in wordset("envoys"):
        return None
    codes = {known.code for known in gazetteer.within(phrase(head).text) if known.code}
    actors = (a for a in doc._.actors if a.type == "public_body" and a.country in codes and is_government_of(a.name, a.country))
    return next((actor.name for actor in actors), None)
