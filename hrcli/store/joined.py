"""What the documents say together, kept so that a question reads only the rows that answer it.

The rows come from `hrcli.resolve`, with the keys that they are found by. They may be thrown away at any time: whatever changes a
document marks them as stale, and the next command that needs them makes them anew, writing only those that have changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hrcli.store.layout import words_of

_JOINED = """
CREATE TABLE joined_{kind} ( -- {what}
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    {columns}
    record TEXT NOT NULL, -- as JSON: `hrcli schema {shape}`
    digest BLOB NOT NULL -- of all that the row holds, and of its keys
) STRICT
"""
_KEYS = (
    """
    CREATE TABLE joined_{kind}_keys ( -- what a row is found by: names in it, and "#" with the id of whom they mean
        role TEXT NOT NULL,
        key TEXT NOT NULL,
        row INTEGER NOT NULL REFERENCES joined_{kind} (number) ON DELETE CASCADE,
        PRIMARY KEY (role, key, row)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX joined_{kind}_keys_row ON joined_{kind}_keys (row, role, key)",
)


@dataclass(frozen=True)
class Kind:
    """How one kind of row is kept: its columns in the order in which rows are listed, then those that are asked for."""

    what: str
    shape: str
    columns: tuple[str, ...]
    order: str
    asked: tuple[str, ...]  # columns of further indices, each followed by the order
    days: tuple[str, ...] = ()  # the columns that filters by time look at, first and last day in turn


WORDS = ("words TEXT NOT NULL -- what full-text search finds it by", "han TEXT")
KINDS = {
    "documents": Kind(
        what="the documents that repeat no other; `first` and `last` are the days that its date may mean",
        shape="Document",
        columns=("undated INTEGER NOT NULL", "date TEXT NOT NULL", "path TEXT NOT NULL", "title TEXT NOT NULL", "first TEXT", "last TEXT"),
        order="undated, date, path, id",
        asked=("id", "last"),
        days=("first", "last"),
    ),
    "entities": Kind(
        what="actors, places, laws: one row each, whatever documents call them; `first` and `last` are the dates of documents",
        shape="Entity",
        columns=(
            "name TEXT NOT NULL",
            "type TEXT NOT NULL",
            "country TEXT",
            "mentions INTEGER NOT NULL",
            "documents INTEGER NOT NULL",
            "first TEXT",
            "last TEXT",
            "spelled TEXT NOT NULL",
            *WORDS,
        ),
        order="mentions DESC, name, id",
        asked=("id", "type", "country"),
    ),
    "demands": Kind(
        what="demands by date; `first` and `last` are the days that the date may mean",
        shape="Demand",
        columns=(
            "undated INTEGER NOT NULL",
            "date TEXT NOT NULL",
            "document TEXT NOT NULL",
            "start INTEGER NOT NULL",
            "first TEXT",
            "last TEXT",
            "polarity TEXT NOT NULL",
            "force TEXT NOT NULL",
            "category INTEGER",
            "reported INTEGER NOT NULL",
            *WORDS,
        ),
        order="undated, date, document, start, id",
        asked=("force", "category", "polarity"),
        days=("first", "last"),
    ),
    "detentions": Kind(
        what="case files: one row a person; the days are those that arrest and release may mean",
        shape="Detention",
        columns=(
            "unnamed INTEGER NOT NULL",
            "called TEXT NOT NULL",
            "name TEXT",
            "person TEXT -- the id of the row of joined_entities",
            "country TEXT -- where they are held",
            "status TEXT NOT NULL",
            "first TEXT",
            "last TEXT",
            "first_released TEXT",
            "last_released TEXT",
            *WORDS,
        ),
        order="unnamed, called, id",
        asked=("id", "name", "person", "country", "status"),
        days=("first", "last", "first_released", "last_released"),
    ),
    "timeline": Kind(
        what="events, each with the evidence of all documents that tell of it, from its `first` possible day to its `last`",
        shape="TimelineEntry",
        columns=(
            "undated INTEGER NOT NULL",
            "earliest TEXT NOT NULL",
            "document TEXT NOT NULL",
            "start INTEGER NOT NULL",
            "type TEXT NOT NULL",
            "precision TEXT",
            "first TEXT",
            "last TEXT",
            "vague INTEGER NOT NULL",
            *WORDS,
        ),
        order="undated, earliest, document, start, id",
        asked=("type", "precision"),
        days=("first", "last", "vague"),
    ),
}


