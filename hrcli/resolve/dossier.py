"""All that is known of one actor: what it is called and was, what it asks and is asked, whom it holds, who belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hrcli.records import Demand, Detention, Document, DocumentAnalysis, Entity
from hrcli.report.answers import Dossier, Joined, Role
from hrcli.resolve import keys
from hrcli.resolve.bodies import BODIES
from hrcli.resolve.called import Known, known_as
from hrcli.resolve.groups import Reason
from hrcli.resolve.join import Corpus
from hrcli.resolve.named import named


def dossier(corpus: Corpus, analyses: Iterable[DocumentAnalysis], entity: Entity) -> Dossier:
    """The dossier of a row of the corpus of some analyses."""
    known = known_as(entity)

    def means(document: str, *names: str | None) -> bool:
        return known.names(document, names)

    def is_source(demand: Demand) -> bool:
        source = demand.source
        return source.entity == entity.id or means(demand.document, source.name, source.organization)

    held = corpus.detained if entity.type in BODIES else []
    cases = corpus.detained if entity.type == "person" else []
    return Dossier(
        entity=entity,
        notes=corpus.notes.get(entity.id, []),
        roles=_roles(corpus, analyses, entity),
        asks=[demand for demand in corpus.demands if is_source(demand)],
        asked=[demand for demand in corpus.demands if means(demand.document, *demand.targets)],
        for_it=[demand for demand in corpus.demands if means(demand.document, *demand.people)],
        people=[each.name for each in corpus.entities if entity.type in BODIES and _belongs(each, known)],
        cases=[case for case in cases if any(means(document, case.name, case.native_name) for document in case.documents)],
        holds=[case for case in held if any(means(document, case.authority) for document in case.documents)],
        timeline=[entry for entry in corpus.timeline if means(entry.document, *entry.actors)],
    )


def dossiers(corpus: Corpus, analyses: Sequence[DocumentAnalysis], name: str, where: str) -> list[Dossier]:
    """The dossier of each actor so called; NotNamedError where there is none in `where`."""
    return [dossier(corpus, analyses, entity) for entity in named(corpus, name, where)]


def reasons(corpus: Corpus, name: str, where: str) -> list[Joined]:
    """Why the records of each actor so called are one, in the order of the joins; NotNamedError where there is none in `where`."""
    rows = {entity.id for entity in named(corpus, name, where)}
    return [joined(reason) for reason in corpus.reasons if corpus.rows.get(reason.one.id) in rows]


def joined(reason: Reason) -> Joined:
    """A reason by the names and documents of the records."""
    one, other = (_called(record) for record in (reason.one, reason.other))
    where, there = reason.one.documents[0], reason.other.documents[0]
    return Joined(one=one, one_document=where, other=other, other_document=there, why=reason.why, weak=reason.weak)


def _called(record: Entity | Detention) -> str:
    if isinstance(record, Entity):
        return f"{record.name} ({record.native_name})" if record.native_name else record.name
    return f"{record.name or record.native_name} ({record.status.replace('_', ' ')})"


def _belongs(person: Entity, body: Known) -> bool:
    return person.type == "person" and any(body.names(document, person.affiliations) for document in person.documents)


def _roles(corpus: Corpus, analyses: Iterable[DocumentAnalysis], entity: Entity) -> list[Role]:
    """The roles of a row, the earliest first, each with the dates of the first and the last document that tell of it."""
    found: dict[str, list[tuple[str, Document]]] = {}
    for analysis in analyses:
        for each in analysis.entities:
            if corpus.rows.get(each.id) == entity.id:
                for role in each.roles:
                    found.setdefault(keys.fold(role), []).append((role, analysis.document))
    roles = [_role(told) for told in found.values()]
    return sorted(roles, key=lambda role: (role.first is None, role.first or "", role.role))


def _role(told: list[tuple[str, Document]]) -> Role:
    dates = sorted(document.date for _, document in told if document.date)
    return Role(role=told[0][0], first=dates[0] if dates else None, last=dates[-1] if dates else None)
