"""Case files: all that several documents say of one detained person becomes one Detention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar, get_args

from msgspec.structs import replace

from hrcli.records import CaseEvent, CaseEventType, Detention, Document, Evidence
from hrcli.resolve.periods import days

T = TypeVar("T")
STEPS: tuple[CaseEventType, ...] = get_args(CaseEventType)

LASTING = ("occupation", "affiliation", "health")
"""Fields of the person: any document may fill them."""
OF_CUSTODY = ("date", "charge", "law", "sentence", "place", "authority", "contact")
"""Fields of one deprivation of liberty: not filled from before an earlier release."""


def merge(cases: Sequence[Detention], documents: Mapping[str, Document]) -> Detention:
    """One case of the cases of one person.

    The status is the one of the latest document (of the latest event, where documents have no date or the same one);
    what it leaves open is filled from the others, latest first. The id is the smallest of the members' ids.
    """
    if len(cases) == 1:
        return replace(cases[0], events=_events(cases))
    latest = sorted(cases, key=lambda case: (_moment(case, documents), case.id), reverse=True)
    filled = {name: _first(latest, name) for name in LASTING} | {name: _first(_same_custody(latest), name) for name in OF_CUSTODY}
    names: dict[str, Any] = {"name": _best_name(latest), "native_name": _first(latest, "native_name")}
    return replace(
        latest[0],
        id=min(case.id for case in cases),
        **names,
        **filled,
        released=_first(_same_custody(latest), "released") if latest[0].status == "released" else latest[0].released,
        events=_events(cases),
        allegations=unique(each for case in latest for each in case.allegations),
        documents=sorted({document for case in cases for document in case.documents}),
        evidence=_evidence(cases),
        fields=_fields(cases),
    )


def unique(values: Iterable[T]) -> list[T]:
    """The values without repetition, in the order of their first appearance."""
    return list(dict.fromkeys(values))


def in_order(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence without repetition, by document and place."""
    distinct = {(e.document, e.start, e.end, e.path): e for e in evidence}
    return [distinct[key] for key in sorted(distinct)]


def _moment(case: Detention, documents: Mapping[str, Document]) -> tuple[str, str]:
    """When the status was last known: the day of the document, and the last event that the case tells."""
    dates = [case.date, case.released, *(event.date for event in case.events)]
    last = max((date for date in dates if date and date[0].isdigit()), default="")
    told = [date for each in case.documents if each in documents and (date := documents[each].date)]
    return max(told, default=last), last


def _same_custody(latest: Sequence[Detention]) -> Sequence[Detention]:
    """The cases since the last release before the latest case; all of them where there was none."""
    earlier = [i for i, case in enumerate(latest) if case.status == "released" and latest[0].status != "released"]
    return latest[: earlier[0]] if earlier else latest


def _first(cases: Iterable[Detention], field: str) -> Any:
    return next((value for case in cases if (value := getattr(case, field)) is not None), None)


def _best_name(cases: Sequence[Detention]) -> str | None:
    names = [case.name for case in cases if case.name]
    return max(names, key=lambda name: (len(name.split()) > 1, names.count(name), len(name), name), default=None)


def _events(cases: Iterable[Detention]) -> list[CaseEvent]:
    """All events by their days, then in the order of a case, the undated ones last; one that several tell has the evidence of all."""
    told: dict[tuple[CaseEventType, str | None], list[Evidence]] = {}
    for event in (event for case in cases for event in case.events):
        told.setdefault((event.type, event.date), []).extend(event.evidence)
    exact = {kind: _exact(date for type_, date in told if type_ == kind) for kind in {type_ for type_, _ in told}}
    joined: dict[tuple[CaseEventType, str | None], list[Evidence]] = {}
    for (type_, date), evidence in told.items():
        joined.setdefault((type_, exact[type_].get(date or "", date)), []).extend(evidence)
    events = [CaseEvent(type=type_, date=date, evidence=in_order(evidence)) for (type_, date), evidence in joined.items()]
    return sorted(events, key=_event_order)


def _exact(dates: Iterable[str | None]) -> dict[str, str]:
    """What a date is told more exactly as: the only day in a month, the only month in a year, the only date at all ("")."""
    told = {date for date in dates if date}
    within = {date: ["", *(date[: dash.start()] for dash in re.finditer("-", date))] for date in told}
    coarse = {part for parts in within.values() for part in parts}
    finest: dict[str, list[str]] = defaultdict(list)
    for date in told - coarse:
        for part in within[date]:
            finest[part].append(date)
    return {part: dates[0] for part, dates in finest.items() if len(dates) == 1}


def _event_order(event: CaseEvent) -> tuple[bool, str, int]:
    start = days(event.date)
    return start is None, start[0] if start else event.date or "", STEPS.index(event.type)


def _evidence(cases: Iterable[Detention]) -> list[Evidence]:
    return in_order(e for case in cases for e in case.evidence)


def _fields(cases: Sequence[Detention]) -> dict[str, list[Evidence]]:
    names = sorted({name for case in cases for name in case.fields})
    return {name: in_order(e for case in cases for e in case.fields.get(name, ())) for name in names}
