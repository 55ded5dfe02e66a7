"""The store keeps what it is given, whole or not at all, and says plainly what is wrong with a file."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from samples import APPEAL, RECIPE, REPORT, appeal, report, source

from hrcli import store
from hrcli.errors import StoreError
from hrcli.records import Recipe, Skipped
from hrcli.store.first import FIRST
from hrcli.store.schema import APPLICATION, MIGRATIONS

ID = appeal().document.id


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with one document."""
    with store.open(tmp_path / "hrcli.db", write=True) as kept:
        kept.save(appeal(), source(appeal(), APPEAL))
    return tmp_path / "hrcli.db"


def test_gives_back_what_was_saved(place: Path) -> None:
    """An analysis and its text come back as they went in, also with non-Latin script and NUL."""
    with store.open(place, write=True) as kept:
        kept.save(report(), source(report(), "安娜\0!"))
    with store.open(place) as kept:
        assert list(kept.analyses()) == [appeal(), report()]
        assert kept.text(report().document.id) == "安娜\0!"


def test_saving_again_replaces(place: Path) -> None:
    """A document saved twice is there once, as it was saved last."""
    changed = msgspec.structs.replace(appeal(), demands=[])
    with store.open(place, write=True) as kept:
        kept.save(changed, source(changed, APPEAL))
        assert list(kept.analyses()) == [changed]


def test_saves_all_or_nothing(place: Path) -> None:
    """A document that cannot be saved leaves the earlier one as it was."""
    broken = msgspec.structs.replace(appeal(), demands=[], timeline=[None])
    with store.open(place, write=True) as kept:
        with pytest.raises(AttributeError):
            kept.save(broken, source(broken, APPEAL))
        assert list(kept.analyses()) == [appeal()]


@pytest.mark.parametrize(
    ("id", "told", "recipe", "held"),
    [(ID, "", RECIPE, True), ("0" * 16, "", RECIPE, False), (ID, "other", RECIPE, False), (ID, "", replace(RECIPE, lexicon="1"), False)],
)
def test_holds_a_document_told_of_and_read_alike(place: Path, id: str, told: str, recipe: Recipe, held: bool) -> None:
    """The same bytes are known, but not where more is told of them or they would be read otherwise."""
    with store.open(place) as kept:
        assert kept.holds(id, told, recipe) is held


def test_tells_what_was_skipped_last(place: Path) -> None:
    """The last reason of each source, unless it has been read since."""
    runs = [
        [Skipped(source="b.pdf", reason="old"), Skipped(source="texts/appeal.txt", reason="empty")],
        [Skipped(source="b.pdf", reason="new")],
    ]
    with store.open(place, write=True) as kept:
        for skipped in runs:
            kept.end(kept.begin("2026-01-01T00:00:00+00:00", "0"), saved=0, unchanged=0, skipped=skipped)
        assert kept.skipped() == [Skipped(source="b.pdf", reason="new")]


@pytest.mark.parametrize("name", ["texts/appeal.txt", "appeal.txt", "appeal", appeal().document.id, appeal().document.id[:6].upper()])
def test_finds_a_document(place: Path, name: str) -> None:
    """A document is found by path, file name, stem, id and the beginning of its id."""
    with store.open(place) as kept:
        assert [(hit.table, hit.document) for hit in kept.find(name)] == [("documents", appeal().document.id)]


def test_finds_a_record(place: Path) -> None:
    """A record is found by the beginning of its id, with the document that it is in."""
    demand = appeal().demands[1].id
    with store.open(place) as kept:
        assert kept.find(demand[:8]) == [store.Hit("demands", demand, appeal().document.id)]
        assert kept.find("nothing") == []


def test_unknown_documents_are_an_error(place: Path) -> None:
    """Asking for a document that is not there is a StoreError."""
    with store.open(place) as kept:
        with pytest.raises(StoreError, match="no document 42"):
            kept.text("42")
        with pytest.raises(StoreError, match="no document 42"):
            kept.analysis("42")


