"""The tables of the store and their numbered migrations.

A store is an SQLite file marked with APPLICATION and, in `PRAGMA user_version`, the number of migrations it has
seen. A migration is never edited once released: a new column is a new entry of MIGRATIONS. The records are kept
whole, as JSON; the plain columns beside them are drawn from it for people who browse the file with other tools.
"""

from __future__ import annotations

import sqlite3

APPLICATION = 0x68726369  # "hrci", in SQLite's application_id

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE documents (
            id TEXT NOT NULL PRIMARY KEY,
            text TEXT NOT NULL,
            record TEXT NOT NULL,
            path TEXT GENERATED ALWAYS AS (json_extract(record, '$.path')) VIRTUAL,
            title TEXT GENERATED ALWAYS AS (json_extract(record, '$.title')) VIRTUAL,
            publisher TEXT GENERATED ALWAYS AS (json_extract(record, '$.publisher')) VIRTUAL,
            date TEXT GENERATED ALWAYS AS (json_extract(record, '$.date')) VIRTUAL
        ) STRICT
        """,
        """
        CREATE TABLE entities (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            record TEXT NOT NULL,
            name TEXT GENERATED ALWAYS AS (json_extract(record, '$.name')) VIRTUAL,
            type TEXT GENERATED ALWAYS AS (json_extract(record, '$.type')) VIRTUAL,
            mentions INTEGER GENERATED ALWAYS AS (json_extract(record, '$.mentions')) VIRTUAL,
            PRIMARY KEY (document, position)
        ) STRICT
        """,
        "CREATE INDEX entities_id ON entities (id)",
        """
        CREATE TABLE demands (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            record TEXT NOT NULL,
            source TEXT GENERATED ALWAYS AS (json_extract(record, '$.source.name')) VIRTUAL,
            organization TEXT GENERATED ALWAYS AS (json_extract(record, '$.source.organization')) VIRTUAL,
            polarity TEXT GENERATED ALWAYS AS (json_extract(record, '$.polarity')) VIRTUAL,
            action TEXT GENERATED ALWAYS AS (json_extract(record, '$.action')) VIRTUAL,
            PRIMARY KEY (document, position)
        ) STRICT
        """,
        "CREATE INDEX demands_id ON demands (id)",
        """
        CREATE TABLE detentions (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            record TEXT NOT NULL,
            name TEXT GENERATED ALWAYS AS (json_extract(record, '$.name')) VIRTUAL,
            status TEXT GENERATED ALWAYS AS (json_extract(record, '$.status')) VIRTUAL,
            date TEXT GENERATED ALWAYS AS (json_extract(record, '$.date')) VIRTUAL,
            PRIMARY KEY (document, position)
        ) STRICT
        """,
        "CREATE INDEX detentions_id ON detentions (id)",
        """
        CREATE TABLE timeline (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            record TEXT NOT NULL,
            date TEXT GENERATED ALWAYS AS (json_extract(record, '$.date')) VIRTUAL,
            event TEXT GENERATED ALWAYS AS (json_extract(record, '$.event')) VIRTUAL,
            PRIMARY KEY (document, position)
        ) STRICT
        """,
        "CREATE INDEX timeline_id ON timeline (id)",
        """
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            started TEXT NOT NULL,
            hrcli TEXT NOT NULL,
            saved INTEGER NOT NULL,
            unchanged INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE skipped (
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            source TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT
        """,
    ),
    ("ALTER TABLE documents ADD COLUMN told TEXT NOT NULL DEFAULT ''",),
    ("ALTER TABLE documents ADD COLUMN sketch BLOB NOT NULL DEFAULT x''",),
)


def version(connection: sqlite3.Connection) -> int | None:
    """The number of migrations that the file has seen; 0 for an empty file, None where it is no store of ours."""
    application, seen = (_pragma(connection, name) for name in ("application_id", "user_version"))
    if application == APPLICATION:
        return seen
    return None if application or seen or _pragma(connection, "schema_version") else 0


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest version, in one transaction. The caller has checked that it is ours or empty."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        for migration in MIGRATIONS[_pragma(connection, "user_version") :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
