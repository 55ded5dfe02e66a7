"""Where names of private persons stand in a text, and what stands there instead.

A whole name is found in any case of its letters that a title may have, its parts by themselves wherever they begin with a capital.
Parts that are words, places or days are left where they stand alone: "May" is a month, "He" a pronoun.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from hrcli.ingest.words import counts
from hrcli.records import Entity
from hrcli.resolve import keys
from hrcli.resolve.actors import codes
from hrcli.resolve.privacy import Private, orders, vocabulary

SOMEBODY = "[name]"  # in the place of a part of a name that several bear
WORD = re.compile(r"[^\W\d_](?:(?!(?<=[a-z])[A-Z])[^\W\d_]|[\u0300-\u036f])*")
BETWEEN = re.compile(r"[\s.'’ʼ`·‧•‐‑_-]{0,3}")
ADDRESS = ("@", "://", "www.")  # parts of a word that is an address
BRACKET = re.compile(r"\s{0,2}[(（]\s{0,2}")
BEGINS = re.compile(r"(?:^|[.!?:\n])[\s\"'“”‘’(\[]*$")
SPACELESS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
JOINED = 5  # letters of a name run together that is looked for within a word of an address
ORDINARY = 0.4  # the share of a word's uses without a capital from which on it is no name by itself


@dataclass(frozen=True)
class Span:
    """A stretch of a text, and what stands there instead."""

    start: int
    end: int
    instead: str


class Phrase(NamedTuple):
    """What stands for a whole name (nothing for one that is kept), and which of its words begin with a capital."""

    instead: str | None
    capitals: tuple[bool, ...]


@dataclass
class Names:
    """What to look for: phrases by their first word, single words, and those that are a name within a sentence only.

    `local` is for single words that several bear: by document, what stands there for the only bearer; nothing for a name that is kept.
    """

    phrases: dict[str, dict[tuple[str, ...], Phrase]] = field(default_factory=lambda: defaultdict(dict))
    single: dict[str, str] = field(default_factory=dict)
    within: dict[str, str] = field(default_factory=dict)
    local: dict[str, dict[str, str | None]] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)
    native: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Nothing is compiled yet."""
        self._native: re.Pattern[str] | None = None
        self._joined: re.Pattern[str] | None = None

    def compiled(self) -> Names:
        """Ready to be looked for."""
        self._native, self._joined = _any_of(self.native), _any_of(self.joined)
        return self

    def spans(self, text: str, *, address: bool = False, document: str | None = None) -> list[Span]:
        """The stretches of a text of some document that name private persons, in order; an `address` has no capitals and no spaces."""
        found = [*self._native_spans(text)]
        regions = [(0, len(text))] if address else _addresses(text)
        for start, end in regions:
            found += self._within_address(text, start, end)
        found += self._in_words(text, list(WORD.finditer(text)), regions, document)
        return _merged(text, found)

    def _native_spans(self, text: str) -> Iterator[Span]:
        if self._native and not text.isascii():
            for each in self._native.finditer(plain(text)):
                yield Span(each.start(), each.end(), self.native[each.group()])

    def _within_address(self, text: str, start: int, end: int) -> Iterator[Span]:
        if self._joined:
            lowered = text[start:end].lower()
            for each in self._joined.finditer(lowered if len(lowered) == end - start else text[start:end]):
                yield Span(start + each.start(), start + each.end(), self.joined[each.group()])

    def _in_words(
        self, text: str, words: Sequence[re.Match[str]], regions: Sequence[tuple[int, int]], document: str | None
    ) -> Iterator[Span]:
        folded = [keys.fold(each.group()) for each in words]
        n = 0
        while n < len(words):
            small = any(start <= words[n].start() < end for start, end in regions)
            length, instead = self._phrase(text, words, folded, n, small=small)
            if not length and (small or _is_capital(words[n].group())):
                length, instead = 1, self._alone(text, words[n], folded[n], document)
            if length and instead:
                yield Span(words[n].start(), words[n + length - 1].end(), instead)
            n += max(length, 1)

    def _phrase(self, text: str, words: Sequence[re.Match[str]], folded: Sequence[str], n: int, *, small: bool) -> tuple[int, str | None]:
        """How many words from the nth on are the longest name there, and what stands for it: nothing for a name that is kept."""
        for phrase, (instead, capitals) in self.phrases.get(folded[n], {}).items():
            found = words[n : n + len(phrase)]
            if (
                tuple(folded[n : n + len(phrase)]) == phrase
                and _adjoin(text, found)
                and (small or _as_written(found, capitals) or _is_rare(phrase))
            ):
                return len(phrase), instead
        return 0, None

    def _alone(self, text: str, word: re.Match[str], folded: str, document: str | None) -> str | None:
        if folded in self.within and not BEGINS.search(text, max(word.start() - 8, 0), word.start()):
            return self.within[folded]
        family = folded[:-1] if len(folded) > 4 and folded.endswith("s") and folded not in self.single and not _is_word(folded) else folded
        instead = self.single.get(family)
        return self.local[family].get(document or "", instead) if family in self.local else instead


