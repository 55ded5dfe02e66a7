"""Glued words: where white space was lost ("beforethe", "Human RightsDefenders", "speech.The"), and where it has to go.

Nothing is replaced: mending names the places and the white space to put there, so every character keeps its place in the
document. What is lost after a full stop, a comma or a bracket is put back everywhere. Words are taken apart by a word list
(`glue.py`) only in a document that is full of glued words; in others a rare name is likelier than a slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from hrcli.ingest import glue
from hrcli.ingest.vocabulary import Vocabulary

BREAK = "\n\n"
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|(?<!\w)[@#]\w+|[\w-]+\.[a-z]{2,4}/\S*")
ADDRESS_SIGN = re.compile(r"[@#/]|www\.")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Each matches with an empty group at the place where a space is missing.
LOST = [
    re.compile(r"[^\W\d_]{2}[.?!][\"'”’)\]]?()(?:[A-Z][^\W\d_]|[AI]\s)"),
    re.compile(r"\b(?:[A-Z]\.){2,}()(?=[A-Z][a-z]{2}|[a-z]{3})"),
    re.compile(r"[.”’]?[\[(]\d{1,3}[\])]()(?=[A-Z“][^\W\d_])"),
    re.compile(r"[\w)\]\"”’],()(?=[^\W\d_]{2}|[“‘])"),
    re.compile(r"[^\W\d_],()(?=\d)"),
    re.compile(r"[a-z]{2}()(?=[$€£]\d)"),
    re.compile(r"\b(?:in|since|of|by|before|until|from|after|and|to)()(?=(?:19|20)\d\d\b)"),
    re.compile(r"[^\W_]\)?;()(?=[^\W_“(])"),
    re.compile(r"[a-z]{2}[”\]]?:()(?=[A-Z][^\W\d_]|\d{1,2}\.\s?[A-Z])"),
    re.compile(r"[^\W\d_]{3}()\([^\W\d_]{3}"),
    re.compile(r"[^\W\d_]()\([^\x00-\x7f]"),
    re.compile(r"[^\W_]{4}\)()(?=[^\W\d_]{2})"),
    re.compile(r"[\w.,!?]”()(?=[^\W_])"),
    re.compile(r"[^\W_][.,;:!?]?()“(?=\w)"),
    re.compile(r"(?<![\d.])\d{1,2}\.()(?=[A-Z][a-z])"),
    re.compile(r"\d{3}\.()(?=[A-Z][a-z])"),
    re.compile(r"[a-z]\.()(?=[+©]|\d{1,2}\.\s*[A-Z])"),
    re.compile(r"\b(?:No|Art|Nos|para|Sec|Vol)\.()(?=\d)"),
]
# Where one of them can match at all: they are tried around these places only, since few texts have many.
# Not in "www.org", "3,000" and the middle of "U.S.", which are common. The first character is of one class, for a fast search.
SUSPECT = re.compile(
    r"[.,;:!?)\]”\"(\[“$€£12](?:(?<=[a-z]1)(?=9\d\d)|(?<=[a-z]2)(?=0\d\d)|(?<=\w[^\d])"
    r"(?!(?<=[a-z]\.)[a-z]|(?<=\d[.,:])\d{1,3}(?!\d)|(?<=\b[A-Z]\.)[A-Z]\.)[.,;:!?)\]”\"(\[“$€£]*(?=[\w“(\[+©$€£]))"
)
AROUND = 24
LONGEST = 2_000  # characters that an address may have
PHONE = re.compile(r"\+\d[\d ()-]{6,}\d()(?=[A-Z][a-z])")
NUMBER = re.compile(r"(?<![\w.\[(])(?P<n>\d{1,2})\.\s*(?=[A-Z“])|(?<=[a-z][.;:,)])(?P<m>\d{1,2})\.\s*(?=[A-Z“])")
HEAD = re.compile(r"(?<![^\W\d_])To [^.;:]{3,70}:\s*$")
HEAD_LENGTH = 80
NOTE = re.compile(r"\[(\d{1,3})\]")
LINE = re.compile(r"[^\r\n]+")


def gaps(text: str, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """The places in `text` where white space is missing, in order, each with what to put before it: a space or a blank line."""
    found = dict.fromkeys([*_lost(text, vocabulary), *glue.splits(text, vocabulary)], " ")
    found = {place: space for place, space in found.items() if not _in_address(text, place)}
    found |= dict.fromkeys(_breaks(text, vocabulary), BREAK)
    return sorted(found.items())


def _in_address(text: str, place: int) -> bool:
    """Whether an address holds the place; none has white space in it."""
    start = text.rfind(" ", max(0, place - LONGEST), place) + 1 or max(0, place - LONGEST)
    end = text.find(" ", place, place + LONGEST)
    around = start, end if end >= 0 else place + LONGEST
    return ADDRESS_SIGN.search(text, *around) is not None and any(
        hit.start() < place < hit.end() for hit in ADDRESS.finditer(text, *around)
    )


def _lost(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where a space is missing after a full stop, a comma, a bracket, between a month and a year."""
    anything = _anything(vocabulary)
    for suspect in SUSPECT.finditer(text):
        around = max(0, suspect.start() - AROUND), suspect.end() + AROUND
        if anything.search(text, *around):
            for pattern in (*LOST, _dates(vocabulary)):
                yield from (hit.start(hit.lastindex or 1) for hit in pattern.finditer(text, *around))


