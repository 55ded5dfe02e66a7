"""A store of an older version is brought up to date, and is then what a new one is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from samples import APPEAL, appeal, source

from hrcli import store
from hrcli.resolve import Query, stored
from hrcli.store.corrections import Corrections
from hrcli.store.schema import MIGRATIONS

VERSION_4 = """
DROP TABLE joined_reasons;
DROP TABLE joined_told;
DROP TABLE joined_detentions_keys;
DROP TABLE joined_detentions_words;
DROP TABLE joined_detentions;
DROP INDEX joined_documents_last;
DROP INDEX joined_entities_id;
CREATE TABLE joined_detentions ( -- case files: one row a person; the days are those that arrest and release may mean
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    unnamed INTEGER NOT NULL,
    called TEXT NOT NULL,
    status TEXT NOT NULL,
    first TEXT,
    last TEXT,
    first_released TEXT,
    last_released TEXT,
    words TEXT NOT NULL, -- what full-text search finds it by
    han TEXT,
    record TEXT NOT NULL, -- as JSON: `hrcli schema Detention`
    digest BLOB NOT NULL -- of all that the row holds, and of its keys
) STRICT;
CREATE INDEX joined_detentions_order
    ON joined_detentions (unnamed, called, id, first, last, first_released, last_released);
CREATE INDEX joined_detentions_status ON joined_detentions (status, unnamed, called, id);
CREATE TABLE joined_detentions_keys ( -- what a row is found by: names in it, and "#" with the id of whom they mean
    role TEXT NOT NULL,
    key TEXT NOT NULL,
    row INTEGER NOT NULL REFERENCES joined_detentions (number) ON DELETE CASCADE,
    PRIMARY KEY (role, key, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX joined_detentions_keys_row ON joined_detentions_keys (row, role, key);
CREATE VIRTUAL TABLE joined_detentions_words USING fts5 (
    words, han, content="joined_detentions", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER joined_entities_words_in AFTER INSERT ON joined_entities BEGIN
    INSERT INTO joined_entities_words (rowid, words, han) VALUES (new.number, new.words, new.han);
END;
CREATE TRIGGER joined_demands_words_in AFTER INSERT ON joined_demands BEGIN
    INSERT INTO joined_demands_words (rowid, words, han) VALUES (new.number, new.words, new.han);
END;
CREATE TRIGGER joined_detentions_words_in AFTER INSERT ON joined_detentions BEGIN
    INSERT INTO joined_detentions_words (rowid, words, han) VALUES (new.number, new.words, new.han);
END;
CREATE TRIGGER joined_timeline_words_in AFTER INSERT ON joined_timeline BEGIN
    INSERT INTO joined_timeline_words (rowid, words, han) VALUES (new.number, new.words, new.han);
END;
CREATE TRIGGER joined_detentions_words_out AFTER DELETE ON joined_detentions BEGIN
    INSERT INTO joined_detentions_words (joined_detentions_words, rowid, words, han) VALUES ('delete', old.number, old.words, old.han);
END;
INSERT INTO joined_detentions (id, unnamed, called, status, words, record, digest)
    SELECT id, 0, 'ana ivic', status, 'Ana Ivić', record, x'00' FROM detentions;
INSERT INTO joined (mark, unknown, notes) VALUES ('as it was', '[]', '{}');
PRAGMA user_version = 4;
"""
"""Makes of a store of today what version 4 had otherwise."""


def layout(place: Path) -> set[tuple[str, str]]:
    """All tables, indices, views and triggers of a store, with the statements that made them."""
    with closing(sqlite3.connect(place)) as raw:
        return set(raw.execute("SELECT name, sql FROM sqlite_master"))


def test_what_version_4_had_joined_is_joined_anew(tmp_path: Path) -> None:
    """A store of version 4 keeps its documents; its joined rows, which knew less of cases, are thrown away and made again."""
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    for place in (old, new):
        with store.open(place, write=True) as kept:
            kept.save(appeal(), source(appeal(), APPEAL))
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript(VERSION_4)
    assert layout(old) != layout(new)
    with store.open(old, write=True) as kept:
        assert list(kept.analyses()) == [appeal()]
        assert kept.answers.mark() is None
        assert list(kept.answers.records(store.Wanted("detentions"))) == []
    assert layout(old) == layout(new)
    with stored.asking(old, Corrections(), keep=True) as answers:
        assert answers is not None
        found = stored.Asked(answers, Query(org="Freedom Watch", at="2019-05-03"), "detained")
        assert [case.name for case in found.records("records", None)] == ["Ana Ivić"]
    assert [each.name for each in store.backups(old)] == ["old.db.version-4"]
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
