"""Where a name found by the language model begins and ends, and whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from hrcli.extract.naming.page import Page
from hrcli.extract.naming.people import part_of_name
from hrcli.extract.naming.phrases import CONNECTORS
from hrcli.extract.naming.vocabulary import heads, honorifics, never, personal, roles, words
from hrcli.records import EntityType

CODE = re.compile(r"\d+/\d{2,4}")
INITIAL = re.compile(r"[^\W\d_a-z]\.")
ARTICLES = frozenset(("the", "a", "an", "The", "A", "An", "THE"))
SIGNS = frozenset(("'s", "’s", "'", "’", ",", ".", "-", "–", "—", "(", ")", "[", "]", "“", "”", '"', "‘", ":", ";", "/", "&"))
EDGES = ARTICLES | SIGNS | {"and", "of", "in", "by", "for", "from"}
DIRECTIONS = frozenset(
    (
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north-east",
        "north-west",
        "northwestern",
        "northeastern",
    )
)
NUMBERS = frozenset(("No", "No.", "Nos."))
ENDS = EDGES | NUMBERS
TOP = 100
"""Characters in which a dateline stands."""
HOLDERS = frozenset(("minister", "secretary", "president", "mayor", "governor", "ambassador", "chief", "deputy"))
CUTS = frozenset((",", "&", "/", ";", ":"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
UNITED = frozenset(("UN", "U.N."))
OWNED = frozenset(("'s", "’s"))
NICK = {"“": "”", '"': '"', "‘": "’", "'": "'"}
QUOTES = frozenset(("“", '"', "‘", "'", "``"))
VERBAL = frozenset(("VB", "VBZ", "VBG", "VBD", "VBP"))
WEAK = frozenset(("NUM", "ADP", "DET", "PRON", "ADV", "VERB", "AUX", "SCONJ", "CCONJ"))
NO_PERSON = WEAK - {"NUM", "CCONJ"}


def trim(page: Page, start: int, end: int) -> tuple[int, int]:
    """A span without line breaks, articles, possessives and signs at its edges; of a span over a blank line, what stands before it."""
    words_, doc = page.words, page.doc
    if end - start > 1:
        end = next((i for i in range(start + 1, end) if words_[i].count("\n") > 1 and words_[i].isspace()), end)
    if ";" in words_[start + 1 : end]:
        end = words_.index(";", start + 1)
    while start < end and (words_[start] in EDGES or words_[start] in DIRECTIONS or words_[start].isspace()):
        start += 1
    while start + 1 < end and start in page.openers and doc[start].pos_ in WEAK:
        start += 1
    while end - start > 1 and words_[end - 1].islower() and doc[end - 1].tag_ in FINITE:
        end -= 1
    while end - start > 1 and words_[end - 1].islower() and doc[end - 1].pos_ == "NUM":
        end -= 1  # "wrote to the Harbour Union eleven times"
    if end - start > 2 and words_[end - 2] in ("-", "–") and words_[end - 1].isupper() and not page.joined(end - 1):
        end -= 2  # "Policía Nacional - PN"
    if end - start > 2 and words_[start] in UNITED and words_[start + 1] in OWNED:
        start += 2  # "U.N.'s World Conference"
    while end > start and (words_[end - 1] in ENDS or words_[end - 1].isspace()) and not _vietnamese(page, end):
        end -= 1
    if end - start > 2 and page.lower[end - 1] == "based" and words_[end - 2] == "-":
        end -= 2
    return start, end


def _vietnamese(page: Page, end: int) -> bool:
    """Whether the "An" that a name ends in is part of it: nothing that an article stands before follows."""
    if page.words[end - 1] != "An" or end == len(page):
        return False
    return page.words[end] in (",", ".", ";", ")", "(", "'s", "’s") or page.words[end].isspace() or page.doc[end].tag_ in FINITE


def split(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A person's span cut at "and", at commas and at words in small letters that are no particles of names."""
    begin = start
    for i in range(start, end):
        text = page.words[i]
        if (
            (text in CUTS)
            or ("\n" in text and text.isspace())
            or (text[0].islower() and text not in words().particles and not _tail(page, i, start))
        ):
            if begin < i:
                yield begin, i
            begin = i + 1
    if begin < end:
        yield begin, end


def _tail(page: Page, i: int, start: int) -> bool:
    """Whether a small word hangs on the name: the second half of "Wai-yin", a possessive."""
    return i > start and page.joined(i) and (page.words[i - 1] == "-" or page.words[i] in ("'s", "’s"))


