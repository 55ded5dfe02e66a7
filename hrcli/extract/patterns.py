"""Names by their make: "Ministry of Y", "Z Court", "Article N of the X Act", "Chinese police", "the interior ministry".

Every function takes a Doc and yields `Candidate`s; `names.py` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from hrcli.extract.gazetteer import Known, Node, add, plain, search
from hrcli.extract.vocabulary import heads, roles, words
from hrcli.records import EntityType

CONNECTORS = frozenset(("of", "for", "on", "against", "de", "del", "du", "des", "da", "do", "la", "al", "to"))
TO_HEADS = frozenset(("Delegation", "Embassy", "Mission", "Representative", "Protocol", "Ambassador", "Convention"))
MONTHS = frozenset("January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
OPENERS = frozenset("The A An This That These Those In On At By For From With And But Or If When While After Before Since As To Of His Her Their Its Our Your My He She They It We I You Not No All Some Many Most Both Each Every Other Another Such There Here What Which Who Why How Where Dear Meanwhile However Although Also According Under Over Against During Between Among Despite Following Please Urge Call New Former Late Current Then".split())
ARTICLE = re.compile(r"\b(?:Articles?|Art\.|Sections?|Arts\.) \d+[\w.\-–/()]*(?:(?:, | and | or |, and )\d+[\w.\-–/()]*)*|\b(?:articles?|sections?) \d+[\w\-–/()]*(?:(?:, | and | or |, and )\d+[\w\-–/()]*)*")
NUMBER = re.compile(r"No\.?|[A-Z]{0,3}-?\d{1,4}|[IVX]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name: tokens `start:end`. The longest wins; among equals the one with the highest `rank`."""

    start: int
    end: int
    type: EntityType
    rank: int
    known: Known | None = None


def phrases(doc: Doc, shouting: set[int]) -> Iterator[Candidate]:
    """Capitalised phrases around a head word, two words or more, outside headlines (token indices `shouting`)."""
    for token in doc:
        if token.text in heads() and token.i not in shouting:
            start, end = _left(token), _right(token)
            if end - start > 1:
                yield Candidate(start, end, kind_of(doc, start, end), 3)


def articles(doc: Doc) -> Iterator[Candidate]:
    """Articles and sections of laws by number."""
    for match in ARTICLE.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="contract")
        if span is not None and len(span) > 1:
            yield Candidate(span.start, span.end, "law", 3)


def lowercase(doc: Doc, places: dict[int, int]) -> Iterator[Candidate]:
    """A place or a nationality with a common noun for a body or a place: "Hong Kong police", "Egypt's public prosecutor", "Evin prison".

    `places` maps the token index where the name of a place or a nationality ends to the one where it starts.
    """
    for start, end, known in search(doc.text, _lower()):
        span = doc.char_span(start, end)
        if span is None:
            continue
        before = span.start - 1
        if before >= 0 and doc[before].text in ("'s", "’s", "'", "’"):
            before -= 1
        elif before >= 1 and known.name in ("authorities", "officials") and doc[before].pos_ == "ADJ" and before + 1 not in places:
            before -= 1
        if before + 1 in places:
            yield Candidate(places[before + 1], span.end, known.type, 4, known)


def ministries(doc: Doc) -> Iterator[Candidate]:
    """Ministries and high courts named by a common noun: "the interior ministry"."""
    for start, end, known in search(doc.text, _ministries()):
        span = doc.char_span(start, end)
        if span is not None and (span.end == len(doc) or doc[span.end].text.lower() not in roles()):
            yield Candidate(span.start, span.end, "public_body", 2, known)


def kind_of(doc: Doc, start: int, end: int, default: EntityType = "organization") -> EntityType:
    """What a phrase names by its words: the last head word before the first connector decides."""
    tokens = [t.text for t in doc[start:end]]
    if tokens[0] in ("UN", "U.N.") or tokens[:2] == ["United", "Nations"]:
        return "intergovernmental"
    cut = next((i for i, t in enumerate(tokens) if t in CONNECTORS and i), len(tokens))
    head = next((t for t in reversed(tokens[:cut]) if t in heads()), None) or next((t for t in tokens if t in heads()), None)
    if head is None:
        return default
    if head in words().public_or_not:
        return "public_body" if any(t in words().of_state for t in tokens if t != head) else "organization"
    return heads()[head]


def is_name_word(token: Token) -> bool:
    """Whether a token can stand inside a capitalised name."""
    text = token.text
    return text[:1].isupper() and text not in MONTHS and not (text in OPENERS and (token.is_sent_start or text in ("The", "A", "An")))


def _left(head: Token) -> int:
    doc, at = head.doc, head.i
    while at > 0 and not doc[at].is_sent_start:
        before = doc[at - 1]
        if is_name_word(before) or (before.text == "&" and at > 1):
            at -= 1
        elif before.text in ("'s", "’s", "'", "’") and at > 1 and doc[at - 2].lower_ in words().possessors and doc[at - 2].text[:1].isupper():
            at -= 2
        else:
            break
    while at < head.i and (doc[at].lower_ in roles() or doc[at].text in OPENERS or doc[at].text == "&"):
        at += 1
    return at


def _right(head: Token) -> int:
    doc, at, joined = head.doc, head.i + 1, False
    while at < len(doc) and not doc[at].is_sent_start:
        step = _step(doc, at, head, joined)
        if not step:
            break
        joined = joined or doc[at].lower_ in CONNECTORS
        at += step
    return at


def _step(doc: Doc, at: int, head: Token, joined: bool) -> int:
    """How many tokens from `at` on go on with the name: a connector with what follows it, one more word, or none."""
    text, after = doc[at].text, doc[at + 1] if at + 1 < len(doc) else None
    if NUMBER.fullmatch(text):
        return 1
    if joined and is_name_word(doc[at]):
        return 1
    if not joined and text in heads() and is_name_word(doc[at]):
        return 1
    if after is None:
        return 0
    if text in CONNECTORS and (text != "to" or head.text in TO_HEADS):
        if is_name_word(after) and after.text not in OPENERS:
            return 2
        return 3 if after.lower_ == "the" and at + 2 < len(doc) and is_name_word(doc[at + 2]) else 0
    if text in ("and", "&", ",") and joined and is_name_word(after) and after.text not in heads() and after.ent_type_ not in ("PERSON", "GPE"):
        return 2 if text != "," else 0
    return 2 if text in ("'s", "’s", "'", "’") and joined and doc[at - 1].lower_ in words().possessors and is_name_word(after) else 0


@cache
def _lower() -> Node:
    root = Node()
    for form in words().public_body_lower:
        add(root, form, Known(form, "public_body", "body"))
        add(root, form[:1].upper() + form[1:], Known(form, "public_body", "body"))
    for form in words().place_lower:
        add(root, form, Known(form, "place", "region"))
    return root


@cache
def _ministries() -> Node:
    root = Node()
    for form in words().ministries:
        for shape in (form, form[:1].upper() + form[1:]):
            add(root, plain(shape), Known(form, "public_body", "body"))
    return root
