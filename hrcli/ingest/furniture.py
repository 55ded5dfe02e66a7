"""Page furniture: which stretches of a text are menus, appeals, other stories ... and not the document's own words.

A block is judged by its phrases, by its shape (a menu has many short items, a list of other stories dated ones), and by its
sentences, since furniture is also found glued to the last paragraph. What is not sure stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hrcli.ingest import dates
from hrcli.ingest.blocks import CLOSED, Block, is_item, is_prose, size
from hrcli.ingest.credits import is_credit
from hrcli.ingest.phrases import Phrases, plain, raw_pattern, runs
from hrcli.ingest.vocabulary import FurnitureKind, Vocabulary

COPYRIGHT = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|(?i:copyright)\s*(?:©|\([cC]\)|\d{4}|[A-Z]{2})|(?:19|20)\d\d [A-Z]{2,6}$")
COPYRIGHT_NAME = re.compile(r"\([cC]\)\s*((?:[A-Z][\w&'’-]*\s*|(?:of|the|for|and|in)\s+){2,8})(?:[.,|]|$)")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z©])")
BARS = re.compile(r" {0,3}[|│¦] {0,3}| {1,3}[·•/] {1,3}| {2,}")
CRUMBS = re.compile(r" {1,3}[>»›→] {1,3}")
SEPARATED = re.compile(r"[|│¦·•/>»›→]")
END = re.compile(r"[-–—*# ]*(?:ENDS?|Ends)[-–—*#. ]*|#(?: ?#)+|-? ?30 ?-?")
ARROWS = re.compile(r"[←‹⟵].*|.*[→›⟶]")  # to the stories before and after
TAG = re.compile(r"(?:^|\s)[#@]\w{3,}[.! ]*$")
NOTE = re.compile(r"\[\d+\]|\(?\d+[.)]\s")
Sentence = tuple[int, int, str]
START_WORDS, HELD_WORDS, LISTED_WORDS, ITEM_WORDS = 24, 60, 30, 5


class Mark(NamedTuple):
    """A stretch of furniture (half open, in the text that the blocks were split from) and why it is one."""

    start: int
    end: int
    why: str


class _Kind(NamedTuple):
    why: str
    whole: Phrases
    starts: Phrases
    holds: Phrases


def find(blocks: list[Block], vocabulary: Vocabulary) -> list[Mark]:
    """The furniture among `blocks`, in order; a mark covers a block or a stretch of one."""
    words = runs("\n".join(block.text for block in blocks))
    held = [kind for kind in _kinds(vocabulary) if kind.holds.within(words)]
    cuts = _cuts(vocabulary) if _cut_phrases(vocabulary).within(words) else None
    sentences = [list(_sentences(block)) for block in blocks]
    whole = {i: why for i, block in enumerate(blocks) if (why := _whole(block, sentences[i], held, vocabulary))}
    prose = [i for i, block in enumerate(blocks) if i not in whole and is_prose(block)]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    whole |= {i: "navigation" for i, block in enumerate(blocks) if _menu(block, vocabulary, inside=first < i < last)}
    whole |= {i: why for i in range(first + 1, len(blocks)) if i not in whole and (why := _barred(blocks[i].text, held, vocabulary))}
    whole |= dict.fromkeys(_tagged(blocks), "sharing")
    whole |= dict.fromkeys(_listed(blocks, vocabulary), "other stories")
    whole |= dict.fromkeys(_introduced(blocks, vocabulary), "disclaimer")
    whole |= dict.fromkeys(_dated_tail(blocks, max(last, 0), vocabulary), "other stories")
    marks: list[Mark] = []
    for i, block in enumerate(blocks):
        marks += [Mark(block.start, block.end, whole[i])] if i in whole else _within(block, sentences[i], held, cuts, vocabulary)
    return marks


def within(block: Block, marks: list[Mark]) -> list[Mark]:
    """Those of `marks` (in order) that lie in the block."""
    return marks[bisect_left(marks, block.start, key=_start) : bisect_left(marks, block.end, key=_start)]


def _start(mark: Mark) -> int:
    return mark.start


def is_copyright(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line or sentence is a notice of copyright ("(c) Release him" in a list is none)."""
    if COPYRIGHT.match(text):
        return True
    named = COPYRIGHT_NAME.match(text) if text.startswith("(") else None
    return named is not None and any(word.lower() in vocabulary.publishers.words for word in named[1].split())


