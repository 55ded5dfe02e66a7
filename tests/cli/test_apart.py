"""Questions to a store read the documents that the answer is about, and no others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Prompt
from samples import source

from hrcli import store
from hrcli.records import Document, DocumentAnalysis, Entity, Evidence

OTHER = "f" * 16


@pytest.fixture
def damaged(stored: Prompt) -> Prompt:
    """A prompt beside a store that was joined before a document about somebody else could not be read any more."""
    document = Document(id=OTHER, path="texts/other.txt", sha256=OTHER * 4, words=3)
    evidence = Evidence(document=OTHER, path=document.path, start=0, end=12, quote="Bo Lindqvist")
    bo = Entity(id="f" * 15 + "0", name="Bo Lindqvist", type="person", mentions=1, documents=[OTHER], evidence=[evidence])
    analysis = DocumentAnalysis(document=document, entities=[bo])
    with store.open(Path("hrcli.db"), write=True) as kept:
        kept.save(analysis, source(analysis, "Bo Lindqvist left."))
    assert stored("detained --count").stdout == "1\n"
    with closing(sqlite3.connect("hrcli.db")) as raw, raw:
        raw.execute("UPDATE entities SET record = json_remove(record, '$.name') WHERE document = ?", (OTHER,))
    return stored


@pytest.mark.parametrize(
    "typed",
    [
        "entities 'Ana Ivic'",
        "entities FW -f markdown",
        "entities --why Ana",
        "detained 'Ana Ivić'",
        "detained --org FW --at 2019",
        "detained --stale 1 --asof 2021",
    ],
)
def test_a_damaged_document_is_not_in_the_way(damaged: Prompt, typed: str) -> None:
    """What documents say of one is told though another cannot be read; corrections that are not the store's own need all of them."""
    done = damaged(typed)
    assert (done.exit_code, done.stderr) == (0, "")
    Path("others.toml").write_text('[[note]]\nname = "Ana Ivić"\nnote = "seen"\n', encoding="utf-8")
    assert "missing required field `name`" in damaged(f"{typed} --corrections others.toml").stderr
