"""`hrcli verify`, `upgrade` and `forget`: what is kept holds, follows the program, and can be taken away."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Prompt = Callable[..., Result]
TEXT = "Amity Watch urged Ruritania to free Ana Ivić. She was detained by Xylophonists on 3 May 2019.\n"
OTHER = "The Harbour Forum met in Ruritania in June 2019.\n"


@pytest.fixture
def kept(prompt: Prompt) -> Prompt:
    """A prompt beside two texts and a store that has them."""
    Path("one.txt").write_text(TEXT, encoding="utf-8")
    Path("two.txt").write_text(OTHER, encoding="utf-8")
    assert prompt("ingest one.txt two.txt --publisher 'Amity Watch'").exit_code == 0
    return prompt


def change(sql: str) -> None:
    """Change the store behind its back."""
    with sqlite3.connect("hrcli.db") as raw:
        raw.execute(sql)


def test_a_sound_store(kept: Prompt) -> None:
    """Nothing is listed but with --all, where each document has its digest, its time, its recipe."""
    done = kept("verify")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "all is as it was read" in done.stderr
    custody = [json.loads(line) for line in kept("verify --all").stdout.splitlines()]
    assert [(each["path"], each["source"], each["faults"]) for each in custody] == [
        ("one.txt", "unchanged", []),
        ("two.txt", "unchanged", []),
    ]
    assert all(len(each["sha256"]) == 64 and each["ingested"] and each["recipe"]["lexicon"] and each["quotes"] for each in custody)


def test_a_source_that_changed_and_one_that_is_missing(kept: Prompt) -> None:
    """A changed file is a fault, a missing one is counted."""
    Path("one.txt").write_text(TEXT + "More.", encoding="utf-8")
    Path("two.txt").unlink()
    done = kept("verify")
    assert (done.exit_code, json.loads(done.stdout)["source"]) == (1, "changed")
    assert "the sources of 1 are missing" in done.stderr


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE documents SET text = replace(text, 'Ana', 'Eva') WHERE stem = 'one'", "the text does not say"),
        ("UPDATE demands SET record = json_remove(record, '$.action')", "a record cannot be read"),
        ("UPDATE entities SET document = 'nobody' WHERE number = 1", "a row of entities refers to none of documents"),
        ("DELETE FROM documents_words_data WHERE id > 10", "documents_words is not in step"),
    ],
)
def test_a_store_that_was_tampered_with(kept: Prompt, sql: str, said: str) -> None:
    """Quotes, records, references and indices that do not hold are told."""
    change(sql)
    done = kept("verify")
    assert done.exit_code == 1
    assert said in done.stdout + done.stderr


def test_upgrade_reads_what_was_read_otherwise(kept: Prompt) -> None:
    """Only a document of another recipe is read again, with what was said of it; one that is gone stays as it is."""
    before = kept("documents").stdout
    change("UPDATE documents SET record = json_set(record, '$.recipe.lexicon', 'old') WHERE stem = 'one'")
    assert kept("upgrade").stderr == "hrcli: 1 document read again, 1 up to date\n"
    assert kept("documents").stdout == before
    change("UPDATE documents SET record = json_set(record, '$.recipe.lexicon', 'old')")
    Path("two.txt").unlink()
    done = kept("upgrade")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (3, "hrcli: 1 document read again, 0 up to date")
    assert "skipped two.txt: not read again" in done.stderr


def test_forgetting(kept: Prompt) -> None:
    """Not a byte of a forgotten document is left, and what others say still stands."""
    assert b"Xylophonists" in Path("hrcli.db").read_bytes()
    assert kept("forget one.txt").exit_code == 0
    left = Path("hrcli.db").read_bytes().lower()
    assert not any(word in left for word in (b"xylophonist", b"one.txt", "ivić".encode(), b"ana"))
    assert [json.loads(line)["path"] for line in kept("documents").stdout.splitlines()] == ["two.txt"]
    assert "Harbour Forum" in kept("entities").stdout
    assert kept("verify").exit_code == 0


def test_forgetting_what_is_no_document(kept: Prompt) -> None:
    """A record cannot be forgotten, nor what is not there."""
    record = json.loads(kept("demands").stdout.splitlines()[0])["id"]
    assert "is no document" in kept(f"forget {record}").stderr
    assert "is called nothing.txt" in kept("forget nothing.txt").stderr


def test_forgetting_tells_of_copies(kept: Prompt) -> None:
    """A copy that a migration made may still hold the document."""
    Path("hrcli.db.version-3").write_bytes(b"")
    assert "an older copy may still hold it: hrcli.db.version-3" in kept("forget one.txt").stderr


@pytest.mark.parametrize("command", ["verify", "upgrade", "forget x"])
def test_without_a_store_none_is_made(prompt: Prompt, command: str) -> None:
    """What looks after a store says that there is none."""
    done = prompt(command)
    assert (done.exit_code, done.stderr.partition(" (")[0]) == (1, "hrcli: no store at hrcli.db")
    assert list(Path().iterdir()) == []
