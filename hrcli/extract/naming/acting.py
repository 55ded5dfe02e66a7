"""Whether the noun that a token heads stands for somebody who acts or is asked to act: read from the tree around it."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from hrcli.extract.lemmas import bases
from hrcli.lexicon import Entry, load

MODALS = frozenset(("must", "should", "shall", "ought"))


class Acting(Entry):
    """lexicon/acting.toml"""

    examples: list[str]
    stative: frozenset[str]
    addressing: frozenset[str]
    deeds: frozenset[str]


@cache
def cues() -> Acting:
    """The verbs and nouns that tell."""
    found: Acting = load("acting", Acting)
    return found


def acts(token: Token) -> bool:
    """Whether the noun is the subject of a deed, its agent in the passive, asked or blamed, or the owner of a deed."""
    head = _first(token)
    return _subject(head) or _agent(head) or _addressed(head) or _owner(token)


def does(token: Token) -> bool:
    """Whether the noun is the subject of a deed, its agent in the passive, or asked to act."""
    head = _first(token)
    return _subject(head) or _agent(head) or _addressed(head)


def _first(token: Token) -> Token:
    """The first of coordinated nouns, which bears the relation of all of them."""
    while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN") and token.head.i != token.i:
        token = token.head
    return token


def _subject(token: Token) -> bool:
    if token.dep_ not in ("nsubj", "csubj", "nsubj:pass"):
        return False
    verb = token.head
    if verb.lower_ == "ought":
        return True
    if any(child.dep_ in ("aux", "aux:pass") and child.lower_ in MODALS for child in verb.children):
        return True
    if token.dep_ == "nsubj:pass" and any(child.dep_ == "aux:pass" or child.lemma_ == "be" for child in verb.children):
        return verb.lemma_ in cues().addressing and verb.lemma_ not in ("hold", "meet", "join", "help")
    if verb.lemma_ == "have" and any(child.tag_ == "VBN" for child in verb.children):
        return True
    return verb.pos_ == "VERB" and verb.lemma_ not in cues().stative


def _agent(token: Token) -> bool:
    marks = [child.lower_ for child in token.children if child.dep_ == "case"]
    return (
        "by" in marks and token.dep_ in ("obl", "obl:agent", "nmod") and (token.head.tag_ == "VBN" or token.head.pos_ in ("NOUN", "VERB"))
    )


def _addressed(token: Token) -> bool:
    head, marks = token.head, [child.lower_ for child in token.children if child.dep_ == "case"]
    if token.dep_ in ("obj", "iobj"):
        return not bases(head).isdisjoint(cues().addressing)
    if token.dep_ in ("obl", "nmod") and marks and marks[-1] in ("on", "upon", "to", "from"):
        return head.lemma_ in ("call", "appeal", "pressure", "demand", "plea", "request", "recommendation", "urge", "prevail")
    return False


def _owner(token: Token) -> bool:
    return token.dep_ == "nmod:poss" and token.head.lemma_.lower() in cues().deeds
