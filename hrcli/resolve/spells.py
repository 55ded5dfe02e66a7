"""From when to when somebody was held, as far as the dates of a case tell; for the question who was held on a day.

Where a date is not exact, all the days that it may mean count: a prisoner shown too often is looked up, one missed is not.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hrcli.records import CaseEventType, Detention, Document
from hrcli.resolve.doubts import ENDED, FOR_GOOD
from hrcli.resolve.periods import days

OPENING: tuple[CaseEventType, ...] = ("detained", "arrested", "sentenced", "transferred")
CLOSING: tuple[CaseEventType, ...] = ("released", "died")
CONVICTED = "sentenced"  # tells of a verdict, not that the person is in prison now


@dataclass(frozen=True)
class Spell:
    """A time of custody; without `last` no end of it is known."""

    first: str
    last: str | None = None


def held(case: Detention, documents: Mapping[str, Document], first: str, last: str) -> bool:
    """Whether somebody may have been held on one of the days from `first` to `last`."""
    return any(spell.first <= last and (spell.last is None or spell.last >= first) for spell in spells(case, documents))


def spells(case: Detention, documents: Mapping[str, Document]) -> list[Spell]:
    """The times of custody that a case tells of, in order.

    Without the day of arrest, custody begins with the earliest dated document that tells of it; without one of release, it
    ends with the sentence or with the latest document that still tells of it, and where there is none of these, not at all.
    """
    found: list[Spell] = []
    begun: str | None = None
    seized: str | None = None
    for day, opens in sorted(_marks(case), key=lambda mark: (mark[0], not mark[1])):
        if opens:
            begun, seized = begun or day, day
        elif begun or not found:
            found.append(Spell(begun or day, day))
            begun = None
    if begun is None and case.status not in ENDED:
        begun = seized or _reported(case, documents, first=True)
        return [*found, Spell(begun, _end(case, documents, seized))] if begun else found
    return [*found, Spell(begun, _end(case, documents, begun))] if begun else found


def _marks(case: Detention) -> Iterator[tuple[str, bool]]:
    """The days on which custody may have begun (the first that a date may mean) or ended (the last), and which of the two."""
    died = {event.date for event in case.events if event.type == "died"}
    dated = [(event.date, event.type in OPENING) for event in case.events if event.type in (*OPENING, *CLOSING)]
    dated += [(case.date, not (case.status in FOR_GOOD and case.date in died)), (case.released, False)]
    for value, opens in dated:
        if span := days(value):
            yield span[0] if opens else span[1], opens


def _end(case: Detention, documents: Mapping[str, Document], begun: str | None) -> str | None:
    """The end of a custody of which no release is dated."""
    reported = _reported(case, documents, first=False)
    if case.status in ENDED:
        return max(filter(None, (reported, begun)), default=None)
    served = _after(begun, case.sentence) if begun else None
    return max(served, reported or "" if case.status != CONVICTED else "") if served else None


def _reported(case: Detention, documents: Mapping[str, Document], *, first: bool) -> str | None:
    spans = [span for each in case.documents if each in documents and (span := days(documents[each].date))]
    return (min(span[0] for span in spans) if first else max(span[1] for span in spans)) if spans else None


def _after(day: str, sentence: str | None) -> str | None:
    """The last day of a prison term that begins on `day`; None for one without an end."""
    term = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", sentence or "")
    if term is None or not any(term.groups()):
        return None
    years, months, weeks, rest = (int(part or 0) for part in term.groups())
    begun = date.fromisoformat(day)
    year, month = divmod(begun.year * 12 + begun.month - 1 + years * 12 + months, 12)
    try:
        return (date(year, month + 1, min(begun.day, monthrange(year, month + 1)[1])) + timedelta(weeks=weeks, days=rest)).isoformat()
    except (ValueError, OverflowError):
        return None
