"""The part of what documents say together that an answer needs, read from the rows of a store.

A part has all that `dossiers`, `reasons`, `case_files`, `reviewed` or `questions` look at, so that they answer as they would of the
whole corpus: whomever a name may mean, and what tells of them. Where it means nobody, there are those whose names are like it; where
it may mean several, no more than these, as there is no answer then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from msgspec.structs import replace

from hrcli.records import Detention, DocumentAnalysis, Entity
from hrcli.resolve import keys
from hrcli.resolve.asked import EVERY, spelled, wanted
from hrcli.resolve.called import ID_SHOWN, bearers, like
from hrcli.resolve.groups import Reason
from hrcli.resolve.join import Corpus
from hrcli.resolve.review import is_thin
from hrcli.resolve.select import Query
from hrcli.store import Answers, Tied, Wanted, of_documents


@dataclass(frozen=True)
class Part:
    """A part of a corpus, and of the analyses that it was made of."""

    corpus: Corpus
    analyses: Sequence[DocumentAnalysis] = ()


Reader = Callable[[Answers], Part]
"""Reads the part that an answer needs."""


def of_dossier(answers: Answers, name: str) -> Part:
    """What `dossiers` looks at."""
    corpus, ids = _one(answers, name)
    if not ids:
        return Part(corpus)
    them = [f"#{id}" for id in ids]
    whole = answers.records(Wanted("entities", among={"id": ids}))
    staff = answers.brief(Wanted("entities", keys={"affiliation": them}))
    members = list(answers.behind.members(ids))
    corpus = replace(
        corpus,
        entities=_in_order(*corpus.entities, *staff, *whole),
        demands=list(answers.records(Wanted("demands", keys=dict.fromkeys(("source", "speaker", "target", "person"), them)))),
        detained=list(answers.records(Wanted("detentions", keys={"person": them, "tie": them}))),
        timeline=list(answers.records(Wanted("timeline", keys={"actor": them}))),
        rows=corpus.rows | {each.entity.id: each.row for each in members},
        notes=answers.notes(),
    )
    by_document = groupby(members, key=lambda each: each.document)
    return Part(corpus, [DocumentAnalysis(document=document, entities=[each.entity for each in told]) for document, told in by_document])


def of_reasons(answers: Answers, name: str) -> Part:
    """What `reasons` looks at."""
    corpus, ids = _one(answers, name)
    ties = list(answers.behind.ties(ids))
    return Part(replace(corpus, rows=corpus.rows | _rows(ties), reasons=_reasons(ties)))


def of_case_file(answers: Answers, name: str) -> Part:
    """What `case_files` looks at."""
    known = _known(answers, name)
    cases = _cases(answers, known, name)
    if not cases:
        names = answers.called()
        return Part(replace(known, detained=_called(answers, names, like(name, [(each, ()) for each in reversed(names)]))))
    persons = answers.behind.persons([case.id for case in cases])
    entities = [*known.entities, *answers.brief(Wanted("entities", among={"id": sorted(set(persons.values()))}))]
    called = {each for case in cases if case.id not in persons and (each := case.name or case.native_name)}
    entities += [entity for each in sorted(called) for entity in _known(answers, each).entities]
    them = [*map(keys.plain_key, sorted(called)), *(f"#{entity.id}" for entity in entities if entity.type == "person")]
    corpus = replace(
        of_review(answers, cases),
        entities=_in_order(*entities),
        demands=list(answers.records(Wanted("demands", keys={"person": them}))),
        detained=cases,
        rows=known.rows | persons,
        notes=answers.notes(),
    )
    return Part(corpus)


def of_review(answers: Answers, cases: Sequence[Detention]) -> Corpus:
    """What `reviewed` looks at for some cases: what was told of each, in which documents, and the newest of all."""
    ids = sorted({document for case in cases for document in case.documents})
    documents = [*answers.records(Wanted("documents", among={"id": ids})), *filter(None, [answers.newest()])]
    return Corpus(documents=documents, told=answers.behind.told([case.id for case in cases]))


def of_questions(answers: Answers) -> Part:
    """What `questions` looks at; of actors who are surely some, their names."""
    ties, doubts = list(answers.behind.weak()), list(answers.behind.doubts())
    others = {each.other.id: row for each in doubts if (row := answers.behind.row(each.other.id))}
    named = [of_documents(line.entity, ()) for line in answers.lines(Wanted("entities"))]
    thin = {each.id: each for each in answers.records(Wanted("entities", among={"id": [each.id for each in named if is_thin(each)]}))}
    entities = [thin.get(each.id, each) for each in named]
    rows = _rows([*ties, *doubts]) | others
    return Part(Corpus(entities=entities, rows=rows, reasons=_reasons(ties), doubts=_reasons(doubts), notes=answers.notes()))


def _rows(ties: Iterable[Tied]) -> dict[str, str]:
    return {each.one.id: each.row for each in ties if each.row}


def _reasons(ties: Iterable[Tied]) -> list[Reason]:
    return [Reason(each.one, each.other, each.why, each.weak) for each in ties]


def _one(answers: Answers, name: str) -> tuple[Corpus, list[str]]:
    """Whomever a name may mean, and the ids of those whom it does mean, where they are called alike."""
    known = _known(answers, name)
    found = bearers(known, name)
    if not found:
        return _alike(answers, name), []
    return known, [each.id for each in found] if len({each.name for each in found}) == 1 else []


def _alike(answers: Answers, name: str) -> Corpus:
    """The actors and the cases whose names or short forms are like a name that is nobody's."""
    actors, cases = [line.entity for line in answers.lines(Wanted("entities"))], answers.called()
    near = like(name, [*((each, ()) for each in reversed(cases)), *((each.name, each.aliases) for each in actors)])
    found = [of_documents(each, ()) for each in actors if _is_one(near, each.name, *each.aliases)]
    return Corpus(entities=found, detained=_called(answers, cases, near))


