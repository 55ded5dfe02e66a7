"""Dates against the order of a story: "released on 3 March 2016. He was rearrested in June": no June of the document's year."""

from __future__ import annotations

import re
from dataclasses import replace

from hrcli.extract.findings import Timex
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.tense import tense

YEAR = re.compile(r"\d{4}")
EXACT = 7  # characters of a date that names its month
BEHIND = 2
YEARLY = {"year", "last", "next"}
MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}  # fmt: skip


def ordered(reading: Reading, told: list[Account]) -> list[Account]:
    """The accounts, those undated whose bare month got its year from the document, against the story told around them."""
    firm = [a for a in told if a.date and len(a.date) >= EXACT and a.timex and YEAR.search(_words(reading, a.timex))]
    bare = [a for a in told if a.timex and _is_bare(reading, a.timex)]
    doubtful = {id(a.timex) for a in bare if any(_contradicts(reading, a, one) for one in _around(a, firm))}
    return [replace(a, timex=None) if id(a.timex) in doubtful else a for a in told]


def _around(account: Account, firm: list[Account]) -> list[Account]:
    """The last of the firmly dated steps before an account, and the first one behind it."""
    before = [a for a in firm if a.sign.start < account.sign.start]
    behind = [a for a in firm if a.sign.start > account.sign.start]
    last = max((a.sign.start for a in before), default=None)
    first = min((a.sign.start for a in behind), default=None)
    return [a for a in firm if a.sign.start in (last, first)]


def _is_bare(reading: Reading, timex: Timex) -> bool:
    """Whether an expression names a month and no year, not even "this year"."""
    around = {word.lower() for word in str(reading.doc[timex.start : timex.end + BEHIND].text).split()}
    words = _words(reading, timex)
    return not YEAR.search(words) and not YEARLY & around and bool(MONTHS & set(words.lower().split()))


def _contradicts(reading: Reading, account: Account, firm: Account) -> bool:
    """Whether a dated step told just before, or just behind in the same case, stands in an earlier year."""
    if str(firm.date)[:4] >= str(account.date)[:4]:
        return False
    if firm.sign.start > account.sign.start and (firm.party.actor is not account.party.actor or tense(reading, firm.sign) == "earlier"):
        return False
    if (
        account.timex is not None
        and reading.words[reading.where[account.timex.start] - 1] == "since"
        and tense(reading, account.sign) == "now"
    ):
        return False
    low, high = sorted((firm.sign.start, account.sign.start))
    return _sentences_between(reading, low, high) <= BEHIND and reading.paragraph(low) == reading.paragraph(high)


def _sentences_between(reading: Reading, start: int, end: int) -> int:
    return sum(1 for at in reading.starts if start < at <= end)


def _words(reading: Reading, timex: Timex) -> str:
    return str(reading.doc[timex.start : timex.end].text)
