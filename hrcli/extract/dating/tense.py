"""Which way a clause looks: the tense, mood and negation of the verb that governs a place in a sentence."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from spacy.tokens import Doc, Span, Token

from hrcli.extract.dating.timewords import words
from hrcli.extract.lemmas import bases
from hrcli.extract.trees import NEGATIONS
from hrcli.extract.wordids import ids

View = Literal["past", "present", "future"]
# The words that hang on a verb, with their relations.
Hanging = list[tuple[Token, str]]

AUXILIARIES = ("aux", "aux:pass", "cop", "auxpass")
VERBAL, HEADLESS = ids(("VERB", "AUX")), ids((*AUXILIARIES, "amod", "compound", "case"))
COPULAS, KEPT = ids(("cop", "aux:pass")), "hrcli_copular"
BESIDE = ("on", "at", "in", "also")
FIRSTS = ("first", "last", "second", "third", "latest", "only")
OPENING = (":", "“", '"', "‘", "'", "«")
OPENERS = ("on", "in", "at", "also", "then", "and", "but", "late", "early")


def governor(span: Span) -> Token | None:
    """The verb (or predicate) whose clause the span stands in; None in a text without verbs."""
    beside = _verb_beside(span)
    if beside is not None:
        return beside
    token = span.root
    if token.i in _copular(token.doc):
        return token
    while token.head != token:
        token = token.head
        if is_predicate(token):
            return _finite(token, span)
    return token if is_predicate(token) and not span.start <= token.i < span.end else None


def _finite(verb: Token, span: Span) -> Token:
    """The verb, or, where all of a sentence has been hung on an infinitive, the past form that its opening date belongs to."""
    if verb.head != verb or not is_infinitive(verb):
        return verb
    between = verb.doc[span.end : verb.i]
    return next((token for token in between if token.pos in VERBAL and token.tag_ in ("VBD", "VBN") and not _is_helped(token)), verb)


def _is_helped(verb: Token) -> bool:
    return any(child.dep_ in AUXILIARIES for child in verb.children)


def _verb_beside(span: Span) -> Token | None:
    """The past verb right before the span ("said Friday that"), or the main verb after one that opens the sentence.

    In both places the parser now and then hangs the date on a verb farther off.
    """
    doc, before = span.doc, _before(span)
    if before is not None and before.tag_ == "VBD" and before.pos_ == "VERB":
        return before
    if span.end == len(doc) or doc[span.end].text != "," or span.end >= (sentence := span.sent).end:
        return None
    opens = all(token.is_space or token.lower_ in OPENERS for token in doc[sentence.start : span.start])
    return sentence.root if opens and is_predicate(sentence.root) else None


def _before(span: Span) -> Token | None:
    """The word before the span in its sentence, or the one before a small word."""
    doc = span.doc
    for at in range(span.start, max(span.start - 2, 0), -1):
        if doc[at].is_sent_start:
            return None
        if doc[at - 1].lower_ not in BESIDE:
            return doc[at - 1]
    return None


def among(token: Token, lemmas: Collection[str]) -> bool:
    """Whether a word's lemma is one of these, or would be but for a slip of the lemmatizer."""
    return not bases(token).isdisjoint(lemmas)


def negates(token: Token) -> bool:
    """Whether a word is a negation."""
    return token.lower_ in NEGATIONS


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to" and so owes its time to another."""
    return any(child.tag_ == "TO" for child in verb.children)