def names(private: Sequence[Private], public: Sequence[Entity], others: Iterable[Entity]) -> Names:
    """What to look for to hide private persons; names of public ones and of `others` are kept where they are longer."""
    found, bearers, aliases = Names(), _Bearers(), _Bearers()
    for each in (*public, *(other for other in others if other.type == "place")):
        for phrase, capitals in map(_written, (each.name, *each.aliases)):
            if len(phrase) > 1:
                found.phrases[phrase[0]].setdefault(phrase, Phrase(None, capitals))
    for person in private:
        for name in person.names:
            _learn(found, bearers, aliases, name, person.pseudonym)
    kept = _kept(public)
    places = _places(others, private)
    for token, who in bearers.items():
        if not (token in places or _is_word(token)):
            found.single[token] = _only(who, kept.get(token, ()))
    for token, who in aliases.items():
        if token not in found.single and token not in places and len(token) > 1:
            found.within[token] = _only(who, kept.get(token, ()))
    documents = {person.pseudonym: person.documents for person in private}
    for token, instead in found.single.items():
        if instead == SOMEBODY:
            found.local[token] = _in_documents(bearers[token], documents, kept.get(token, set()))
    for first, phrases in found.phrases.items():
        found.phrases[first] = dict(sorted(phrases.items(), key=lambda pair: -len(pair[0])))
    return found.compiled()


def _kept(public: Iterable[Entity]) -> dict[str, set[str]]:
    """By a part of the name of a person who keeps it: the documents that speak of that person."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in public:
        for token in {token for name in (each.name, *each.aliases) for token in tokens(name)}:
            found[token].update(each.documents)
    return dict(found)


def _only(who: Collection[str], kept: Collection[str]) -> str:
    """The pseudonym of the only bearer."""
    return next(iter(who)) if len(who) == 1 and not kept else SOMEBODY


def _in_documents(who: Iterable[str], documents: Mapping[str, Iterable[str]], kept: set[str]) -> dict[str, str | None]:
    """By document what stands for a part of a name that several bear; nothing where only those bear it who keep their names."""
    private: dict[str, set[str]] = defaultdict(set)
    for pseudonym in who:
        for document in documents[pseudonym]:
            private[document].add(pseudonym)
    alone: dict[str, str | None] = dict.fromkeys(kept - set(private), None)
    return alone | {document: next(iter(those)) for document, those in private.items() if len(those) == 1 and document not in kept}


class _Bearers(defaultdict[str, set[str]]):
    """By a part of a name: who bears it."""

    def __init__(self) -> None:
        super().__init__(set)


def _learn(found: Names, bearers: _Bearers, aliases: _Bearers, name: str, pseudonym: str) -> None:
    """Add one name of a private person."""
    if keys.script(name) in SPACELESS:
        parts = [part for part in re.split(r"[·‧•\s]", name) if len(part) > 2]
        found.native.update({plain(part): pseudonym for part in (name, *parts) if len(part) > 1})
        return
    phrase, capitals = _written(name)
    for token in phrase:
        if len(token) > 1 and token not in vocabulary().particles and token not in keys.title_words():
            bearers[token].add(pseudonym)
    if len(phrase) == 1:
        aliases[phrase[0]].add(pseudonym)
    elif phrase and any(token in bearers or len(token) > 1 for token in phrase):
        for n in {0, 1, len(phrase) - 1}:  # as it stands, the first name last, the last name first
            order = phrase[n:] + phrase[:n]
            known = found.phrases[order[0]].get(order)
            found.phrases[order[0]][order] = Phrase(_one(known.instead if known else None, pseudonym), capitals[n:] + capitals[:n])
        found.joined.update({order: pseudonym for order in orders(name) if len(order) >= JOINED and len(phrase) > 1})


def _one(known: str | None, pseudonym: str) -> str:
    """The pseudonym of a whole name: of namesakes neither's."""
    return pseudonym if known in (None, pseudonym) else SOMEBODY


