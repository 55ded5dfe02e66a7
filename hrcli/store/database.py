"""What can be asked of an open store. No connection, cursor or row leaves this module: records and text do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from struct import pack, unpack
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from hrcli.errors import StoreError
from hrcli.records import (
    Demand,
    Detention,
    Document,
    DocumentAnalysis,
    Entity,
    Evidenced,
    Identity,
    Recipe,
    Record,
    Skipped,
    Source,
    TimelineEntry,
)
from hrcli.store.answering import Answers
from hrcli.store.behind import of_documents
from hrcli.store.custody import Custody
from hrcli.store.fulltext import spaced
from hrcli.store.locking import Lock
from hrcli.store.opening import plainly, release
from hrcli.store.rewriting import clear, compact
from hrcli.store.schema import name_of, stem_of

TABLES: dict[str, type[Evidenced]] = {"entities": Entity, "demands": Demand, "detentions": Detention, "timeline": TimelineEntry}
FIELDS = {"entities": "entities", "demands": "demands", "detentions": "detained", "timeline": "timeline"}
T = TypeVar("T")


@dataclass(frozen=True)
class Saved:
    """A document to be kept: what it says, what it is, and what tells whether it repeats another."""

    analysis: DocumentAnalysis
    source: Source
    sketch: Sequence[int] = ()


@dataclass(frozen=True)
class Hit:
    """Something in the store whose id or path was asked for; `document` is the id of the document it is in."""

    table: str
    id: str
    document: str


class Store:
    """An open store; a context manager that closes it. Every method may raise StoreError."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None = None) -> None:
        self.path = path
        self._lock = lock
        self._connection = connection
        self.answers = Answers(path, connection, self._writing)
        self.custody = Custody(path, connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        release(self._connection)
        if self._lock:
            self._lock.free()
            self._lock = None

    def holds(self, id: str, told: str, recipe: Recipe) -> bool:
        """Whether the store has the document with this id, told of alike and read by the same recipe, under whatever path."""
        row = self._row("SELECT record FROM documents WHERE id = ? AND told = ?", id, told)
        return row is not None and self._decode(row[0], Document).recipe == recipe

    def save(self, analysis: DocumentAnalysis, source: Source, sketch: Sequence[int] = ()) -> None:
        """Keep the analysis, text and sketch (see `resolve.link`) of one document, in the place of any earlier one: all or nothing."""
        document = analysis.document
        row = {
            "id": document.id,
            "name": name_of(document.path),
            "stem": stem_of(document.path),
            "ingested": _now(),
            "told": source.told,
            "text": source.text,
            "han": spaced(source.text),
            "sketch": pack(f"<{len(sketch)}q", *sketch),
            "record": _encode(document),
        }
        with self._changing():
            self._connection.execute("DELETE FROM documents WHERE id = ?", (document.id,))
            self._connection.execute(f"INSERT INTO documents ({', '.join(row)}) VALUES (:{', :'.join(row)})", row)
            for table, field in FIELDS.items():
                rows = [(document.id, place, record.id, _encode(record)) for place, record in enumerate(getattr(analysis, field))]
                self._connection.executemany(f"INSERT INTO {table} (document, position, id, record) VALUES (?, ?, ?, ?)", rows)

    def save_all(self, batch: Iterable[Saved]) -> None:
        """Keep several documents in one transaction."""
        with self._changing():
            for each in batch:
                self.save(each.analysis, each.source, each.sketch)

    def sketches(self) -> Iterator[tuple[Document, list[int]]]:
        """Every document with the sketch of its text."""
        with plainly(self.path):
            for record, sketch in self._connection.execute("SELECT record, sketch FROM documents"):
                yield self._decode(record, Document), list(unpack(f"<{len(sketch) // 8}q", sketch))

    def mark(self, links: Mapping[str, str]) -> None:
        """Note in each document which other one it repeats, by id, or that it repeats none."""
        moved = [document for document, _ in self.sketches() if document.duplicate_of != links.get(document.id)]
        rows = [(_encode(msgspec.structs.replace(each, duplicate_of=links.get(each.id))), each.id) for each in moved]
        if not rows:
            return
        with self._changing():
            self._connection.executemany("UPDATE documents SET record = ? WHERE id = ?", rows)

    def outdated(self, recipe: Recipe) -> dict[str, tuple[Document, str]]:
        """The documents that were read by another recipe, by id, each with the digest of what was told of it."""
        rows = self._rows("SELECT id, record, told FROM documents ORDER BY path, id")
        found = {id: (self._decode(record, Document), told) for id, record, told in rows}
        return {id: each for id, each in found.items() if each[0].recipe != recipe}

    def count(self) -> int:
        """How many documents there are."""
        ((count,),) = self._rows("SELECT COUNT(*) FROM documents")
        return int(count)

    def paths(self) -> list[str]:
        """The paths of all documents."""
        return [path for (path,) in self._rows("SELECT path FROM documents ORDER BY path, id")]

    def forget(self, document: str) -> None:
        """Remove a document and all that was made of it, so that no byte of it stays in the file."""
        path = self.document(document).path
        with plainly(self.path):
            self._connection.execute("PRAGMA secure_delete = ON")
        with self._changing():
            clear(self._connection, document)
            self._connection.execute("DELETE FROM skipped WHERE source = ?", (path,))
            self._connection.execute("DELETE FROM documents WHERE id = ?", (document,))
        with plainly(self.path):
            compact(self._connection)

    def begin(self, started: str, hrcli: str) -> int:
        """Note that a run has begun; returns its number."""
        with self._writing():
            sql = "INSERT INTO runs (started, hrcli, saved, unchanged) VALUES (?, ?, 0, 0)"
            return self._connection.execute(sql, (started, hrcli)).lastrowid or 0

    def end(self, run: int, *, saved: int, unchanged: int, skipped: Iterable[Skipped]) -> None:
        """Note that a run has ended, what came of it, and the inputs that it could not read."""
        with self._writing():
            sql = "UPDATE runs SET finished = ?, saved = ?, unchanged = ? WHERE id = ?"
            self._connection.execute(sql, (_now(), saved, unchanged, run))
            rows = [(run, each.source, each.reason) for each in skipped]
            self._connection.executemany("INSERT INTO skipped (run, source, reason) VALUES (?, ?, ?)", rows)

    def skipped(self) -> list[Skipped]:
        """What could not be read the last time that it was named, and why; what was read since under the same path is left out."""
        sql = "SELECT source, reason, MAX(run) FROM skipped WHERE source NOT IN (SELECT path FROM documents) GROUP BY source"
        return [Skipped(source=source, reason=reason) for source, reason, _ in self._rows(sql)]

    def analyses(self, *, lean: bool = False) -> Iterator[DocumentAnalysis]:
        """The analyses of all documents, by path; with `lean` without the places where entities are named, of which there are many."""
        for (document,) in self._rows("SELECT id FROM documents ORDER BY path, id"):
            yield self.analysis(document, lean=lean)

    def analysis(self, document: str, *, lean: bool = False) -> DocumentAnalysis:
        """The analysis of the document with this id."""
        found = self.document(document)
        records = {field: self._records(table, document) for table, field in FIELDS.items() if not (lean and table == "entities")}
        if lean:
            records["entities"] = self._lean(document)
        return DocumentAnalysis(document=found, **records)  # type: ignore[arg-type]

    def document(self, id: str) -> Document:
        """The document with this id."""
        row = self._row("SELECT record FROM documents WHERE id = ?", id)
        if row is None:
            raise StoreError(f"no document {id} in {self.path}", hint="`hrcli documents` lists them")
        return self._decode(row[0], Document)

    def _lean(self, document: str) -> list[Evidenced]:
        """The entities of a document, each with a place that is none for all its evidence."""
        rows = self._rows("SELECT record FROM entities WHERE document = ? ORDER BY position", document)
        return [of_documents(self._decode(record, Identity), [document]) for (record,) in rows]

    def text(self, document: str) -> str:
        """The text of the document with this id, into which the offsets of its records point."""
        row = self._row("SELECT text FROM documents WHERE id = ?", document)
        if row is None:
            raise StoreError(f"no document {document} in {self.path}", hint="`hrcli documents` lists them")
        text: str = row[0]
        return text

    def find(self, reference: str) -> list[Hit]:
        """The documents whose path, file name or id's beginning is `reference`, else the records with such an id."""
        called = " UNION ".join(f"SELECT path, id FROM documents WHERE {column} = ?" for column in ("path", "name", "stem"))
        documents = [Hit("documents", id, id) for _, id in self._rows(f"{called} ORDER BY path, id", *[reference] * 3)]
        return documents or list(self._with_id(reference.lower()))

    def _with_id(self, prefix: str) -> Iterator[Hit]:
        for table in ("documents", *TABLES):
            owner = "id" if table == "documents" else "document"
            # Ids are hexadecimal digits, so that "g" follows every continuation of a prefix.
            sql = f"SELECT DISTINCT id, {owner} FROM {table} WHERE id >= ? AND id < ? || 'g'"
            yield from (Hit(table, id, document) for id, document in self._rows(sql, prefix, prefix))

    def _records(self, table: str, document: str) -> list[Evidenced]:
        rows = self._rows(f"SELECT record FROM {table} WHERE document = ? ORDER BY position", document)
        return [self._decode(row[0], TABLES[table]) for row in rows]

    def _decode(self, record: str, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(record, type=kind)
        except msgspec.DecodeError as error:
            message = f"a {kind.__name__} in the store {self.path} cannot be read: {error}"
            raise StoreError(message, hint="ingest the documents again into a new store with --db") from error

    def _row(self, sql: str, *parameters: str) -> tuple[str, ...] | None:
        return next(iter(self._rows(sql, *parameters)), None)

    def _rows(self, sql: str, *parameters: str) -> list[tuple[str, ...]]:
        with plainly(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Change a document: what all say together is no longer what was joined."""
        with self._writing():
            self._connection.execute("DELETE FROM joined")
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction, or a part of the one that is open."""
        if self._connection.in_transaction:
            yield
            return
        with plainly(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _encode(record: Record) -> str:
    return msgspec.json.encode(record).decode()
