"""What is said of people and bodies follows their corrected names: demands, timelines and cases speak of them by these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from hrcli.records import Demand, Detention, DocumentAnalysis, TimelineEntry
from hrcli.resolve import keys

Names = Mapping[str, str | None]
"""By key of a name: what that is called now; None where it is nothing."""


def follow(analyses: Sequence[DocumentAnalysis], spelled: Mapping[str, Names]) -> list[DocumentAnalysis]:
    """The analyses with the corrected names in demands and timelines."""
    return [_followed(each, spelled[each.document.id]) if each.document.id in spelled else each for each in analyses]


def in_case(case: Detention, spelled: Mapping[str, Names]) -> Detention:
    """A case with the corrected names of the bodies that it tells of."""
    known = {key: name for document in case.documents for key, name in spelled.get(document, {}).items()}
    return replace(case, authority=_name(case.authority, known), affiliation=_name(case.affiliation, known)) if known else case


def _followed(analysis: DocumentAnalysis, known: Names) -> DocumentAnalysis:
    return replace(
        analysis,
        demands=[_demand(demand, known) for demand in analysis.demands],
        timeline=[_entry(entry, known) for entry in analysis.timeline],
    )


def _demand(demand: Demand, known: Names) -> Demand:
    source = replace(demand.source, name=_name(demand.source.name, known), organization=_name(demand.source.organization, known))
    return replace(demand, source=source, targets=_all(demand.targets, known), people=_all(demand.people, known))


def _entry(entry: TimelineEntry, known: Names) -> TimelineEntry:
    return replace(entry, actors=_all(entry.actors, known))


def _name(name: str | None, known: Names) -> str | None:
    return known.get(keys.plain_key(name), name) if name else name


def _all(names: Iterable[str], known: Names) -> list[str]:
    return list(dict.fromkeys(now for name in names if (now := _name(name, known))))
