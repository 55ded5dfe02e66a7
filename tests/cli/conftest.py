"""What tests of commands may ask for: a prompt in an empty folder, and one beside a store of documents made by hand."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import APPEAL, REPORT, appeal, report, source

from hrcli import store
from hrcli.cli import hrcli

Prompt = Callable[..., Result]


@pytest.fixture
def prompt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prompt:
    """A prompt in an empty folder: prompt("demands --org X") -> what comes of it."""
    monkeypatch.chdir(tmp_path)
    for name in ("HRCLI_DB", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return lambda typed, **given: CliRunner().invoke(hrcli, shlex.split(typed), **given)


@pytest.fixture
def stored(prompt: Prompt) -> Prompt:
    """A prompt in a folder with a store of two documents."""
    with store.open(Path("hrcli.db"), write=True) as kept:
        kept.save(appeal(), source(appeal(), APPEAL))
        kept.save(report(), source(report(), REPORT))
    return prompt