def _whole(block: Block, sentences: list[Sentence], held: list[_Kind], vocabulary: Vocabulary) -> str | None:
    """Why all of the block is furniture, or None: half of its words are sentences that are, its first among them, or two thirds."""
    if why := _phrase(block.text, [], vocabulary):
        return why
    words = size(block.text)
    if words > 2 * HELD_WORDS:
        return None
    whys: list[str | None] = []
    own = 0
    for _, _, text in sentences:
        whys.append(_phrase(text, held, vocabulary))
        own += 0 if whys[-1] else size(text)
        if own * (2 if whys[0] else 3) > words:
            return None
    return next(filter(None, whys), None)


def _phrase(text: str, held: list[_Kind], vocabulary: Vocabulary) -> str | None:
    """Why a line or sentence is furniture by its phrases, or None; `held` are the kinds whose phrases may stand within it."""
    words = size(text)
    if words > HELD_WORDS:
        return None
    if is_copyright(text, vocabulary):
        return "copyright"
    if is_credit(text, vocabulary):
        return "credit"
    for kind in _kinds(vocabulary) if _openings(vocabulary).match(text) else held:
        listed = words <= START_WORDS or " | " in text
        if kind.whole.are(text) or (listed and kind.starts.match(text)) or (kind in held and kind.holds.search(text)):
            return kind.why
    return None


@cache
def _kinds(vocabulary: Vocabulary) -> list[_Kind]:
    return [
        _Kind(kind.why, Phrases(kind.lines + kind.heads + kind.opens), Phrases(_starts(kind)), Phrases(kind.holds))
        for kind in vocabulary.furniture
    ]


@cache
def _openings(vocabulary: Vocabulary) -> Phrases:
    """All that a line or sentence of furniture may begin with."""
    return Phrases([phrase for kind in vocabulary.furniture for phrase in kind.lines + kind.heads + kind.opens + _starts(kind)])


def _starts(kind: FurnitureKind) -> list[str]:
    """What a short line of the kind begins with: its own phrases, and the heads of lists with their items behind a colon."""
    return kind.starts + [f"{phrase}:" for phrase in kind.opens if "*" not in phrase]


