"""The store: the analyses of many documents and their texts in one SQLite file."""

from __future__ import annotations

from pathlib import Path

from hrcli.store import corrections, secret
from hrcli.store.answering import MARKS, Answers, Found, Line, bare
from hrcli.store.behind import Tied, of_documents
from hrcli.store.database import Hit, Saved, Store
from hrcli.store.locking import Lock
from hrcli.store.opening import connect, must_exist
from hrcli.store.questions import Name, Wanted
from hrcli.store.rewriting import Row, Rows, Tie
from hrcli.store.schema import backups

__all__ = [
    "MARKS",
    "Answers",
    "Found",
    "Hit",
    "Line",
    "Name",
    "Row",
    "Rows",
    "Saved",
    "Store",
    "Tie",
    "Tied",
    "Wanted",
    "backups",
    "bare",
    "corrections",
    "of_documents",
    "open",
    "secret",
]


def open(path: Path, *, write: bool = False, make: bool = True) -> Store:
    """The store at `path`; with `write` it is migrated where it is old and, if one may `make` it, made where it is missing.

    Raises StoreError where it is missing, in use, damaged, of another version, or no store at all.
    """
    if not (write and make):
        must_exist(path)
    lock = Lock(path) if write else None
    try:
        return Store(path, connect(path, write=write), lock)
    except BaseException:
        if lock:
            lock.free()
        raise
