"""A text as the search for detained people reads it: its words without white space, its sentences, who stands where.

Positions here are word positions: indices into `tokens`, which leaves out the white-space tokens of the Doc. The
parser's sentence borders are kept only where punctuation or the page agrees, since the steps here go by surface order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from operator import itemgetter

import numpy as np
from spacy.tokens import Doc, Token

from hrcli.extract.findings import Actor, text_of
from hrcli.extract.holding.strangers import strangers
from hrcli.extract.naming.page import page_of

FINITE = {"VBD", "VBZ", "VBP", "MD"}
ENDS = {".", "!", "?", "…"}
SHORT_LINE = 50
ABBREVIATIONS = {
    "no", "ma", "art", "arts", "st", "nos", "sgt", "capt", "col", "lt", "gen", "sec", "para", "pp", "v", "vs", "al", "fr", "rev", "hon",
}  # fmt: skip
CLOSERS = {'"', "”", "’", "'", "»", ")", "]"}
OPENERS = {'"', "“", "‘", "(", "["}
Name = tuple[int, int, Actor]
_start = itemgetter(0)
CLAUSE_STOPS = {";", ":", "but", "although", "though", "while", "whereas", "because", "after", "before", "since", "despite", "–", "—", "•"}


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the words that it was read from."""

    value: str
    start: int
    end: int


class Tokens:
    """The Doc's tokens by word positions, each made when it is asked for."""

    def __init__(self, doc: Doc, index: list[int]) -> None:
        self._doc, self._index = doc, index
        self._made: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self._index)

    def __getitem__(self, word: int) -> Token:
        token = self._made.get(word)
        if token is None:
            token = self._made[word] = self._doc[self._index[word]]
        return token