DATED = ("documents", "demands", "timeline")
"""The kinds of which there are so many that filters by time need an index."""
LONG = "CAST(substr(last, 1, 4) AS INTEGER) - CAST(substr(first, 1, 4) AS INTEGER) > 1"
"""That a row may be of more than two years: such rows are few, and looked at one by one."""
WORDS_OF = ("documents_words", *(f"joined_{kind}_words" for kind in list(KINDS)[1:]))
"""The full-text indices."""
TABLES = (
    "joined",
    *WORDS_OF[1:],
    *(f"joined_{kind}_keys" for kind in KINDS),
    *("joined_members", "joined_told", "joined_reasons"),
    *(f"joined_{kind}" for kind in KINDS),
)
"""All tables of this module, each before those that it refers to."""


def _listed(columns: Sequence[str]) -> str:
    """Columns for a CREATE TABLE, each with its comment behind the comma."""
    return "\n    ".join(
        f"{column}, -- {comment}" if comment else f"{column}," for column, _, comment in (each.partition(" -- ") for each in columns)
    )


def anew() -> tuple[str, ...]:
    """What throws away the tables, as whatever migration made them, and makes them as they are now."""
    return (*(f"DROP TABLE IF EXISTS {table}" for table in TABLES), *statements())


def statements() -> tuple[str, ...]:
    """What makes the tables."""
    made = [
        """
        CREATE TABLE joined ( -- of what the joined rows were made; no row where they are stale
            mark TEXT NOT NULL, -- a digest of the corrections and of the program
            unknown TEXT NOT NULL, -- the corrections that found nothing, as JSON
            notes TEXT NOT NULL -- the user's notes by the id of the row, as JSON
        ) STRICT
        """
    ]
    for name, kind in KINDS.items():
        made.append(_JOINED.format(kind=name, what=kind.what, shape=kind.shape, columns=_listed(kind.columns)))
        made.append(f"CREATE INDEX joined_{name}_order ON joined_{name} ({', '.join((kind.order, *kind.days))})")
        if name in DATED:
            made.append(f"CREATE INDEX joined_{name}_days ON joined_{name} (first, last)")
            made.append(f"CREATE INDEX joined_{name}_long ON joined_{name} (first, last) WHERE {LONG}")
        made += [f"CREATE INDEX joined_{name}_{each} ON joined_{name} ({each}, {kind.order})" for each in kind.asked]
        made += [statement.format(kind=name) for statement in _KEYS]
        made += words_of(f"joined_{name}", "words") if name != "documents" else ()
    return (
        *made,
        *_made_of("members", "entities"),
        *_made_of("told", "detentions"),
        """
        CREATE TABLE joined_reasons ( -- why records of documents are one, in the order in which they were joined, or nearly were
            number INTEGER PRIMARY KEY,
            row INTEGER, -- of joined_entities: that of the first record, if it has one
            one TEXT NOT NULL, -- the ids of the records
            other TEXT NOT NULL,
            why TEXT NOT NULL,
            weak INTEGER NOT NULL, -- whether little speaks for it
            doubt INTEGER NOT NULL -- whether they were left apart
        ) STRICT
        """,
        "CREATE INDEX joined_reasons_row ON joined_reasons (row)",
    )


def _made_of(name: str, kind: str) -> tuple[str, ...]:
    """The table that leads from the records of documents to the rows of a kind."""
    return (
        f"""
        CREATE TABLE joined_{name} ( -- which records of documents make a row of joined_{kind}
            record INTEGER PRIMARY KEY REFERENCES {kind} (number) ON DELETE CASCADE,
            row INTEGER NOT NULL REFERENCES joined_{kind} (number) ON DELETE CASCADE
        ) STRICT
        """,
        f"CREATE INDEX joined_{name}_row ON joined_{name} (row)",
    )
