"""`hrcli detained`: the list and its filters."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from click.testing import Result

Prompt = Callable[..., Result]


def names(result: Result) -> list[str]:
    """The names in JSON Lines of cases."""
    assert result.exit_code == 0, result.output
    return [json.loads(line)["name"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_table_fits(stored: Prompt, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """No line is wider than the page, and no name is lost."""
    monkeypatch.setenv("COLUMNS", str(width))
    shown = stored("detained --format table").stdout
    assert max(map(len, shown.splitlines())) <= width
    assert "Ana Ivić" in shown
    assert "安娜" in shown


def test_columns(stored: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a wide page names in other scripts have a column of their own."""
    monkeypatch.setenv("COLUMNS", "140")
    heading = stored("detained --format table").stdout.splitlines()[0]
    assert heading.split() == ["name", "native", "name", "status", "since", "charge", "sentence", "place", "documents", "id"]


def test_filters(stored: Prompt) -> None:
    """Country, charge, organisation and day narrow the list."""
    assert names(stored("detained --org 'Freedom Watch'")) == ["Ana Ivić"]
    assert names(stored("detained --at 2020-01-01")) == ["Ana Ivić"]
    for nobody in ("--at 2019-05-02", "--charge treason", "--country China", "--org 'Silent Club'"):
        assert names(stored(f"detained {nobody}")) == []


def test_stale(stored: Prompt) -> None:
    """Years are counted from the newest document, or from --asof."""
    assert stored("detained --stale 1").stdout == ""
    (row,) = (json.loads(line) for line in stored("detained --stale 1 --asof 2021").stdout.splitlines())
    assert row["silence"] == {"status": "sentenced", "since": "2019-07-31", "years": 2}


def test_nothing_in_the_cases_that_were_found(stored: Prompt) -> None:
    """Where somebody is found but nothing contradicts itself, no other name is proposed."""
    assert stored("detained --contradictions --person 'ana ivic'").stderr == "hrcli: nothing found\n"


def test_a_review_is_a_table_too(stored: Prompt) -> None:
    """What is silent has a row in a spreadsheet."""
    (row,) = csv.DictReader(io.StringIO(stored("detained --stale 1 --asof 2021 --format csv").stdout))
    assert row["last reported"] == "2019-07-31, 2 years ago"


@pytest.mark.parametrize("typed", ["detained --at never", "detained --stale 1 --asof never", "detained --asof 2020", "detained --stale 0"])
def test_what_cannot_be_asked(stored: Prompt, typed: str) -> None:
    """No date, no years, or years without --stale are usage errors of one line."""
    done = stored(typed)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_the_case_file_of_a_name(stored: Prompt) -> None:
    """A single argument that is no file is a name: every line has its quote and where it stands; so has --case."""
    page = stored("detained 'ana ivic' --format table")
    assert page.exit_code == 0, page.output
    assert page.stdout.startswith("# Ana Ivić (安娜)\n\n- sentenced, since 2019-05-03, id ")
    assert "- sentence: 11 years [report.txt] · “Ana Ivić (安娜) was sentenced to 11 years in June 2019.”" in page.stdout
    assert "\n## Status (2)\n\n- 2019-05-10: detained [Release Ana Ivić] · “Freedom Watch called" in page.stdout
    assert "\n## Is demanded (1)\n\n- 2019-05-10: by Freedom Watch: release Ana Ivić [Release Ana Ivić]" in page.stdout
    assert stored("detained --case 'Ana Ivić' --format markdown").stdout == page.stdout


def test_the_case_file_as_a_record(stored: Prompt) -> None:
    """JSON has the records themselves; CSV is a usage error."""
    (file,) = (json.loads(line) for line in stored("detained 'Ana Ivić' --asof 2022").stdout.splitlines())
    assert [fact["field"] for fact in file["facts"]] == ["date", "sentence"]
    assert file["silence"]["years"] == 3
    assert stored("detained 'Ana Ivić' --format csv").exit_code == 2


def test_nobody_of_that_name(stored: Prompt) -> None:
    """A name that is nobody's is one line with names like it."""
    done = stored("detained 'Ana Ivich'")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "hrcli: hrcli.db tells of nobody called 'Ana Ivich' as held (did you mean Ana Ivić?)\n"
