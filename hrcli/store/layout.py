"""The tables of a store as they are now: what each document says, what all say together, and the words of both.

The first block has a row for each record of each document: the record whole, as JSON, and beside it the columns that one looks
for, drawn from it. The second, `joined_...`, has what the documents say together, made from the first by `hrcli.resolve`; it may
be thrown away at any time, and is made anew. The third finds words. The comments in the statements are kept in the file.
"""

from __future__ import annotations

DOCUMENTS = """
CREATE TABLE documents ( -- one row a document: its text, what is known of its origin, when and by what it was read
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE, -- the first 16 digits of the sha-256 of the source
    name TEXT NOT NULL, -- the file's name, with and without its ending
    stem TEXT NOT NULL,
    ingested TEXT, -- when it was read (ISO 8601, UTC); NULL where an older hrcli kept it
    told TEXT NOT NULL DEFAULT '', -- a digest of what others than the document say of it
    text TEXT NOT NULL, -- the offsets of all records point into it, in characters
    han TEXT, -- its passages in Chinese and Japanese characters, spaced, to be found by them
    sketch BLOB NOT NULL DEFAULT x'', -- what tells whether it repeats another
    record TEXT NOT NULL, -- the document as JSON: `hrcli schema Document`
    path TEXT GENERATED ALWAYS AS (json_extract(record, '$.path')) VIRTUAL,
    title TEXT GENERATED ALWAYS AS (json_extract(record, '$.title')) VIRTUAL,
    publisher TEXT GENERATED ALWAYS AS (json_extract(record, '$.publisher')) VIRTUAL,
    date TEXT GENERATED ALWAYS AS (json_extract(record, '$.date')) VIRTUAL,
    language TEXT GENERATED ALWAYS AS (json_extract(record, '$.language')) VIRTUAL,
    words INTEGER GENERATED ALWAYS AS (json_extract(record, '$.words')) VIRTUAL,
    sha256 TEXT GENERATED ALWAYS AS (json_extract(record, '$.sha256')) VIRTUAL,
    duplicate_of TEXT GENERATED ALWAYS AS (json_extract(record, '$.duplicate_of')) VIRTUAL,
    recipe TEXT GENERATED ALWAYS AS (json_extract(record, '$.recipe')) VIRTUAL
) STRICT
"""

_RECORDS = """
CREATE TABLE {table} ( -- {what}
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- in the order of the document
    id TEXT NOT NULL,
    record TEXT NOT NULL, -- whole, as JSON: `hrcli schema {kind}`
    {columns},
    UNIQUE (document, position)
) STRICT
"""


def _drawn(name: str, path: str, type: str = "TEXT") -> str:
    return f"{name} {type} GENERATED ALWAYS AS (json_extract(record, '$.{path}')) VIRTUAL"


def _records(table: str, kind: str, what: str, *columns: str) -> str:
    return _RECORDS.format(table=table, kind=kind, what=what, columns=",\n    ".join(columns))


RECORDS = {
    "entities": _records(
        "entities",
        "Entity",
        "who and what a document names",
        _drawn("name", "name"),
        _drawn("native_name", "native_name"),
        _drawn("type", "type"),
        _drawn("country", "country"),
        _drawn("mentions", "mentions", "INTEGER"),
    ),
    "demands": _records(
        "demands",
        "Demand",
        "who asks what of whom",
        _drawn("date", "date"),
        _drawn("source", "source.name"),
        _drawn("organization", "source.organization"),
        _drawn("targets", "targets"),
        _drawn("polarity", "polarity"),
        _drawn("force", "force"),
        _drawn("action", "action"),
        _drawn("people", "people"),
        _drawn("themes", "themes"),
        _drawn("reported", "reported", "INTEGER"),
    ),
    "detentions": _records(
        "detentions",
        "Detention",
        "who is or was deprived of liberty",
        _drawn("name", "name"),
        _drawn("status", "status"),
        _drawn("date", "date"),
        _drawn("released", "released"),
        _drawn("charge", "charge"),
        _drawn("sentence", "sentence"),
        _drawn("place", "place"),
    ),
    "timeline": _records(
        "timeline",
        "TimelineEntry",
        "what happened when",
        _drawn("date", "date"),
        _drawn("earliest", "earliest"),
        _drawn("latest", "latest"),
        _drawn("event", "event"),
        _drawn("event_type", "event_type"),
        _drawn("modality", "modality"),
        _drawn("actors", "actors"),
    ),
}

_EVIDENCE = """
    SELECT {table}.document, {table}.id AS {of}, {more}
        json_extract(each.value, '$.start') AS start, json_extract(each.value, '$.end') AS "end",
        json_extract(each.value, '$.quote') AS quote, json_extract(each.value, '$.place') AS place
    FROM {table}, json_each({table}.record, '$.evidence') AS each
"""

VIEWS = (
    "CREATE VIEW mentions AS -- every place where an entity is named"
    + _EVIDENCE.format(table="entities", of="entity", more="entities.name, entities.type,"),
    "CREATE VIEW evidence AS -- every place where a demand, a detention or a date is written"
    + "UNION ALL".join(_EVIDENCE.format(table=each, of="record", more=f"'{each}' AS kind,") for each in list(RECORDS)[1:]),
)

RUNS = (
    """
    CREATE TABLE runs ( -- every call of `hrcli ingest` and `hrcli upgrade`
        id INTEGER PRIMARY KEY,
        started TEXT NOT NULL, -- ISO 8601, UTC
        finished TEXT, -- NULL where it was cut short
        hrcli TEXT NOT NULL,
        saved INTEGER NOT NULL,
        unchanged INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE skipped ( -- what could not be read, and why
        run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    """,
)

INDICES = (
    "CREATE INDEX documents_path ON documents (path)",
    "CREATE INDEX documents_name ON documents (name)",
    "CREATE INDEX documents_stem ON documents (stem)",
    "CREATE INDEX documents_duplicate_of ON documents (duplicate_of) WHERE duplicate_of IS NOT NULL",
    "CREATE INDEX skipped_run ON skipped (run)",
    *(f"CREATE INDEX {table}_id ON {table} (id)" for table in RECORDS),
)

# Datasette finds a table's search by these words, double quotes and all.
_WORDS = """
CREATE VIRTUAL TABLE {table}_words USING fts5 (
    {columns}, han, content="{table}", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
)
"""


def words_of(table: str, *columns: str) -> tuple[str, ...]:
    """The full-text index of a table's columns and of its column `han`, and what takes out the words of a row that goes."""
    names = ", ".join((*columns, "han"))
    old = ", ".join(f"old.{column}" for column in (*columns, "han"))
    return (
        _WORDS.format(table=table, columns=", ".join(columns)),
        f"""
        CREATE TRIGGER {table}_words_out AFTER DELETE ON {table} BEGIN
            INSERT INTO {table}_words ({table}_words, rowid, {names}) VALUES ('delete', old.number, {old});
        END
        """,
    )


def words_in(table: str, *columns: str) -> str:
    """What puts the words of each new row into the full-text index.

    For tables that grow by a few rows at a time: each time it is set off, the index writes what it has to the file.
    """
    names = ", ".join((*columns, "han"))
    new = ", ".join(f"new.{column}" for column in (*columns, "han"))
    return f"""
        CREATE TRIGGER {table}_words_in AFTER INSERT ON {table} BEGIN
            INSERT INTO {table}_words (rowid, {names}) VALUES (new.number, {new});
        END
        """
