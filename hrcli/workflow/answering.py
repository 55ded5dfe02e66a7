"""Questions, to documents just read or to a store, and their answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from hrcli import resolve
from hrcli.records import Document, DocumentAnalysis, Record
from hrcli.report.answers import Actor
from hrcli.resolve import stored as questions
from hrcli.resolve.parts import Reader
from hrcli.store import Answers
from hrcli.store.corrections import Corrections
from hrcli.workflow.hiding import conceal
from hrcli.workflow.looking import stored
from hrcli.workflow.reading import Batch
from hrcli.workflow.together import Together, gather

Form = questions.Form
Group = questions.Group


@dataclass(frozen=True)
class Answer:
    """The records that answer a question, the documents (by id) of all records, and, to no avail, names like those asked for.

    `repeated` is how many documents were left out because they repeat others, `unknown` the corrections that found nothing.
    """

    records: Iterable[Any]
    documents: Mapping[str, Document]
    similar: list[str]
    repeated: int = 0
    unknown: list[str] = field(default_factory=list)
    kind: type[Record] | None = None  # of the records, where it is not the kind that was asked for
    rest: questions.Asked | None = None

    def count(self, most: int) -> int:
        """How many records there are, counted up to `most`."""
        return self.rest.count(most) if self.rest else len(list(self.records))

    def all_dates(self) -> Iterable[Any]:
        """The records, or when each of them was."""
        return self.rest.dates() if self.rest else self.records


def ask(
    analyses: Iterable[DocumentAnalysis],
    query: resolve.Query,
    wanted: str,
    *,
    batch: Batch | None = None,
    with_duplicates: bool = False,
    corrections: Corrections | None = None,
    group: Group | None = None,
    key: bytes | None = None,
) -> Answer:
    """What the documents say together that answers the query; `wanted` is a field of Corpus.

    `group` makes other records of those found and of all that is known. With a `key` private persons are hidden.
    """
    together = gather(analyses, batch=batch, with_duplicates=with_duplicates, corrections=corrections, key=key)
    corpus = together.corpus
    records = getattr(resolve.select(corpus, query), wanted)
    asked = () if records else query.named().values()
    similar = [like for name in asked for like in resolve.names_like(corpus, name)]
    records = group(records, corpus) if group else records
    answer = Answer(records, together.documents, similar, together.repeated, corpus.unknown)
    return _hidden(answer, together.hide, batch) if together.hide else answer


@contextmanager
def asking(
    place: Path,
    query: resolve.Query,
    wanted: str,
    *,
    form: questions.Form = "records",
    rows: int | None = None,
    with_duplicates: bool = False,
    corrections: Corrections | None = None,
    own: bool = True,
    group: Group | None = None,
    key: bytes | None = None,
) -> Iterator[Answer]:
    """What `ask` answers of the analyses in the store at `place`, but read only as far as the answer is, while the context is open.

    Of the records as many as `rows` are read, in a `form`; of what `group` makes, all. What the documents say together is kept in the
    store for the next question, if the corrections are its `own`; where it cannot be, and where persons are to be hidden, the analyses
    themselves are asked.
    """
    said = corrections or Corrections()
    aside = partial(ask, query=query, wanted=wanted, with_duplicates=with_duplicates, corrections=said, group=group, key=key)
    with _rows(place, said, keep=own, with_duplicates=with_duplicates, key=key) as answers:
        if answers is None:
            yield aside(stored(place))
            return
        asked = questions.Asked(answers, query, wanted)
        records = asked.grouped(group) if group else asked.records(form, rows)
        yield Answer(
            records=records,
            documents=questions.Documents(answers),
            similar=[] if records or asked.count(1) else asked.similar(),
            repeated=answers.repeated(),
            unknown=answers.unknown(),
            kind=Actor if form == "lines" and wanted == "entities" else None,
            rest=None if group else asked,
        )


@contextmanager
def telling(
    place: Path,
    read: Reader,
    *,
    with_duplicates: bool = False,
    corrections: Corrections | None = None,
    own: bool = True,
    key: bytes | None = None,
) -> Iterator[Together]:
    """What `gather` makes of the analyses in the store at `place`, but only the part that one has to `read`, as in `asking`."""
    said = corrections or Corrections()
    with _rows(place, said, keep=own, with_duplicates=with_duplicates, key=key) as answers:
        if answers is None:
            yield gather(stored(place), with_duplicates=with_duplicates, corrections=said, key=key)
            return
        part = read(answers)
        corpus = replace(part.corpus, unknown=answers.unknown())
        yield Together(corpus, part.analyses, answers.repeated(), questions.Documents(answers))


@contextmanager
def _rows(place: Path, corrections: Corrections, *, keep: bool, with_duplicates: bool, key: bytes | None) -> Iterator[Answers | None]:
    """The rows of a store, where they can answer: they tell nothing of documents that repeat others, and hide nobody."""
    if key:
        yield None
        return
    with questions.asking(place, corrections, keep=keep) as answers:
        yield None if answers and with_duplicates and answers.repeated() else answers


def _hidden(answer: Answer, hide: resolve.Redactor, batch: Batch | None) -> Answer:
    """An answer without names of private persons; nor are there any in what the batch will say."""
    if batch:
        conceal(batch, hide)
    return dataclasses.replace(
        answer,
        records=hide.records(list(answer.records)),
        documents=hide.record(answer.documents),
        similar=hide.record(answer.similar),
        unknown=hide.record(answer.unknown),
    )
