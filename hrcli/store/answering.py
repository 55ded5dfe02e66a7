"""The answers of a store: the rows that a question wants, read one by one, and the words that people look for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from hrcli.records import Demand, Detention, Document, Entity, Evidence, Identity, Record, TimelineEntry
from hrcli.store import fulltext, questions
from hrcli.store.behind import Behind, of_documents
from hrcli.store.opening import decoded, plainly
from hrcli.store.questions import Wanted
from hrcli.store.rewriting import Rows, rewrite

SHAPES: dict[str, type[Record]] = {
    "documents": Document,
    "entities": Entity,
    "demands": Demand,
    "detentions": Detention,
    "timeline": TimelineEntry,
}
_EVIDENCE = ',"evidence":['  # in a record's JSON; in a string the quotation marks would be escaped
_TITLES = {"entities": "this.name"}
_BEGINNING = "substr(this.words, 1, 200)"
_SHOWN = 12  # words of a snippet


@dataclass(frozen=True)
class Line:
    """An entity as a list shows it: without evidence, with how many documents name it, and their first and last date."""

    entity: Identity
    documents: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Named:
    """What tells whom a name means in some documents: an actor's names, and which of the documents name it."""

    id: str
    name: str
    aliases: list[str]
    mentions: int
    documents: list[str]


@dataclass(frozen=True)
class Dated:
    """When an event was, at the earliest and at the latest."""

    earliest: str | None
    latest: str | None


@dataclass(frozen=True)
class Found:
    """What a search found: a row of a kind, its id, and a stretch of its words, in which those looked for stand between marks.

    `title` is what the row is called: a title or path, a name, the words of an action or event. The lower the `rank`, the better.
    """

    kind: str
    id: str
    title: str
    snippet: str
    rank: float


MARKS = ("\x02", "\x03")
"""What stands before and after the words that were looked for."""


def bare(entity: Entity) -> bytes:
    """What is kept of an entity of all documents."""
    return msgspec.json.encode(Identity(**{name: getattr(entity, name) for name in Identity.__struct_fields__}))


