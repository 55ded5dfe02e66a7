"""Opening a store's file: for reading, never changing it; for writing, making or migrating it first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from hrcli.errors import StoreError
from hrcli.store.schema import MIGRATIONS, migrate, version

WAIT = 30.0  # seconds to wait for another writer
CACHE = 256 * 1024  # KiB of pages that a writer keeps in memory: rows go to indices in no order, and each page would be written many times


def must_exist(path: Path) -> None:
    """StoreError where there is no file."""
    if not path.is_file():
        raise StoreError(f"no store at {path}", hint="run `hrcli ingest PATH` first, or name files")


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to a store of this version; StoreError where there is none or it is something else."""
    with plainly(path):
        if write:
            _make(path)
        connection = _connect(path, "rw" if write else "ro")
        try:
            _check(path, version(connection), write=write)
            _prepare(connection, path, write=write)
        except BaseException:
            connection.close()
            raise
    return connection


def release(connection: sqlite3.Connection) -> None:
    """Close a connection; the last writer leaves one file behind, which can be copied or read from a read-only medium."""
    with suppress(sqlite3.OperationalError):  # somebody else is using the store, or it is open for reading
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn the failures of sqlite3 into a StoreError that says what is wrong with the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _translated(path, error) from error


def decoded(path: Path, record: str | msgspec.Raw, shape: Any) -> Any:
    """A record that is kept in the file, which may be damaged."""
    try:
        return msgspec.json.decode(record, type=shape)
    except msgspec.DecodeError as error:
        message = f"a row of the store {path} cannot be read: {error}"
        raise StoreError(message, hint="ingest the documents again into a new store with --db") from error


def _make(path: Path) -> None:
    """Make the file, readable by its owner alone: it will name people at risk."""
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(f"cannot write the store {path}: {error.strerror}", hint="give another place with --db") from error


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None)


def _check(path: Path, found: int | None, *, write: bool) -> None:
    if found is None:
        raise StoreError(f"{path} is a database, but not one of hrcli", hint="give another place with --db")
    if found > len(MIGRATIONS):
        raise StoreError(f"the store {path} was written by a newer hrcli (version {found})", hint="update hrcli")
    if found < len(MIGRATIONS) and not write:
        raise StoreError(f"the store {path} is of an older version ({found})", hint="run `hrcli ingest PATH`, which brings it up to date")


def _prepare(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = {-CACHE}")
        migrate(connection, path)


def _translated(path: Path, error: sqlite3.DatabaseError) -> StoreError:
    said = str(error)
    if "not a database" in said:
        return StoreError(f"{path} is no database", hint="give another place with --db")
    if "full" in said:
        return StoreError(f"there is no room for the store {path}", hint="make room; what was kept before is safe")
    if "locked" in said:
        return StoreError(f"the store {path} is in use", hint="wait until the other hrcli has finished")
    if "unable to open" in said or "readonly" in said:
        return StoreError(f"the store {path} cannot be opened: {said}", hint="check the permissions of the file and its folder")
    return StoreError(f"the store {path} is damaged: {said}", hint="ingest the documents again into a new one with --db")
