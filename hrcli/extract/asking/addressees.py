"""Of whom something is asked, and for whom: names from the heads of noun phrases, from a letter's greeting, from an action."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from hrcli.extract.asking import pieces
from hrcli.extract.asking.actions import Action
from hrcli.extract.asking.demandcues import wordset
from hrcli.extract.asking.parties import FIRST_PERSON, name
from hrcli.extract.findings import Actor, text_of
from hrcli.extract.trees import SUBJECTS
from hrcli.extract.wordids import ids, lowers

THEY = ids(["them", "their", "they"])
SECOND_PERSON = {"you", "your", "yours", "yourself"}


def targets(doc: Doc, heads: Iterable[Token], previous: list[str]) -> list[str]:
    """The names of those asked, in order; "you" is the one whom the letter greets, else the one asked before."""
    found: list[str] = []
    for head in heads:
        if head.lower_ in SECOND_PERSON:
            greeted = greeting(doc)
            found.extend([greeted] if greeted else previous)
        elif head.lower_ not in FIRST_PERSON:
            found.extend(_called(doc, head, previous))
    return list(dict.fromkeys(found))


def _called(doc: Doc, head: Token, previous: list[str]) -> list[str]:
    """The name of one asked; a pronoun without a known referent stands for those asked before, "your government" for the one greeted."""
    called = name(head)
    if head.tag_ == "PRP":
        return [called] if called else previous
    yours = any(t.lower_ == "your" for t in doc[max(0, head.i - 3) : head.i])
    greeted = greeting(doc) if yours else None
    return [who for who in (called, greeted) if who]


def greeting(doc: Doc) -> str | None:
    """The one to whom a letter goes: the actor in its greeting, else the person in the address above it, else the greeting's words."""
    place = pieces.salutation(text_of(doc))
    span = doc.char_span(*place, alignment_mode="expand") if place else None
    if span is None:
        return None
    actors = (doc._.referents.get(token.i) for token in span)
    named = next((actor.name for actor in actors if actor), None)
    above = (m for a in doc._.actors if a.type == "person" for m in a.mentions[:1] if span.start - 60 < m.start < span.start)
    return named or next((m.name for m in sorted(above, key=lambda m: m.start)), None) or str(span.text)


def people(doc: Doc, action: Action, taken: set[str], previous: list[str]) -> list[str]:
    """The persons for whom an action is asked: those named or meant in it, and the subject of a passive; not those asked.

    "Them" without a known referent are the persons of the sentence so far, else those of the demand before (`previous`).
    """
    if doc[action.head].lemma_.lower() in wordset("inquiries"):
        return []
    places, words = [*_before(doc, action), *range(action.start, action.end)], lowers(doc)
    referents: dict[int, Actor] = doc._.referents
    found = [referents[i].name for i in places if i in referents and referents[i].type == "person"]
    if any(words[i] in THEY and i not in referents for i in places):
        found += _persons(doc, doc[action.head].sent.start, action.start) or previous
    return list(dict.fromkeys(person for person in found if person not in taken))


def _persons(doc: Doc, start: int, end: int) -> list[str]:
    """The persons named in `start:end`, where they are more than one."""
    actors: list[Actor | None] = [doc._.referents.get(i) for i in range(start, end)]
    found = list(dict.fromkeys(a.name for a in actors if a is not None and a.type == "person"))
    return found if len(found) > 1 else []


def _before(doc: Doc, action: Action) -> list[int]:
    """Words before an action that belong to it: the owner of a noun ("Ali's release"), the subject of a passive."""
    head = doc[action.head]
    if action.passive:
        found = [t for c in head.children if c.dep_ in SUBJECTS for t in c.subtree] if action.subject_from is None else []
        return [t.i for t in found] or list(range(action.subject_from or action.start, action.start))
    at = action.start - 1
    while at > 0 and (doc[at].tag_ in {"POS", "JJ", "NNP", "CC", "RB"} or doc[at].text == ","):
        at -= 1
    return list(range(at, action.start)) if head.tag_ in {"NN", "NNS"} else []
