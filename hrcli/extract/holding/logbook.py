"""Logs of a case: what an entry tells happened on its day, and where the latest comes first an earlier day comes before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from hrcli.extract.findings import Timex
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.reading import ENDS, Reading
from hrcli.extract.holding.tense import tense

MANY = 3  # entries that make a log
MONTH = 7  # characters of a date that names its month
DAY = 10  # characters of a date that names its day
LONGEST = 3
BEHIND = {":", "–", "—", "-", "|", "."}
TOP = "9999"


def story_order(reading: Reading) -> Callable[[Account], tuple[str, int]]:
    """What to sort accounts by: where they stand, and in a log that runs backward first the date of their entry."""
    entries = [(start, str(timex.date)) for start, timex in _entries(reading) if len(str(timex.date)) == DAY]
    backward = len(entries) > 1 and all(one[1] >= two[1] for one, two in pairwise(entries))
    starts = [start for start, _ in entries] if backward else []

    def key(account: Account) -> tuple[str, int]:
        nth = bisect_right(starts, account.sign.start) - 1
        return ("" if not starts else TOP if nth < 0 else entries[nth][1]), account.sign.start

    return key


def dated(reading: Reading, told: list[Account]) -> list[Account]:
    """The accounts, undated events in an entry of a log with the date that the entry stands under: "18 May 2023"."""
    entries = _entries(reading)
    starts = [start for start, _ in entries]
    if len(entries) < MANY:
        return told
    found = []
    for account in told:
        nth = bisect_right(starts, account.sign.start) - 1
        under = nth >= 0 and account.timex is None and _is_event(account) and not _left(reading, starts[nth], account.sign.start)
        told_of = under and tense(reading, account.sign) != "earlier" and reading.words[account.sentence[1] - 1] in ENDS  # no headline
        found.append(replace(account, timex=entries[nth][1]) if told_of else account)
    return found


def _is_event(account: Account) -> bool:
    """Whether an account tells of something that happens on a day: no custody that lasts, no demand."""
    cue = account.sign.cue
    return account.sign.why is None and account.status != "held" and (cue.kind in ("verb", "act") or cue.words.startswith("to "))


def _left(reading: Reading, start: int, sign: int) -> bool:
    """Whether a heading in capitals ends the log before a sign."""
    first, last = bisect_right(reading.paragraphs, start), bisect_right(reading.paragraphs, sign)
    return any(" ".join(reading.texts[slice(*reading.paragraph(at))]).isupper() for at in reading.paragraphs[first:last])


def _entries(reading: Reading) -> list[tuple[int, Timex]]:
    """Where the entries of a log begin: lines that are, or open with, nothing but a day, or are nothing but a month."""
    found = []
    for timex in reading.doc._.timexes:
        at = reading.where.get(timex.start)
        if at is None or not timex.date or len(timex.date) not in (MONTH, DAY) or reading.paragraph(at)[0] != at:
            continue
        end = next((i for i in range(at, len(reading.words)) if not reading.dated(i)), len(reading.words))
        alone = end == len(reading.words) or end in reading.paragraphs
        if alone or (end - at >= LONGEST and len(timex.date) == DAY and reading.words[end] in BEHIND):
            found.append((at, timex))
    return found
