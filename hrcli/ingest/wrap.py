"""Line breaks that are no one's: lines broken at a fixed width, and words broken by a hyphen at the end of a line.

Whether a hyphen belongs to its word is asked of the document first ("ill-treatment" elsewhere in it), then of the word list.
A paragraph counts as broken at a width where most of its lines could not have taken the next word and go on in the middle of a
sentence; verses, addresses, lists and tables do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hrcli.ingest import words
from hrcli.ingest.blocks import BREAK, CLOSED, ITEM, LINE
from hrcli.ingest.vocabulary import Vocabulary

Change = tuple[int, int, str]  # a half-open span of a text and what stands there instead
HYPHEN = re.compile(r"(?:[-\u2010][ \t]*(?:\r\n|[\n\r])|[\x02\ufffe](?:\r\n|[\n\r])?)[ \t]*")  # \x02 and \ufffe: PDFium
LEFT, RIGHT = re.compile(r"[^\W_]+(?:['’][^\W_]+)*$"), re.compile(r"[^\W_]+")
FORM = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
ADDRESS = 200  # characters of an address before a hyphen in it
LONGEST = 60  # letters of a word before its hyphen
SOFT = re.compile(r"\u00ad[ \t]*(?:\r\n|[\n\r])[ \t]*")
INNER = re.compile(r"[.,;:!?]\s")
LINKED = re.compile(r"(?:://|www\.)\S*$")
JOINT = {"and", "or", "to", "nor"}  # what follows the hyphen of "short- and long-term"
BEGINNINGS = {"non", "anti", "self", "post", "vice", "mid", "semi", "quasi", "well", "ill"}  # that keep their hyphen
NARROW, WIDE = 40, 120  # a text broken at a fixed width is at least and at most so wide
VERSE = 60  # narrower lines that have neither punctuation within nor a small word at an end may be verses
SLACK = 3


class Line(NamedTuple):
    """A line that is not empty, less the white space at its ends (half open in its text)."""

    start: int
    end: int
    text: str


def hyphens(text: str) -> Iterator[Change]:
    """What becomes of the hyphens at line ends, in order: hyphen and break go, or the break alone."""
    forms = {*FORM.findall(text.lower())} if HYPHEN.search(text) else set()
    for hit in HYPHEN.finditer(text):
        left, right = LEFT.search(text, max(0, hit.start() - LONGEST), hit.start()), RIGHT.match(text, hit.end(), hit.end() + LONGEST)
        kept = _kept(left[0], right[0], forms, text, *hit.span()) if left and right else None
        if kept is not None:
            yield *hit.span(), kept


def soft(text: str) -> Iterator[Change]:
    """The soft hyphens at line ends, which say themselves that they are none of the word's."""
    for hit in SOFT.finditer(text):
        yield *hit.span(), ""


def joins(text: str, vocabulary: Vocabulary) -> Iterator[Change]:
    """The line breaks that width alone made, in order; each becomes a space."""
    groups = [*_groups(text)]
    width = _width(groups)
    for group in groups:
        prose = _is_prose(group, vocabulary)
        for above, below in pairwise(group):
            if prose and _wraps(above, below, width):
                yield above.end, below.start, " "


def _kept(left: str, right: str, forms: set[str], text: str, start: int, end: int) -> str | None:
    """What stays between the two parts of a word: "", a hyphen, a hyphen and a space; None where the line break stays too."""
    if left[-1].isdigit() or right[0].isdigit():
        return "-" if len(left) == len(right) or not (left + right).isdigit() else None
    if LINKED.search(text, max(0, start - ADDRESS), start):
        return "-"
    if right in JOINT and text[end + len(right) : end + len(right) + 1] != "-":
        return "- "
    return "" if right[0].islower() and _is_one(left, right, forms) else "-"


def _is_one(left: str, right: str, forms: set[str]) -> bool:
    """Whether the two parts are one word without a hyphen, by the document, then by the word list."""
    whole = left + right
    if f"{left}-{right}".lower() in forms or whole.lower() in forms:
        return whole.lower() in forms
    seen, alone = (words.counts().get(part.lower(), (0, 0))[0] for part in (whole, right))
    if left.lower() in BEGINNINGS:
        return seen > alone
    return words.known(whole) or not (words.known(left) and words.known(right))


def _groups(text: str) -> Iterator[list[Line]]:
    """The lines that stand one below the other without a blank line or the beginning of an item between them."""
    group: list[Line] = []
    for hit in LINE.finditer(text):
        bare = hit[0].strip()
        if not bare:
            continue
        start = hit.start() + hit[0].index(bare)
        if group and (len(BREAK.findall(text, group[-1].end, start)) > 1 or ITEM.match(bare)):
            yield group
            group = []
        group.append(Line(start, start + len(bare), bare))
    if group:
        yield group


def _width(groups: list[list[Line]]) -> int | None:
    """The width at which the text was broken, or None where its line breaks are its author's."""
    inner = sorted(len(line.text) for group in groups for line in group[:-1])
    if len(inner) < 2:
        return None
    width = inner[-1 - len(inner) // 20]
    full = sum(length >= 0.75 * width for length in inner)
    return width if NARROW <= width <= WIDE and full >= 0.6 * len(inner) else None


def _is_prose(group: list[Line], vocabulary: Vocabulary) -> bool:
    """Whether the lines are broken in the middle of sentences: half of them go on in lower case, and they are no verses."""
    starts = [line.text[0] for line in group[1:] if line.text[0].isalpha()]
    lower = sum(start.islower() for start in starts)
    if not lower or 2 * lower < len(starts):
        return False
    narrow = max(len(line.text) for line in group) < VERSE
    return (
        not narrow
        or len(group) < 3
        or any(INNER.search(line.text) or line.text.rsplit(" ", 1)[-1].lower() in vocabulary.english.stop for line in group)
    )


def _wraps(above: Line, below: Line, width: int | None) -> bool:
    """Whether the break between two lines is one of width alone: the next word would not have fitted, or a sentence goes on."""
    if width and len(above.text) + 1 + len(below.text.split(" ", 1)[0]) > width - SLACK:
        return True
    return below.text[0].islower() and not CLOSED.search(above.text) and len(above.text) >= NARROW
