"""The shape of lexicon/detentions.toml: cues of custody, what blocks them, how charges and ill-treatment are worded."""

from __future__ import annotations

from functools import cache
from typing import Literal

from hrcli.lexicon import Entry, load
from hrcli.records import CaseEventType, Contact

Kind = Literal["verb", "act", "state", "thing", "holder", "inner"]
Why = Literal["negated", "hypothetical", "demanded", "awaited"]


class Cue(Entry, frozen=True, kw_only=True):
    """One phrase that says that somebody is held, tried, released ...; see the head of detentions.toml."""

    words: str
    kind: Kind
    adverb: str | None = None
    status: str
    step: CaseEventType | None = None
    past: str | None = None
    participle: str | None = None
    link: list[str] = []
    near: list[str] = []
    weak: bool = False
    backed: bool = False
    term: bool = False
    accused: bool = False
    person_only: bool = False
    passive_only: bool = False
    examples: list[str] = []


class Block(Entry, frozen=True, kw_only=True):
    """Words that keep a cue from being a fact."""

    words: list[str]
    why: Why
    before: int = 0
    after: int = 0
    examples: list[str] = []


class Pseudo(Entry, frozen=True, kw_only=True):
    """Phrases that hold the words of a cue without being one."""

    words: list[str]
    examples: list[str] = []


class ChargeCue(Entry, frozen=True, kw_only=True):
    """What a charge stands after (`words`, `then`: "jailed ... for") or before; `sure`: it is nothing else, `later`: it replaces one."""

    words: list[str]
    sure: bool
    later: bool = False
    before: list[str] = []
    then: str | None = None
    examples: list[str] = []


class Words(Entry, frozen=True, kw_only=True):
    """Plain word lists."""

    authorities: list[str]
    accused_too: list[str]
    facilities: list[str]
    offices: list[str]
    units: list[str]
    occupations: frozenset[str]
    no_occupation: frozenset[str]
    kin: frozenset[str]
    things: list[str]
    people: list[str]
    former: list[str]
    suspended: list[str]
    uncertain: list[str]
    not_occupation: list[str]
    staying: list[str]
    descriptions: list[str]
    regions: list[str]
    posts: list[str]
    legal: list[str]
    released: list[str]
    bringing: list[str]
    upheavals: list[str]
    singles: list[str]
    courts: list[str]
    changing: list[str]
    upholding: list[str]
    overturning: list[str]
    achieving: frozenset[str]
    accused: frozenset[str]
    for_others: frozenset[str]
    averting: list[str]
    impending: list[str]
    pairs: list[str]
    relatives: list[str]
    doubts: list[str]
    befalling: list[str]


class Allegation(Entry, frozen=True, kw_only=True):
    """A kind of ill-treatment and the words that tell of it."""

    name: str
    words: list[str]
    contact: Contact | None = None
    examples: list[str] = []


class Health(Entry, frozen=True, kw_only=True):
    """Words that tell of a person's health; `open` where the ailment follows them ("suffers from")."""

    words: list[str]
    open: bool = False
    examples: list[str] = []


class Label(Entry, frozen=True, kw_only=True):
    """What stands before the colon of a line that gives a field of a case."""

    field: Literal["name", "charge", "sentence", "place", "occupation"]
    words: list[str]
    examples: list[str] = []


class Lexicon(Entry, frozen=True, kw_only=True):
    """The whole vocabulary."""

    cue: list[Cue]
    block: list[Block]
    pseudo: list[Pseudo]
    charge: list[ChargeCue]
    label: list[Label]
    words: Words
    allegation: list[Allegation]
    health: list[Health]


@cache
def lexicon() -> Lexicon:
    """The vocabulary of detentions."""
    found: Lexicon = load("detentions", Lexicon)
    return found