def _places(others: Iterable[Entity], private: Iterable[Private]) -> set[str]:
    """Single words that are places or states rather than people."""
    named: dict[str, int] = defaultdict(int)
    for person in private:
        for token in {tokens(name)[0] for name in person.names if len(tokens(name)) == 1}:
            named[token] = max(named[token], person.mentions)
    places = {found[0]: each.mentions for each in others if each.type == "place" for found in [tokens(each.name)] if len(found) == 1}
    return {token for token, count in places.items() if count >= named[token]} | set(codes())


def _is_word(token: str) -> bool:
    """Whether a part of a name is an ordinary word, or the name of a time."""
    seen, small = counts().get(token, (0, 0))
    return token in vocabulary().times or (small > 2 and small >= ORDINARY * seen)


def tokens(name: str) -> tuple[str, ...]:
    """The folded words of a name, as they are looked for in texts."""
    return tuple(keys.fold(each) for each in WORD.findall(name))


def _written(name: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The folded words of a name, and which begin with a capital."""
    return tokens(name), tuple(map(_is_capital, WORD.findall(name)))


def _as_written(words: Sequence[re.Match[str]], capitals: Sequence[bool]) -> bool:
    """Whether every word has a capital that has one in the name."""
    return all(_is_capital(word.group()) or not capital for word, capital in zip(words, capitals, strict=True))


def _is_rare(phrase: Sequence[str]) -> bool:
    """Whether several words are a name even in small letters: none of them is a word."""
    return len(phrase) > 1 and not any(_is_word(token) or token in vocabulary().particles or len(token) < 2 for token in phrase)


def plain(text: str) -> str:
    """A text with simplified characters, letter for letter."""
    return text.translate(keys.simplified())


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where the words of a text are that are addresses."""
    if not any(mark in text for mark in ADDRESS):
        return []
    return [(each.start(), each.end()) for each in re.finditer(r"\S+", text) if any(mark in each.group() for mark in ADDRESS)]


def _is_capital(word: str) -> bool:
    """Whether a word has a capital, or is of a script that has none."""
    return not word[0].islower()


def _adjoin(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(BETWEEN.fullmatch(text, one.end(), other.start()) for one, other in pairwise(words))


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest))) if longest else None


def _merged(text: str, found: Iterable[Span]) -> list[Span]:
    """Spans in order, without those that lie in others; what follows directly and stands for the same person is one."""
    spans: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        last = spans[-1] if spans else None
        if last and span.start < last.end:
            spans[-1] = Span(last.start, max(last.end, span.end), last.instead)
        elif last and span.instead == last.instead != SOMEBODY and (end := _one_name(text, last, span)):
            spans[-1] = Span(last.start, end, span.instead)
        else:
            spans.append(span)
    return spans


def _one_name(text: str, one: Span, other: Span) -> int | None:
    """Where two stretches that stand for one person end as one: side by side, or the second in brackets."""
    if BETWEEN.fullmatch(text, one.end, other.start):
        return other.end
    closed = text[other.end : other.end + 1] in (")", "）") and BRACKET.fullmatch(text, one.end, other.start)
    return other.end + 1 if closed else None
