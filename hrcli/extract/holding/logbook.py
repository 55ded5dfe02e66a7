"""Logs of a case, the latest entry first: what an entry of an earlier date tells comes before, wherever it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.reading import Reading

DAY = 10  # characters of a date that names its day
LONGEST = 3
BEHIND = {":", "–", "—", "-", "|", "."}
TOP = "9999"


def story_order(reading: Reading) -> Callable[[Account], tuple[str, int]]:
    """What to sort accounts by: where they stand, and in a log that runs backward first the date of their entry."""
    entries = _entries(reading)
    backward = len(entries) > 1 and all(one[1] >= two[1] for one, two in pairwise(entries))
    starts = [start for start, _ in entries] if backward else []

    def key(account: Account) -> tuple[str, int]:
        nth = bisect_right(starts, account.sign.start) - 1
        return ("" if not starts else TOP if nth < 0 else entries[nth][1]), account.sign.start

    return key


def _entries(reading: Reading) -> list[tuple[int, str]]:
    """Where the entries of a log begin: lines that are, or open with, nothing but a day."""
    found = []
    for timex in reading.doc._.timexes:
        at = reading.where.get(timex.start)
        if at is None or not timex.date or len(timex.date) != DAY or reading.paragraph(at)[0] != at:
            continue
        end = next((i for i in range(at, len(reading.words)) if not reading.dated(i)), len(reading.words))
        if end - at >= LONGEST and (end == len(reading.words) or end in reading.paragraphs or reading.words[end] in BEHIND):
            found.append((at, timex.date))
    return found