def test_logs_runs_and_what_they_skipped(place: Path) -> None:
    """A run is kept with the inputs that it could not read."""
    with store.open(place, write=True) as kept:
        run = kept.begin("2020-01-01T00:00:00+00:00", "0.1.0")
        kept.end(run, saved=3, unchanged=1, skipped=[Skipped(source="a.pdf", reason="no text")])
    with sqlite3.connect(place) as raw:
        assert raw.execute("SELECT saved, unchanged, source, reason FROM runs JOIN skipped ON run = id").fetchall() == [
            (3, 1, "a.pdf", "no text")
        ]


def test_columns_are_readable_with_other_tools(place: Path) -> None:
    """Beside the JSON, a table has the columns that one looks for."""
    with sqlite3.connect(place) as raw:
        assert raw.execute("SELECT name, status, date FROM detentions").fetchall() == [("Ana Ivić", "detained", "2019-05-03")]
        assert raw.execute("SELECT title FROM documents").fetchall() == [("Release Ana Ivić",)]


def test_only_the_owner_can_read_it(place: Path) -> None:
    """A store names people at risk, so nobody else may read it."""
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_missing_store(tmp_path: Path) -> None:
    """Reading a store that is not there says what to do, and makes none."""
    with pytest.raises(StoreError, match="no store at") as caught:
        store.open(tmp_path / "hrcli.db")
    assert caught.value.hint == "run `hrcli ingest PATH` first, or name files"
    assert not (tmp_path / "hrcli.db").exists()


@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_is_no_database(tmp_path: Path, write: bool) -> None:
    """A file of another kind is refused and left as it is."""
    (tmp_path / "letter.txt").write_text("Dear Sir, " * 100)
    with pytest.raises(StoreError, match="is no database"):
        store.open(tmp_path / "letter.txt", write=write)
    assert (tmp_path / "letter.txt").read_text() == "Dear Sir, " * 100


@pytest.mark.parametrize("write", [False, True])
def test_a_database_of_something_else(tmp_path: Path, write: bool) -> None:
    """A database of another program is refused and gets no tables of ours."""
    with sqlite3.connect(tmp_path / "other.db") as raw:
        raw.execute("CREATE TABLE documents (id)")
    with pytest.raises(StoreError, match="not one of hrcli"):
        store.open(tmp_path / "other.db", write=write)
    with sqlite3.connect(tmp_path / "other.db") as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == [("documents",)]


@pytest.mark.parametrize("write", [False, True])
def test_a_store_of_a_newer_version(place: Path, write: bool) -> None:
    """A store that a newer hrcli wrote is refused."""
    with sqlite3.connect(place) as raw:
        raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(StoreError, match="newer hrcli") as caught:
        store.open(place, write=write)
    assert caught.value.hint == "update hrcli"


def test_a_store_of_an_older_version(tmp_path: Path) -> None:
    """An older store is not read as it is, and brought up to date by writing to it."""
    old = tmp_path / "old.db"
    with sqlite3.connect(old) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION}")
    with pytest.raises(StoreError, match="older version"):
        store.open(old)
    store.open(old, write=True).__exit__(None, None, None)
    with store.open(old) as kept:
        assert list(kept.analyses()) == []


