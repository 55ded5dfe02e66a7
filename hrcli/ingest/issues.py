"""The season that a newsletter bears at its top: "Issue 41 · Spring 2024", "Winter 2023/24"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from hrcli.ingest.blocks import Block
from hrcli.ingest.phrases import plain
from hrcli.ingest.vocabulary import Vocabulary

OFTEN = ("the", "monthly", "weekly", "quarterly", "annual", "special", "double", "e", "and", "of")
LONGEST = 80  # characters of a line that numbers an issue
MOST_WORDS = 8  # that may stand beside the season
YEAR = re.compile(r"(?:19|20)\d\d")


def season(blocks: Iterable[Block], vocabulary: Vocabulary) -> str | None:
    """The season (EDTF) of the first of the lines above a text that gives one alone or with the words of an issue."""
    return next((found for block in blocks if (found := _of_line(block.text, vocabulary))), None)


def is_line(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line only numbers and dates an issue: "Newsletter no. 14 – Autumn 2011", "Monthly bulletin, March 2014"."""
    if len(text) > LONGEST or not YEAR.search(text):
        return False
    rest = re.findall(r"[^\W\d_]+", text.lower())
    known = {*vocabulary.dates.issues}
    return bool({*rest} & known) and {*rest} <= known | {*OFTEN, *vocabulary.dates.months, *vocabulary.dates.seasons}


def _of_line(text: str, vocabulary: Vocabulary) -> str | None:
    hit = _pattern(vocabulary).search(text) if YEAR.search(text) else None
    if hit is None:
        return None
    rest = re.findall(r"[^\W\d_]+", plain(text[: hit.start()] + " " + text[hit.end() :]).lower())
    if len(rest) > MOST_WORDS or (rest and not {*rest} & {*vocabulary.dates.issues}):
        return None
    return f"{hit['year']}-{vocabulary.dates.seasons[hit['season'].lower()]}"


@cache
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    season = f"(?:{'|'.join(vocabulary.dates.seasons)})"
    return re.compile(
        rf"\b(?P<season>{season})(?:\s*[/–-]\s*{season})?,?\s+(?P<year>(?:19|20)\d\d)(?:[/–-](?:\d\d){{1,2}})?(?!\d)", re.IGNORECASE
    )
