"""The case file of one person: each fact with what every document says of it, the history, what is contradicted, silent and demanded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from hrcli.records import Demand, Detention, Document, Evidence
from hrcli.report.answers import CaseFile, Fact, Saying
from hrcli.resolve.called import known_as
from hrcli.resolve.doubts import contradictions, silence
from hrcli.resolve.held import newest
from hrcli.resolve.join import Corpus
from hrcli.resolve.named import held
from hrcli.resolve.select import Query, select

FACTS = ("occupation", "affiliation", "date", "released", "charge", "law", "sentence", "place", "authority", "health", "contact")
SEVERAL = ("allegations",)  # fields with a list of values


def case_files(corpus: Corpus, name: str, where: str, *, asof: date | None = None) -> list[CaseFile]:
    """The case file of everybody so called who is or was held; NotNamedError where there is nobody in `where`."""
    return [case_file(corpus, case, asof=asof) for case in held(corpus, name, where)]


def case_file(corpus: Corpus, case: Detention, *, asof: date | None = None) -> CaseFile:
    """The case file of a row of the corpus; silence is counted to `asof`, else to the newest document."""
    documents = {document.id: document for document in corpus.documents}
    told = sorted(corpus.told.get(case.id, [case]), key=lambda each: (_date(each, documents) or "9999", each.id))
    row = corpus.rows.get(case.id)
    person = next((entity for entity in corpus.entities if entity.id == row), None)
    names = (*person.aliases, person.name) if person else ()
    day = asof or newest(corpus)
    return CaseFile(
        case=case,
        aliases=[each for each in names if each not in (case.name, case.native_name)],
        roles=person.roles if person else [],
        notes=corpus.notes.get(person.id, []) if person else [],
        statuses=[replace(_saying(each, each.status, each.evidence, documents), certain=each.certain) for each in told],
        facts=[fact for field in (*FACTS, *SEVERAL) if (fact := _fact(field, told, documents)).sayings],
        contradictions=contradictions(told, documents),
        silence=silence(case, documents, day) if day else None,
        demands=_demands(corpus, case),
    )


def _demands(corpus: Corpus, case: Detention) -> list[Demand]:
    """What is demanded for the person of a case."""
    row = corpus.rows.get(case.id)
    person = next((entity for entity in corpus.entities if entity.id == row), None)
    if person:
        known = known_as(person)
        return [demand for demand in corpus.demands if known.names(demand.document, demand.people)]
    return select(corpus, Query(person=case.name or case.native_name)).demands if case.name or case.native_name else []


def _fact(field: str, told: Sequence[Detention], documents: Mapping[str, Document]) -> Fact:
    """A field with each value that it has in a document."""
    sayings = []
    for case in told:
        value = getattr(case, field)
        for each in value if field in SEVERAL else [value]:
            if each:
                sayings.append(_saying(case, each, _evidence(case, field, each), documents))
    return Fact(field=field, sayings=sayings)


def _evidence(case: Detention, field: str, value: str) -> list[Evidence]:
    """The evidence of a field: its own, of a date that of the events of that day, else all of the case."""
    dated = [each for event in case.events if event.date == value for each in event.evidence] if field in ("date", "released") else []
    return case.fields.get(field) or dated or case.evidence


def _saying(case: Detention, value: str, evidence: list[Evidence], documents: Mapping[str, Document]) -> Saying:
    return Saying(value=value, document=case.documents[0], date=_date(case, documents), evidence=evidence)


def _date(case: Detention, documents: Mapping[str, Document]) -> str | None:
    known = documents.get(case.documents[0])
    return known.date if known else None
