"""The dossier of one actor as a page to read: Markdown that a terminal shows as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

from hrcli.records import Demand, Detention, Document, Entity, Evidence, TimelineEntry
from hrcli.report.answers import Dossier, Role
from hrcli.report.columns import LONGEST, dates, length, shorten, title
from hrcli.report.visible import line

Documents = Mapping[str, Document]
Around = Mapping[Evidence, str]


def write(dossier: Dossier, documents: Documents, out: TextIO, around: Around | None = None) -> None:
    """The page: who it is, then a section for each kind of thing that is known; `around` are mentions with the words about them."""
    entity = dossier.entity
    native = f" ({entity.native_name})" if entity.native_name else ""
    out.write(f"# {line(entity.name + native)}\n\n")
    out.writelines(f"- {line(each)}\n" for each in _facts(dossier, documents))
    for heading, lines in _sections(dossier, documents, around or {}):
        if lines:
            out.write(f"\n## {heading} ({len(lines)})\n\n")
            out.writelines(f"- {line(each)}\n" for each in lines)
    out.write("\n")


def _facts(dossier: Dossier, documents: Documents) -> Iterator[str]:
    entity = dossier.entity
    first, last = dates(entity.documents, documents)
    told = f", {first}{f' to {last}' if last != first else ''}" if first else ""
    yield f"{entity.type.replace('_', ' ')}{f', {entity.country}' if entity.country else ''}, id {entity.id}"
    yield f"{_count(entity.mentions, 'mention')} in {_count(len(entity.documents), 'document')}{told}"
    if entity.aliases:
        yield f"also: {'; '.join(entity.aliases)}"
    if entity.affiliations:
        yield f"of: {'; '.join(entity.affiliations)}"
    yield from (f"note: {note}" for note in dossier.notes)


def _sections(dossier: Dossier, documents: Documents, around: Around) -> Iterator[tuple[str, list[str]]]:
    yield "Roles", [_role(role) for role in dossier.roles]
    yield "Asks", [_demand(demand, documents, whom=True) for demand in dossier.asks]
    yield "Is asked", [_demand(demand, documents, whom=False) for demand in dossier.asked]
    yield "Is asked for", [_demand(demand, documents, whom=True) for demand in dossier.for_it]
    yield "Detained", [_case(case) for case in dossier.cases]
    yield "Holds", [_case(case) for case in dossier.holds]
    yield "People", dossier.people
    yield "Timeline", [_event(entry, documents) for entry in dossier.timeline]
    yield "Mentions", list(_mentions(dossier.entity, documents, around))


def _role(role: Role) -> str:
    when = role.first if role.first == role.last else f"{role.first} to {role.last}"
    return f"{role.role}{f', {when}' if when else ''}"


def _demand(demand: Demand, documents: Documents, *, whom: bool) -> str:
    asker = demand.source.name or demand.source.organization or "somebody"
    parties = f"of {'; '.join(demand.targets) or 'nobody named'}" if whom else f"by {asker}"
    refused = "NOT " if demand.polarity == "refrain" else ""
    return f"{_when(demand.date)}{parties}: {refused}{demand.action} [{_title(demand.document, documents)}]"


def _case(case: Detention) -> str:
    facts = [case.status.replace("_", " "), case.charge, length(case.sentence), case.place]
    return f"{_when(case.date)}{case.name or case.group or 'people'}: {', '.join(filter(None, facts))}"


def _event(entry: TimelineEntry, documents: Documents) -> str:
    return f"{_when(entry.date)}{entry.event or entry.text} [{_title(entry.document, documents)}]"


def _mentions(entity: Entity, documents: Documents, around: Around) -> Iterator[str]:
    """Each mention where it stands."""
    for each in entity.evidence:
        place = f", {each.place}" if each.place else ""
        when = documents[each.document].date if each.document in documents else None
        yield f"{_when(when)}“{around.get(each, each.quote)}” {each.path}{place}, {each.start}-{each.end}"


def _when(date: str | None) -> str:
    return f"{date}: " if date else ""


def _title(id: str, documents: Documents) -> str:
    return shorten(title(documents[id]), LONGEST) if id in documents else id


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
