"""The dossier of one actor as a page to read: Markdown that a terminal shows as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from hrcli.records import Demand, Detention, Document, Entity, Evidence, TimelineEntry
from hrcli.report.answers import Dossier, Role
from hrcli.report.cells import LONGEST, dates, length, shorten, title
from hrcli.report.visible import line

Documents = Mapping[str, Document]
Around = Mapping[Evidence, str]


def write(dossier: Dossier, documents: Documents, out: TextIO, around: Around | None = None) -> None:
    """The page: who it is, then a section for each kind of thing that is known; `around` are mentions with the words about them."""
    entity = dossier.entity
    native = f" ({entity.native_name})" if entity.native_name else ""
    write_page(entity.name + native, _facts(dossier, documents), _sections(dossier, documents, around or {}), out)


def write_page(heading: str, facts: Iterable[str], sections: Iterable[tuple[str, Sequence[str]]], out: TextIO) -> None:
    """A page of lists: what is known at a glance, then each section that has any lines."""
    out.write(f"# {line(heading)}\n\n")
    out.writelines(f"- {line(each)}\n" for each in facts)
    for name, lines in sections:
        if lines:
            out.write(f"\n## {name} ({len(lines)})\n\n")
            out.writelines(f"- {line(each)}\n" for each in lines)
    out.write("\n")


def _facts(dossier: Dossier, documents: Documents) -> Iterator[str]:
    entity = dossier.entity
    yield f"{entity.type.replace('_', ' ')}{f', {entity.country}' if entity.country else ''}, id {entity.id}"
    yield f"{count(entity.mentions, 'mention')} in {told_in(entity.documents, documents)}"
    if entity.aliases:
        yield f"also: {'; '.join(entity.aliases)}"
    if entity.affiliations:
        yield f"of: {'; '.join(entity.affiliations)}"
    yield from (f"note: {note}" for note in dossier.notes)


def _sections(dossier: Dossier, documents: Documents, around: Around) -> Iterator[tuple[str, list[str]]]:
    yield "Roles", [_role(role) for role in dossier.roles]
    yield "Asks", [demand_line(demand, documents, whom=True) for demand in dossier.asks]
    yield "Is asked", [demand_line(demand, documents, whom=False) for demand in dossier.asked]
    yield "Is asked for", [demand_line(demand, documents, whom=True) for demand in dossier.for_it]
    yield "Detained", [_case(case) for case in dossier.cases]
    yield "Holds", [_case(case) for case in dossier.holds]
    yield "People", dossier.people
    yield "Timeline", [_event(entry, documents) for entry in dossier.timeline]
    yield "Mentions", list(_mentions(dossier.entity, documents, around))


def _role(role: Role) -> str:
    when = role.first if role.first == role.last else f"{role.first} to {role.last}"
    return f"{role.role}{f', {when}' if when else ''}"


def demand_line(demand: Demand, documents: Documents, *, whom: bool) -> str:
    """A demand by its addressees (`whom`) or by who makes it."""
    asker = demand.source.name or demand.source.organization or "somebody"
    parties = f"of {'; '.join(demand.targets) or 'nobody named'}" if whom else f"by {asker}"
    refused = "NOT " if demand.polarity == "refrain" else ""
    return f"{when(demand.date)}{parties}: {refused}{demand.action} [{title_of(demand.document, documents)}]"


def _case(case: Detention) -> str:
    facts = [case.status.replace("_", " "), case.charge, length(case.sentence), case.place]
    return f"{when(case.date)}{case.name or case.group or 'people'}: {', '.join(filter(None, facts))}"


def _event(entry: TimelineEntry, documents: Documents) -> str:
    return f"{when(entry.date)}{entry.event or entry.text} [{title_of(entry.document, documents)}]"


def _mentions(entity: Entity, documents: Documents, around: Around) -> Iterator[str]:
    """Each mention where it stands."""
    for each in entity.evidence:
        yield f"{when(documents[each.document].date if each.document in documents else None)}{quoted(each, around)}"


def quoted(evidence: Evidence, around: Around) -> str:
    """A quote, with the words about it where they are known, and where it stands."""
    place = f", {evidence.place}" if evidence.place else ""
    return f"“{around.get(evidence, evidence.quote)}” {evidence.path}{place}, {evidence.start}-{evidence.end}"


def when(date: str | None) -> str:
    """A date before what it dates."""
    return f"{date}: " if date else ""


def title_of(id: str, documents: Documents) -> str:
    """What people call a document, cut where it is long."""
    return shorten(title(documents[id]), LONGEST) if id in documents else id


def told_in(ids: Sequence[str], documents: Documents) -> str:
    """How many documents tell of something, and when: `2 documents, 2019-05-10 to 2019-07`."""
    first, last = dates(ids, documents)
    return f"{count(len(ids), 'document')}{f', {first}' if first else ''}{f' to {last}' if first and last != first else ''}"


def count(number: int, what: str) -> str:
    """A number of things: `1 mention`, `2 mentions`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
