"""The first migrations: how stores came to be what `hrcli.store.layout` now makes of them. Never edited."""

from __future__ import annotations

FIRST: tuple[tuple[str, ...], ...] = (
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
