"""Which rows and columns of an answer are printed, and in what order."""

from __future__ import annotations

import json

import pytest
from conftest import Prompt


def names(stored: Prompt, typed: str) -> list[str]:
    """The names in the rows of an answer in JSON Lines."""
    return [json.loads(line)["name"] for line in stored(typed).stdout.splitlines()]


def test_sorting(stored: Prompt) -> None:
    """--sort takes fields and headings, a minus turns one around, and of two the second decides among equals."""
    assert names(stored, "entities --sort name") == ["Ana Ivić", "Freedom Watch"]
    assert names(stored, "entities --sort -name") == ["Freedom Watch", "Ana Ivić"]
    assert names(stored, "entities --sort mentions") == ["Freedom Watch", "Ana Ivić"]
    assert names(stored, "entities --sort type,-name") == ["Freedom Watch", "Ana Ivić"]
    assert [line.split(",")[0] for line in stored("demands --sort what -f csv --columns head").stdout.splitlines()[1:]] == [
        "torture",
        "release",
    ]


def test_rows_without_a_value_come_last(stored: Prompt) -> None:
    """What has nothing to be sorted by stands at the end, whichever way."""
    for sort in ("publisher", "-publisher"):
        lines = stored(f"documents --sort={sort} --columns publisher").stdout.splitlines()
        assert [json.loads(line)["publisher"] for line in lines] == ["Freedom Watch", None]


def test_a_page_of_the_rows(stored: Prompt) -> None:
    """--offset leaves rows out before --limit counts."""
    assert names(stored, "entities --sort name --offset 1 --limit 5") == ["Freedom Watch"]
    assert names(stored, "entities --sort name --limit 1") == ["Ana Ivić"]
    assert "1 of 2 rows shown" in stored("entities --offset 1 -f table").stderr


def test_columns(stored: Prompt) -> None:
    """--columns are headings or fields: a program gets the field where a name is both, a table what stands under the heading."""
    assert json.loads(stored("demands --columns source_name,document,of-whom --limit 1").stdout) == {
        "source_name": "Freedom Watch",
        "document": stored("documents --columns id --org FW -f csv").stdout.split()[1],
        "of_whom": "Ruritania",
    }
    table = stored("demands --columns 'who asks,document,cue' -f table --limit 1").stdout.splitlines()
    assert [table[0].split(), table[2].split()] == [
        ["who", "asks", "document", "cue"],
        ["Freedom", "Watch", "Release", "Ana", "Ivić", "call", "on"],
    ]
    assert stored("demands --columns what -f markdown --limit 1").stdout == "| what |\n| --- |\n| release Ana Ivić |\n"
    assert stored("detained --columns evidence -f csv").stdout.startswith("evidence_path,evidence_place,evidence_start,")


def test_counting(stored: Prompt) -> None:
    """--count is one number, in every format, whatever the limit."""
    assert [stored(f"entities --count{more}").stdout for more in ("", " -f json", " --type person", " --limit 1")] == [
        "2\n",
        "2\n",
        "1\n",
        "2\n",
    ]
    assert stored("entities --count --person Nobody").stdout == "0\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("demands --columns wht", "hrcli: --columns: no column 'wht' (did you mean what?)\n"),
        ("entities --sort -mention", "hrcli: --sort: no column 'mention' (did you mean mentions?)\n"),
        ("timeline --format ics --columns date", "hrcli: --format ics has no columns (leave --columns out)\n"),
    ],
)
def test_columns_that_are_none(stored: Prompt, typed: str, said: str) -> None:
    """A column that there is not is a usage error with those like it."""
    done = stored(typed)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)


def test_minus_is_standard_output(stored: Prompt) -> None:
    """-o - writes where it would without."""
    assert stored("entities -o - --count").stdout == "2\n"
