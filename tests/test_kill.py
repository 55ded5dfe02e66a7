"""Killed at any moment, a store is whole, and the same command goes on from there to the same end."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TABLES = (
    "documents",
    "entities",
    "demands",
    "detentions",
    "timeline",
    "joined_entities",
    "joined_demands",
    "joined_detentions",
    "joined_timeline",
)
PEOPLE = ("Ana Ivić", "Bo Lindqvist", "Rosa Quispe", "Omar Haddad", "王薇")
PLACES = ("Ruritania", "Novgorovia", "Costaguana")


def texts(folder: Path, count: int) -> None:
    """So many small documents, no two alike."""
    draw = random.Random(count)
    folder.mkdir()
    for number in range(count):
        who, where = draw.choice(PEOPLE), draw.choice(PLACES)
        text = f"Amity Watch urged {where} on {1 + number % 28} May {1990 + number % 30} to release {who}, detainee number {number}."
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def begun(folder: Path, db: Path) -> subprocess.Popen[bytes]:
    """`hrcli ingest`, just started, with two workers."""
    command = [sys.executable, "-m", "hrcli", "ingest", str(folder), "--db", str(db), "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)


def finished(folder: Path, db: Path) -> None:
    """`hrcli ingest` until it ends by itself."""
    process = begun(folder, db)
    _, said = process.communicate()
    assert process.returncode == 0, said.decode()


def kill(folder: Path, db: Path, times: int) -> Iterator[int]:
    """Kill an ingest at moments that spread over all that it does, from its start to its end; yields how many documents are there."""
    draw = random.Random(times)
    for _ in range(times):
        before = documents(db)
        process = begun(folder, db)
        if draw.random() < 0.8:  # else it is killed as it starts
            while process.poll() is None and documents(db) == before:
                time.sleep(0.02)
        time.sleep(draw.random() * 0.6)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert process.stderr
        process.stderr.close()
        yield documents(db)


def documents(db: Path) -> int:
    """How many documents a store has."""
    if not db.exists():
        return 0
    with closing(sqlite3.connect(f"{db.resolve().as_uri()}?mode=ro", uri=True, timeout=30)) as raw:
        if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchall():
            return 0
        return int(raw.execute("SELECT count(*) FROM documents").fetchone()[0])


def counts(db: Path) -> dict[str, int]:
    """How many rows each table has."""
    with closing(sqlite3.connect(db)) as raw:
        return {table: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def whole(folder: Path, db: Path) -> None:
    """That a store verifies."""
    command = [sys.executable, "-m", "hrcli", "verify", "--db", str(db)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("count", "times"), [pytest.param(150, 2, id="a few"), pytest.param(2000, 50, id="many", marks=pytest.mark.slow)])
def test_killed_at_any_moment(tmp_path: Path, count: int, times: int) -> None:
    """After every kill the store is whole, and in the end it has what an undisturbed run has."""
    folder, db = tmp_path / "texts", tmp_path / "killed.db"
    texts(folder, count)
    for there in kill(folder, db, times):
        if there:
            whole(tmp_path, db)
    finished(folder, db)
    whole(tmp_path, db)
    finished(folder, tmp_path / "undisturbed.db")
    assert counts(db) == counts(tmp_path / "undisturbed.db")
    assert counts(db)["documents"] == count


def test_two_at_once(tmp_path: Path) -> None:
    """The second is told that the store is in use, and the first is not disturbed."""
    folder, db = tmp_path / "texts", tmp_path / "hrcli.db"
    texts(folder, 60)
    first = begun(folder, db)
    while not db.with_name("hrcli.db.lock").exists() and first.poll() is None:
        time.sleep(0.01)
    second = begun(folder, db)
    said = second.communicate()[1].decode()
    first.communicate()
    assert (first.returncode, second.returncode) == (0, 1)
    assert "is in use" in said
    whole(tmp_path, db)
    assert counts(db)["documents"] == 60