def test_a_damaged_record(place: Path) -> None:
    """A record that is not what it should be is a StoreError that names the store."""
    with sqlite3.connect(place) as raw:
        raw.execute("UPDATE demands SET record = json_remove(record, '$.action')")
    with store.open(place) as kept, pytest.raises(StoreError, match=r"a Demand in the store .* missing required field `action`"):
        list(kept.analyses())


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A store in a folder that does not exist is a StoreError."""
    with pytest.raises(StoreError, match="cannot write the store"):
        store.open(tmp_path / "nowhere" / "hrcli.db", write=True)


def test_an_old_store_is_brought_up_to_date(tmp_path: Path) -> None:
    """What was in a store of the last version is in it after the migration, found by its words, and in a copy beside it."""
    old = tmp_path / "old.db"
    with sqlite3.connect(old) as raw:
        for statement in (each for migration in FIRST for each in migration):
            raw.execute(statement)
        raw.execute(f"PRAGMA application_id = {APPLICATION}")
        raw.execute(f"PRAGMA user_version = {len(FIRST)}")
        document = (ID, APPEAL, msgspec.json.encode(appeal().document).decode(), "told", b"12345678")
        raw.execute("INSERT INTO documents (id, text, record, told, sketch) VALUES (?, ?, ?, ?, ?)", document)
        for table, records in (("entities", appeal().entities), ("demands", appeal().demands)):
            rows = [(ID, place, each.id, msgspec.json.encode(each).decode()) for place, each in enumerate(records)]
            raw.executemany(f"INSERT INTO {table} (document, position, id, record) VALUES (?, ?, ?, ?)", rows)
        raw.execute("INSERT INTO runs VALUES (1, '2020', '0.1', 1, 0)")
        raw.execute("INSERT INTO skipped VALUES (1, 'a.pdf', 'no text')")
    with store.open(old, write=True) as kept:
        assert list(kept.analyses()) == [replace(appeal(), detained=[], timeline=[])]
        assert kept.text(ID) == APPEAL
        assert kept.holds(ID, "told", RECIPE)
        assert kept.find("appeal") == [store.Hit("documents", ID, ID)]
        assert kept.skipped() == [Skipped(source="a.pdf", reason="no text")]
    with sqlite3.connect(old) as raw:
        assert raw.execute("SELECT count(*) FROM documents_words WHERE documents_words MATCH 'torture'").fetchone() == (1,)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    copy = tmp_path / "old.db.version-3"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with sqlite3.connect(copy) as raw:
        assert raw.execute("SELECT id FROM documents").fetchall() == [(ID,)]


def test_views_are_readable_with_other_tools(place: Path) -> None:
    """Every place where an actor is named, and where something else is written, is a row."""
    with sqlite3.connect(place) as raw:
        assert raw.execute("SELECT name, start, quote FROM mentions ORDER BY start").fetchall() == [
            ("Freedom Watch", 0, "Freedom Watch"),
            ("Ana Ivić", 45, "Ana Ivić"),
        ]
        assert raw.execute("SELECT kind, quote FROM evidence WHERE kind = 'timeline'").fetchall() == [("timeline", "3 May 2019")]


def test_one_writes_at_a_time(place: Path) -> None:
    """While a store is open for writing nobody else may write it, but all may read; afterwards one file is left."""
    with store.open(place, write=True):
        with pytest.raises(StoreError, match="in use") as caught:
            store.open(place, write=True)
        with store.open(place) as kept:
            assert kept.text(ID) == APPEAL
    assert caught.value.hint == "wait until the other hrcli has finished"
    store.open(place, write=True).__exit__(None, None, None)
    assert [each.name for each in place.parent.iterdir()] == [place.name]


def test_several_are_saved_or_none(place: Path) -> None:
    """Where one document of a batch cannot be saved, none is, and the earlier ones are as they were."""
    broken = replace(appeal(), demands=[], timeline=[None])
    with store.open(place, write=True) as kept:
        batch = [store.Saved(report(), source(report(), REPORT)), store.Saved(broken, source(broken, APPEAL))]
        with pytest.raises(AttributeError):
            kept.save_all(batch)
        assert list(kept.analyses()) == [appeal()]


def test_no_room(place: Path) -> None:
    """A store that cannot grow says so, and keeps what it had."""
    with store.open(place, write=True) as kept:
        pages = kept._connection.execute("PRAGMA page_count").fetchone()[0]
        kept._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="no room"):
            kept.save(report(), source(report(), "long " * 100_000))
        assert list(kept.analyses()) == [appeal()]
