"""The numbered migrations of a store.

A store is an SQLite file marked with APPLICATION and, in `PRAGMA user_version`, the number of migrations it has
seen. A migration is never edited once released: a new column is a new entry of MIGRATIONS. Before a store that holds
something is brought up to date, a copy of it is laid beside it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path, PurePath

from hrcli.store import joined, layout
from hrcli.store.first import FIRST
from hrcli.store.fulltext import spaced

APPLICATION = 0x68726369  # "hrci", in SQLite's application_id

_OLD = ("documents", *layout.RECORDS, "runs", "skipped")
_PLAIN: tuple[str, ...] = (
    *(f"DROP INDEX {table}_id" for table in layout.RECORDS),
    *(f"ALTER TABLE {table} RENAME TO old_{table}" for table in _OLD),
    layout.DOCUMENTS,
    *layout.RECORDS.values(),
    *layout.RUNS,
    *layout.INDICES,
    *layout.words_of("documents", "title", "text"),
    layout.words_in("documents", "title", "text"),
    *layout.VIEWS,
    """
    INSERT INTO documents (id, name, stem, told, text, han, sketch, record)
        SELECT id, hrcli_name(path), hrcli_stem(path), told, text, hrcli_spaced(text), sketch, record FROM old_documents ORDER BY path, id
    """,
    *(
        f"""
        INSERT INTO {table} (document, position, id, record)
            SELECT document, position, old_{table}.id, old_{table}.record FROM old_{table} JOIN documents ON documents.id = document
            ORDER BY documents.number, position
        """
        for table in layout.RECORDS
    ),
    "INSERT INTO runs (id, started, finished, hrcli, saved, unchanged) SELECT id, started, started, hrcli, saved, unchanged FROM old_runs",
    "INSERT INTO skipped (run, source, reason) SELECT run, source, reason FROM old_skipped",
    *(f"DROP TABLE old_{table}" for table in reversed(_OLD)),
    *joined.statements(),  # as they are now, which is why the next migration, for stores that saw this one earlier, makes them again
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (*FIRST, _PLAIN, joined.anew())


def name_of(path: str) -> str:
    """A document's name by its path, which may be one of Windows."""
    return path.replace("\\", "/").rpartition("/")[2]


def stem_of(path: str) -> str:
    """A document's name without its ending."""
    return PurePath(name_of(path)).stem


def version(connection: sqlite3.Connection) -> int | None:
    """The number of migrations that the file has seen; 0 for an empty file, None where it is no store of ours."""
    application, seen = (_pragma(connection, name) for name in ("application_id", "user_version"))
    if application == APPLICATION:
        return seen
    return None if application or seen or _pragma(connection, "schema_version") else 0


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file at `path` to the newest version, in one transaction. The caller has checked that it is ours or empty."""
    seen = _pragma(connection, "user_version")
    if seen == len(MIGRATIONS):
        return
    if seen:
        _copy(connection, backup(path, seen))
    for name, function in (("name", name_of), ("stem", stem_of), ("spaced", spaced)):
        connection.create_function(f"hrcli_{name}", 1, function, deterministic=True)
    connection.execute("PRAGMA foreign_keys = OFF")  # else a table that is dropped takes along what refers to it
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        for migration in MIGRATIONS[_pragma(connection, "user_version") :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA foreign_keys = ON")


def backup(path: Path, version: int) -> Path:
    """Where the copy of a store of an older version is kept."""
    return path.with_name(f"{path.name}.version-{version}")


def backups(path: Path) -> list[Path]:
    """The copies of older versions of a store that lie beside it."""
    return [place for seen in range(1, len(MIGRATIONS)) if (place := backup(path, seen)).exists()]


def _copy(connection: sqlite3.Connection, place: Path) -> None:
    """A copy of the store, whole or not at all, readable by its owner alone."""
    fresh = place.with_name(f"{place.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    connection.execute("VACUUM INTO ?", (str(fresh),))
    fresh.replace(place)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
