"""Words are found in texts and records, in every script, whatever signs stand beside them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import APPEAL, REPORT, appeal, report, source

from hrcli import store
from hrcli.resolve import stored
from hrcli.store import Wanted
from hrcli.store.corrections import Corrections
from hrcli.store.fulltext import match, spaced


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with two documents, joined."""
    with store.open(tmp_path / "hrcli.db", write=True) as kept:
        kept.save(appeal(), source(appeal(), APPEAL))
        kept.save(report(), source(report(), REPORT))
        stored.refresh(kept, Corrections())
    return tmp_path / "hrcli.db"


def found(place: Path, query: str, kind: str = "documents") -> list[str]:
    """The titles of what a search finds."""
    with store.open(place) as kept:
        return [each.title for each in kept.answers.search(query, Wanted(kind))]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("ruritania", ["Release Ana Ivić"]),
        ("ivic sentenced", ["texts/report.txt"]),
        ('"called on Ruritania"', ["Release Ana Ivić"]),
        ('"Ruritania called"', []),
        ("sent*", ["texts/report.txt"]),
        ("sent", []),
        ("安娜", ["texts/report.txt"]),
        ("娜安", []),
        ("(安娜) sentenced", ["texts/report.txt"]),
        ("NOT NEAR( title:", []),
        ("", []),
        ("?!", []),
    ],
)
def test_finds_documents(place: Path, query: str, titles: list[str]) -> None:
    """All words, phrases and beginnings, without accents and case; Chinese characters in a row."""
    assert sorted(found(place, query)) == titles


@pytest.mark.parametrize(
    ("query", "kind", "titles"),
    [
        ("ivic", "entities", ["Ana Ivić"]),
        ("安娜", "entities", ["Ana Ivić"]),
        ("torture", "demands", ["torture her · Freedom Watch · Ruritania"]),
        ("detained", "timeline", ["who was detained on 3 May 2019 · 3 May 2019"]),
    ],
)
def test_finds_records(place: Path, query: str, kind: str, titles: list[str]) -> None:
    """Actors by all their names, demands and events by their words."""
    assert found(place, query, kind) == titles


def test_marks_the_words(place: Path) -> None:
    """A snippet shows the words that were looked for between marks, the title those of a row."""
    with store.open(place) as kept:
        (hit,) = kept.answers.search("torture", Wanted("documents"))
    before, after = store.MARKS
    assert f"not {before}torture{after} her" in hit.snippet


def test_a_search_can_be_narrowed(place: Path) -> None:
    """The filters of a question hold for a search too."""
    with store.open(place) as kept:
        assert [hit.title for hit in kept.answers.search("ivic", Wanted("documents", days=("2019-06-01", "2019-12-31")))] == [
            "texts/report.txt"
        ]
        assert [hit.title for hit in kept.answers.search("ivic", Wanted("entities", equal={"type": "place"}))] == []


def test_what_is_gone_is_not_found(place: Path) -> None:
    """A document that is saved anew is found by its new words only."""
    with store.open(place, write=True) as kept:
        kept.save(appeal(), source(appeal(), "Other words."))
        stored.refresh(kept, Corrections())
    assert found(place, "torture") == []
    assert found(place, "other") == ["Release Ana Ivić"]


def test_passages_in_other_scripts_are_spaced() -> None:
    """Characters stand alone, passages apart; Latin letters are left out."""
    assert spaced("See 安娜, 王 and ひらがな.") == "安 娜 0 王 0 ひ ら が な"
    assert spaced("Nothing here") is None


@given(st.text(max_size=30))
def test_any_query_can_be_asked(query: str) -> None:
    """No text that people type is an error of FTS5."""
    raw = sqlite3.connect(":memory:")
    raw.execute("CREATE VIRTUAL TABLE words USING fts5 (title, text, han)")
    if asked := match(query, "title text"):
        raw.execute("SELECT * FROM words WHERE words MATCH ?", (asked,)).fetchall()
    raw.close()
