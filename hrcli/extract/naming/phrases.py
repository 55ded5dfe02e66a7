"""Capitalised phrases around a head word: "Ministry of Y", "Z Court", "X Women's Union", "Prison No. 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.naming.candidates import PHRASE, Candidate
from hrcli.extract.naming.vocabulary import heads, roles, words
from hrcli.records import EntityType

CONNECTORS = frozenset(("of", "for", "on", "against", "de", "del", "du", "des", "da", "do", "la", "al", "to"))
TO_HEADS = frozenset(("Delegation", "Embassy", "Mission", "Representative", "Protocol", "Ambassador", "Convention"))
PAPERS = frozenset(
    ("Times", "Post", "Herald", "Gazette", "Tribune", "Journal", "Chronicle", "Observer", "Telegraph", "Mail", "Monitor", "Bulletin")
)
MEMBERS = frozenset(("Unions", "Workers", "Students", "Women", "Journalists", "Lawyers", "Teachers", "Commerce"))
OFFICES = frozenset(("Office", "Department", "Ministry", "Directorate", "Bureau", "Authority", "Agency", "Commission", "Corps", "Service"))
POSSESSIVE = ("'s", "’s", "'", "’")
MANDATE = re.compile(r"(?:UN )?Special Rapporteurs?")
NUMBER = re.compile(r"No\.?|[A-Z]{0,3}-?\d{1,4}(?:[/.-]\d+)*|[IVX]+")
YEAR = re.compile(r"(?:19|20)\d\d")


def find(doc: Doc, shouting: set[int]) -> Iterator[Candidate]:
    """Phrases of two words or more; in headlines (token indices `shouting`) only such as fill a line."""
    for token in doc:
        if token.text not in heads():
            continue
        start, end = _left(token), _right(token)
        if MANDATE.fullmatch(doc[start:end].text) or (token.i in shouting and not _alone(doc, start, end)):
            continue
        if end - start > 1 or (token.text == "Constitution" and not token.is_sent_start) or _with_article(token):
            yield Candidate(start, end, kind_of(doc, start, end), PHRASE)


def _with_article(token: Token) -> bool:
    """Whether a newspaper's name is one word behind a "The" that no sentence begins with: "told The Observer"."""
    if token.i == 0 or heads()[token.text] != "organization" or token.nbor(-1).text != "The":
        return False
    return not starts(token.nbor(-1)) and token.text in PAPERS


def kind_of(doc: Doc, start: int, end: int, default: EntityType = "organization") -> EntityType:
    """What a phrase names by its words: the last head word before the first connector decides."""
    tokens = [t.text for t in doc[start:end]]
    if "Detention" in tokens and tokens[-1] not in ("Committee", "Detention"):
        return "place"
    if tokens[0] in ("UN", "U.N.") or tokens[:2] in (["United", "Nations"], ["European", "Union"]):
        return "intergovernmental"
    if tokens[-1] in MEMBERS and head_is_open(tokens):
        return "organization"
    cut = next((i for i, t in enumerate(tokens) if t in CONNECTORS and i), len(tokens))
    head = next((t for t in reversed(tokens[:cut]) if t in heads()), None) or next((t for t in tokens if t in heads()), None)
    if head is None:
        return default
    if head in words().public_or_not:
        return "public_body" if any(t in words().of_state for t in tokens if t != head) else "organization"
    return heads()[head]


def head_is_open(tokens: list[str]) -> bool:
    """Whether a name has a head that a parliament or a union of members may bear: "Congress of Trade Unions"."""
    return any(t in ("Congress", "Assembly", "Chamber", "Corps") for t in tokens)


def is_name_word(token: Token) -> bool:
    """Whether a token can stand inside a capitalised name."""
    text = token.text
    if not text[:1].isupper() or text in words().calendar or text == "THE":
        return False
    return text not in words().openers or not (token.is_sent_start or text in ("The", "A", "An"))


def starts(token: Token) -> bool:
    """Whether a sentence starts here; not after "No.", where the parser may think so."""
    return bool(token.is_sent_start) and not (token.i and _ends_number_sign(token.nbor(-1)))


def _ends_number_sign(token: Token) -> bool:
    return token.text == "No." or (token.text == "." and token.i > 0 and token.nbor(-1).text == "No")


def _alone(doc: Doc, start: int, end: int) -> bool:
    """Whether a phrase fills a line, or an item between commas, of its own."""
    left = start == 0 or doc[start - 1].is_space or doc[start - 1].text in (",", "•", "·", "-", "*", ";", "|")
    right = end == len(doc) or doc[end].is_space or doc[end].text in (",", "(", ";", "|")
    return left and right