def _called(answers: Answers, cases: Sequence[str], near: Sequence[str]) -> list[Detention]:
    """The cases with one of some names or short forms."""
    return list(answers.records(Wanted("detentions", among={"name": sorted({each for each in cases if _is_one(near, each)})})))


def _is_one(near: Sequence[str], name: str, *others: str) -> bool:
    """Whether one of the names of something, or a short form of the first, is one that `like` has found."""
    return bool(near) and not {name, *others, *(each.upper() for each in keys.initials(name))}.isdisjoint(near)


def _known(answers: Answers, name: str) -> Corpus:
    """The actors among whom `bearers` finds those whom a name or an id means, and `meant` the persons."""
    row = answers.behind.row(name) if name.isalnum() else None
    asked = [Wanted("entities", actor=spelled(name, EVERY)), Wanted("entities", person=spelled(name, ("person",)))]
    if row:
        asked.append(Wanted("entities", among={"id": [row]}))
    if len(name) >= ID_SHOWN and keys.fold(name).isalnum():
        asked.append(Wanted("entities", id=name.lower()))
    found = _in_order(*(entity for each in asked for entity in answers.brief(each)))
    return Corpus(entities=found, rows={name: row} if row else {})


def _cases(answers: Answers, known: Corpus, name: str) -> list[Detention]:
    """The cases that `held` finds, in its order."""
    for each in _ways(known, name):
        if found := list(answers.records(each)):
            return found
    return []


def _ways(known: Corpus, name: str) -> Iterator[Wanted]:
    if len(name) >= ID_SHOWN and name.isalnum():
        yield Wanted("detentions", id=name.lower())
    yield Wanted("detentions", among={"person": [each.id for each in bearers(known, name) if each.type == "person"]})
    yield wanted(Query(person=name), "detained")
    if words := keys.words(name):
        yield Wanted("detentions", beginnings={"word": words})


def _in_order(*entities: Entity) -> list[Entity]:
    """Entities as a corpus has them, the last of each that is given."""
    return sorted({each.id: each for each in entities}.values(), key=lambda each: (-each.mentions, each.name, each.id))