def is_predicate(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a noun or adjective with a copula (or a participle taken for one: "was beaten")."""
    if token.pos in VERBAL and token.dep not in HEADLESS:
        return True
    return token.i in _copular(token.doc)


def _copular(doc: Doc) -> frozenset[int]:
    """Where the words stand that a copula or the auxiliary of a passive hangs on; many places ask for it, so the Doc keeps it."""
    found: frozenset[int] | None = doc.user_data.get(KEPT)
    if found is None:
        deps = doc.to_array("DEP").tolist()
        found = doc.user_data[KEPT] = frozenset(doc[at].head.i for at, dep in enumerate(deps) if dep in COPULAS)
    return found


def view(verb: Token) -> View | None:
    """Whether a verb speaks of what was, is, or is to come; None for a form that does not say."""
    own = _tag(verb)
    hanging = [(child, child.dep_) for child in verb.children]
    group = _auxiliaries(verb, own, hanging)
    tags = {token.tag_ for token in group}
    if "MD" in tags or own == "MD":
        return _modal(verb, group, own)
    if own == "VBN" and among(verb, words().ahead) and (tags or not _has_subject(hanging)) and not completes(hanging):
        return "future"
    if _is_to_be(own, group, hanging):
        return "future"
    if own == "VBD" or "VBD" in tags or any(token.lemma_ == "have" for token in group):
        return "past"
    if any(child.tag_ == "TO" for child, _ in hanging):
        return _infinitive(verb)
    return _plain(verb, own, tags)


def _plain(verb: Token, own: str, tags: set[str]) -> View | None:
    """The view of a present, a participle or a bare form."""
    if own in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return "present"
    if own == "VBN":
        return "past"
    return "future" if own == "VB" and verb.head == verb else None


def completes(hanging: Hanging) -> bool:
    """Whether a word completes a verb's sense, so that it no longer points ahead: "set free", "set up"."""
    return any(dep == "compound:prt" or (dep == "xcomp" and child.pos_ == "ADJ") for child, dep in hanging)


def _is_to_be(own: str, group: list[Token], hanging: Hanging) -> bool:
    """Whether a verb is bound to happen or asked for: "was to leave", "was to have been tried", "(that) they be paid"."""
    to = any(child.tag_ == "TO" for child, _ in hanging)
    if to:
        return own in ("VB", "VBN") and any(token.lemma_ == "be" and token.tag_ in ("VBD", "VBZ", "VBP") for token in group)
    return own == "VBN" and [token.lower_ for token in group] == ["be"]


def auxiliaries(verb: Token, hanging: Hanging) -> list[Token]:
    """The verb's auxiliaries, or those it shares with the verb before it ("was tried and freed")."""
    return _auxiliaries(verb, _tag(verb), hanging)


def _auxiliaries(verb: Token, tag: str, hanging: Hanging) -> list[Token]:
    own = [child for child, dep in hanging if dep in AUXILIARIES]
    head = verb.head
    if not own and tag in ("VBN", "VB") and verb.dep_ == "conj" and is_predicate(head) and not _has_subject(hanging):
        return _auxiliaries(head, _tag(head), [(child, child.dep_) for child in head.children])
    return own


def _has_subject(hanging: Hanging) -> bool:
    return any(dep.startswith("nsubj") for _, dep in hanging)


def _tag(verb: Token) -> str:
    """The tag, mended where the form leaves but one reading or mostly means the past ("freed", "two guards beat her")."""
    if verb.tag_ in ("VB", "VBP") and verb.lower_.endswith("ed") and verb.lemma_.lower() != verb.lower_:
        return "VBN"
    if verb.tag_ == "VB" and _opens(verb) and not any(child.dep_.startswith("nsubj") for child in verb.children):
        return "VB"  # "Let them go", "Put an end to it"
    helped = verb.tag_ == "VB" and any(child.tag_ in ("MD", "TO") or child.dep_ in AUXILIARIES for child in verb.children)
    return "VBD" if verb.tag_ in ("VB", "VBP") and verb.lower_ in words().unchanged and not helped else verb.tag_


def _opens(verb: Token) -> bool:
    """Whether a verb stands first in its sentence, or behind a colon or a quotation mark."""
    return verb.is_sent_start is True or (verb.i > 0 and verb.nbor(-1).text in OPENING)


def _modal(verb: Token, group: list[Token], own: str) -> View:
    if own == "VBN" and any(token.lemma_ == "have" for token in group):
        return "past"
    unable = any(token.lower_ == "could" for token in group) and any(negates(child) or _is_nobody(child) for child in verb.children)
    return "past" if unable else "future"


def _is_nobody(child: Token) -> bool:
    return child.dep_.startswith("nsubj") and child.left_edge.lower_ in ("neither", "none", "nobody", "no")


def _infinitive(verb: Token) -> View | None:
    """What is to be done lies ahead, unless it hangs on a past that brought it about ("was forced to leave") or has left it behind.

    So it is with "the first state to join".
    """
    head = verb.head
    if head == verb:
        return "future"
    kin = {child.lower_ for child in head.children}
    if head.pos_ in ("NOUN", "PROPN") and not kin.isdisjoint(FIRSTS):
        return "past"
    if among(head, words().ahead | words().calls) or head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return "future"
    return "past" if head.pos_ in ("VERB", "AUX") and view(head) == "past" else "future"


def clause_view(verb: Token | None) -> View | None:
    """The view of the nearest verb upward that has one."""
    while verb is not None:
        found = view(verb)
        if found is not None or verb.head == verb:
            return found
        verb = _above(verb)
    return None


def _above(verb: Token) -> Token | None:
    token = verb
    while token.head != token:
        token = token.head
        if is_predicate(token):
            return token
    return None
