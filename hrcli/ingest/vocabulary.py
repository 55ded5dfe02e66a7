"""The shape of what ingest must know of words: `lexicon/ingest.toml` is decoded to a `Vocabulary` and handed in."""

from __future__ import annotations

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """The base of every part: immutable, strict, and hashed by identity so that what is compiled from it can be cached."""


class FurnitureKind(Entry, frozen=True, kw_only=True):
    """Phrases of one kind of page furniture; `examples` are lines that they must find, `traps` lines that they must leave.

    `lines` are whole lines, `heads` such that take the paragraph below with them at the end of a text, `starts` begin a short line,
    `holds` stand anywhere in a sentence, `cuts` are taken out alone at either end of a line, `opens` head a list of other stories.
    "*" stands for one to six words.
    """

    why: str
    lines: list[str] = []
    heads: list[str] = []
    starts: list[str] = []
    holds: list[str] = []
    cuts: list[str] = []
    opens: list[str] = []
    examples: list[str]
    traps: list[str] = []


class Labels(Entry, frozen=True):
    """Lines that are no title: those that say what kind of text it is (of these, `releases` stand above the title), beginnings of
    such lines, honorifics that begin an addressee, the words that close a letter and those that open one, subjects and last words of a
    short line above the title, and first words of a motto below an organisation's name.
    """

    lines: list[str]
    releases: list[str]
    starts: list[str]
    honorifics: list[str]
    closings: list[str]
    salutations: list[str]
    categories: list[str]
    kickers: list[str]
    mottoes: list[str]


class Credits(Entry, frozen=True):
    """Words of the line of reporters: what they did ("editing"), and small words between their names and places."""

    crafts: list[str]
    small: list[str]


class DateWords(Entry, frozen=True):
    """Words that announce a publication date, the day of a change, or another date, and what a date right behind tells of.

    Month names are numbered from 1, weekdays from 0 (Monday), seasons as in EDTF; `issues` are words that stand beside that of an issue.
    """

    labels: list[str]
    updates: list[str]
    issues: list[str]
    seasons: dict[str, int]
    avoid: list[str]
    events: list[str]
    months: dict[str, int]
    weekdays: dict[str, int]


class Contacts(Entry, frozen=True):
    """Headings of blocks that name people to ring or write to."""

    heads: list[str]


class Publishers(Entry, frozen=True):
    """What tells an organisation's name, where a text names its issuer, and UN document symbols with the body they belong to.

    `places` are abbreviations in a dateline that name no agency, `papers` what a body issues ("opinion"), `societies` what an
    organisation calls itself ("network"), `mailers` the hosts of anybody's mail, `streets` words of an address, `stock` sentences
    that stand below all releases of one issuer.
    """

    words: list[str]
    outlets: list[str]
    agencies: list[str]
    parents: list[str]
    bodies: list[str]
    kinds: list[str]
    verbs: list[str]
    symbols: dict[str, str]
    places: list[str]
    papers: list[str]
    societies: list[str]
    mailers: list[str]
    streets: list[str]
    stock: dict[str, str]


class Mending(Entry, frozen=True):
    """Small words that are found glued to a capital, names that are written with an inner capital, and ends of domains."""

    before: list[str]
    whole: list[str]
    domains: list[str]


class English(Entry, frozen=True):
    """The commonest words, whose share tells that a text is English."""

    stop: list[str]


class Vocabulary(Entry, frozen=True):
    """All that ingest must know of words."""

    menu: list[str]
    furniture: list[FurnitureKind]
    labels: Labels
    credits: Credits
    dates: DateWords
    contacts: Contacts
    publishers: Publishers
    mending: Mending
    english: English
