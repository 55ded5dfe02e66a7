"""The loader: what it says of pipelines that are missing, do not fit or lack a component."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from hrcli import english
from hrcli.errors import ModelError


def saved(folder: Path, *pipes: str) -> Path:
    """An untrained pipeline on disk."""
    nlp = spacy.blank("en")
    for pipe in pipes:
        nlp.add_pipe(pipe).add_label("X")
    nlp.initialize()
    nlp.to_disk(folder)
    return folder


def test_a_missing_model_is_named_with_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without model/ in the package the error names the folder and says how to get one."""
    monkeypatch.setattr(english.resources, "files", lambda _: tmp_path)
    with pytest.raises(ModelError, match="missing from") as caught:
        english.load()
    assert caught.value.hint is not None
    assert "make model" in caught.value.hint


def test_an_unknown_name_is_one_line(tmp_path: Path) -> None:
    """A pipeline that is neither installed nor on disk gives one line and a hint, no traceback of spaCy's."""
    with pytest.raises(ModelError) as caught:
        english.load(str(tmp_path / "nowhere"))
    assert "\n" not in caught.value.message
    assert caught.value.hint is not None


def test_lacking_components_are_named(tmp_path: Path) -> None:
    """A pipeline with only a tagger is refused for its lack of parser and ner."""
    with pytest.raises(ModelError, match=r"has no parser, ner$"):
        english.load(str(saved(tmp_path / "model", "tagger")))


def test_another_spacy_version_is_refused(tmp_path: Path) -> None:
    """A pipeline made for spaCy 3.2 is refused with both versions in one line."""
    folder = saved(tmp_path / "model", "tagger", "parser", "ner")
    meta = json.loads((folder / "meta.json").read_text())
    (folder / "meta.json").write_text(json.dumps({**meta, "spacy_version": ">=3.2.0,<3.3.0"}))
    with pytest.raises(ModelError, match=r"made for spaCy >=3\.2\.0,<3\.3\.0, and this is spaCy 3\.") as caught:
        english.load(str(folder))
    assert "\n" not in caught.value.message


def test_a_damaged_model_is_one_line(tmp_path: Path) -> None:
    """A pipeline with a file missing inside gives a ModelError too."""
    folder = saved(tmp_path / "model", "tagger", "parser", "ner")
    (folder / "config.cfg").unlink()
    with pytest.raises(ModelError, match="cannot be loaded"):
        english.load(str(folder))
