"""What the vocabularies hold can be looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrcli import lexicon
from hrcli.lexicon import own, terms


def test_a_cue() -> None:
    """A word is found where it is a term, with what its entry says and its examples."""
    (cue,) = [term for term in terms.find("release", "detentions") if term.section == "cue" and "kind: verb" in term.says]
    assert (cue.file, cue.term) == ("detentions.toml", "release")
    assert "status: released" in cue.says
    assert cue.examples


def test_other_forms_and_parts() -> None:
    """An entry is found by every form, whatever the case, else by words within its forms."""
    assert [term.term for term in terms.find("hrw", "organizations")] == ["Human Rights Watch"]
    assert "Convention on the Rights of the Child" in [term.term for term in terms.find("on the rights of the child")]
    assert terms.find("on the rights of the chil") == []
    assert "Ruritania" not in terms.like("Iceland") and "Amnesty International" in terms.like("Amnesty Internatonal")


def test_what_a_list_is_for() -> None:
    """The comment above a list says what its words are, the head of the file what a vocabulary is for."""
    (word,) = terms.find("refusal", "acting")
    assert word.about.startswith("What only an actor has or does")
    assert all(each.about and each.entries for each in terms.vocabularies())
    assert [each.name for each in terms.vocabularies()] == lexicon.names()


def test_terms_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's words are listed with their file, and counted."""
    file = tmp_path / "own.toml"
    file.write_text('[regions]\nnames = ["Old Fort"]\n', encoding="utf-8")
    monkeypatch.setenv(own.VARIABLE, str(file))
    assert [(term.term, term.file, term.section) for term in terms.find("old fort")] == [("Old Fort", str(file), "names")]
    assert {each.name: each.added for each in terms.vocabularies()}["regions"] == 1
