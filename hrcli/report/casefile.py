"""The case file of one person as a page to read: Markdown that a terminal shows as it is; every line says where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from hrcli.records import CaseEvent, Evidence
from hrcli.report.answers import CaseFile, Fact, Saying
from hrcli.report.cells import FIELDS, contradicted, held, value
from hrcli.report.dossier import Around, Documents, count, demand_line, quoted, title_of, told_in, when, write_page
from hrcli.report.when import said

TELLING = 60  # characters of a quote that says enough by itself


def write(file: CaseFile, documents: Documents, out: TextIO, around: Around | None = None) -> None:
    """The page; `around` are quotes with the words about them."""
    case = file.case
    native = f" ({case.native_name})" if case.native_name and case.name else ""
    write_page(held(case) + native, _glance(file, documents), _sections(file, documents, around or {}), out)


def evidence(file: CaseFile) -> Iterator[Evidence]:
    """What the page quotes that says too little without the words about it."""
    sayings = (*file.statuses, *(each for fact in file.facts for each in fact.sayings))
    for quotes in (*(saying.evidence for saying in sayings), *(event.evidence for event in file.case.events)):
        yield from (each for each in quotes if len(each.quote) < TELLING)


def _glance(file: CaseFile, documents: Documents) -> Iterator[str]:
    case = file.case
    doubt = "" if case.certain else " (unconfirmed)"
    since = f", since {said(case.date)}" if case.date else ""
    yield f"{value('status', case.status)}{doubt}{since}, id {case.id}"
    yield f"told of in {told_in(case.documents, documents)}"
    if file.aliases:
        yield f"also: {'; '.join(file.aliases)}"
    if file.roles:
        yield f"roles: {'; '.join(file.roles)}"
    if file.silence:
        yield f"last reported held {file.silence.since}, nothing since ({count(file.silence.years, 'year')})"
    yield from (f"note: {note}" for note in file.notes)


def _sections(file: CaseFile, documents: Documents, around: Around) -> Iterator[tuple[str, list[str]]]:
    yield "Facts", [line for fact in file.facts for line in _fact(fact, documents, around)]
    yield "Events", [_event(event, documents, around) for event in file.case.events]
    yield "Status", [f"{when(each.date)}{_told('status', each, documents, around)}" for each in file.statuses]
    yield "Contradictions", [contradicted(each, documents) for each in file.contradictions]
    yield "Is demanded", [_with_source(demand_line(each, documents, whom=False), each.evidence, around) for each in file.demands]


def _fact(fact: Fact, documents: Documents, around: Around) -> Iterator[str]:
    name = FIELDS.get(fact.field, fact.field)
    for each in fact.sayings:
        yield f"{name}: {_told(fact.field, each, documents, around)}"


def _told(field: str, saying: Saying, documents: Documents, around: Around) -> str:
    doubt = "" if saying.certain else " (unconfirmed)"
    return _with_source(f"{value(field, saying.value)}{doubt} [{title_of(saying.document, documents)}]", saying.evidence, around)


def _event(event: CaseEvent, documents: Documents, around: Around) -> str:
    sources = dict.fromkeys(title_of(each.document, documents) for each in event.evidence)
    return _with_source(f"{said(event.date) or 'undated'}: {event.type} [{'; '.join(sources)}]", event.evidence, around)


def _with_source(text: str, evidence: list[Evidence], around: Around) -> str:
    return " · ".join([text, *(quoted(each, around) for each in evidence)])
