"""Long tables on a terminal go through the pager, and nothing else does."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from samples import APPEAL, appeal, source
from test_session import on_terminal

from hrcli import store
from hrcli.cli import pager

PAGER = shlex.join([sys.executable, "-c", "import sys; print('PAGED', len(sys.stdin.readlines()))"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store of one document."""
    with store.open(tmp_path / "hrcli.db", write=True) as kept:
        kept.save(appeal(), source(appeal(), APPEAL))
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
def test_what_is_paged(folder: Path) -> None:
    """A table longer than the terminal is paged; not what fits, not with --no-pager, not JSON, not with `PAGER=cat`."""
    given = f"export TERM=xterm LINES=5 PAGER={shlex.quote(PAGER)}; hrcli demands"
    assert on_terminal(folder, given) == "PAGED 5\n"
    assert "PAGED" not in on_terminal(folder, given.replace("LINES=5", "LINES=50"))
    assert "PAGED" not in on_terminal(folder, f"{given} --no-pager")
    assert "PAGED" not in on_terminal(folder, f"{given} --format json")
    assert "PAGED" not in on_terminal(folder, "export TERM=xterm LINES=5 PAGER=cat; hrcli demands")
    assert "PAGED" not in on_terminal(folder, given.replace("hrcli demands", "hrcli demands -f table | cat"))


def test_which_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    """$HRCLI_PAGER goes before $PAGER; one that is empty or not there is none."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PAGER", "cat")
    assert pager.command() is None
    monkeypatch.setenv("HRCLI_PAGER", f"{shlex.quote(sys.executable)} -x")
    assert pager.command() == [sys.executable, "-x"]
    for nothing in ("", "no-such-pager-here"):
        monkeypatch.setenv("HRCLI_PAGER", nothing)
        assert pager.command() is None
