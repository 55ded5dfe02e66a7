"""The chain of custody: what a store has of each document, and whether all of it still holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from hrcli.records import Demand, Detention, Document, Entity, Evidence, TimelineEntry
from hrcli.store.joined import WORDS_OF
from hrcli.store.opening import plainly

_EVIDENCE = {"entities": Entity, "demands": Demand, "detentions": Detention, "timeline": TimelineEntry}


@dataclass(frozen=True)
class Held:
    """What a store has of a document: when it was read (ISO 8601, UTC), how many quotes are kept, and what of it does not hold."""

    document: Document
    ingested: str | None
    quotes: int
    faults: Sequence[str]


class Custody:
    """The checks of an open store. Every method may raise StoreError."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def held(self) -> Iterator[Held]:
        """Every document by path, with all its quotes compared with its text."""
        for (id,) in self._read("SELECT id FROM documents ORDER BY path, id"):
            ((record, text, ingested),) = self._read("SELECT record, text, ingested FROM documents WHERE id = ?", id)
            try:
                quotes = list(self._quotes(id))
                document = msgspec.json.decode(record, type=Document)
            except msgspec.DecodeError as error:
                yield Held(Document(id=id, path=id, sha256="", words=0), ingested, 0, [f"a record cannot be read: {error}"])
                continue
            yield Held(document, ingested, len(quotes), list(_faults(document, text, quotes)))

    def faults(self) -> list[str]:
        """What is wrong with the file itself: its pages, references between its rows, and its full-text indices."""
        found = [f"the file is damaged: {line}" for (line,) in self._read("PRAGMA integrity_check") if line != "ok"]
        found += [f"a row of {table} refers to none of {other}" for table, _, other, _ in self._read("PRAGMA foreign_key_check")]
        return found + [f"the index {table} is not in step: {fault}" for table in WORDS_OF if (fault := self._out_of_step(table))]

    def _out_of_step(self, table: str) -> str:
        try:
            self._connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            return str(error)
        return ""

    def _quotes(self, id: str) -> Iterator[Evidence]:
        """All evidence of a document's records, that of single fields and events too."""
        for table, kind in _EVIDENCE.items():
            for (record,) in self._read(f"SELECT record FROM {table} WHERE document = ?", id):
                yield from _evidence(msgspec.json.decode(record, type=kind))

    def _read(self, sql: str, *values: str) -> list[Any]:
        with plainly(self._path):
            return self._connection.execute(sql, values).fetchall()


def _evidence(record: Any) -> Iterator[Evidence]:
    yield from record.evidence
    if isinstance(record, Detention):
        for event in record.events:
            yield from event.evidence
        for of_field in record.fields.values():
            yield from of_field


def _faults(document: Document, text: str, quotes: Sequence[Evidence]) -> Iterator[str]:
    for each in quotes:
        if each.document != document.id:
            yield f"a quote is said to be of {each.document}: {each.quote[:60]!r}"
        elif text[each.start : each.end] != each.quote:
            yield f"at {each.start} the text does not say {each.quote[:60]!r}"
    if document.sha256[:16] != document.id:
        yield "the id is not that of the sha-256"
