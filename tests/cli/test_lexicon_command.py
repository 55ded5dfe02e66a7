"""`hrcli lexicon`, and a folder with words of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Prompt
from test_session import shell

OWN = """
[[organizations.organization]]
name = "Amity Dockside"
aliases = ["ADX"]

[[demands.verb]]
lemma = "cajole"
force = "appeal"
addressee = [""]
noun = []
forms = ["to"]
examples = ["She cajoled the king to spare him."]

[regions]
names = ["Quellhaven"]
"""
TEXT = "Amity Dockside wrote a letter. ADX cajoled the government of Norway to release Ana Ivić, who is held in Quellhaven.\n"


def test_listing_and_explaining(prompt: Prompt) -> None:
    """Without a term the vocabularies are listed; with one, its entries; one that is not known is told with those like it."""
    assert "demands" in [json.loads(line)["name"] for line in prompt("lexicon").stdout.splitlines()]
    (found,) = [json.loads(line) for line in prompt("lexicon HRW").stdout.splitlines()]
    assert (found["term"], found["vocabulary"]) == ("Human Rights Watch", "organizations")
    assert prompt("lexicon Amnsty").stderr.startswith("hrcli: hrcli knows no term 'Amnsty' (did you mean amnesty or Amnesty")
    done = prompt("lexicon --in organisations")
    assert (done.exit_code, done.stderr) == (2, "hrcli: --in: there is no vocabulary 'organisations' (did you mean organizations?)\n")
    assert prompt("lexicon --in regions --limit 1").stdout.count("\n") == 1


def test_a_mistake_in_ones_own_words(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in hrcli.lexicon.toml is one line."""
    monkeypatch.setenv("HRCLI_LEXICON", "")
    monkeypatch.delenv("HRCLI_LEXICON")
    Path("hrcli.lexicon.toml").write_text("[organisations]\n", encoding="utf-8")
    done = prompt("lexicon Amnesty")
    assert done.exit_code == 1
    assert done.stderr.endswith("hrcli.lexicon.toml: there is no vocabulary 'organisations' (did you mean organizations?)\n")


def test_ones_own_words_are_read(tmp_path: Path) -> None:
    """Organisations, cues and places of hrcli.lexicon.toml count, and documents that were read without them are read anew."""
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    assert "1 document ingested" in shell(tmp_path, "hrcli ingest note.txt").stderr
    assert shell(tmp_path, "hrcli demands").stdout == ""
    (tmp_path / "hrcli.lexicon.toml").write_text(OWN, encoding="utf-8")
    assert shell(tmp_path, "hrcli ingest note.txt").stderr == "hrcli: 1 document ingested into hrcli.db\n"
    assert shell(tmp_path, "hrcli ingest note.txt").stderr == "hrcli: 0 documents ingested into hrcli.db, 1 already there\n"
    found = {entity["name"]: entity for entity in map(json.loads, shell(tmp_path, "hrcli entities").stdout.splitlines())}
    assert found["Amity Dockside"]["aliases"] == ["ADX"]
    assert (found["Amity Dockside"]["type"], found["Quellhaven"]["type"]) == ("organization", "place")
    (demand,) = map(json.loads, shell(tmp_path, "hrcli demands").stdout.splitlines())
    assert (demand["source"]["name"], demand["action"][:16]) == ("Amity Dockside", "release Ana Ivić")