def person(page: Page, start: int, end: int, fixed: set[int]) -> tuple[int, int]:
    """A person's name made whole: without what another name or a title claims, with the capitalised unknown words that touch it."""
    words_, size = page.words, len(page)
    for i in range(end - 2, start - 1, -1):
        if words_[i] in heads() and words_[i] not in ("Day", "March"):
            start = i + 1
            break
    while start > 0 and part_of_name(page, start - 1, fixed) and start not in page.openers and not _opener(page, start - 1):
        start -= 1
    while end < size and part_of_name(page, end, fixed) and end not in page.openers:
        end += 1
    if start < end < size - 1 and NICK.get(words_[end - 2]) == words_[end] and part_of_name(page, end + 1, fixed):
        end += 2  # the guess ends inside the quotation
    if end + 3 < size and NICK.get(words_[end]) == words_[end + 2] and part_of_name(page, end + 3, fixed):
        end += 4  # 'Ada "Red" Brook'
        while end < size and part_of_name(page, end, fixed) and end not in page.openers:
            end += 1
    if end + 1 < size and words_[end] == "-" and page.joined(end) and part_of_name(page, end + 1, fixed):
        end += 2
    return start, end


def with_initials(page: Page, start: int) -> int:
    """Where a name begins with the initials before it, which belong to its sentence: "on Tuesday J. Brook"."""
    while start > 0 and start not in page.openers and INITIAL.fullmatch(page.words[start - 1]):
        start -= 1
    return start


def _opener(page: Page, i: int) -> bool:
    """Whether a word before a name only opens its sentence or headline ("Norland: Free Ada Brook", "Stop Harassing Ada Brook")."""
    opens = i in page.openers or page.words[i - 1] == ":"
    return page.words[i] not in personal() and bool(opens or _gerund(page.lower[i]))


def _gerund(word: str) -> bool:
    return len(word) > 5 and word.endswith("ing")


def without_opener(page: Page, start: int, end: int, *, capitals: bool) -> tuple[int, int]:
    """A person's name without the word before it that only opens a sentence, or stands in a headline of capitals: "Freeing Ada Brook"."""
    opens = end - start > 1 and (capitals or start in page.openers or (start > 0 and page.words[start - 1] in QUOTES))
    while opens and end - start > 1 and page.words[start] not in personal():
        word = page.lower[start]
        if not (page.doc[start].tag_ in VERBAL or _gerund(word) or (len(word) > 3 and word in page.vocabulary)):
            break
        start += 1
    return start, end


def common(page: Page, at: int) -> bool:
    """Whether a single capitalised word is one that the text also writes small, and no forename or surname: "Hanging is back"."""
    word, lower = page.words[at], page.lower[at]
    return len(word) > 3 and word.istitle() and lower in page.vocabulary and word not in personal()


def label(page: Page, at: int) -> bool:
    """Whether a single unknown word only heads what its line tells: "Transphobia: fear of ..."; a dateline stands further up."""
    if page.words[at + 1 : at + 2] != [":"] or page.words[at] in personal() or page.starts[at] < TOP:
        return False
    return not page.line_before(at).strip() and page.words.count(page.words[at]) == 1


def junk(page: Page, start: int, end: int, type_: EntityType) -> bool:
    """Whether a span that the model took for a name is none."""
    if type_ == "person" and end - start == 1 and page.doc[start].pos_ in NO_PERSON:
        return True
    if type_ == "person" and page.slice(start, end).isupper() and CODE.fullmatch("".join(page.words[end : end + 3][:1])):
        return True  # a reference: "AL NRL 3/2021"
    if type_ == "person" and end - start == 1 and heads().get(page.words[start]) == "organization" and page.words[start] not in personal():
        return True  # "Forum"
    if type_ == "person" and not words().numerals.isdisjoint(page.words[start:end]):
        return True  # "Mark Sixth" Anniversary
    held = page.lower[start] in (HOLDERS if type_ == "organization" else roles() if type_ in ("place", "person") else ())
    if held and page.words[start + 1 : start + 2] in (["of"], ["for"]):
        return True  # "Minister of State"
    return _no_name(page.slice(start, end), tuple(page.words[start:end]), type_)


@lru_cache(maxsize=4096)
def _no_name(text: str, inside: tuple[str, ...], type_: EntityType) -> bool:
    """Whether words are no name: small letters, dates, bare titles, forbidden words, other scripts."""
    if (type_, text) == ("law", "Constitution") or (type_ == "public_body" and inside[-1] == "Police" and len(inside) > 1):
        return False  # "the National Police", both words of which may be roles
    if len(text) < 2 or type_ == "group" or text.casefold() in never() or not _latin(text):
        return True
    if type_ != "law" and not any(word[0].isupper() for word in inside):
        return True
    if not words().calendar.isdisjoint(inside) and (
        type_ == "event" or all(word in words().calendar or not word.isalpha() for word in inside)
    ):
        return True
    if all(_empty(word) for word in inside) and not (type_ == "organization" and len(inside) > 2 and inside[0] in words().banded):
        return not any(word.isalpha() and word.isupper() and len(word) > 1 for word in inside)
    return type_ == "person" and any(word.isdigit() or "@" in word for word in inside)


def _empty(word: str) -> bool:
    """Whether a word makes no name: a role, a title, the first word of sentences, "of", a number or a sign."""
    lower = word.lower()
    return lower in roles() or word in words().openers or word in honorifics() or lower in CONNECTORS or not word.isalpha()


def _latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and (text.isascii() or sum(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in letters) > len(letters) / 2)
