"""The manual is made of the help, and man can read it."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from conftest import Prompt

from hrcli.cli import COMMANDS, man


def test_all_that_there_is(prompt: Prompt) -> None:
    """Every command, those of `correct` too, with its options, and the environment, the files and the exit statuses."""
    page = prompt("man").stdout
    for name in COMMANDS:
        assert f".SS hrcli {name}".replace("-", r"\-") in page
    assert ".SS hrcli correct merge [OPTIONS] NAME NAME..." in page
    assert r"\fB\-\-own\-voice\fR" in page
    for title in ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "ENVIRONMENT", "FILES", "EXIT STATUS"):
        assert f".SH {title}\n" in page


@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff")
def test_groff_has_no_complaint() -> None:
    """groff formats the page without a warning."""
    done = subprocess.run(["groff", "-man", "-Tutf8", "-ww"], input=man.page(), capture_output=True, text=True, check=True)
    assert done.stderr == ""
