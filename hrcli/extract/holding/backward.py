"""Reading a sentence backward: where a noun phrase begins, what an aside between commas covers, what governs a phrase."""

from __future__ import annotations

from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import MARKS, NOMINAL, RELATIVE, is_hyphened

WITHIN = {"DET", "ADJ", "NOUN", "NUM", "PROPN", "CCONJ"}
BULLETS = {"•", "*", "·"}
SPELT_OUT = {"least", "most"}
NOMINATIVE = {"he", "she", "they", "we", "i"}
LIMITS = {"than", "over", "about", "around", "below", "above"}
CONJUNCTIONS = {"whereas", "while", "because", "although", "though", "when", "that", "if"}
INSERTS = RELATIVE | {
    "a", "an", "the", "both", "his", "her", "their", "aged", "including", "formerly", "now", "then", "also", "along", "together", "like",
    "according", "as", "to", "on", "in", "at", "of",
}  # fmt: skip


def before_aside(reading: Reading, at: int, low: int) -> int:
    """The word before the brackets, or before the pair of commas, that end at `at`."""
    while at >= low:
        word = reading.words[at]
        if word == ")":
            opening = next((i for i in range(at, low - 1, -1) if reading.words[i] == "("), None)
            if opening is None:
                return at
            at = opening - 1
        elif word in {",", "–", "—"}:
            opening = next((i for i in range(at - 1, low - 1, -1) if reading.words[i] == word and not reading.dated(i)), None)
            at = opening - 1 if opening is not None and _is_aside(reading, opening, at, low) else at - 1
        elif word in MARKS:
            at -= 1
        elif word.isdigit() and at - 2 >= low and reading.words[at - 1] == "," and _is_aged(reading, at - 2):
            at -= 2
        else:
            return at
    return at


def _is_aside(reading: Reading, opening: int, closing: int, low: int) -> bool:
    """Whether the words between two commas tell more of what stands before them."""
    if opening <= low:
        return False
    inner = reading.tokens[opening + 1]
    named = reading.name_at(opening - 1) is not None or reading.words[opening - 1] == ")"
    if _names_between(reading, opening, closing):
        if reading.words[opening + 1] in {"and", "or", "&"}:
            return False  # the last of a list
        return (named and reading.name_at(opening + 1) is None) or reading.words[opening + 1] in RELATIVE | {"including", "among"}
    if named and (inner.tag_ == "VBN" or inner.pos_ == "ADP"):
        return True  # "A, held in Oran since May, died", "A, under house arrest since May, died"
    if named and inner.tag_ == "VBD" and closing + 1 < len(reading.words) and reading.tokens[closing + 1].tag_ == "VBD":
        return True  # "A, sentenced to six years in May, left prison": a participle for which the parser has a past tense
    return inner.lower_ in INSERTS or inner.pos_ in ("NUM", "NOUN", "ADJ", "DET", "PROPN")


def _is_aged(reading: Reading, at: int) -> bool:
    """Whether a bare number behind the word `at` and a comma is somebody's age."""
    return reading.name_at(at) is not None or reading.words[at] == ")"


def _names_between(reading: Reading, start: int, end: int) -> bool:
    return bool(reading.named_in(start + 1, end))


def phrase_start(reading: Reading, at: int, low: int) -> int:
    """Where the noun phrase that ends with the word `at` begins, at `low` at the earliest."""
    while at > low:
        before = reading.tokens[at - 1]
        name = reading.name_at(at - 1)
        if reading.dated(at - 1):
            break
        if name:
            at = name[0]
        elif (
            (before.pos_ in NOMINAL and reading.words[at - 1] not in RELATIVE | BULLETS)
            or before.tag_ in ("POS",)
            or reading.words[at - 1] == "-"
            or is_hyphened(reading, at - 1)
        ):
            at -= 1
        elif reading.words[at - 1] == "of" and at - 2 >= low and (reading.tokens[at - 2].pos_ == "NUM" or reading.words[at - 2] == "total"):
            at -= 2
        else:
            break
    return at


def _in_phrase(reading: Reading, at: int, low: int) -> bool:
    """Whether a word may stand between a preposition and the noun that it governs."""
    token = reading.tokens[at]
    return token.pos_ in WITHIN or token.tag_ == "POS" or "-" in reading.words[max(low, at - 1) : at + 2]


def governed(reading: Reading, start: int, low: int) -> bool:
    """Whether the phrase that begins at `start` hangs on a preposition ("the brother of A")."""
    at = start - 1
    lead = reading.words[max(low, at)]
    counted = reading.tokens[start].pos_ == "NUM"
    if reading.words[start] in NOMINATIVE:
        return False  # "cut the term to one year and he was freed"
    if lead in SPELT_OUT or reading.words[start] in SPELT_OUT or (counted and lead in LIMITS | {"with"}):
        return False
    while max(low, start - 5) <= at and _in_phrase(reading, at, low):
        if reading.name_at(at) or (reading.dated(at) and _begins(reading, at + 1)):
            return False  # "in March 2011 the poet A was": the preposition governs the date
        at -= 1
    # "for A to resign": the parser takes that "for" for a conjunction
    lead = reading.words[max(low, at)]
    if lead in CONJUNCTIONS:
        return False
    return at >= low and (reading.tokens[at].pos_ == "ADP" or lead == "for") and lead not in {"including", "like", "as"}


def _begins(reading: Reading, at: int) -> bool:
    """Whether a noun phrase begins at `at` for certain, whatever date stands before it."""
    return reading.name_at(at) is not None or reading.tokens[at].pos_ in ("PRON", "DET")


def preposition(reading: Reading, start: int, low: int) -> int:
    """The preposition before the phrase that begins at `start`."""
    at = start - 1
    while at > low and reading.tokens[at].pos_ != "ADP" and reading.words[at] != "for":
        at -= 1
    return at


def past_preposition(reading: Reading, start: int, low: int) -> int:
    """The word before the preposition, or prepositions, that govern the phrase at `start`; `low - 1` where there is none."""
    at = preposition(reading, start, low) - 1
    while at >= low and reading.tokens[at].pos_ == "ADP":
        at -= 1
    return at


def before_time(reading: Reading, at: int, low: int) -> int:
    """The conjunction before a date that ends at `at`: "fled <and> on 30 May was sentenced"; `at` itself where none stands there."""
    start = at
    while start > low and reading.dated(start):
        start -= 1
    start -= start > low and start < at and reading.words[start] in {"on", "in", "during", "by"}
    return start if start < at and reading.words[start] in {"and", "but"} else at


def past_insertion(reading: Reading, at: int, low: int) -> int:
    """The conjunction before an insertion that ends at `at`: "was granted bail <but>, at the time of writing, is still held"."""
    if reading.words[at] != ",":
        return at
    opening = next((i for i in range(at - 1, low, -1) if reading.words[i] == ","), None)
    return opening - 1 if opening is not None and reading.words[opening - 1] in {"but", "and"} else at