@cache
def _anything(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Where at least one of the patterns of lost spaces matches."""
    return re.compile("|".join(pattern.pattern for pattern in (*LOST, _dates(vocabulary))))


@cache
def _dates(vocabulary: Vocabulary) -> re.Pattern[str]:
    month = "|".join(vocabulary.dates.months)
    return re.compile(rf"\b(?i:{month})(?:\.? ?\d{{1,2}},()(?=(?:19|20)\d\d\b)|\.()(?=\d{{1,2}}\b))")


def _breaks(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where a paragraph begins in a line that many were run together in: numbered items, notes, contacts."""
    for line in LINE.finditer(text) if any(sign in text for sign in ("3.", "[", "+")) else ():
        numbered = _numbered(line[0]) if "3." in line[0] else []
        noted = _notes(line[0]) if "[" in line[0] else []
        for place in [*numbered, *noted, *_contacts(line[0], vocabulary)]:
            if place:
                yield line.start() + place


def _numbered(line: str) -> list[int]:
    """The places of 1. 2. 3. ... in one line, three at least, in that order, and of "To the government of ...:" before them."""
    places: list[int] = []
    for hit in NUMBER.finditer(line):
        if int(hit["n"] or hit["m"]) == len(places) + 1:
            places.append(hit.start())
    heads = [head.start() for place in places if (head := HEAD.search(line, max(0, place - HEAD_LENGTH), place))]
    return places + heads if len(places) > 2 else []


def _notes(line: str) -> list[int]:
    """The places of notes [1] [2] ... at the end of a line that has already referred to them."""
    seen = Counter[str]()
    places = []
    for hit in NOTE.finditer(line):
        if seen[hit[1]]:
            places.append(hit.start())
        seen[hit[1]] += 1
    return places


def _contacts(line: str, vocabulary: Vocabulary) -> Iterator[int]:
    """The place of "Media contacts" in a long line with a telephone number after it, and of the names after such numbers."""
    if len(line) < 200 or "+" not in line:
        return
    for hit in PHONE.finditer(line):
        yield hit.start(1)
    for hit in _heads(vocabulary).finditer(line):
        if re.search(r"\+\d", line[hit.end() : hit.end() + 200]):
            yield hit.start(1)
            if line[hit.end() : hit.end() + 1].isupper():
                yield hit.end()


@cache
def _heads(vocabulary: Vocabulary) -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in vocabulary.contacts.heads if " " in head)
    return re.compile(rf"(?<=[.!?”\]]\s)\s*()(?i:{heads})")
