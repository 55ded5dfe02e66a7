"""Coordinated actions: the further verbs that go on what one word of asking asks for."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from hrcli.extract.asking.actions import Action, completed, is_base
from hrcli.extract.asking.demandcues import wordset
from hrcli.extract.trees import NEGATIONS, NOUNS, chain

SERIES = 30


def coordinated(doc: Doc, first: Action, end: int, *, to: bool) -> list[Action]:
    """`first` and the verbs coordinated with it up to token `end`; `to` says that it is an infinitive."""
    found = [first]
    for token in doc[first.head + 1 : end]:
        if token.is_space and "\n\n" in token.text:
            break
        link = _link(doc, token, found, to=to)
        if link is None:
            continue
        action = completed(token, end, link)
        if action is None or (_deeper(token, found) and not (to and _past_clause(doc, token))):
            continue
        action.passive = action.passive or (first.passive and token.tag_ == "VBN")
        found.append(action)
    return found


def _link(doc: Doc, token: Token, found: list[Action], *, to: bool) -> bool | None:
    """Whether a token that goes on the coordination is negated; None where it does not."""
    passive = token.tag_ == "VBN" and doc[found[0].head].tag_ == "VBN"
    finite = token.tag_ == "VBP" and token.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in token.children)
    if not (
        is_base(token)
        or passive
        or finite
        or _in_series(doc, token)
        or (token.lower_ in wordset("imperatives") and doc[token.i - 1].lower_ in {"to", "and", "nor"})
    ) or _is_auxiliary(doc, token.i):
        return None
    at, negated, has_to = token.i - 1, False, False
    while at > found[-1].head and (
        doc[at].pos_ in {"ADV", "SPACE"} or doc[at].lower_ in NEGATIONS | {"to", "please"} or _mark(doc[at]) or _is_auxiliary(doc, at)
    ):
        negated = negated or doc[at].lower_ in NEGATIONS
        has_to = has_to or doc[at].lower_ == "to"
        at -= 1
    joined = (
        doc[at].lower_ in {"and", "or", "nor", "but", "&"}
        or doc[at].text in {",", ";"}
        or (doc[at - 1].lower_ == "well" and doc[at].lower_ == "as")
        or (doc[at].text == "(" and doc[at - 1].lower_ == "and")
    )
    if doc[at].lower_ in {"and", "or"} and doc[at - 1].tag_ == "RB" and doc[at + 1].tag_ == "RB":
        return None  # "publicly and privately to demand": the adverbs are what "and" joins
    if not has_to and doc[at].lower_ in {"and", "or"} and _is_inner(doc[at - 1], found):
        return None
    if not joined or (has_to and not to) or (passive and token.dep_ != "conj"):
        return None
    if doc[at].text == "," and not has_to and token.dep_ != "conj" and not _in_series(doc, token):
        return None
    return negated or doc[at].lower_ == "nor"


def _past_clause(doc: Doc, verb: Token) -> bool:
    """True for a verb behind ", and" that the tree joins to a verb with a modal: "say what it will refuse, and notify them"."""
    inner = verb.head
    bare = verb.tag_ == "VB" and verb.lower_ != "be" and doc[verb.i - 1].lower_ == "and" and doc[verb.i - 2].text == ","
    return bare and verb.dep_ == "conj" and any(child.tag_ == "MD" for child in inner.children)


def _is_auxiliary(doc: Doc, at: int) -> bool:
    """True for the "do" of "and do not deport her", and for the adjective of "free of"."""
    if doc[at].lower_ == "free" and at + 1 < len(doc):
        return doc[at + 1].lower_ in {"of", "from"}
    return doc[at].lower_ == "do" and at + 1 < len(doc) and doc[at + 1].lower_ in NEGATIONS


def _in_series(doc: Doc, token: Token) -> bool:
    """True for a verb behind a comma with its object, where "and" and a last verb follow: "try A, free B and pay C"."""
    if doc[token.i - 1].text != "," or not (token.tag_ in {"VB", "VBP"} or token.lower_ in wordset("imperatives")):
        return False
    following = doc[token.i + 1 : min(token.i + SERIES, token.sent.end)]
    if not following or following[0].tag_ not in {"DT", "PRP", "PRP$", "PDT"} | (NOUNS | {"JJ", "VBG"} if token.tag_ == "VB" else set()):
        return False
    last = (t for t in following if t.lower_ in {"and", "or"} and t.i + 1 < len(doc))
    return any(t.nbor().tag_ in {"VB", "VBP"} or (t.nbor().tag_ == "RB" and doc[t.i + 2].tag_ == "VB") for t in last)


def _is_inner(token: Token, found: list[Action]) -> bool:
    """True for an infinitive of its own right before "and": "an attempt to silence and intimidate" coordinates those two."""
    return token.tag_ == "VB" and token.nbor(-1).lower_ == "to" and all(token.i not in {a.head, a.start} for a in found)


def _mark(token: Token) -> bool:
    """True for a piece of "(b)" or "2."."""
    return token.text in {"(", ")"} or (len(token.text) == 1 and token.i + 1 < len(token.doc) and token.nbor().text == ")")


def _deeper(token: Token, found: list[Action]) -> bool:
    """True where the tree coordinates a verb with one that lies inside an action already found ("press X to free A and drop B")."""
    heads = {action.head for action in found} | {action.start for action in found}
    links = list(chain(token))
    if not links or any(link.i in heads for link in links):
        return False
    last = links[-1]
    return last.i > found[0].head and last.tag_ in {"VB", "VBN"} and last.tag_ == token.tag_ and last.i not in heads