def _left(head: Token) -> int:
    doc, at = head.doc, head.i
    while at > 0 and not starts(doc[at]):
        step = _step_left(doc, at, head)
        if not step:
            break
        at -= step
    while at < head.i and _no_beginning(doc[at]):
        at += 1
    return at


def _step_left(doc: Doc, at: int, head: Token) -> int:
    """How many tokens before `at` belong to the name: a word, a number, "Economic and", "Workers'", or none."""
    before = doc[at - 1]
    if is_name_word(before) or (before.text == "&" and at > 1) or _numbered(before):
        return 1
    if heads()[head.text] == "law" and YEAR.fullmatch(before.text):
        return 1
    if at == 1 or not doc[at - 2].text[:1].isupper():
        return 0
    if is_name_word(doc[at - 2]) and _links(doc, at, head):
        return 2
    return 2 if before.text in POSSESSIVE and doc[at - 2].lower_ in words().possessors else 0


def _links(doc: Doc, at: int, head: Token) -> bool:
    """Whether the "and", the hyphen or the comma before `at` joins two words of one name: "Trade, Ports and Fisheries Office"."""
    before, word = doc[at - 1], doc[at - 2]
    if before.lower_ == "and":
        return _joins(word, head)
    if before.text == "-":
        return not before.whitespace_ and not word.whitespace_
    return before.text == "," and doc[at + 1].lower_ == "and" and word.ent_type_ != "PERSON"


def _no_beginning(token: Token) -> bool:
    """Whether no name begins with this word: a title, a sign, the first word of a sentence where it is no noun."""
    if token.lower_ in roles() or not (token.is_alpha or YEAR.fullmatch(token.text)):
        return True
    return bool(token.is_sent_start) and (token.text in words().openers or token.pos_ in ("NUM", "ADP", "VERB"))


def _joins(word: Token, head: Token) -> bool:
    """Whether "and" after a capitalised word goes on with the name: after an adjective, or in the name of a law or an event."""
    if word.pos_ == "ADJ":
        return True
    kind = heads()[head.text]
    if kind in ("law", "event"):
        return not word.ent_type_ and word.text not in heads()
    return head.text in OFFICES and word.ent_type_ not in ("PERSON", "GPE", "LOC") and word.text not in heads()


def _numbered(token: Token) -> bool:
    """Whether the token is part of "No. 5" in the middle of a name."""
    return _ends_number_sign(token) or (token.is_digit and token.i > 0 and _ends_number_sign(token.nbor(-1)))


def _right(head: Token) -> int:
    doc, at, joined = head.doc, head.i + 1, False
    while at < len(doc) and not starts(doc[at]):
        step = _step_right(doc, at, head, joined)
        if not step:
            break
        joined = joined or doc[at].lower_ in CONNECTORS
        at += step
    return at


def _step_right(doc: Doc, at: int, head: Token, joined: bool) -> int:
    """How many tokens from `at` on go on with the name: a number, one more word, a connector with what follows it, or none."""
    token = doc[at]
    if NUMBER.fullmatch(token.text) or _ends_number_sign(token):
        return 1
    if _goes_on(token, joined):
        return 1
    if at + 1 == len(doc):
        return 0
    if _connects(token, head):
        return _after_connector(doc, at + 1)
    if joined and token.text in ("and", "&"):
        after = doc[at + 1]
        return 2 if is_name_word(after) and after.text not in heads() and after.ent_type_ not in ("PERSON", "GPE") else 0
    return 2 if joined and token.text in POSSESSIVE and doc[at - 1].lower_ in words().possessors and is_name_word(doc[at + 1]) else 0


def _goes_on(token: Token, joined: bool) -> bool:
    """Whether a word is the next one of a name: a head word, or after "of" any but a role in the singular and a person's name."""
    if not is_name_word(token) or not (joined or token.text in heads()):
        return False
    if joined and token.nbor(-1).text in heads() and token.ent_type_ == "PERSON" and token.text not in heads():
        return False
    return token.lower_ not in roles() or (joined and token.lower_.endswith("s"))


def _connects(token: Token, head: Token) -> bool:
    """Whether "of", "on" ... may go on with a name; "to" only with some, and an event has no "against"."""
    if token.text == "to":
        return head.text in TO_HEADS
    return token.text in CONNECTORS and (heads()[head.text] != "event" or token.text in ("of", "on", "for"))


def _after_connector(doc: Doc, at: int) -> int:
    if is_name_word(doc[at]) and doc[at].text not in words().openers:
        return 2
    return 3 if doc[at].lower_ == "the" and at + 1 < len(doc) and is_name_word(doc[at + 1]) else 0
