"""Whether two mentions of a day tell of one event: who takes part, what is said, at what time of day.

Pure functions on what `chronicle` has found of each; they expect that day, type and modality agree already.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hrcli.records import TimelineEntry
from hrcli.resolve import keys

SHARE = 0.6  # of all the words of two mentions that are of both, where the words alone make them one
FEWEST = 4  # such words
WORD = 4  # letters; shorter words say how, not what
MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WHEN = re.compile(
    rf"\b(?:{DAY}\s+)?(?:{MONTH})\b\.?(?:\s+{DAY}\b)?(?:,?\s+\d{{4}}\b)?|\b\d{{4}}-\d\d-\d\d\b"
    r"|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
SMALL = frozenset(
    "about after also been before could from have into over should that their there they this were which will with would".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Actors:
    """Who takes part: every actor's name by its id, and the ids of the persons and of the bodies that are not just "the police"."""

    names: Mapping[str, str]
    persons: frozenset[str]
    bodies: frozenset[str]


@dataclass(frozen=True)
class Mention:
    """An entry with its actors, the words that say what happened, those that name or count, those of the actors, the time of day."""

    entry: TimelineEntry
    actors: Actors
    words: frozenset[str]
    telling: frozenset[str]
    names: frozenset[str]
    clock: str | None

    @property
    def persons(self) -> frozenset[str]:
        """The ids of the persons who take part."""
        return self.actors.persons

    @property
    def bodies(self) -> frozenset[str]:
        """The ids of the bodies that take part."""
        return self.actors.bodies


def mention(entry: TimelineEntry, actors: Actors) -> Mention:
    """What is to be compared of an entry."""
    what = WHEN.sub(" ", (entry.event or "").replace(entry.text, " "))
    said = [(word, keys.fold(word)) for word in re.findall(r"\w+", what)]
    telling = frozenset(folded for word, folded in said if word[0].isupper() or word[0].isdigit())
    words = frozenset(folded for _, folded in said if len(folded) >= WORD)
    clock = entry.timex3.value.partition("T")[2] if entry.timex3 and entry.kind == "time" else ""
    return Mention(
        entry=entry,
        actors=actors,
        words=(words | telling) - SMALL,
        telling=telling - SMALL,
        names=frozenset(word for name in actors.names.values() for word in keys.words(name)),
        clock=clock or None,
    )


def same(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell of one event."""
    if _apart(one, other):
        return False
    persons, bodies = one.persons & other.persons, one.bodies & other.bodies
    if one.entry.document == other.entry.document:
        return one.words == other.words and one.persons == other.persons and (bool(persons) or len(one.words) >= FEWEST)
    if one.entry.event_type == "other" or not (persons or bodies):
        return _much_alike(one, other)
    if persons and one.entry.event_type != "statement":
        return True
    return _alike(one, other)


def _apart(one: Mention, other: Mention) -> bool:
    """Whether the time of day, or who takes part, tells two mentions apart."""
    if one.clock and other.clock and one.clock != other.clock:
        return True
    if one.persons and other.persons and not (one.persons <= other.persons or other.persons <= one.persons):
        return True
    ours, theirs = one.persons | one.bodies, other.persons | other.bodies
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _alike(one: Mention, other: Mention) -> bool:
    """Whether the other too says half of what the shorter one says of those who take part: they may do two things on a day."""
    names = one.names | other.names
    ours, theirs = one.words - names, other.words - names
    common = len(ours & theirs)
    return common >= 2 and 2 * common >= min(len(ours), len(theirs)) and _nested(one.telling - names, other.telling - names)


def _much_alike(one: Mention, other: Mention) -> bool:
    common = len(one.words & other.words)
    return common >= FEWEST and common >= SHARE * len(one.words | other.words) and _nested(one.telling, other.telling)


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two has no name and no number that the other lacks."""
    return one <= other or other <= one
