"""The calendar's words from lexicon/time.toml, and the alternations that the grammar's patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from hrcli import lexicon
from hrcli.lexicon import Entry


class Holiday(Entry):
    """A day with a name: a day of a month, the `nth` (-1: last) weekday of a month, or so many days from Easter Sunday.

    `year` only where the name means one day of one year.
    """

    names: list[str]
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    year: int | None = None


class Phrases(Entry):
    """Phrases that share one TimeML value."""

    names: list[str]
    value: str


class Example(Entry):
    """A sentence, the date of its document, and what is found: expression -> EDTF date or TimeML value."""

    text: str
    finds: dict[str, str]
    date: str | None = None


class TimeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of lexicon/time.toml."""

    approximate: list[str]
    vague: list[str]
    two: list[str]
    before_month: frozenset[str]
    not_year_after: frozenset[str]
    not_year_before: frozenset[str]
    name_before: frozenset[str]
    ahead: frozenset[str]
    ahead_before: frozenset[str]
    of_today: frozenset[str]
    calls: frozenset[str]
    unchanged: frozenset[str]
    schedules: frozenset[str]
    heralds: frozenset[str]
    reactions: frozenset[str]
    happenings: frozenset[str]
    appointed: frozenset[str]
    backgrounds: frozenset[str]
    first_days: dict[str, int]
    after_day: frozenset[str]
    puts_off: frozenset[str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    months: dict[str, int]
    month_abbreviations: dict[str, int]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    seasons: dict[str, int]
    units: dict[str, str]
    plural_units: dict[str, str]
    parts: dict[str, str]
    decades: dict[str, int]
    holidays: list[Holiday]
    references: list[Phrases]
    repeats: list[Phrases]
    examples: list[Example]


@cache
def words() -> TimeWords:
    """The vocabulary, read once."""
    loaded: TimeWords = lexicon.load("time", TimeWords)
    return loaded


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A matched word as the vocabulary spells it: lower case, single spaces, straight apostrophes, no full stop at the end."""
    return " ".join(text.split()).replace("’", "'").strip(" .").lower()


def either(choices: Iterable[str]) -> str:
    """A pattern that matches any of the choices, the longest first; spaces and apostrophes as the page has them."""
    ordered = sorted(choices, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ").replace("'", "['’]") for word in ordered) + ")"


def month(text: str) -> int:
    """The number of a month's name or abbreviation."""
    word = plain(text)
    return words().months.get(word) or words().month_abbreviations[word]


def month_or_none(text: str) -> int | None:
    """The number of a month's name, None for another word."""
    word = plain(text)
    return words().months.get(word) or words().month_abbreviations.get(word)


def year(text: str) -> int:
    """A year in figures or as it is spoken ("nineteen eighty-nine")."""
    word = plain(text)
    return int(word) if word.isdecimal() else 1900 + sum(words().numbers.get(piece, 0) for piece in re.split(r"[\s-]+", word)[1:])


def weekday(text: str) -> int:
    """The number of a weekday's name or abbreviation, Monday 0."""
    word = plain(text)
    known = words().weekdays
    return known[word] if word in known else words().weekday_abbreviations[word]


def unit(text: str) -> str:
    """The ISO letter of a unit of time in the singular, the plural or with an apostrophe."""
    word = plain(text).rstrip("'")
    known = words().units
    return words().plural_units.get(word) or known.get(word) or known.get(word.removesuffix("'s").removesuffix("s")) or known[word]


@lru_cache(maxsize=4096)
def number(text: str) -> float | None:
    """The value of a number in figures or words ("two and a half", "twenty-four", "a"); None for vague ones ("several")."""
    word = plain(text)
    if word in words().vague:
        return None
    if word in words().two:
        return 2.0
    half = 0.5 if re.search(r"and a half|1/2|½", word) else 0.0
    word = re.sub(r"\s*(and a half|1/2|½)", "", word).strip()
    if re.fullmatch(r"[\d.,]+", word):
        return float(word.replace(",", "")) + half
    if word in ("half a", "half an"):
        return 0.5
    pieces = re.split(r"[\s-]+", word)
    known = [words().numbers[piece] for piece in pieces if piece in words().numbers]
    return sum(known) + half if known else 1.0 + half
