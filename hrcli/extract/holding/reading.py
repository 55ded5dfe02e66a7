"""A text as the search for detained people reads it: its words without white space, its sentences, who stands where.

Positions here are word positions: indices into `tokens`, which leaves out the white-space tokens of the Doc. The
parser's sentence borders are kept only where punctuation or the page agrees, since the steps here go by surface order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from hrcli.extract.findings import Actor, text_of
from hrcli.extract.holding.custodywords import lexicon

ENDS = {".", "!", "?", "…"}
SHORT_LINE = 50
ABBREVIATIONS = {
    "no", "ma", "art", "arts", "st", "nos", "sgt", "capt", "col", "lt", "gen", "sec", "para", "pp", "v", "vs", "al", "fr", "rev", "hon",
}  # fmt: skip
CLOSERS = {'"', "”", "’", "'", "»", ")", "]"}
CLAUSE_STOPS = {";", ":", "but", "although", "though", "while", "whereas", "because", "after", "before", "since", "despite", "–", "—", "•"}


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the words that it was read from."""

    value: str
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """The words of a Doc with sentences and paragraphs (half-open word ranges) and the people at each word."""

    doc: Doc
    tokens: list[Token]
    words: list[str]
    starts: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    people: dict[int, Actor] = field(default_factory=dict)
    names: list[tuple[int, int, Actor]] = field(default_factory=list)
    where: dict[int, int] = field(default_factory=dict)
    times: set[int] = field(default_factory=set)

    def sentence(self, word: int) -> tuple[int, int]:
        """The sentence that a word stands in."""
        return _around(self.starts, word, len(self.tokens))

    def paragraph(self, word: int) -> tuple[int, int]:
        """The paragraph that a word stands in."""
        return _around(self.paragraphs, word, len(self.tokens))

    def near(self, start: int, end: int, wanted: Collection[str], reach: int = 12) -> bool:
        """Whether one of the wanted words stands within `reach` words of `start:end` in the same sentence."""
        low, high = self.sentence(start)
        return any(self.words[i] in wanted for i in range(max(low, start - reach), min(high, end + reach)))

    def name_at(self, word: int) -> tuple[int, int, Actor] | None:
        """The name of a person that covers a word."""
        return next((name for name in self.names if name[0] <= word < name[1]), None)

    def dated(self, word: int) -> bool:
        """Whether a word belongs to a temporal expression."""
        return word < len(self.tokens) and self.tokens[word].i in self.times

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The token indices of the words `start:end`."""
        return self.tokens[start].i, self.tokens[end - 1].i + 1

    def text(self, start: int, end: int) -> str:
        """The words `start:end` as they stand in the text, on one line."""
        a, b = self.span(start, end)
        return " ".join(self.doc[a:b].text.split())


def read(doc: Doc) -> Reading:
    """The reading of a Doc that has its actors."""
    tokens = [token for token in doc if not token.is_space]
    reading = Reading(doc=doc, tokens=tokens, words=[_folded(token) for token in tokens])
    reading.times = {i for timex in doc._.timexes for i in range(timex.start, timex.end)}
    reading.where = {token.i: at for at, token in enumerate(tokens)}
    for at in range(len(tokens)):
        lines = _lines_before(doc, tokens[at])
        if at == 0 or lines > 1 or (lines == 1 and _opens_item(tokens, at)):
            reading.paragraphs.append(at)
            reading.starts.append(at)
        elif _ended(reading.words, tokens, at):
            reading.starts.append(at)
    reading.stops = [at for at, word in enumerate(reading.words) if word in CLAUSE_STOPS]
    _place_people(reading)
    return reading


def _place_people(reading: Reading) -> None:
    for at, token in enumerate(reading.tokens):
        actor = reading.doc._.referents.get(token.i)
        if actor is not None and actor.type == "person":
            reading.people[at] = actor
    for actor in reading.doc._.actors:
        if actor.type == "person":
            for mention in actor.mentions:
                inside = [reading.where[i] for i in range(mention.start, mention.end) if i in reading.where]
                if inside:
                    reading.names.append((inside[0], inside[-1] + 1, actor))
    reading.names.sort(key=lambda name: name[0])
    _fill_lists(reading)


def _fill_lists(reading: Reading) -> None:
    """Take for names what nobody took for one, where the text leaves no doubt.

    Capitalised words between commas in a list of names ("Ana Lopez, Bilal, Omar Haddad and Idris"), or right behind an
    occupation ("photographer Ana Lopez").
    """
    ends = {name[1] for name in reading.names}
    covered = {i for name in reading.names for i in range(name[0], name[1])}
    jobs = set(lexicon().words.occupations)
    for at in range(1, len(reading.tokens)):
        if at in covered:
            continue
        listed = at - 1 in ends and reading.words[at - 1] == ","
        end = unknown_name(reading, at) if listed or reading.tokens[at - 1].text in jobs else None
        if end is None or not (_listed_on(reading, end) if listed else end - at > 1):
            continue
        reading.names.append((at, end, Actor(reading.text(at, end), "person", [])))
        ends.add(end)
        covered.update(range(at, end))
    reading.names.sort(key=lambda name: name[0])


def unknown_name(reading: Reading, start: int) -> int | None:
    """Where up to four capitalised words end that belong to no actor told of elsewhere."""
    end = start
    while end < min(len(reading.tokens), start + 4) and reading.tokens[end].is_title and not _told_of_elsewhere(reading, end):
        end += 1
    return end if end > start else None


def _told_of_elsewhere(reading: Reading, at: int) -> bool:
    actor = reading.doc._.referents.get(reading.tokens[at].i)
    return actor is not None and (actor.country is not None or len(actor.mentions) > 1)


def _listed_on(reading: Reading, end: int) -> bool:
    """Whether a list goes on after `end`: a comma or "and" before one more capitalised word."""
    return end + 1 < len(reading.tokens) and reading.words[end] in {",", "and"} and reading.tokens[end + 1].text[:1].isupper()


def _folded(token: Token) -> str:
    return str(token.lower_).replace("’", "'")


def _lines_before(doc: Doc, token: Token) -> int:
    """How many line breaks stand between a token and the word before it."""
    # never doc.text here: spaCy builds it anew at every call
    before = doc[token.i - 1] if token.i else token
    return str(before.text).count("\n") if before.is_space else 0


def _opens_item(tokens: list[Token], at: int) -> bool:
    """Whether a word that begins a line begins a list item, or follows a line that ended a sentence or was too short to be wrapped."""
    first, before = tokens[at].text, tokens[at - 1].text
    return (
        first in {"-", "•", "*", "–", "·", "("}
        or first.rstrip(".)").isdigit()
        or before in ENDS | {":", ";"}
        or _line_length(tokens[at]) < SHORT_LINE
    )


def _line_length(token: Token) -> int:
    """The length of the line before the one that a token begins."""
    before = str(text_of(token.doc)[: token.idx]).rstrip()
    return len(before) - before.rfind("\n") - 1


def _ended(words: list[str], tokens: list[Token], at: int) -> bool:
    back = at - 1
    while back > 0 and tokens[back].text in CLOSERS:
        back -= 1
    if words[back] not in ENDS or back < 1 or _abbreviates(tokens, back):
        return False
    first = tokens[at]
    return first.text[0].isupper() or first.text[0].isdigit() or first.text in {'"', "“", "‘", "(", "["}


def _abbreviates(tokens: list[Token], dot: int) -> bool:
    """Whether a full stop closes an abbreviation, an initial or the number of a list item rather than a sentence."""
    before = tokens[dot - 1]
    numbered = before.text.isdigit() and (dot == 1 or bool(before.is_sent_start) or tokens[dot - 2].text in ENDS)
    return before.lower_ in ABBREVIATIONS or (len(before) == 1 and before.is_upper) or numbered


def _around(borders: list[int], word: int, size: int) -> tuple[int, int]:
    nth = bisect_right(borders, word) - 1
    return borders[nth], borders[nth + 1] if nth + 1 < len(borders) else size
