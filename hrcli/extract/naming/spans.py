"""Where a name found by the language model begins and ends, and whether it is one at all."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from hrcli.extract.naming.people import part_of_name
from hrcli.extract.naming.phrases import CONNECTORS
from hrcli.extract.naming.vocabulary import heads, honorifics, never, personal, roles, words
from hrcli.records import EntityType

EDGES = frozenset(
    (
        "the",
        "a",
        "an",
        "The",
        "A",
        "An",
        "THE",
        "'s",
        "’s",
        "'",
        "’",
        ",",
        ".",
        "-",
        "–",
        "—",
        "(",
        ")",
        "[",
        "]",
        "“",
        "”",
        '"',
        "‘",
        ":",
        ";",
        "/",
        "&",
        "and",
        "of",
        "in",
        "by",
        "for",
        "from",
    )
)
QUOTES = frozenset(("“", '"', "‘", "'", "``"))
VERBAL = frozenset(("VB", "VBZ", "VBG", "VBD", "VBP"))
WEAK = frozenset(("NUM", "ADP", "DET", "PRON", "ADV", "VERB", "AUX", "SCONJ", "CCONJ"))


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A span without line breaks, articles, possessives and signs at its edges; of a span over a blank line, what stands before it."""
    for i in range(start + 1, end):
        if doc[i].is_space and doc[i].text.count("\n") > 1:
            end = i
            break
    while start < end and (doc[start].is_space or doc[start].text in EDGES):
        start += 1
    while start + 1 < end and doc[start].is_sent_start and doc[start].pos_ in WEAK:
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in EDGES or doc[end - 1].text in ("No", "No.", "Nos.")):
        end -= 1
    if end - start > 2 and doc[end - 1].lower_ == "based" and doc[end - 2].text == "-":
        end -= 2
    return start, end


def split(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A person's span cut at "and", at commas and at words in small letters that are no particles of names."""
    begin = start
    for i in range(start, end):
        text = doc[i].text
        if (
            text in (",", "&", "/", ";", ":")
            or (doc[i].is_space and "\n" in text)
            or (text[:1].islower() and text not in words().particles and not _tail(doc, i, start))
        ):
            if begin < i:
                yield begin, i
            begin = i + 1
    if begin < end:
        yield begin, end


def _tail(doc: Doc, i: int, start: int) -> bool:
    """Whether a small word hangs on the name: the second half of "Wai-yin", a possessive."""
    return i > start and doc[i - 1].whitespace_ == "" and (doc[i - 1].text == "-" or doc[i].text in ("'s", "’s"))


def person(doc: Doc, start: int, end: int, fixed: set[int]) -> tuple[int, int]:
    """A person's name made whole: without what another name or a title claims, with the capitalised unknown words that touch it."""
    for i in range(end - 1, start - 1, -1):
        if doc[i].text in heads() and i + 1 < end and doc[i].text not in ("Day", "March"):
            start = i + 1
            break
    while start > 0 and not doc[start].is_sent_start and part_of_name(doc[start - 1], fixed) and not _opener(doc, start - 1):
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start and part_of_name(doc[end], fixed):
        end += 1
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end - 1].whitespace_ == "" and part_of_name(doc[end + 1], fixed):
        end += 2
    return start, end


def _opener(doc: Doc, i: int) -> bool:
    """Whether a word before a name only opens its sentence or headline ("Norland: Free Ada Brook", "Stop Harassing Ada Brook")."""
    word = doc[i]
    opens = word.is_sent_start or doc[i - 1].text == ":"
    return word.text not in personal() and bool(opens or (len(word) > 5 and word.lower_.endswith("ing")))


def without_opener(doc: Doc, start: int, end: int, *, capitals: bool) -> tuple[int, int]:
    """A person's name without the word before it that only opens a sentence, or stands in a headline of capitals: "Freeing Ada Brook"."""
    opens = doc[start].is_sent_start or (start > 0 and doc[start - 1].text in QUOTES) if start < end else False
    while end - start > 1 and (capitals or opens) and doc[start].text not in personal():
        word = doc[start]
        if not (word.tag_ in VERBAL or (len(word) > 5 and word.lower_.endswith("ing")) or _in_small(doc, word.lower_)):
            break
        start += 1
    return start, end


def _in_small(doc: Doc, word: str) -> bool:
    """Whether a text has a word in small letters too."""
    return len(word) > 3 and any(t.text == word for t in doc)


def junk(doc: Doc, start: int, end: int, type_: EntityType) -> bool:
    """Whether a span that the model took for a name is none: small letters, dates, bare titles, forbidden words, other scripts."""
    span = doc[start:end]
    text = span.text
    if len(text) < 2 or type_ == "group" or text.casefold() in never() or not _latin(text):
        return True
    if not any(t.text[:1].isupper() for t in span) and type_ != "law":
        return True
    if any(t.text in words().calendar for t in span) and (
        type_ == "event" or all(t.text in words().calendar or not t.is_alpha for t in span)
    ):
        return True
    if all(
        t.lower_ in roles() or t.text in words().openers or t.text in honorifics() or not t.is_alpha or t.lower_ in CONNECTORS for t in span
    ):
        return not any(t.is_alpha and t.text.isupper() and len(t) > 1 for t in span)
    if end - start == 1 and span[0].pos_ in ("PRON", "VERB", "AUX", "ADV", "DET", "ADP", "SCONJ") and type_ == "person":
        return True
    return type_ == "person" and any(t.is_digit or "@" in t.text for t in span)


def _latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in letters) > len(letters) / 2
