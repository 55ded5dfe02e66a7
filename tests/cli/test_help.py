"""The help is complete and true: every option is explained, every command has examples, and the examples run."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from hrcli import store
from hrcli.cli import hrcli, reference

ROOT = Path(__file__).parents[2]
ALL = list(reference.walk(hrcli, reference.root()))
EXAMPLES = [typed for context in ALL for typed in reference.examples(context.command)]
STATEMENT = """Ruritania: Release Rosa Quispe

Amity Watch

10 May 2019

Amity Watch today called on the government of Ruritania to release the journalist Rosa Quispe. She was arrested on 3 May 2019
with Wang Wei. "Mr. President, there is one law," said R. Quispe Mamani, her lawyer, to journalists.

The Read More Foundation, the Clinton Administration and the U.S. government asked the same in 2009.
"""


def parts(typed: str) -> tuple[list[str], bytes]:
    """What hrcli is given in an example: its words, and its standard input; what else the shell does is left out."""
    words = list(shlex.shlex(typed, posix=True, punctuation_chars="|<>"))
    before, _, after = " ".join(map(shlex.quote, words)).partition("hrcli ")
    mine = shlex.split(re.split(r"(?:^| )'(?:\||<|>|>>)'(?: |$)", after)[0])
    fed = re.search(r"(?:cat |< )(\S+)", before + after.replace("'<'", "<")) if "cat " in before or "'<'" in after else None
    return mine, Path(fed[1]).read_bytes() if fed else b"s\n" * 1000 if before.startswith("yes s") else b""


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all files that the examples name, and a store of them."""
    folder = tmp_path_factory.mktemp("scene")
    (folder / "reports").mkdir()
    shutil.copy(next((ROOT / "seeds").glob("001_*.txt")), folder / "reports" / "first.txt")
    (folder / "urgent-action.html").write_text(f"<title>Release them</title><p>{STATEMENT}</p>", encoding="utf-8")
    for name in ("statement.txt", "report.txt"):
        (folder / name).write_text(STATEMENT if name == "report.txt" else STATEMENT.replace("10 May", "11 May"), encoding="utf-8")
    (folder / "reports.csv").write_text("path,date\nfirst.txt,2011-04-26\n", encoding="utf-8")
    seeds = [str(path) for path in (ROOT / "seeds").glob("*.txt")]
    done = CliRunner().invoke(
        hrcli, ["ingest", *seeds, *(str(folder / name) for name in ("statement.txt", "report.txt")), "--db", str(folder / "hrcli.db")]
    )
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def folder(scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the scene to work in."""
    monkeypatch.delenv("HRCLI_DB", raising=False)
    place = shutil.copytree(scene, tmp_path / "scene")
    monkeypatch.chdir(place)
    return place


@pytest.mark.parametrize("context", ALL, ids=lambda context: context.command_path)
def test_every_option_is_explained(context: click.Context) -> None:
    """Every option has a sentence, beginning with a capital and ending with a full stop, before what click adds in brackets."""
    for name, said in reference.options(context):
        assert re.match(r"[A-Z].*[.)](  \[.*\])?$", said), f"{context.command_path} {name}: {said!r}"
    assert context.command.help


def test_every_command_has_examples() -> None:
    """The examples of each command call it."""
    for context in ALL:
        if len(context.command_path.split()) < 3:
            assert all("hrcli" in each for each in reference.examples(context.command)), context.command_path
            assert any(context.command_path in each for each in reference.examples(context.command)), context.command_path


@pytest.mark.parametrize("typed", EXAMPLES)
def test_every_example_runs(folder: Path, typed: str) -> None:
    """What an example types works on a store of the seeds and two documents more."""
    with store.open(folder / "hrcli.db") as kept:
        id = next(kept.analyses()).document.id
    words, fed = parts(typed.replace("3f2a9c", id[:8]))
    done = CliRunner().invoke(hrcli, words, input=io.BytesIO(fed))
    assert done.exit_code == 0, done.output


def test_parts() -> None:
    """What the test above makes of a line for the shell."""
    assert parts("hrcli review --limit 2 | less") == (["review", "--limit", "2"], b"")
    assert parts("yes s | hrcli review") == (["review"], b"s\n" * 1000)
    assert parts("hrcli schema Demand > x.json") == (["schema", "Demand"], b"")
    assert parts('hrcli demands --person "Liu Xiaobo"')[0] == ["demands", "--person", "Liu Xiaobo"]
