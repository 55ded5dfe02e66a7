"""Dates against the order of a story: "released on 3 March 2016. He was rearrested in June": no June of the document's year."""

from __future__ import annotations

import re
from dataclasses import replace

from hrcli.extract.findings import Timex
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.reading import Reading

YEAR = re.compile(r"\d{4}")
EXACT = 7  # characters of a date that names its month
BEHIND = 2
YEARLY = {"year", "last", "next"}
MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}  # fmt: skip


def ordered(reading: Reading, told: list[Account]) -> list[Account]:
    """The accounts of a case in text order, those undated whose bare month got its year from the document, against the story told."""
    found: list[Account] = []
    last: Account | None = None
    for account in told:
        doubtful = last is not None and account.timex is not None and _contradicts(reading, account.timex, last, account)
        found.append(replace(account, timex=None) if doubtful else account)
        if account.timex and account.date and len(account.date) >= EXACT and YEAR.search(_words(reading, account.timex)):
            last = account
    return found


def _contradicts(reading: Reading, timex: Timex, last: Account, account: Account) -> bool:
    """Whether a month without a year, told right behind a dated step, would fall into a later year than that step."""
    words = _words(reading, timex)
    placed = YEAR.search(words) or YEARLY & {word.lower() for word in str(reading.doc[timex.start : timex.end + BEHIND].text).split()}
    bare = not placed and bool(MONTHS & set(words.lower().split()))
    near = _sentences_between(reading, last.sign.start, account.sign.start) <= BEHIND
    return bare and near and str(timex.date)[:4] > str(last.date)[:4]


def _sentences_between(reading: Reading, start: int, end: int) -> int:
    return sum(1 for at in reading.starts if start < at <= end)


def _words(reading: Reading, timex: Timex) -> str:
    return str(reading.doc[timex.start : timex.end].text)