def _barred(text: str, held: list[_Kind], vocabulary: Vocabulary) -> str | None:
    """Why a line of items between bars is furniture, or None: half of them are, and the others are short ("More | Sign up to our list")."""
    if not ("|" in text or "│" in text or "¦" in text):
        return None
    items = [item for item in re.split(r"\s*[|│¦]\s*", text) if item]
    whys = [why for item in items if (why := _phrase(item, held, vocabulary))]
    rest = all(size(item) <= START_WORDS // 3 and not CLOSED.search(item) for item in items if not _phrase(item, held, vocabulary))
    return whys[0] if len(items) > 1 and rest and 2 * len(whys) >= len(items) else None


def _tagged(blocks: list[Block]) -> Iterator[int]:
    """The lines below "ENDS" that end in a hashtag or a handle."""
    end = max((i for i, block in enumerate(blocks) if END.fullmatch(block.text)), default=len(blocks))
    for i in range(end + 1, len(blocks)):
        if TAG.search(blocks[i].text) and size(blocks[i].text) <= LISTED_WORDS:
            yield i


def _menu(block: Block, vocabulary: Vocabulary, *, inside: bool) -> bool:
    """Whether the block is a menu or a trail of crumbs: short items side by side, few of them words of prose."""
    text = block.text
    if size(text) > HELD_WORDS:
        return False
    if size(text) <= START_WORDS and ARROWS.fullmatch(text):
        return True
    shaped = _is_menu(text, vocabulary) or (("  " in text or SEPARATED.search(text) is not None) and _many_items(text, vocabulary, inside))
    return shaped and not any(dates.find(text, vocabulary))


def _is_menu(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is made of words of menus only."""
    return _menu_words(vocabulary).begin(text) and _menu_only(vocabulary).fullmatch(plain(text)) is not None


def _many_items(text: str, vocabulary: Vocabulary, inside: bool) -> bool:
    """Whether a line is made of short items between bars or arrows; inside running text one of them must be a menu's word."""
    crumbs, items = CRUMBS.split(text), [item for item in BARS.split(text) if item]
    if len(crumbs) > 2 and all(len(item.split()) <= ITEM_WORDS for item in crumbs):
        return True
    known = sum(_is_menu(item, vocabulary) or item.startswith("©") for item in items)
    short = all(len(item.split()) <= ITEM_WORDS and not re.search(r"[:.;\d]", item) for item in items)
    return len(items) > 1 and ((known > 0 and 3 * known >= len(items)) or (short and len(items) > 2 and "|" in text and not inside))


@cache
def _menu_words(vocabulary: Vocabulary) -> Phrases:
    return Phrases(vocabulary.menu)


@cache
def _menu_only(vocabulary: Vocabulary) -> re.Pattern[str]:
    item = _menu_words(vocabulary).pattern
    return re.compile(rf"{item}(?:[\s|·•/,>-]+{item}){{0,30}}")


def _listed(blocks: list[Block], vocabulary: Vocabulary) -> Iterator[int]:
    """The items below headings such as "Related stories", up to the next running text; a single one at the top is the title."""
    opens = _opens(vocabulary)
    for i, block in enumerate(blocks):
        if opens.are(block.text):
            end = i + 1
            while end < len(blocks) and _is_headline(blocks[end], vocabulary) and is_item(blocks[end]) >= is_item(blocks[i + 1]):
                end += 1
            yield from range(i + 1, end) if i > 2 or end > i + 2 else ()


@cache
def _opens(vocabulary: Vocabulary) -> Phrases:
    return Phrases([phrase for kind in vocabulary.furniture for phrase in kind.opens])


def _introduced(blocks: list[Block], vocabulary: Vocabulary) -> Iterator[int]:
    """The paragraphs below "About us" and the like, where they stand near the end."""
    heads = _heads(vocabulary)
    for i, block in enumerate(blocks[:-1]):
        if 2 * i > len(blocks) and heads.are(block.text) and not is_item(blocks[i + 1]):
            yield i + 1


@cache
def _heads(vocabulary: Vocabulary) -> Phrases:
    return Phrases([phrase for kind in vocabulary.furniture for phrase in kind.heads])


def _dated_tail(blocks: list[Block], last: int, vocabulary: Vocabulary) -> list[int]:
    """Two or more headlines after the running text, each with its own date at its end ("Posted: 4 May 2012" is the document's)."""
    tail = [i for i in range(last + 1, len(blocks)) if _is_headline(blocks[i], vocabulary) and _ends_dated(blocks[i].text, vocabulary)]
    tail = [i for i in tail if not dates.announced(blocks[i].text, vocabulary)]
    return tail if len(tail) > 1 else []


def _is_headline(block: Block, vocabulary: Vocabulary) -> bool:
    if size(block.text) > LISTED_WORDS or NOTE.match(block.text):
        return False
    return _ends_dated(block.text, vocabulary) or not CLOSED.search(block.text) or block.text.rstrip("\"'”’").endswith("?")


def _ends_dated(text: str, vocabulary: Vocabulary) -> bool:
    return any(found.end >= len(text) - 1 and found.start > 0 for found in dates.days(text, vocabulary))


def _within(block: Block, sentences: list[Sentence], held: list[_Kind], cuts: re.Pattern[str] | None, vocabulary: Vocabulary) -> list[Mark]:
    """Furniture at the ends of a block that is otherwise the document's own: its sentences, and phrases that are cut alone."""
    start, end = _cut(block, cuts) if cuts else (0, len(block.text))
    marks = [Mark(block.start, block.start + start, "pointer")] if start else []
    for first, last, text in reversed(sentences):
        why = _phrase(text, held, vocabulary)
        if not why:
            break
        marks.append(Mark(block.start + first, block.start + last, why))
        end = min(end, first)
    if end < len(block.text) and len(marks) == bool(start):
        marks.append(Mark(block.start + end, block.end, "pointer"))
    return sorted(marks)


def _cut(block: Block, phrases: re.Pattern[str]) -> tuple[int, int]:
    """Where the block begins and ends once phrases such as "Click to expand image" are cut off."""
    head = phrases.match(block.text)
    tail = next((hit for hit in phrases.finditer(block.text) if not block.text[hit.end() :].strip(" .…»›→")), None)
    start = head.end() if head else 0
    return start, max(start, tail.start()) if tail else len(block.text)


@cache
def _cut_phrases(vocabulary: Vocabulary) -> Phrases:
    return Phrases([phrase for kind in vocabulary.furniture for phrase in kind.cuts])


@cache
def _cuts(vocabulary: Vocabulary) -> re.Pattern[str]:
    return raw_pattern([phrase for kind in vocabulary.furniture for phrase in kind.cuts])


def _sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block, roughly: start and end in its text, and the words."""
    start = 0
    for hit in SENTENCE_END.finditer(block.text):
        yield start, hit.end(), block.text[start : hit.end()].strip()
        start = hit.end()
    yield start, len(block.text), block.text[start:].strip()
