"""Where a temporal expression can stand: the words and figures without which there is none, and the way back to where it begins.

Each group of the grammar's rules has its cues: every match of such a rule holds one of them.
"""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter

from spacy.strings import StringStore
from spacy.tokens import Doc

from hrcli.extract.dating.timewords import Phrases, words
from hrcli.extract.findings import text_of
from hrcli.extract.wordids import lowers

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# What may lie across several words of a Doc: the mark before a short decade, figures that white space parts from what makes them
# a time, and the weekday that spaCy takes for "we'd".
ACROSS = re.compile(
    r"(?P<short_decade>['’](?=\d0)|[4-9](?=0s\b))|(?P<weekday>(?<![a-zA-Z])[wW]ed(?![a-zA-Z]))"
    r"|(?P<figure>\d\d{0,3}(?=[-/.:]\d|[^\S\n]*\n?[^\S\n]*[aApP]\.?[mM]|[sSnNrRtT][tTdDhH]))"
)
# No cue word is shorter than three letters; a day with a name may be written in figures ("9/11").
CUE = re.compile(r"[a-zA-Z]{3,}|\d+/\d+")
WORD = re.compile(r"[^\W\d_]+|\d+")
# The page may have lost the space between a cue and one of these, or a weekday ("lastyear", "1stMay").
GLUED = ("this", "that", "last", "next", "past", "coming", "current", "same", "following", "previous", "of", "st", "nd", "rd", "th")
Place = tuple[str, int]


class Held(dict[int, list[Place]]):
    """The cues that a word holds, by its number and each with its place in the word; a word is looked at once, when it is first met."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> list[Place]:
        word = self._strings[number]
        found = self[number] = [("year", match.start()) for match in YEAR.finditer(word)]
        for match in CUE.finditer(word):
            found += [(group, match.start()) for group in groups_of().get(match[0].lower(), ())]
        return found


@cache
def _held(strings: StringStore) -> Held:
    """The cues of all words whose numbers are kept in one place."""
    return Held(strings)


def cues(doc: Doc) -> list[Place]:
    """The place of each cue in the text behind the group of rules that it is for, in the order of the text."""
    found = [(match.lastgroup or "", match.start()) for match in ACROSS.finditer(text_of(doc))]
    held = _held(doc.vocab.strings)
    for at, number in enumerate(lowers(doc)):
        if inside := held[number]:
            start = doc[at].idx
            found += [(group, start + place) for group, place in inside]
    return sorted(found, key=itemgetter(1))


def starts(reverse: str, place: int, leads: frozenset[str], needed: frozenset[str] = frozenset()) -> list[int]:
    """Where an expression around the cue at `place` can begin, first to last: there, or at a lead word or number right before it.

    `reverse` is the text read backwards. Nowhere, if no number and none of the words `needed` is among those before the cue.
    """
    found, complete = [place], not needed
    for match in WORD.finditer(reverse, len(reverse) - place):
        word = match[0][::-1].lower()
        figure = word[0].isnumeric()
        if not (figure or word in leads):
            break
        complete = complete or figure or word in needed
        found.append(len(reverse) - match.end())
    return found[::-1] if complete else []


@cache
def numbered() -> dict[str, frozenset[str]]:
    """The groups whose every rule has a number before its cue, with the words that a number can be written in."""
    known = words()
    return {"counted": frozenset(word for phrase in (*known.numbers, *known.vague, *known.two, "half a an") for word in phrase.split())}


@cache
def _groups() -> dict[str, list[str]]:
    """The cue words of each group."""
    known = words()
    units = [*known.units, *map(_rarest, known.parts), "weekend"]
    plurals = [*(f"{unit}s" for unit in known.units), *known.plural_units]
    return {
        "month": [*known.months, *known.month_abbreviations],
        "weekday": [*known.weekdays, *(f"{day}s" for day in known.weekdays), *known.weekday_abbreviations],
        "season": [*known.seasons],
        "piece": ["half", "quarter", "period"],
        "decade": [*known.decades],
        "century": ["century"],
        "year": ["nineteen"],
        "anniversary": ["anniversary"],
        "holiday": [_rarest(name) for day in known.holidays for name in day.names],
        "deictic": ["today", "tomorrow", "yesterday", "tonight"],
        "unit": units,
        "units": plurals,
        "counted": [*known.units, *plurals],
        "noon": ["noon", "midnight", "midday"],
        "every": ["every", "each"],
        "repeat": _phrases(known.repeats),
        "reference": _phrases(known.references),
    }


def _phrases(found: list[Phrases]) -> list[str]:
    return [_rarest(name) for phrases in found for name in phrases.names]


def _rarest(phrase: str) -> str:
    """The longest word of a phrase, the last of several: likely to be its rarest, and so its cue."""
    found: list[str] = CUE.findall(phrase.lower())
    return max(reversed(found), key=len)


@cache
def groups_of() -> dict[str, list[str]]:
    """The groups of each cue word, as it stands alone and glued."""
    out: dict[str, list[str]] = {}
    for group, found in _groups().items():
        for word in dict.fromkeys(found):
            for before in ("", *GLUED, *words().weekdays):
                out.setdefault(before + word, []).append(group)
    return out
