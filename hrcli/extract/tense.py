"""Which way a clause looks: the tense, mood and negation of the verb that governs a place in a sentence."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span, Token

from hrcli.extract.timewords import words

View = Literal["past", "present", "future"]

AUXILIARIES = ("aux", "aux:pass", "cop", "auxpass")
CLAUSES = ("ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "relcl", "parataxis", "csubj", "conj", "nsubj", "dep")


def governor(span: Span) -> Token | None:
    """The verb (or predicate) whose clause the span stands in; None in a text without verbs."""
    token = span.root
    while token.head is not token:
        token = token.head
        if is_predicate(token):
            return token
    return token if is_predicate(token) and not span.start <= token.i < span.end else None


def is_predicate(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a noun or adjective with a copula."""
    if token.pos_ in ("VERB", "AUX") and token.dep_ not in (*AUXILIARIES, "amod", "compound", "case"):
        return True
    return any(child.dep_ == "cop" for child in token.children)


def view(verb: Token) -> View | None:
    """Whether a verb speaks of what was, is, or is to come; None for a form that does not say."""
    group = [child for child in verb.children if child.dep_ in AUXILIARIES]
    tags = {token.tag_ for token in group}
    own = verb.tag_
    if "MD" in tags or own == "MD":
        return "past" if any(token.lemma_ == "have" for token in group) and own == "VBN" else "future"
    if verb.lemma_.lower() in words().ahead and own == "VBN" and not tags & {"VBD"}:
        return "future"
    if own == "VBD" or tags & {"VBD"}:
        return "past"
    if any(token.lemma_ in ("have", "has", "'ve") for token in group):
        return "past"
    if own == "VBN":
        return "present" if tags & {"VBZ", "VBP"} else "past"
    if any(child.tag_ == "TO" or (child.lower_ == "to" and child.pos_ == "PART") for child in verb.children):
        return _infinitive(verb)
    if own in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return "present"
    if own == "VB" and not tags:
        return "future"
    return None


def _infinitive(verb: Token) -> View | None:
    """What is to be done lies ahead, unless it hangs on a past that brought it about ("was forced to leave")."""
    head = verb.head
    if head is verb:
        return "future"
    if head.lemma_.lower() in words().ahead or head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return "future"
    return "past" if head.pos_ in ("VERB", "AUX") and view(head) == "past" else "future"


def clause_view(verb: Token | None) -> View | None:
    """The view of the nearest verb upward that has one."""
    while verb is not None:
        found = view(verb)
        if found is not None or verb.head is verb:
            return found
        verb = _above(verb)
    return None


def _above(verb: Token) -> Token | None:
    token = verb
    while token.head is not token:
        token = token.head
        if is_predicate(token):
            return token
    return None
