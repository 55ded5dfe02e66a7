"""What a case file leaves open: where documents contradict each other, and since when nobody has reported on somebody held."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from hrcli.records import Detention, Document, Status
from hrcli.report.answers import Contradiction, Saying, Silence
from hrcli.resolve.periods import days

ENDED: tuple[Status, ...] = ("released", "died_in_custody", "executed")
FOR_GOOD: tuple[Status, ...] = ("died_in_custody", "executed")
SEIZURES = ("detained", "arrested")
MONTH = 30


def contradictions(cases: Sequence[Detention], documents: Mapping[str, Document]) -> list[Contradiction]:
    """Where the cases of one person, one a document, contradict each other: in sentence, in the day of arrest, in being free."""
    told = sorted(cases, key=lambda case: (_told(case, documents) or "9999", case.id))
    found = [
        _differing("sentence", told, documents, lambda a, b: _length(a) == _length(b)),
        _differing("date", _of_last_custody(told), documents, _overlap),
        _held_after_end(told, documents),
    ]
    return [each for each in found if each]


def silence(case: Detention, documents: Mapping[str, Document], day: date) -> Silence | None:
    """Since when nothing is known of somebody held, seen from `day`; None for those who are free or dead, or of whom no date is told."""
    last = max(
        filter(None, [_told_in(each, documents) for each in case.documents] + [_end(event.date) for event in case.events]), default=None
    )
    if case.status in ENDED or last is None or last > day.isoformat():
        return None
    then = date.fromisoformat(last)
    return Silence(status=case.status, since=last, years=day.year - then.year - ((day.month, day.day) < (then.month, then.day)))


def _differing(
    name: str, told: Sequence[Detention], documents: Mapping[str, Document], same: Callable[[str, str], bool]
) -> Contradiction | None:
    """The values of a field that differ, where any two do."""
    sayings: list[Saying] = []
    for case in told:
        value = getattr(case, name)
        if value and not any(same(value, saying.value) for saying in sayings):
            sayings.append(_saying(case, value, name, documents))
    return Contradiction(field=name, sayings=sayings) if len(sayings) > 1 else None


def _held_after_end(told: Sequence[Detention], documents: Mapping[str, Document]) -> Contradiction | None:
    """Somebody free or dead of whom a later document tells as held, without a new arrest."""
    for nth, ended in enumerate(told):
        later = [case for case in told[nth + 1 :] if case.status not in ENDED and not _seized_anew(case, ended)]
        if ended.status in ENDED and later and _told(ended, documents) != _told(later[0], documents):
            pair = (ended, later[0])
            return Contradiction(field="status", sayings=[_saying(case, case.status, "status", documents) for case in pair])
    return None


def _seized_anew(case: Detention, ended: Detention) -> bool:
    """Whether a case tells of an arrest after the end of an earlier custody; nobody is arrested after death."""
    end = _end(ended.released) or _end(ended.date)
    seized = [case.date, *(event.date for event in case.events if event.type in SEIZURES)]
    return ended.status not in FOR_GOOD and end is not None and any(first > end for first in map(_start, seized) if first)


def _of_last_custody(told: Sequence[Detention]) -> Sequence[Detention]:
    """The cases told after the last release; all of them where there was none."""
    releases = [nth for nth, case in enumerate(told) if case.status == "released" and nth + 1 < len(told)]
    return told[releases[-1] + 1 :] if releases else told


def _saying(case: Detention, value: str, name: str, documents: Mapping[str, Document]) -> Saying:
    evidence = case.fields.get(name) or case.evidence
    return Saying(value=value, document=case.documents[0], date=_date_of(case.documents[0], documents), evidence=evidence)


def _told(case: Detention, documents: Mapping[str, Document]) -> str | None:
    return max(filter(None, (_told_in(each, documents) for each in case.documents)), default=None)


def _told_in(document: str, documents: Mapping[str, Document]) -> str | None:
    return _end(_date_of(document, documents))


def _date_of(document: str, documents: Mapping[str, Document]) -> str | None:
    return documents[document].date if document in documents else None


def _start(value: str | None) -> str | None:
    found = days(value)
    return found[0] if found else None


def _end(value: str | None) -> str | None:
    found = days(value)
    return found[1] if found else None


def _overlap(one: str, other: str) -> bool:
    """Whether two dates may be the same day; those without a year may."""
    first, second = days(one), days(other)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def _length(sentence: str) -> int | str:
    """A prison term in days, as near as terms are told; "life" and "death" as they are."""
    match = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", sentence)
    if match is None:
        return sentence
    years, months, weeks, rest = (int(part or 0) for part in match.groups())
    return (years * 12 + months) * MONTH + weeks * 7 + rest
