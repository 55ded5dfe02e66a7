"""What lies behind the joined rows: the records of documents that they were made of, and why."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from hrcli.records import Detention, Document, Entity, Evidence, Identity
from hrcli.store.opening import decoded, plainly


@dataclass(frozen=True)
class Member:
    """An entity of a document, without evidence, and the id of the row that it is part of."""

    row: str
    document: Document
    entity: Entity


@dataclass(frozen=True)
class Tied:
    """Two records of documents that are one, or nearly were, and why; `row` is the id of the first one's actor, if it has one."""

    row: str | None
    one: Entity | Detention
    other: Entity | Detention
    why: str
    weak: bool


def of_documents(entity: Identity, documents: Sequence[str]) -> Entity:
    """An entity of some documents, with a place that is none for all its evidence, of which there may be much."""
    nowhere = Evidence(document=next(iter(documents), ""), path="", start=0, end=0, quote="")
    return Entity(**asdict(entity), documents=list(documents), evidence=[nowhere])


class Behind:
    """The origins of the rows of an open store. Every method may raise StoreError."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def row(self, record: str) -> str | None:
        """The id of the actor whom the record of a document with this id tells of."""
        sql = """
            SELECT joined_entities.id FROM entities JOIN joined_members ON joined_members.record = entities.number
            JOIN joined_entities ON joined_entities.number = row WHERE entities.id = ?
            UNION ALL SELECT person FROM detentions JOIN joined_told ON joined_told.record = detentions.number
            JOIN joined_detentions ON joined_detentions.number = row WHERE detentions.id = ? AND person IS NOT NULL
        """
        return next((id for (id,) in self._read(sql, record, record)), None)

    def members(self, actors: Sequence[str]) -> Iterator[Member]:
        """The entities of documents that make some actors, by document and place."""
        sql = """
            SELECT joined_entities.id, documents.record, entities.record
            FROM joined_entities JOIN joined_members ON row = joined_entities.number
            JOIN entities ON entities.number = joined_members.record JOIN documents ON documents.id = entities.document
            WHERE joined_entities.id IN (SELECT value FROM json_each(?)) ORDER BY documents.path, documents.id, position
        """
        for row, record, entity in self._read(sql, json.dumps(actors)):
            document = self._decoded(record, Document)
            yield Member(row, document, of_documents(self._decoded(entity, Identity), [document.id]))

    def told(self, cases: Sequence[str]) -> dict[str, list[Detention]]:
        """The cases of documents that make some rows of cases of persons, by the id of the row."""
        sql = """
            SELECT joined_detentions.id, detentions.record FROM joined_detentions JOIN joined_told ON row = joined_detentions.number
            JOIN detentions ON detentions.number = joined_told.record
            WHERE joined_detentions.id IN (SELECT value FROM json_each(?)) ORDER BY detentions.number
        """
        found: dict[str, list[Detention]] = {}
        for row, record in self._read(sql, json.dumps(cases)):
            found.setdefault(row, []).append(self._decoded(record, Detention))
        return found

    def persons(self, cases: Sequence[str]) -> dict[str, str]:
        """The ids of the actors whom some rows of cases tell of, by the ids of the rows."""
        sql = "SELECT id, person FROM joined_detentions WHERE id IN (SELECT value FROM json_each(?)) AND person IS NOT NULL"
        return dict(self._read(sql, json.dumps(cases)))

    def ties(self, actors: Sequence[str]) -> Iterator[Tied]:
        """Why the records of some actors are one, in the order in which they were joined."""
        yield from self._tied("id IN (SELECT value FROM json_each(?)) AND NOT doubt", json.dumps(actors))

    def weak(self) -> Iterator[Tied]:
        """Why the records of those are one of whom any two were joined on little evidence."""
        yield from self._tied("NOT doubt AND (row IS NULL OR row IN (SELECT row FROM joined_reasons WHERE weak AND NOT doubt))")

    def doubts(self) -> Iterator[Tied]:
        """Which records were nearly joined, and why."""
        yield from self._tied("doubt")

    def _tied(self, where: str, *values: str) -> Iterator[Tied]:
        sql = f"""
            SELECT id, one, other, why, weak FROM joined_reasons LEFT JOIN joined_entities ON joined_entities.number = row
            WHERE {where} ORDER BY joined_reasons.number
        """
        record: Callable[[str], Entity | Detention] = cache(self._record)
        for row, one, other, why, weak in self._read(sql, *values):
            yield Tied(row, record(one), record(other), why, bool(weak))

    def _record(self, id: str) -> Entity | Detention:
        """The entity, or else the case, of a document with this id."""
        shapes: tuple[tuple[str, type[Entity | Detention]], ...] = (("entities", Entity), ("detentions", Detention))
        found = ((record, shape) for table, shape in shapes for (record,) in self._read(f"SELECT record FROM {table} WHERE id = ?", id))
        record: Entity | Detention = self._decoded(*next(found))
        return record

    def _decoded(self, record: str, shape: Any) -> Any:
        return decoded(self._path, record, shape)

    def _read(self, sql: str, *values: str) -> list[Any]:
        with plainly(self._path):
            return self._connection.execute(sql, values).fetchall()
