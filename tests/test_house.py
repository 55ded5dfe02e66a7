"""The house stands as it was designed: floors, the order of the steps, and what is imported when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples import APPEAL, appeal, source

from hrcli import store

if TYPE_CHECKING:
    from hrcli.extract import Analyzer

ROOT = Path(__file__).parent.parent
HEAVY = ("spacy", "numpy", "dateparser", "trafilatura", "lxml", "thinc", "pydantic")
READING = [["documents"], ["entities"], ["timeline"], ["demands", "--org", "Freedom Watch"], ["detained"], ["show", "appeal"]]


def imported(arguments: list[str], folder: Path) -> set[str]:
    """The top-level modules that a command has imported when it ends."""
    program = "import sys; from hrcli.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store of one document."""
    with store.open(tmp_path / "hrcli.db", write=True) as kept:
        kept.save(appeal(), source(appeal(), APPEAL))
    return tmp_path


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["schema", "Demand"], ["demands", "--help"], *READING], ids=" ".join)
def test_commands_that_do_not_analyse_start_light(folder: Path, arguments: list[str]) -> None:
    """Help and all commands that read the store leave the language model and its like alone."""
    assert imported(arguments, folder).isdisjoint(HEAVY)


def test_help_needs_no_tables(folder: Path) -> None:
    """Rich, dates and databases are not needed to print help."""
    assert imported(["--help"], folder).isdisjoint({"rich", "sqlite3"})


def test_json_needs_no_tables(folder: Path) -> None:
    """Rich is imported for tables only."""
    assert "rich" not in imported(["demands", "--format", "jsonl"], folder)
    assert "rich" in imported(["demands", "--format", "table"], folder)


def test_floors_are_kept() -> None:
    """A module imports only from floors below its own, and peers do not know each other."""
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_steps_are_in_order(analyzer: Analyzer) -> None:
    """What each component of the pipeline requires is assigned by one before it."""
    problems = analyzer._nlp.analyze_pipes()["problems"]
    assert not {name: missing for name, missing in problems.items() if missing}
