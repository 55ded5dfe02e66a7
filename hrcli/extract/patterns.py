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
from hrcli.extract.brackets import is_native
from hrcli.extract.titles import is_title
from hrcli.extract.vocabulary import genders, heads, never, personal, roles, words
from hrcli.records import EntityType

CONNECTORS = frozenset(("of", "for", "on", "against", "de", "del", "du", "des", "da", "do", "la", "al", "to"))
TO_HEADS = frozenset(("Delegation", "Embassy", "Mission", "Representative", "Protocol", "Ambassador", "Convention"))
MONTHS = frozenset("January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
OPENERS = frozenset("The A An This That These Those In On At By For From With And But Or If When While After Before Since As To Of His Her Their Its Our Your My He She They It We I You Not No All Some Many Most Both Each Every Other Another Such There Here What Which Who Why How Where Dear Meanwhile However Although Also According Under Over Against During Between Among Despite Following Please Urge Call New Former Late Current Then".split())
NO_PERSON = frozenset("Nobel Prize Photo Tel Email Twitter Facebook Christmas Easter Ramadan Internet Eve Bar Human Rights".split())
BARE = frozenset(("Special Rapporteur", "Special Rapporteurs", "UN Special Rapporteur", "UN Special Rapporteurs"))
PLAIN = frozenset(("police", "member", "members", "national", "head", "chief", "citizen", "resident", "student", "students", "general", "official", "officials", "worker", "workers"))
OF_PLACE = frozenset(("government", "authorities", "administration", "regime", "federal government", "regional government", "state government", "junta", "parliament", "embassy"))
RAPPORTEUR = re.compile(r"(?:(?:UN|U\.N\.|United Nations(?:['’]s?)?) )?(?:[Ss]pecial [Rr]apporteurs?|[Ii]ndependent [Ee]xpert|[Ww]orking [Gg]roup) (?:on|for) (?=(?:the )?[a-z])")
ARTICLE = re.compile(r"\b(?:Articles?|Art\.|Sections?|Arts\.) \d+[\w.\-–/()]*(?:(?:, | and | or |, and )\d+[\w.\-–/()]*)*|\b(?:articles?|sections?) \d+[\w\-–/()]*(?:(?:, | and | or |, and )\d+[\w\-–/()]*)*")
NUMBER = re.compile(r"No\.?|[A-Z]{0,3}-?\d{1,4}(?:[/.-]\d+)*|[IVX]+")


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
        if token.text in heads():
            start, end = _left(token), _right(token)
            if doc[start:end].text in BARE or token.i in shouting and not _alone(doc, start, end):
                continue
            if end - start > 1 or (token.text == "Constitution" and not token.is_sent_start):
                yield Candidate(start, end, kind_of(doc, start, end), 3)


def rapporteurs(doc: Doc) -> Iterator[Candidate]:
    """Mandates: "UN Special Rapporteur on the independence of judges"; the mandate goes on in small letters."""
    for match in RAPPORTEUR.finditer(doc.text):
        span = doc.char_span(match.start(), match.end())
        if span is None:
            continue
        end = last = span.end
        while end < len(doc) and end - span.end < 14 and doc[end].pos_ in ("NOUN", "ADJ", "ADP", "DET", "CCONJ", "PROPN") and not doc[end].is_sent_start:
            last = end + 1 if doc[end].pos_ in ("NOUN", "PROPN") else last
            end += 1
        if last > span.end:
            yield Candidate(span.start, last, "intergovernmental", 4)


def addressed(doc: Doc, fixed: set[int]) -> Iterator[Candidate]:
    """People by the title before them ("Mr. Peter Lam", "lawyer Vu Dinh Khoa"), by a known forename, or by their name in brackets."""
    for token in doc:
        if token.i in fixed or not _begins_person(token, fixed):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < 5 and part_of_name(doc[end], fixed):
            end += 1
        after_title = _after_title(doc, token.i) or (end - token.i > 1 and token.i > 1 and doc[token.i - 1].text == "," and _after_title(doc, token.i - 1))
        known = end - token.i > 1 and (token.text in genders() or doc[end - 1].text in genders()) and token.text in personal() | {doc[end - 1].text}
        bracket = end + 1 < len(doc) and end - token.i > 1 and doc[end].text in ("(", "（") and is_native(doc[end + 1].text)
        if after_title or known or bracket:
            yield Candidate(token.i, end, "person", 1)


def _after_title(doc: Doc, at: int) -> bool:
    return at > 0 and is_title(doc[at - 1]) and doc[at - 1].lower_ not in PLAIN


def _begins_person(token: Token, fixed: set[int]) -> bool:
    before = token.nbor(-1) if token.i else None
    return part_of_name(token, fixed) and (before is None or not part_of_name(before, fixed))


def part_of_name(token: Token, fixed: set[int]) -> bool:
    """Whether a word can be part of a person's name: a capitalised proper noun that is no title, head word or known name."""
    text = token.text
    if token.i in fixed or not text[:1].isupper() or not is_proper(token) or (len(text) > 1 and text.isupper()):
        return False
    return text not in OPENERS and text not in MONTHS and text not in heads() and not is_title(token) and text not in NO_PERSON and text.casefold() not in never()


def is_proper(token: Token) -> bool:
    """Whether either tagger takes a word for a proper noun."""
    return token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS")


def articles(doc: Doc) -> Iterator[Candidate]:
    """Articles and sections of laws by number."""
    for match in ARTICLE.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="contract")
        if span is not None and len(span) > 1:
            yield Candidate(span.start, span.end, "law", 3)


