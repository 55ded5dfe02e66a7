"""Where a temporal expression can stand: the words and figures without which there is none, and the way back to where it begins.

Each group of the grammar's rules has its cues: every match of such a rule holds one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hrcli.extract.dating.timewords import Phrases, words

FIGURES = {
    "year": re.compile(r"(?:1[5-9]|20)\d\d"),
    "short decade": re.compile(r"['’]\d0"),
    "figure": re.compile(r"\d\d{0,3}(?=[-/.:]\d|[^\S\n]*\n?[^\S\n]*[aApP]\.?[mM]|[sSnNrRtT][tTdDhH])"),
}
# No cue word is shorter than three letters; a day with a name may be written in figures ("9/11").
CUE = re.compile(r"[a-zA-Z]{3,}|\d+/\d+")
LETTERS = re.compile(r"[a-zA-Z]{3,}")  # the same for a text without a stroke, twice as fast
WORD = re.compile(r"[^\W\d_]+|\d+")
# The page may have lost the space between a cue and one of these, or a weekday ("lastyear", "1stMay").
GLUED = ("this", "that", "last", "next", "past", "coming", "current", "same", "following", "previous", "of", "st", "nd", "rd", "th")


def cues(text: str) -> Iterator[tuple[str, int]]:
    """The place of each cue behind the group of rules that it is for; in each group in the order of the text."""
    for group, pattern in FIGURES.items():
        for match in pattern.finditer(text):
            yield group, match.start()
    known = groups_of()
    for match in (CUE if "/" in text else LETTERS).finditer(text):
        if (word := match[0].lower()) in known:
            for group in known[word]:
                yield group, match.start()


def starts(reverse: str, place: int, leads: frozenset[str]) -> list[int]:
    """Where an expression around the cue at `place` can begin, first to last: there, or at a lead word or number right before it.

    `reverse` is the text read backwards.
    """
    found = [place]
    for match in WORD.finditer(reverse, len(reverse) - place):
        word = match[0][::-1].lower()
        if not (word in leads or word[0].isnumeric()):
            break
        found.append(len(reverse) - match.end())
    return found[::-1]


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
        "piece": ["half", "quarter"],
        "decade": [*known.decades],
        "century": ["century"],
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
