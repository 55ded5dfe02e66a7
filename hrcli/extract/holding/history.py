"""The steps of a case in the order in which they came: by their dates, the undated beside those that the text tells them with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from hrcli.extract.findings import CaseStep
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.tense import tense
from hrcli.records import CaseEventType

STAGES: tuple[CaseEventType, ...] = get_args(CaseEventType)


def steps(reading: Reading, told: Sequence[Account]) -> list[CaseStep]:
    """One step for each kind and date that the accounts tell of; undated ones only of kinds that have no date."""
    facts = [a for a in told if a.sign.cue.step and (a.status != "held" or a.sign.cue.step == "transferred")]
    moments = _moments(reading, facts)
    found: dict[tuple[str, str | None], tuple[tuple[str, int], CaseStep]] = {}
    for account, moment in zip(facts, moments, strict=True):
        kind = account.sign.cue.step
        if kind:
            step = CaseStep(kind, *reading.span(account.sign.start, account.sign.end), account.date)
            found.setdefault((kind, account.date), ((moment, STAGES.index(kind)), step))
    dated = {kind for kind, date in found if date}
    kept = [pair for (kind, date), pair in found.items() if date or kind not in dated]
    return [step for _, step in sorted(kept, key=lambda pair: pair[0])]


def _moments(reading: Reading, facts: Sequence[Account]) -> list[str]:
    """For each account a date to sort by: its own, else that of the account told before it; what "had" happened comes first."""
    own = [account.date if account.date and account.date[0].isdigit() else None for account in facts]
    found: list[str] = []
    last = ""
    for date, account in zip(own, facts, strict=True):
        last = date or last
        found.append("" if date is None and tense(reading, account.sign) == "earlier" else last)
    return found
