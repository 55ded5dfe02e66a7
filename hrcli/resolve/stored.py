"""Questions asked of a store: its documents are joined once, when they or the corrections have changed, and then only looked up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec.structs import asdict

from hrcli import __version__, lexicon, store
from hrcli.errors import StoreError
from hrcli.records import Document, Record
from hrcli.report.answers import Actor
from hrcli.resolve import keys
from hrcli.resolve.asked import wanted
from hrcli.resolve.called import like
from hrcli.resolve.duplicates import link
from hrcli.resolve.index import index
from hrcli.resolve.join import join
from hrcli.resolve.parts import of_review
from hrcli.resolve.select import Query
from hrcli.store.corrections import Corrections

Form = Literal["raw", "records", "lines"]
"""Records as JSON, as such, or of entities only what a list shows of them."""
Group = Callable[[Sequence[Any], Any], Sequence[Record]]
"""Other records made of those found and of what is known of them: a corpus, or a part of one, or Bearers."""


@dataclass(frozen=True)
class Bearers:
    """The actors that the documents of some records name."""

    entities: Sequence[Any]


class Documents(Mapping[str, Document]):
    """The documents that have a part in a store's answers, by id, each read when it is asked for."""

    def __init__(self, answers: store.Answers) -> None:
        self._answers = answers
        self._known: dict[str, Document | None] = {}

    def __getitem__(self, id: str) -> Document:
        if id not in self._known:
            self._known[id] = self._answers.document(id)
        if (document := self._known[id]) is None:
            raise KeyError(id)
        return document

    def __iter__(self) -> Iterator[str]:
        return (document.id for document in self._answers.records(store.Wanted("documents")))

    def __len__(self) -> int:
        return self._answers.count(store.Wanted("documents"), -1)

    def __bool__(self) -> bool:
        return self._answers.count(store.Wanted("documents"), 1) > 0


def refresh(kept: store.Store, corrections: Corrections) -> bool:
    """Join the documents of a store that is open for writing, where that has not been done since they or the corrections changed.

    Returns whether it had to be done. First it is noted which documents repeat others.
    """
    mark = _mark(corrections)
    if kept.answers.mark() == mark:
        return False
    kept.mark(link(kept.sketches()))
    originals = (each for each in kept.analyses(lean=True) if not each.document.duplicate_of)
    kept.answers.rewrite(index(join(originals, corrections), mark))
    return True


@contextmanager
def asking(place: Path, corrections: Corrections, *, keep: bool) -> Iterator[store.Answers | None]:
    """The answers of the store at `place`, joined with these corrections; None where they are not there, and cannot be kept there."""
    with store.open(place) as kept:
        if kept.answers.mark() == _mark(corrections):
            yield kept.answers
            return
    if not keep or not _joined(place, corrections):
        yield None
        return
    with store.open(place) as kept:
        yield kept.answers


def _joined(place: Path, corrections: Corrections) -> bool:
    """Join the documents of a store, if nobody else is writing it and it can be written."""
    try:
        with store.open(place, write=True) as kept:
            refresh(kept, corrections)
    except StoreError:
        return False
    return True


class Asked:
    """A query that is asked of a store for a field of the corpus."""

    def __init__(self, answers: store.Answers, query: Query, field: str) -> None:
        self._answers = answers
        self._query = query
        self._wanted = wanted(query, field)

    def records(self, form: Form, rows: int | None) -> Iterable[Any]:
        """The records that answer it, as `select` would choose them, as many as `rows`, read when needed; () where there are none."""
        limits = [each for each in (self._query.limit, rows) if each is not None]
        found = self._read(form, min(limits) if limits else None)
        first = next(found, None)
        return () if first is None else chain([first], found)

    def _read(self, form: Form, limit: int | None) -> Iterator[Any]:
        if form == "lines" and self._wanted.kind == "entities":
            return map(_line, self._answers.lines(self._wanted, limit))
        return self._answers.raw(self._wanted, limit) if form == "raw" else self._answers.records(self._wanted, limit)

    def grouped(self, group: Group) -> Sequence[Record]:
        """What `group` makes of the records and, of cases, of what was told of them; of others, of the actors of their documents."""
        records = list(self._answers.records(self._wanted, self._query.limit))
        if self._wanted.kind == "detentions":
            return group(records, of_review(self._answers, records))
        return group(records, Bearers(self._answers.named_in(record.document for record in records)))

    def count(self, most: int) -> int:
        """How many records answer it, counted up to `most`."""
        return self._answers.count(self._wanted, most if self._query.limit is None else min(most, self._query.limit))

    def dates(self) -> Iterator[Any]:
        """When the events that answer it were."""
        return self._answers.dates(self._wanted)

    def similar(self) -> list[str]:
        """Names like those that it asks for."""
        return [
            found
            for name in self._query.named().values()
            for found in like(name, self._answers.names(sorted({word[:2] for word in keys.words(name)})))
        ]


def _line(line: store.Line) -> Actor:
    return Actor(**asdict(line.entity), documents=line.documents, first=line.first, last=line.last)


def _mark(corrections: Corrections) -> str:
    """A digest of what joins depend on besides the documents."""
    told = (__version__, lexicon.digest(), corrections)
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:16]
