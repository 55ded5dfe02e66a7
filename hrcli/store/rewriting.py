"""Writing what the documents say together: only the rows that have changed since the last time."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from hrcli.store.fulltext import spaced
from hrcli.store.joined import KINDS, WORDS_OF

AT_ONCE = 1000  # rows handed to SQLite together

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one of KINDS: its id, its columns (without `han`), its record as JSON, and the roles and keys that it is found by."""

    id: str
    columns: tuple[Value, ...]
    record: bytes
    keys: Sequence[tuple[str, str]] = ()


class Tie(NamedTuple):
    """Why two records of documents, by their ids, are one; with `doubt`, why they nearly were."""

    one: str
    other: str
    why: str
    weak: bool
    doubt: bool


@dataclass(frozen=True)
class Rows:
    """All that the documents say together: the rows of each of KINDS, and what the user's corrections add.

    `mark` says of what it was made; `members` leads from the id of each document's entity to the id of its row, `told` from that of
    each person's case to that of its row of cases; `ties` are why the records of documents were joined, in that order.
    """

    mark: str
    rows: Mapping[str, Iterable[Row]]
    members: Mapping[str, str]
    told: Mapping[str, str]
    ties: Iterable[Tie]
    unknown: Sequence[str] = ()
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)


def rewrite(connection: sqlite3.Connection, joined: Rows) -> None:
    """Make the joined rows those given. The caller has begun a transaction."""
    for kind, rows in joined.rows.items():
        _rewrite(connection, kind, rows)
    _place(connection, "members", "entities", joined.members)
    _place(connection, "told", "detentions", joined.told)
    _tie(connection, joined)
    connection.execute("DELETE FROM joined")
    told = (msgspec.json.encode(each).decode() for each in (joined.unknown, joined.notes))
    connection.execute("INSERT INTO joined (mark, unknown, notes) VALUES (?, ?, ?)", (joined.mark, *told))


def _rewrite(connection: sqlite3.Connection, kind: str, rows: Iterable[Row]) -> None:
    old: dict[bytes, list[int]] = defaultdict(list)
    for number, digest in connection.execute(f"SELECT number, digest FROM joined_{kind}"):
        old[digest].append(number)
    fresh = _fresh(rows, old)
    last = connection.execute(f"SELECT COALESCE(MAX(number), 0) FROM joined_{kind}").fetchone()[0]
    while batch := [each for _, each in zip(range(AT_ONCE), fresh, strict=False)]:
        _insert(connection, kind, batch, last + 1)
        last += len(batch)
    gone = [(number,) for numbers in old.values() for number in numbers]
    connection.executemany(f"DELETE FROM joined_{kind} WHERE number = ?", gone)


def _fresh(rows: Iterable[Row], old: dict[bytes, list[int]]) -> Iterator[tuple[Row, bytes]]:
    """The rows that are not there yet, with their digests; those that are there are taken out of `old`."""
    for row in rows:
        whole = msgspec.json.encode((row.id, row.columns, msgspec.Raw(row.record), row.keys))
        digest = hashlib.blake2b(whole, digest_size=12).digest()
        if known := old.get(digest):
            known.pop()
        else:
            yield row, digest


def _insert(connection: sqlite3.Connection, kind: str, batch: Sequence[tuple[Row, bytes]], first: int) -> None:
    names = [column.split()[0] for column in KINDS[kind].columns]
    marks = ", ".join("?" * (len(names) + 4))
    found = enumerate(batch, first)
    values = [(number, row.id, *row.columns, *_han(names, row), row.record.decode(), digest) for number, (row, digest) in found]
    connection.executemany(f"INSERT INTO joined_{kind} (number, id, {', '.join(names)}, record, digest) VALUES ({marks})", values)
    keys = {(role, key, number) for number, (row, _) in enumerate(batch, first) for role, key in row.keys}
    connection.executemany(f"INSERT INTO joined_{kind}_keys (role, key, row) VALUES (?, ?, ?)", sorted(keys))
    if "words" in names:
        sql = f"INSERT INTO joined_{kind}_words (rowid, words, han) SELECT number, words, han FROM joined_{kind} WHERE number >= ?"
        connection.execute(sql, (first,))


def _han(names: Sequence[str], row: Row) -> tuple[str | None, ...]:
    """The value of the column `han`, where there is one: it follows `words`, the last column of the row."""
    return (spaced(str(row.columns[-1])),) if "han" in names else ()


def clear(connection: sqlite3.Connection, document: str) -> None:
    """Remove every joined row that tells of a document. The caller has begun a transaction, and will have them made anew."""
    connection.execute("DELETE FROM joined_documents WHERE id = ?", (document,))
    connection.execute("DELETE FROM joined_reasons")
    for kind in list(KINDS)[1:]:
        keyed = f"SELECT row FROM joined_{kind}_keys WHERE role = 'document' AND key = ?"
        connection.execute(f"DELETE FROM joined_{kind} WHERE number IN ({keyed})", (document,))


def compact(connection: sqlite3.Connection) -> None:
    """Write the file anew without what was deleted, in full-text indices too, and nothing of it in the file of pending changes."""
    for table in WORDS_OF:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _place(connection: sqlite3.Connection, table: str, kind: str, members: Mapping[str, str]) -> None:
    """Note which records of documents make which row of a kind."""
    rows = _numbers(connection, kind)
    records = connection.execute(f"SELECT number, id FROM {kind}").fetchall()
    connection.execute(f"DELETE FROM joined_{table}")
    found = ((number, rows[members[id]]) for number, id in records if members.get(id) in rows)
    connection.executemany(f"INSERT INTO joined_{table} (record, row) VALUES (?, ?)", found)


def _tie(connection: sqlite3.Connection, joined: Rows) -> None:
    """Note why records were joined: all of it anew, as what has changed stands anywhere among the others."""
    rows = _numbers(connection, "entities")
    connection.execute("DELETE FROM joined_reasons")
    found = ((rows.get(joined.members.get(tie.one, "")), *tie) for tie in joined.ties)
    connection.executemany("INSERT INTO joined_reasons (row, one, other, why, weak, doubt) VALUES (?, ?, ?, ?, ?, ?)", found)


def _numbers(connection: sqlite3.Connection, kind: str) -> dict[str, int]:
    return dict(connection.execute(f"SELECT id, number FROM joined_{kind}"))