class Answers:
    """What the documents of an open store say together. Every method may raise StoreError."""

    def __init__(self, path: Path, connection: sqlite3.Connection, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._path = path
        self._connection = connection
        self._writing = writing
        self.behind = Behind(path, connection)

    def mark(self) -> str | None:
        """Of what the rows were made; None where they are stale."""
        row = next(self._read("SELECT mark FROM joined"), None)
        return row[0] if row else None

    def unknown(self) -> list[str]:
        """The corrections that found nothing."""
        return [line for (told,) in self._read("SELECT unknown FROM joined") for line in msgspec.json.decode(told, type=list[str])]

    def notes(self) -> dict[str, list[str]]:
        """The user's notes, by the id of the actor."""
        (notes,) = next(self._read("SELECT notes FROM joined"))
        return msgspec.json.decode(notes, type=dict[str, list[str]])

    def rewrite(self, rows: Rows) -> None:
        """Put other rows in the place of these: all or nothing."""
        with self._writing():
            rewrite(self._connection, rows)

    def repeated(self) -> int:
        """How many documents repeat others, and have no part in the answers."""
        (count,) = next(self._read("SELECT COUNT(*) FROM documents WHERE duplicate_of IS NOT NULL"))
        return int(count)

    def count(self, wanted: Wanted, most: int) -> int:
        """How many rows are wanted, counted up to `most`."""
        query = questions.select(self._connection, wanted, "1")
        (count,) = next(self._read(f"SELECT COUNT(*) FROM ({query.sql} LIMIT {most})", query.values))
        return int(count)

    def records(self, wanted: Wanted, limit: int | None = None) -> Iterator[Any]:
        """The records that are wanted, in their order, decoded."""
        shape = SHAPES[wanted.kind]
        for raw in self.raw(wanted, limit):
            yield self._decoded(raw, shape)

    def raw(self, wanted: Wanted, limit: int | None = None) -> Iterator[msgspec.Raw]:
        """The records that are wanted, in their order, as JSON."""
        for number, record in self._select(wanted, "this.number, this.record", limit):
            yield msgspec.Raw((self._whole(number, record) if wanted.kind == "entities" else record).encode())

    def lines(self, wanted: Wanted, limit: int | None = None) -> Iterator[Line]:
        """The entities that are wanted, as a list shows them."""
        for record, *told in self._select(wanted, "this.record, this.documents, this.first, this.last", limit):
            yield Line(self._decoded(record, Identity), *told)

    def brief(self, wanted: Wanted) -> Iterator[Entity]:
        """The entities that are wanted, without evidence."""
        for number, record in self._select(wanted, "this.number, this.record", None):
            documents = self._read("SELECT key FROM joined_entities_keys WHERE row = ? AND role = 'document' ORDER BY key", (number,))
            yield of_documents(self._decoded(record, Identity), [id for (id,) in documents])

    def called(self) -> list[str]:
        """The names of all cases, in the order of these."""
        return [name for (name,) in self._read("SELECT name FROM joined_detentions WHERE name IS NOT NULL ORDER BY unnamed, called, id")]

    def newest(self) -> Document | None:
        """The document of the latest day."""
        row = next(self._read("SELECT record FROM joined_documents WHERE last IS NOT NULL ORDER BY last DESC LIMIT 1"), None)
        return self._decoded(row[0], Document) if row else None

    def document(self, id: str) -> Document | None:
        """One of the documents that have a part in the answers."""
        row = next(self._read("SELECT record FROM joined_documents WHERE id = ?", (id,)), None)
        return self._decoded(row[0], Document) if row else None

    def documents(self) -> int:
        """How many documents have a part in the answers."""
        return self.count(Wanted("documents"), -1)

    def named_in(self, documents: Iterable[str]) -> list[Named]:
        """The actors that are named in some documents, the most mentioned first."""
        found: dict[int, list[str]] = {}
        for document in sorted(set(documents)):
            for (row,) in self._read("SELECT row FROM joined_entities_keys WHERE role = 'document' AND key = ?", (document,)):
                found.setdefault(row, []).append(document)
        order = [row for (row,) in self._read("SELECT number FROM joined_entities ORDER BY mentions DESC, name, id") if row in found]
        return [self._named(row, found[row]) for row in order]

    def _named(self, row: int, documents: list[str]) -> Named:
        (record,) = next(self._read("SELECT record FROM joined_entities WHERE number = ?", (row,)))
        entity = self._decoded(record, Identity)
        return Named(entity.id, entity.name, entity.aliases, entity.mentions, documents)

    def dates(self, wanted: Wanted) -> Iterator[Dated]:
        """When the events that are wanted were."""
        for first, last in self._select(wanted, "this.first, this.last", None):
            yield Dated(first if first != questions.FIRST else None, last if last != questions.LAST else None)

    def names(self, beginnings: Iterable[str]) -> list[tuple[str, list[str]]]:
        """The names and aliases of the most mentioned actors of which a word begins like one of these."""
        found: dict[str, list[str]] = {}
        for word in beginnings:
            sql = """SELECT record FROM joined_entities WHERE number IN (
                SELECT row FROM joined_entities_keys WHERE role = 'word' AND key >= ? AND key < ? || char(0x10ffff)
            ) ORDER BY mentions DESC, name, id LIMIT 2000"""
            for (record,) in self._read(sql, (word, word)):
                entity = self._decoded(record, Identity)
                found[entity.name] = entity.aliases
        return list(found.items())

    def search(self, query: str, wanted: Wanted, *, limit: int = 20, offset: int = 0) -> list[Found]:
        """What of a kind has all words of a query, the best first; "phrases" and beginn* are understood, other signs are not.

        The other fields of `wanted` narrow the search like any question.
        """
        texts = wanted.kind == "documents"
        match = fulltext.match(query, "title text" if texts else "words")
        if not match:
            return []
        table = "documents_words" if texts else f"joined_{wanted.kind}_words"
        title = "COALESCE(json_extract(this.record, '$.title'), this.path)" if texts else _TITLES.get(wanted.kind, _BEGINNING)
        with plainly(self._path):
            where = questions.where(self._connection, wanted)
        own = "JOIN documents ON documents.number = best.rowid JOIN joined_documents AS this ON this.id = documents.id"
        row = own if texts else f"JOIN joined_{wanted.kind} AS this ON this.number = best.rowid"
        sql = f"""
            WITH found AS (
                SELECT best.rowid AS number, this.id, {title} AS title, best.rank AS score FROM {table} AS best {row}
                WHERE {table} MATCH ? AND {where.sql} ORDER BY score, this.id LIMIT ? OFFSET ?
            )
            SELECT found.id, found.title, snippet({table}, -1, ?, ?, ' … ', {_SHOWN}), found.score
            FROM found JOIN {table} ON {table}.rowid = found.number WHERE {table} MATCH ? ORDER BY found.score, found.id
        """
        rows = self._read(sql, (match, *where.values, limit, offset, *MARKS, match))
        return [Found(wanted.kind, *row) for row in rows]

    def _whole(self, number: int, record: str) -> str:
        """An entity's JSON with the documents and the evidence of its members."""
        sql = """SELECT entities.document, entities.record FROM joined_members JOIN entities ON entities.number = joined_members.record
            WHERE row = ? ORDER BY entities.document, entities.number"""
        told = [(id, [each for _, each in group]) for id, group in groupby(self._read(sql, (number,)), key=lambda row: row[0])]
        documents = ",".join(f'"{id}"' for id, _ in told)
        evidence = ",".join(self._evidence(records) for _, records in told)
        return f'{record[:-1]},"documents":[{documents}]{_EVIDENCE}{evidence}]}}'

    def _evidence(self, records: Sequence[str]) -> str:
        """The evidence of what one document says of an entity, by place, as the inside of a JSON array."""
        lists = [each.partition(_EVIDENCE)[2][:-2] for each in records]
        if len(lists) == 1:
            return lists[0]
        every = [one for each in lists for one in self._decoded(f"[{each}]", list[Evidence])]
        distinct = {(each.start, each.end, each.path): each for each in every}
        return msgspec.json.encode([distinct[place] for place in sorted(distinct)]).decode()[1:-1]

    def _select(self, wanted: Wanted, columns: str, limit: int | None) -> Iterator[Any]:
        with plainly(self._path):
            query = questions.select(self._connection, wanted, columns)
        return self._read(f"{query.sql} LIMIT {-1 if limit is None else limit}", query.values)

    def _read(self, sql: str, values: Sequence[str | int] = ()) -> Iterator[Any]:
        with plainly(self._path):
            # No "yield from", which would close the cursor of a store that is closed already.
            for row in self._connection.execute(sql, values):  # noqa: UP028
                yield row

    def _decoded(self, record: str | msgspec.Raw, shape: Any) -> Any:
        return decoded(self._path, record, shape)