def lowercase(doc: Doc, places: dict[int, int], leaders: dict[int, int]) -> Iterator[Candidate]:
    """A place or a nationality with a common noun for a body or a place: "Hong Kong police", "Egypt's public prosecutor", "Evin prison".

    `places` maps the token index where the name of a place or a nationality ends to the one where it starts; `leaders` does so
    for people, whose name may stand before a word for a government ("the Maduro government").
    """
    for start, end, known in search(doc.text, _lower()):
        span = doc.char_span(start, end)
        if span is None:
            continue
        before = span.start - 1
        owned = before >= 0 and doc[before].text in ("'s", "’s", "'", "’")
        if owned:
            before -= 1
        elif before >= 1 and known.name in ("authorities", "officials") and doc[before].pos_ == "ADJ" and before + 1 not in places:
            before -= 1
        if before + 1 in places:
            yield Candidate(places[before + 1], span.end, known.type, 4, known)
        elif before + 1 in leaders and not owned and known.name in words().government:
            yield Candidate(leaders[before + 1], span.end, known.type, 4, known)
        elif (end_of := _of_place(doc, span.end, places)) and known.name in OF_PLACE:
            yield Candidate(span.start, end_of, known.type, 4, known)


def _of_place(doc: Doc, at: int, places: dict[int, int]) -> int | None:
    """The end of "of Ethiopia", "in Belarus" right after a noun."""
    if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "in"):
        return None
    start = at + 2 if doc[at + 1].lower_ == "the" else at + 1
    return next((end for end, begin in places.items() if begin == start), None)


def ministries(doc: Doc) -> Iterator[Candidate]:
    """Ministries, high courts and codes named by a common noun: "the interior ministry", "the penal code"."""
    for start, end, known in search(doc.text, _ministries()):
        span = doc.char_span(start, end)
        if span is not None and (span.end == len(doc) or doc[span.end].text.lower() not in roles()):
            yield Candidate(span.start, span.end, known.type, 2, known)


def kind_of(doc: Doc, start: int, end: int, default: EntityType = "organization") -> EntityType:
    """What a phrase names by its words: the last head word before the first connector decides."""
    tokens = [t.text for t in doc[start:end]]
    if "Detention" in tokens and tokens[-1] not in ("Committee", "Detention"):
        return "place"
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


def starts(token: Token) -> bool:
    """Whether a sentence starts here; not after "No.", where the parser may think so."""
    return bool(token.is_sent_start) and not (token.i > 1 and (token.nbor(-1).text == "No." or token.nbor(-2).text == "No" and token.nbor(-1).text == "."))


def _alone(doc: Doc, start: int, end: int) -> bool:
    """Whether a phrase fills a line, or an item between commas, of its own."""
    left = start == 0 or doc[start - 1].is_space or doc[start - 1].text in (",", "•", "·", "-", "*", ";", "|")
    right = end == len(doc) or doc[end].is_space or doc[end].text in (",", "(", ";", "|")
    return left and right


def _left(head: Token) -> int:
    doc, at = head.doc, head.i
    while at > 0 and not starts(doc[at]):
        before = doc[at - 1]
        if is_name_word(before) or (before.text == "&" and at > 1) or _numbered(doc, at - 1) or (heads()[head.text] == "law" and re.fullmatch(r"(?:19|20)\d\d", before.text)):
            at -= 1
        elif before.lower_ == "and" and at > 1 and is_name_word(doc[at - 2]) and _joins(doc[at - 2], head):
            at -= 2
        elif before.text in ("'s", "’s", "'", "’") and at > 1 and doc[at - 2].lower_ in words().possessors and doc[at - 2].text[:1].isupper():
            at -= 2
        else:
            break
    while at < head.i and (doc[at].lower_ in roles() or (doc[at].is_sent_start and (doc[at].text in OPENERS or doc[at].pos_ in ("NUM", "ADP", "VERB"))) or not doc[at].is_alpha):
        at += 1
    return at


def _joins(word: Token, head: Token) -> bool:
    """Whether "and" after a capitalised word goes on with the name: after an adjective, or in the name of a law or an event."""
    return word.pos_ == "ADJ" or (heads()[head.text] in ("law", "event") and not word.ent_type_ and word.text not in heads())


def _numbered(doc: Doc, at: int) -> bool:
    """Whether the token is part of "No. 5" in the middle of a name."""
    return (doc[at].is_digit and at > 1 and _numbered(doc, at - 1)) or doc[at].text == "No." or (doc[at].text == "." and doc[at - 1].text == "No")


def _right(head: Token) -> int:
    doc, at, joined = head.doc, head.i + 1, False
    while at < len(doc) and not starts(doc[at]):
        step = _step(doc, at, head, joined)
        if not step:
            break
        joined = joined or doc[at].lower_ in CONNECTORS
        at += step
    return at


def _step(doc: Doc, at: int, head: Token, joined: bool) -> int:
    """How many tokens from `at` on go on with the name: a connector with what follows it, one more word, or none."""
    text, after = doc[at].text, doc[at + 1] if at + 1 < len(doc) else None
    if NUMBER.fullmatch(text) or (text == "." and doc[at - 1].text == "No"):
        return 1
    if joined and is_name_word(doc[at]):
        return 1
    if not joined and text in heads() and is_name_word(doc[at]):
        return 1
    if after is None:
        return 0
    if text in CONNECTORS and (text != "to" or head.text in TO_HEADS) and (heads()[head.text] != "event" or text in ("of", "on", "for")):
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
    kinds: list[tuple[EntityType, list[str]]] = [("public_body", words().ministries), ("law", words().laws)]
    for kind, forms in kinds:
        for form in forms:
            for shape in (form, form[:1].upper() + form[1:]):
                add(root, plain(shape), Known(form, kind, "body"))
    return root
