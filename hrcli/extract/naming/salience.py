"""Who stands in the foreground of a text: where actors are named, in which part of the clause, and how that fades."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Token

from hrcli.extract.findings import Actor
from hrcli.extract.lemmas import bases
from hrcli.extract.naming.page import Page

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
SAYING = frozenset(
    (
        "say",
        "tell",
        "add",
        "write",
        "explain",
        "recall",
        "tweet",
        "note",
        "state",
        "declare",
        "urge",
        "warn",
        "report",
        "describe",
        "condemn",
        "call",
        "argue",
        "announce",
        "claim",
        "stress",
    )
)
GRADES = {"nsubj": 2.0, "nsubj:pass": 2.0, "ROOT": 1.6, "obj": 1.0, "iobj": 1.0, "nmod:poss": 0.8}
OPENING = "“"
EITHER = '"'
MARKS = frozenset((OPENING, "”", EITHER))
CREDITS = frozenset(("/", "Photo", "Photograph", "by:", "©"))
"""What stands before the name of a picture's maker, who has no part in the text."""
OTHER = 0.4
FADING = 0.8
TOPIC = 1.5


class Sighting(NamedTuple):
    """One place where an actor is meant: the token, its sentence's number, its grade in the clause, whether it is a speaker there."""

    at: int
    sentence: int
    grade: float
    speaks: bool
    quoted: bool


class Stage:
    """All sightings of a text so far: every name of the actors, and the other tokens that were found to mean them."""

    def __init__(self, page: Page, actors: list[Actor]) -> None:
        self._page = page
        self._named: dict[int, list[Sighting]] = {}
        self._meant: dict[int, list[Sighting]] = {}
        most = max((len(actor.mentions) for actor in actors), default=1)
        self.shares = {id(actor): len(actor.mentions) / most for actor in actors}

    @cached_property
    def sentences(self) -> list[int]:
        """The number of the sentence of each token."""
        return [number for number, (start, end) in enumerate(self._page.sentences) for _ in range(start, end)]

    @cached_property
    def quoted(self) -> set[int]:
        """The tokens between quotation marks."""
        return quoted(self._page)

    def add(self, actor: Actor, token: Token) -> None:
        """Note that a token means an actor; tokens come in the order of the text."""
        self._meant.setdefault(id(actor), []).append(self._sighting(token))

    def before(self, actor: Actor, token: Token, window: int) -> list[Sighting]:
        """The sightings of an actor before a token, in its sentence or the last ones: by name first, then by other words."""
        floor = self._page.sentences[max(0, self.sentences[token.i] - window)][0]
        return self._between(actor, floor, token.i)

    def near(self, actor: Actor, token: Token) -> list[Sighting]:
        """The sightings of an actor in the sentence of a token, the one before and the one behind."""
        number = self.sentences[token.i]
        around = self._page.sentences[max(0, number - 1) : number + 2]
        return self._between(actor, around[0][0], around[-1][1])

    def weight(self, actor: Actor, token: Token, sighting: Sighting) -> float:
        """How far in the foreground a sighting puts an actor at a token; an actor's share is that of the most named one's mentions."""
        back = self.sentences[token.i] - sighting.sentence
        apart = 0.4 if sighting.quoted != (token.i in self.quoted) else 0.0
        return sighting.grade - FADING * back - apart + TOPIC * self.shares.get(id(actor), 0.0)

    def _between(self, actor: Actor, start: int, end: int) -> list[Sighting]:
        if id(actor) not in self._named:
            self._named[id(actor)] = list(self._names(actor))
        found: list[Sighting] = []
        for sightings in (self._named[id(actor)], self._meant.get(id(actor), ())):
            if sightings and sightings[0].at < end and start <= sightings[-1].at:
                found += sightings[bisect_left(sightings, (start,)) : bisect_left(sightings, (end,))]
        return found

    def _names(self, actor: Actor) -> Iterator[Sighting]:
        for mention in actor.mentions:
            if not (mention.start and self._page.words[mention.start - 1] in CREDITS):
                yield self._sighting(self._page.root(mention.start, mention.end))

    def _sighting(self, token: Token) -> Sighting:
        head = first(token)
        return Sighting(token.i, self.sentences[token.i], GRADES.get(head.dep_, OTHER), speaks(head), token.i in self.quoted)


def first(token: Token) -> Token:
    """The token that bears a noun's part in its clause: the first of coordinated nouns, the noun that it is an apposition of."""
    while token.dep_ in ("conj", "appos", "flat", "compound") and token.head.pos_ in ("PROPN", "NOUN") and token.head.i != token.i:
        token = token.head
    return token


def speaks(token: Token) -> bool:
    """Whether a token is the subject of a verb of saying."""
    return token.dep_ in SUBJECTS and not bases(token.head).isdisjoint(SAYING)


def quoted(page: Page) -> set[int]:
    """The tokens between quotation marks; a quotation left open ends with its paragraph."""
    found: set[int] = set()
    if MARKS.isdisjoint(page.vocabulary):
        return found
    start, borders = None, MARKS.union(word for word in page.vocabulary if "\n\n" in word)
    for at, word in [(at, word) for at, word in enumerate(page.words) if word in borders]:
        if start is not None:
            found.update(range(start, at))
        start = at + 1 if word == OPENING or (word == EITHER and start is None) else None
    return found if start is None else found | set(range(start, len(page)))
