"""The README is true: its examples print what it says they print."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import readme


def test_the_command_reference() -> None:
    """The help of every command stands in the README as it is; `make readme` writes it."""
    text = readme.README.read_text(encoding="utf-8")
    assert readme.FIRST in text and readme.LAST in text
    assert readme.with_commands(text) == text


@pytest.mark.skipif(sys.platform == "win32", reason="the examples run on a Unix terminal")
def test_every_example_prints_what_the_readme_says() -> None:
    """`make readme` would change nothing."""
    text = readme.README.read_text(encoding="utf-8")
    assert readme.rewritten(text) == text
