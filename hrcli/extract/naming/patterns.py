"""Names by their make that need no capitals: "Chinese police", "the interior ministry", "Article N", "Special Rapporteur on ...".

Every function takes a Doc and yields candidates; `names.py` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from hrcli.extract.findings import text_of
from hrcli.extract.naming.candidates import LOWER, PHRASE, PLACED, UNSURE, Candidate
from hrcli.extract.naming.gazetteer import Known, Node, add, search
from hrcli.extract.naming.people import is_proper
from hrcli.extract.naming.phrases import POSSESSIVE
from hrcli.extract.naming.titles import is_title
from hrcli.extract.naming.vocabulary import roles, words
from hrcli.records import EntityType

MANDATE = re.compile(
    r"(?:(?:UN|U\.N\.|United Nations(?:['’]s?)?) )?"
    r"(?:[Ss]pecial [Rr]apporteurs?|[Ii]ndependent [Ee]xpert|[Ww]orking [Gg]roup) (?:on|for)(?= (?:the )?[a-z])"
)
NUMBERS = r" \d+[\w.\-–/()]*(?:(?:, | and | or |, and )\d+[\w.\-–/()]*)*"
ARTICLE = re.compile(rf"\b(?:[Aa]rticles?|[Ss]ections?|Art\.|Arts\.){NUMBERS}(?<![.,])")
MAGISTRATE = re.compile(r"(?!The |A )(?:[A-Z][a-z]+ ){1,3}(?:[Cc]hief )?[Mm]agistrates?['’]s? [Cc]ourt\b")
TOPIC = frozenset(("NOUN", "ADJ", "ADP", "DET", "CCONJ", "PROPN"))
LONGEST_TOPIC = 14


def mandates(doc: Doc) -> Iterator[Candidate]:
    """ "UN Special Rapporteur on the rights of fishers": the topic goes on in small letters to its last noun."""
    for match in MANDATE.finditer(text_of(doc)):
        span = doc.char_span(match.start(), match.end())
        if span is None:
            continue
        end = last = span.end
        many = span[-2].lower_.endswith("s")
        while end < len(doc) and end - span.end < LONGEST_TOPIC and not doc[end].is_sent_start:
            topical = doc[end].pos_ in TOPIC and not doc[end].tag_.startswith("VB")
            if not topical and not (many and doc[end].text == ","):
                break
            end += 1
            last = end if doc[end - 1].pos_ in ("NOUN", "PROPN") else last
        if last > span.end:
            yield Candidate(span.start, last, "intergovernmental", PLACED)


def articles(doc: Doc) -> Iterator[Candidate]:
    """Articles and sections of laws by number."""
    for match in ARTICLE.finditer(text_of(doc)):
        span = doc.char_span(match.start(), match.end(), alignment_mode="contract")
        if span is not None and len(span) > 1:
            yield Candidate(span.start, span.end, "law", PHRASE)


def placed(doc: Doc, places: dict[int, int], leaders: dict[int, int]) -> Iterator[Candidate]:
    """A common noun for a body or a place beside a name: "Hong Kong police", "Egypt's prosecutor", "Evin prison", "government of Peru".

    `places` maps the token index where the name of a place or a nationality ends to the one where it starts; `leaders` does so
    for people, whose name may stand before a word for a government ("the Maduro government").
    """
    for span, known in _hits(doc, _lower()):
        owned = span.start > 0 and doc[span.start - 1].text in POSSESSIVE
        begin = span.start - 1 if owned else span.start
        if known.name == "authorities" and begin > 1 and begin not in places and doc[begin - 1].pos_ == "ADJ":
            begin -= 1
        if begin in places and not _vague(doc, places[begin], begin, known.name):
            yield Candidate(places[begin], span.end, known.type, PLACED, known)
        elif begin in leaders and not owned and known.name in words().government:
            yield Candidate(leaders[begin], span.end, known.type, PLACED, known)
        elif known.name in words().before_place and (end := _of_place(doc, span.end, places)):
            yield Candidate(span.start, end, known.type, PLACED, known)


def based(doc: Doc) -> Iterator[Candidate]:
    """ "Tandala-based": the place that somebody works in."""
    for token in doc[1:-2]:
        if token.text == "-" and token.nbor().lower_ == "based" and is_proper(token.nbor(-1)) and token.nbor(-1).text[:1].isupper():
            yield Candidate(token.i - 1, token.i, "place", UNSURE)


def media(doc: Doc) -> Iterator[Candidate]:
    """ "The newspaper Agora", "human rights group Kalinga": the capitalised words behind a noun for an organisation."""
    for token in doc[:-1]:
        if token.lower_ not in words().media_nouns or token.pos_ != "NOUN" or token.whitespace_ != " ":
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < 5 and _continues(doc[end], token.i + 1):
            end += 1
        if end > token.i + 1 and not is_title(doc[end - 1]) and (end == len(doc) or doc[end].lower_ not in roles()):
            yield Candidate(token.i + 1, end, "organization", UNSURE)


def _continues(token: Token, start: int) -> bool:
    """Whether a capitalised proper noun, or the hyphen inside one, goes on with a name."""
    if token.i > start and (token.text == "-" or token.nbor(-1).text == "-") and not token.nbor(-1).whitespace_:
        return True
    return token.text[:1].isupper() and is_proper(token) and token.text not in words().calendar and token.lower_ not in roles()


def magistrates(doc: Doc) -> Iterator[Candidate]:
    """ "Hill Road Magistrate's court": a court by the title of its judge."""
    for match in MAGISTRATE.finditer(text_of(doc)):
        span = doc.char_span(match.start(), match.end())
        if span is not None:
            yield Candidate(span.start, span.end, "public_body", PLACED)


def unplaced(doc: Doc) -> Iterator[Candidate]:
    """Ministries, high courts and codes named by a common noun alone: "the interior ministry", "the penal code"."""
    for span, known in _hits(doc, _ministries()):
        if span.end == len(doc) or doc[span.end].lower_ not in roles():
            yield Candidate(span.start, span.end, known.type, LOWER, known)


def _vague(doc: Doc, start: int, end: int, noun: str) -> bool:
    """Whether no one place is meant: "a Lima prison", "the Cuban region"."""
    if noun not in words().place_nouns:
        return False
    return doc[end - 1].pos_ == "ADJ" or (start > 0 and doc[start - 1].lower_ in ("a", "an"))


def _hits(doc: Doc, root: Node) -> Iterator[tuple[Span, Known]]:
    for start, end, known in search(text_of(doc), root):
        span = doc.char_span(start, end)
        if span is not None:
            yield span, known


def _of_place(doc: Doc, at: int, places: dict[int, int]) -> int | None:
    """The end of "of Ethiopia", "in Belarus" right after a noun."""
    if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "in"):
        return None
    start = at + 2 if doc[at + 1].lower_ == "the" else at + 1
    return next((end for end, begin in places.items() if begin == start), None)


@cache
def _lower() -> Node:
    return _trie([("public_body", words().public_body_lower), ("place", words().place_lower), ("law", [*words().laws, "constitution"])])


@cache
def _ministries() -> Node:
    return _trie([("public_body", words().ministries), ("law", words().laws)])


def _trie(kinds: list[tuple[EntityType, list[str]]]) -> Node:
    root = Node()
    for kind, forms in kinds:
        for form in forms:
            for shape in (form, form[:1].upper() + form[1:]):
                add(root, shape, Known(form, kind, "body"))
    return root