@dataclass
class Reading:
    """The words of a Doc in small letters (`index`: their tokens; `texts`: as they are written; `breaks`: those behind white space).

    Its sentences, paragraphs and people are found when they are asked for.
    Sentences and paragraphs (`starts`, `paragraphs`) are given by their first words.
    """

    doc: Doc
    index: list[int]
    words: list[str]
    texts: list[str]
    breaks: list[int]
    _sentences: dict[int, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the words."""
        return Tokens(self.doc, self.index)

    @cached_property
    def where(self) -> dict[int, int]:
        """The words by their tokens' indices."""
        return dict(zip(self.index, range(len(self.index)), strict=True))

    @cached_property
    def paragraphs(self) -> list[int]:
        """The words that begin a paragraph or a list item."""
        lines = {at: _lines_before(self, at) for at in self.breaks}
        opens = [at for at, count in lines.items() if count > 1 or (count == 1 and _opens_item(self, at))]
        return [0, *opens]

    @cached_property
    def gaps(self) -> set[int]:
        """The words behind a tab, a bar or several spaces: the cells of tables, where a text has any."""
        spaced = {at for at in self.breaks if _sets_apart(str(self.doc[self.index[at] - 1].text))}
        return spaced | {at + 1 for at, word in enumerate(self.words) if word == "|"} if spaced or "|" in self.words else set()

    @cached_property
    def starts(self) -> list[int]:
        """The words that begin a sentence."""
        behind = {place for at, word in enumerate(self.words) if word in ENDS for place in _behind(self.words, at)}
        return sorted({*self.paragraphs, *(at for at in behind if _ended(self, at))})

    @cached_property
    def stops(self) -> list[int]:
        """The words that end a clause."""
        return [at for at, word in enumerate(self.words) if word in CLAUSE_STOPS]

    @cached_property
    def times(self) -> set[int]:
        """The indices of the tokens of temporal expressions."""
        return {i for timex in self.doc._.timexes for i in range(timex.start, timex.end)}

    @cached_property
    def people(self) -> dict[int, Actor]:
        """The person whom a word names or stands for."""
        found = sorted(self.doc._.referents.items(), key=lambda pair: int(pair[0]))
        return {self.where[i]: actor for i, actor in found if actor.type == "person" and i in self.where}

    @cached_property
    def names(self) -> list[Name]:
        """Where people are named, in text order."""
        mentions = [(mention, actor) for actor in self.doc._.actors if actor.type == "person" for mention in actor.mentions]
        found: list[Name] = []
        for mention, actor in mentions:
            inside = [self.where[i] for i in range(mention.start, mention.end) if i in self.where]
            if inside:
                found.append((inside[0], inside[-1] + 1, actor))
        found.sort(key=lambda name: name[0])
        return sorted(found + strangers(self, found), key=lambda name: name[0])

    @cached_property
    def _named(self) -> dict[int, Name]:
        """The first name that covers a word, by the word."""
        return {word: name for name in reversed(self.names) for word in range(name[0], name[1])}

    @cached_property
    def _spoken_of(self) -> dict[int, set[tuple[int, int]]]:
        """The sentences that name or mean somebody, by the identity of the actor."""
        found: dict[int, set[tuple[int, int]]] = {}
        for word, actor in self.people.items():
            found.setdefault(id(actor), set()).add(self.sentence(word))
        return found

    def before(self, low: int, most: int) -> list[tuple[int, int]]:
        """Up to so many sentences before the word `low`, the nearest first."""
        found: list[tuple[int, int]] = []
        while low > 0 and len(found) < most:
            found.append(self.sentence(low - 1))
            low = found[-1][0]
        return found

    def sentences_on(self, actor: Actor | None) -> set[tuple[int, int]]:
        """The sentences that name or mean somebody; for nobody, none."""
        return self._spoken_of.get(id(actor), set())

    def named_in(self, low: int, high: int) -> list[Name]:
        """The names that begin in `low:high`, in text order."""
        return self.names[bisect_left(self.names, low, key=_start) : bisect_left(self.names, high, key=_start)]

    def sentence(self, word: int) -> tuple[int, int]:
        """The sentence that a word stands in."""
        found = self._sentences.get(word)
        if found is None:
            found = self._sentences[word] = _around(self.starts, word, len(self.words))
        return found

    def paragraph(self, word: int) -> tuple[int, int]:
        """The paragraph that a word stands in."""
        return _around(self.paragraphs, word, len(self.tokens))

    def near(self, start: int, end: int, wanted: Collection[str], reach: int = 12) -> bool:
        """Whether one of the wanted words stands within `reach` words of `start:end` in the same sentence."""
        low, high = self.sentence(start)
        return any(self.words[i] in wanted for i in range(max(low, start - reach), min(high, end + reach)))

    def name_at(self, word: int) -> Name | None:
        """The name of a person that covers a word."""
        return self._named.get(word)

    def dated(self, word: int) -> bool:
        """Whether a word belongs to a temporal expression."""
        return word < len(self.tokens) and self.index[word] in self.times

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The token indices of the words `start:end`."""
        return self.index[start], self.index[end - 1] + 1

    def text(self, start: int, end: int) -> str:
        """The words `start:end` as they stand in the text, on one line."""
        a, b = self.span(start, end)
        return " ".join(self.doc[a:b].text.split())


def read(doc: Doc) -> Reading:
    """The reading of a Doc that has its actors."""
    page = page_of(doc)
    written = doc.to_array("IS_SPACE") == 0
    index = np.flatnonzero(written).tolist()
    words = list(compress(page.lower, written))
    if "’" in page.text:
        words = [word.replace("’", "'") for word in words]
    if "-" in words:
        words = ["–" if word == "-" and _is_dash(doc, i) else word for i, word in zip(index, words, strict=True)]
    spaces = np.flatnonzero(~written).tolist()
    breaks = sorted({at for nth, i in enumerate(spaces) if 0 < (at := i - nth) < len(index)})
    return Reading(doc, index, words, list(compress(page.words, written)), breaks)


def _is_dash(doc: Doc, at: int) -> bool:
    """Whether a hyphen stands for a dash: between spaces within a line."""
    return at > 0 and bool(doc[at - 1].whitespace_ and doc[at].whitespace_) and not doc[at - 1].is_space


def _behind(words: list[str], stop: int) -> Iterator[int]:
    """Where a sentence may begin behind a full stop: at the next word, or behind closing marks."""
    for at in range(stop + 1, len(words)):
        yield at
        if words[at] not in CLOSERS:
            return


def _sets_apart(space: str) -> bool:
    return "\n" not in space and ("\t" in space or len(space) > 1)


def _lines_before(reading: Reading, at: int) -> int:
    """How many line breaks stand between a word and the one before it."""
    return str(reading.doc[reading.index[at] - 1].text).count("\n")


def _opens_item(reading: Reading, at: int) -> bool:
    """Whether a word that begins a line begins a list item, or follows a line that ended a sentence or was too short to be wrapped."""
    first, before = reading.texts[at], reading.texts[at - 1]
    return (
        first in {"-", "•", "*", "–", "·", "("}
        or first.rstrip(".)").isdigit()
        or before in ENDS | {":", ";"}
        or _line_length(reading.tokens[at]) < SHORT_LINE
        or (":" in reading.words[at + 2 : at + 5] and all(text.istitle() for text in reading.texts[at : at + 2]))
    )


def _line_length(token: Token) -> int:
    """The length of the line before the one that a token begins."""
    before = str(text_of(token.doc)[: token.idx]).rstrip()
    return len(before) - before.rfind("\n") - 1


def _ended(reading: Reading, at: int) -> bool:
    back = at - 1
    while back > 0 and reading.texts[back] in CLOSERS:
        back -= 1
    if reading.words[back] not in ENDS or back < 1 or _abbreviates(reading, back):
        return False
    first = reading.texts[at][0]
    return first.isupper() or first.isdigit() or first in OPENERS


def _abbreviates(reading: Reading, dot: int) -> bool:
    """Whether a full stop closes an abbreviation, an initial or the number of a list item rather than a sentence."""
    before = reading.texts[dot - 1]
    if before.isdigit():
        return dot == 1 or bool(reading.tokens[dot - 1].is_sent_start) or reading.texts[dot - 2] in ENDS
    return reading.words[dot - 1] in ABBREVIATIONS or (len(before) == 1 and before.isupper())


def _around(borders: list[int], word: int, size: int) -> tuple[int, int]:
    nth = bisect_right(borders, word) - 1
    return borders[nth], borders[nth + 1] if nth + 1 < len(borders) else size
