"""patience.py: what is said on a terminal while something takes long."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SLOW = "import time; from hrcli.cli.patience import waiting\nwith waiting('reading', 'once', patience={patience}): time.sleep({seconds})"


def said(seconds: float, patience: float) -> str:
    """What stands on a terminal after something has taken so many seconds."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", SLOW.format(patience=patience, seconds=seconds)]
    subprocess.run(command, stderr=theirs, check=True, env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"})
    os.write(theirs, b"end")
    shown = ""
    while not shown.endswith("end"):
        shown += os.read(ours, 1000).decode()
    os.close(theirs)
    os.close(ours)
    return shown


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
def test_what_takes_long_is_said() -> None:
    """After a while the line says what is being done; what is done sooner says nothing."""
    assert said(seconds=1, patience=0.1) == "hrcli: reading (once)\r\nend"
    assert said(seconds=0, patience=60) == "end"


def test_nothing_is_said_where_nobody_looks() -> None:
    """Where standard error is a file or a pipe, nothing is said."""
    command = [sys.executable, "-c", SLOW.format(patience=0, seconds=0.3)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert (done.stdout, done.stderr) == (b"", b"")
