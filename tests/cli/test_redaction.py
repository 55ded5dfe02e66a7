"""--redact: no command prints the name of a private person in any format."""

from __future__ import annotations

import itertools
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hrcli.cli import hrcli

APPEAL = """Freedom Watch: Release Lin Meiyu

10 May 2019

Freedom Watch calls on the Chinese government to release the poet Lin Meiyu (林美玉), who was detained by police in
Lakeville on 3 May 2019. Lin Meiyu was charged with inciting subversion. Her husband, Omar Karimov, was beaten.

"Lin has done nothing but write," said Anna Berg, spokesperson of Freedom Watch. Karimov has not seen Meiyu since.
President Viktor Orlov must free Lin. Write to omar.karimov@example.org.
"""
REPORT = """Court jails poet

Lin Meiyu was sentenced to four years in prison on 12 June 2020, her lawyer Tomas Reyes said. President Viktor Orlov
praised the verdict. Reyes was arrested in July 2020.
"""
FILES = "appeal-lin-meiyu.txt report.txt omar-karimov.png"
PARTS = ("lin", "meiyu", "林美玉", "karimov", "omar", "reyes", "tomas")
KEPT = ("Anna Berg", "Viktor Orlov", "Freedom Watch")
FORMATS = ("table", "json", "jsonl", "csv", "markdown")
LISTS = ("entities", "timeline", "demands", "detained", "documents")
COMMANDS = [f"{command} --format {format}" for command, format in itertools.product(LISTS, FORMATS)]
COMMANDS += ["timeline --format ics", "detained --format cecc", "demands --by person", "demands --similar", "detained --stale 1"]
COMMANDS += [
    "detained --contradictions",
    "documents --skipped",
    "show appeal-lin-meiyu.txt",
    "show report.txt",
    "entities --why 'Lin Meiyu'",
]
COMMANDS += [f"{command} 'Lin Meiyu' --format {format}" for command in ("entities", "detained") for format in ("table", "json", "markdown")]


def type_(typed: str) -> Result:
    """What comes of a command."""
    return CliRunner().invoke(hrcli, shlex.split(typed))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two texts and a store of them."""
    place = tmp_path_factory.mktemp("redact")
    (place / "appeal-lin-meiyu.txt").write_text(APPEAL, encoding="utf-8")
    (place / "report.txt").write_text(REPORT, encoding="utf-8")
    (place / "omar-karimov.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        done = type_(f"ingest {FILES}")
    assert done.exit_code == 3, done.output
    return place


@pytest.fixture
def at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Result]:
    """A prompt in that folder."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("HRCLI_DB", raising=False)
    return type_


def names_in(text: str) -> list[str]:
    """The parts of private names in a text."""
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    return [part for part in PARTS if part in words or (not part.isascii() and part in text)]


def test_names_are_there_to_be_hidden(at: Callable[[str], Result]) -> None:
    """Without --redact every private name is printed by one command or another."""
    shown = "".join(at(typed).stdout for typed in ("entities", "detained", "show appeal-lin-meiyu.txt"))
    assert names_in(shown) == list(PARTS)


@pytest.mark.parametrize("typed", COMMANDS)
def test_no_name_survives(at: Callable[[str], Result], typed: str) -> None:
    """Neither what is printed nor what is said beside it names a private person."""
    done = at(f"{typed} --redact")
    assert done.exit_code == 0, done.output
    assert names_in(done.stdout + done.stderr) == []


@pytest.mark.parametrize("command", ["analyze", *LISTS])
def test_nor_without_a_store(at: Callable[[str], Result], command: str) -> None:
    """Files are redacted alike, those skipped too; the pseudonyms hold for one run."""
    done = at(f"{command} {FILES} --redact")
    assert done.exit_code == 3
    assert names_in(done.stdout + done.stderr) == []
    assert "hrcli: these pseudonyms are for this run only (--redact-key FILE keeps them)\n" in done.stderr


def test_officials_stay(at: Callable[[str], Result]) -> None:
    """Officials, spokespeople and bodies keep their names."""
    shown = at("show appeal-lin-meiyu.txt --redact").stdout
    assert [name for name in KEPT if name not in shown] == []


def test_one_pseudonym_in_all_commands(at: Callable[[str], Result]) -> None:
    """The person is the same in the list, in the demands, in the text, and in files read with the same key."""
    held = [json.loads(line) for line in at("detained --redact").stdout.splitlines()]
    poet = next(case for case in held if case["sentence"] == "P4Y")["name"]
    assert poet.startswith("Person ")
    for command in ("entities", "demands", "documents", "show report.txt", "analyze . --redact-key hrcli.redact.key"):
        assert poet in at(f"{command} --redact").stdout


def test_a_pseudonym_can_be_asked_for(at: Callable[[str], Result]) -> None:
    """Who has the store finds the case file by the pseudonym or the hidden id."""
    poet = next(case for case in map(json.loads, at("detained --redact").stdout.splitlines()) if case["sentence"] == "P4Y")
    page = at(f"detained '{poet['name']}' --redact --format markdown").stdout
    assert page.startswith(f"# {poet['name']}\n")
    assert at(f"detained {poet['id'][:8]} --redact --format markdown").stdout == page
    assert at(f"show {poet['id'][:8]} --redact").exit_code == 0


def test_nobody_meant_is_named(at: Callable[[str], Result]) -> None:
    """The error names nobody who may have been meant."""
    for command in ("detained", "entities"):
        done = at(f"{command} 'Lin Meiya' --redact")
        assert done.exit_code == 1
        assert "did you mean Person " in done.stderr


def test_the_key(at: Callable[[str], Result], tmp_path: Path) -> None:
    """Another key makes other pseudonyms; a key without --redact is a usage error."""
    own, other = at("detained --redact").stdout, at(f"detained --redact --redact-key {tmp_path / 'key'}")
    assert own != other.stdout
    assert f"made {tmp_path / 'key'}, the key of the pseudonyms" in other.stderr
    assert at("detained --redact-key key").exit_code == 2
