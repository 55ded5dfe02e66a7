"""`hrcli correct`: corrections are written down and hold for every command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from samples import appeal, source

from hrcli import store

Prompt = Callable[..., Result]
FILE = Path("hrcli.corrections.toml")


def field(result: Result, name: str) -> list[object]:
    """One field of JSON Lines."""
    assert result.exit_code == 0, result.output
    return [json.loads(line)[name] for line in result.stdout.splitlines()]


def test_a_merge_holds_for_every_command(stored: Prompt) -> None:
    """Entities, demands, cases and timelines follow a merge, and the file says what was done."""
    done = stored("correct merge 'Ana Ivić' 'Freedom Watch' --why 'one and the same'")
    assert (done.exit_code, done.stderr) == (0, "hrcli: merge written to hrcli.corrections.toml\n")
    assert FILE.read_text(encoding="utf-8") == '[[merge]]\nnames = ["Ana Ivić", "Freedom Watch"]\nwhy = "one and the same"\n'
    assert field(stored("entities"), "name") == ["Ana Ivić"]
    assert field(stored("demands"), "source")[0]["name"] == "Ana Ivić"  # type: ignore[index]


def test_a_rename_holds_for_every_command(stored: Prompt) -> None:
    """The new name stands in every table, and the old one still finds it."""
    stored("correct rename 'Ana Ivić' 'Ana Marija Ivić'")
    assert field(stored("detained"), "name") == ["Ana Marija Ivić"]
    assert field(stored("demands --person 'Ana Ivić'"), "people") == [["Ana Marija Ivić"]]
    assert "Ana Marija Ivić" in field(stored("entities --person 'Ana Ivić'"), "name")


def test_corrections_survive_another_ingest(stored: Prompt) -> None:
    """A store that is made anew is corrected as the old one was."""
    stored("correct reject 'Freedom Watch'")
    Path("hrcli.db").unlink()
    with store.open(Path("hrcli.db"), write=True) as kept:
        kept.save(appeal(), source(appeal(), "text"))
    assert field(stored("entities"), "name") == ["Ana Ivić"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("split 'Ana Ivić' --document report.txt", '[[split]]\nname = "Ana Ivić"\ndocuments = ["report.txt"]\n'),
        ("split 'Ana Ivić' 'Freedom Watch'", '[[split]]\nnames = ["Ana Ivić", "Freedom Watch"]\n'),
        ("retype 'Freedom Watch' work", '[[retype]]\nname = "Freedom Watch"\ntype = "work"\n'),
        ("alias 'Freedom Watch' FWatch", '[[alias]]\nname = "Freedom Watch"\nalias = "FWatch"\n'),
        ("note 'Freedom Watch' 'closed in 2020'", '[[note]]\nname = "Freedom Watch"\nnote = "closed in 2020"\n'),
        ("reject 'Freedom Watch' --why junk", '[[reject]]\nname = "Freedom Watch"\nwhy = "junk"\n'),
    ],
)
def test_what_is_written(stored: Prompt, typed: str, written: str) -> None:
    """Each kind of correction is a few lines that people can read."""
    assert stored(f"correct {typed}").exit_code == 0
    assert FILE.read_text(encoding="utf-8") == written


def test_beginnings_of_ids_are_made_whole(stored: Prompt) -> None:
    """An id as tables print it is written down in full, so that it stays unique."""
    (id_,) = field(stored("entities --type organization"), "id")
    stored(f"correct note {str(id_)[:8]} seen")
    assert f'name = "{id_}"' in FILE.read_text()


def test_unknown_names_are_not_written(stored: Prompt) -> None:
    """A slip of the pen is told with names like it, and nothing is written."""
    done = stored("correct merge 'Ana Ivić' 'Freedom Wach'")
    assert (done.exit_code, done.stderr) == (1, "hrcli: merge: nothing is called 'Freedom Wach' (did you mean Freedom Watch?)\n")
    assert not FILE.exists()


def test_a_correction_that_finds_nobody_is_told(stored: Prompt) -> None:
    """What a file of others corrects and this store lacks is a warning; the rest holds."""
    FILE.write_text('[[rename]]\nname = "Nobody"\nto = "N"\n[[rename]]\nname = "Freedom Watch"\nto = "FW"\n')
    done = stored("entities --type organization")
    assert field(done, "name") == ["FW"]
    assert done.stderr == "hrcli: hrcli.corrections.toml: rename: nothing is called 'Nobody'\n"


def test_a_mistake_in_the_file_is_an_error(stored: Prompt) -> None:
    """An unknown key stops every command, with the file and the place."""
    FILE.write_text('[[rename]]\nname = "A"\ntoo = "B"\n')
    done = stored("detained")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("hrcli: hrcli.corrections.toml: ")
    assert "rename, entry 1" in done.stderr


def test_another_file(stored: Prompt) -> None:
    """--corrections names another file, to write and to apply; one to apply must be there."""
    stored("correct rename 'Freedom Watch' FW --corrections ours.toml")
    assert field(stored("entities --type organization"), "name") == ["Freedom Watch"]
    assert field(stored("entities --type organization --corrections ours.toml"), "name") == ["FW"]
    assert stored("entities --corrections none.toml").exit_code == 1


def test_show_is_corrected_too(stored: Prompt) -> None:
    """What is rejected is not marked in the text either."""
    assert "[organization: Freedom Watch]" in stored("show appeal").stdout
    stored("correct reject 'Freedom Watch'")
    assert "[organization: Freedom Watch]" not in stored("show appeal").stdout


@pytest.mark.parametrize("typed", ["merge A", "split A B --document c.txt", "note A b --why c", "retype A robot"])
def test_what_makes_no_sense_is_a_usage_error(stored: Prompt, typed: str) -> None:
    """A merge of one, a split of two in a document, a note with a reason, a type that is none."""
    assert stored(f"correct {typed}").exit_code == 2


def test_without_a_store(prompt: Prompt) -> None:
    """Corrections are checked against a store, which must be there."""
    assert prompt("correct reject A").stderr.startswith("hrcli: no store at hrcli.db")
