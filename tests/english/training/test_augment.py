"""Training texts: rewritten as pages are, and never twice in the same way."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from hrcli.english.training import augment

NEVER = {"quotes": 0.0, "dashes": 0.0, "lower": 0.0, "upper": 0.0, "title": 0.0, "newline": 0.0}


def parsed() -> Doc:
    """Two sentences with trees, one word each."""
    return Doc(spacy.blank("en").vocab, words=['"Go', "Stay"], spaces=[True, False], heads=[0, 1], deps=["ROOT", "ROOT"])


def read(tmp_path: Path, **chances: float) -> list[str]:
    """The text above as a training reads it, five times over."""
    DocBin(docs=[parsed()]).to_disk(tmp_path / "x.spacy")
    corpus = augment.page_texts(tmp_path / "x.spacy", **{**NEVER, **chances})
    return [example.text for _ in range(5) for example in corpus(spacy.blank("en"))]


def test_without_chances_nothing_changes(tmp_path: Path) -> None:
    """The document comes as it is, as often as it is asked for."""
    assert read(tmp_path) == ['"Go Stay'] * 5


def test_capitals(tmp_path: Path) -> None:
    """A document that is surely written in capitals is all capitals."""
    assert read(tmp_path, upper=1.0) == ['"GO STAY'] * 5


def test_breaks_fall_anew_each_time(tmp_path: Path) -> None:
    """Half of the places between sentences get a break, others at each reading."""
    assert {"\n" in text for text in read(tmp_path, newline=1.0)} == {True, False}


def test_a_corpus_can_be_kept(tmp_path: Path) -> None:
    """Read once, it gives the same examples again."""
    DocBin(docs=[parsed()]).to_disk(tmp_path / "x.spacy")
    corpus = augment.read_once(augment.page_texts(tmp_path / "x.spacy", **{**NEVER, "newline": 1.0}))
    nlp = spacy.blank("en")
    assert list(corpus(nlp)) == list(corpus(nlp))
