"""`hrcli entities`: the list, the dossier of one actor, and why a row is one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Prompt = Callable[..., Result]


def names(result: Result) -> list[str]:
    """The names in JSON Lines of entities."""
    assert result.exit_code == 0, result.output
    return [json.loads(line)["name"] for line in result.stdout.splitlines()]


def test_columns(stored: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table says who, what, other names, roles, how often, and from when to when."""
    monkeypatch.setenv("COLUMNS", "120")
    heading, _, row, *_ = stored("entities --type person --format table").stdout.splitlines()
    assert heading.split() == ["actor", "type", "aliases", "roles", "documents", "mentions", "first", "last", "id"]
    assert row.split()[:7] == ["Ana", "Ivić", "(安娜)", "person", "2", "2", "2019-05-10"]


def test_filters(stored: Prompt) -> None:
    """Mentions, words and countries narrow the list; words may be beginnings."""
    assert names(stored("entities --min-mentions 2")) == ["Ana Ivić"]
    assert names(stored("entities --search 'free wat'")) == ["Freedom Watch"]
    assert names(stored("entities --search 安娜")) == ["Ana Ivić"]
    assert names(stored("entities --country China")) == []


def test_a_country_that_is_none(stored: Prompt) -> None:
    """An unknown country is a usage error that says what is wanted."""
    done = stored("entities --country Atlantis")
    assert (done.exit_code, done.stderr) == (
        2,
        "hrcli: --country: 'Atlantis' is no country (write its ISO code or its name: CN, or China)\n",
    )


def test_the_dossier_of_a_name(stored: Prompt) -> None:
    """A single argument that is no file is a name; so is --dossier."""
    done = stored("entities 'ana ivic' --format table")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("# Ana Ivić (安娜)\n\n- person, id ")
    assert "- 2 mentions in 2 documents, 2019-05-10 to 2019-07\n" in done.stdout
    assert "## Is asked for (1)\n\n- 2019-05-10: of Ruritania: release Ana Ivić [Release Ana Ivić]\n" in done.stdout
    assert "## Detained (1)\n\n- 2019-05-03: Ana Ivić: sentenced, 11 years\n" in done.stdout
    assert "“Ana Ivić (安娜) was sentenced to 11 years in June 2019.” texts/report.txt, 0-13\n" in done.stdout
    assert stored("entities --dossier 'Ana Ivić' --format table").stdout == done.stdout


def test_the_dossier_of_a_body(stored: Prompt) -> None:
    """What a body asks is in its dossier; JSON has the records themselves."""
    (page,) = (json.loads(line) for line in stored("entities 'Freedom Watch'").stdout.splitlines())
    assert [demand["action"] for demand in page["asks"]] == ["release Ana Ivić", "torture her"]
    assert (page["asked"], page["people"], len(page["entity"]["evidence"])) == ([], [], 1)


def test_the_dossier_is_no_table(stored: Prompt) -> None:
    """CSV of a dossier is a usage error."""
    assert stored("entities 'Ana Ivić' --format csv").exit_code == 2


def test_nobody_of_that_name(stored: Prompt) -> None:
    """A name that is nobody's is one line with names like it."""
    done = stored("entities 'Ana Ivich'")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "hrcli: nobody and nothing in hrcli.db is called 'Ana Ivich' (did you mean Ana Ivić?)\n"


def test_what_looks_like_a_path_is_one(stored: Prompt) -> None:
    """A missing file is told as such, not looked up as a name."""
    for path in ("nosuch.txt", "texts/none", "*.pdf"):
        assert "skipped" in stored(f"entities '{path}'").stderr
    Path("Ana Ivić").write_text("Nobody is named here.", encoding="utf-8")
    assert names(stored("entities 'Ana Ivić'")) == []


def test_why_a_row_is_one(stored: Prompt) -> None:
    """Each join is printed with the records, their documents and the evidence."""
    rows = [json.loads(line) for line in stored("entities --why 'Ana Ivić'").stdout.splitlines()]
    assert [(row["one"], row["other"], row["why"]) for row in rows] == [
        ("Ana Ivić", "Ana Ivić (detained)", "named in the same document"),
        ("Ana Ivić (安娜)", "Ana Ivić (sentenced)", "named in the same document"),
        ("Ana Ivić (安娜)", "Ana Ivić", "the same name"),
    ]


def test_two_questions_at_once(stored: Prompt) -> None:
    """--dossier and --why together are a usage error."""
    assert stored("entities --dossier A --why B").exit_code == 2
