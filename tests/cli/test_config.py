"""hrcli.toml settles for a project what would be typed again and again, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Prompt


def test_the_store_of_a_project(stored: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store, also from a folder below; HRCLI_DB goes before the file, and --db before both."""
    Path("hrcli.db").rename("cases.db")
    Path("hrcli.toml").write_text('database = "cases.db"\n', encoding="utf-8")
    Path("below").mkdir()
    monkeypatch.chdir("below")
    assert stored("documents --count").stdout == "2\n"
    assert stored("documents --db other.db").stderr.startswith("hrcli: no store at other.db")
    monkeypatch.setenv("HRCLI_DB", "third.db")
    assert stored("documents").stderr.startswith("hrcli: no store at third.db")


def test_columns_of_tables(stored: Prompt) -> None:
    """Tables have the columns that are settled, where none are asked for; programs get all fields."""
    Path("hrcli.toml").write_text('[columns]\nentities = ["mentions", "actor"]\n', encoding="utf-8")
    assert stored("entities -f table").stdout.split()[:2] == ["mentions", "actor"]
    assert stored("entities -f table --columns type").stdout.split()[0] == "type"
    assert "evidence" in stored("entities").stdout


def test_corrections(stored: Prompt) -> None:
    """Corrections are written to the file that is settled, and read from there."""
    Path("hrcli.toml").write_text('corrections = "who.toml"\n', encoding="utf-8")
    assert stored("correct rename 'Ana Ivić' 'Ana M. Ivić'").stderr == "hrcli: rename written to who.toml\n"
    assert "Ana M. Ivić" in stored("entities").stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('databse = "x.db"\n', "hrcli.toml: unknown key `databse` (did you mean database?)"),
        ("database = 3\n", "hrcli.toml: database: expected `str | null`, got `int`"),
        ('[columns]\ndemand = ["what"]\n', "hrcli.toml: columns: unknown key `demand` (did you mean demands?)"),
        ('[columns]\nentities = ["nam"]\n', "hrcli.toml: columns.entities: no column 'nam' (did you mean name?)"),
        ("[columns\n", "hrcli.toml is no TOML: Expected ']' at the end of a table declaration (at line 1, column 9)"),
    ],
)
def test_mistakes_in_the_file(stored: Prompt, text: str, said: str) -> None:
    """A mistake is one line that names the file and the key, and a usage error."""
    Path("hrcli.toml").write_text(text, encoding="utf-8")
    done = stored("entities -f table")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"hrcli: {said}\n")


def test_metadata(prompt: Prompt) -> None:
    """The table of metadata is read with files, and is no complaint where none are."""
    Path("hrcli.toml").write_text('metadata = "known.csv"\n', encoding="utf-8")
    Path("known.csv").write_text("path,date\nnote.txt,2001-02-03\n", encoding="utf-8")
    Path("note.txt").write_text("The choir sang on Friday.\n", encoding="utf-8")
    assert '"date":"2001-02-03"' in prompt("documents note.txt").stdout
    assert prompt("documents").stderr.startswith("hrcli: no store")
