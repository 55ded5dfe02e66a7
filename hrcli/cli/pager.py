"""Long answers on a terminal, a page at a time, as git and gh show them: through $PAGER, else less. Never in a pipe."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys

LESS = "FRX"  # leave at once what fits, take colours as colours, and let the text stand afterwards


class Screen(io.StringIO):
    """What is about to be shown on the terminal: whoever writes to it may use colours."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the terminal."""
        return sys.stdout.encoding

    def isatty(self) -> bool:
        return True


def show(text: str) -> None:
    """Print a text, through the pager where it is longer than the terminal is high."""
    pager = command() if text.count("\n") >= shutil.get_terminal_size().lines else None
    if pager is None:
        sys.stdout.write(text)
        return
    environment = {"LESS": LESS, "LESSCHARSET": "utf-8", **os.environ}
    with subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment) as reader:
        while True:
            try:
                reader.communicate(text.encode("utf-8", "backslashreplace"))
                return
            except KeyboardInterrupt:  # is for the pager, which stays or goes as it likes
                text = ""


def command() -> list[str] | None:
    """The pager that $HRCLI_PAGER or $PAGER names, else less; None where that is empty, `cat`, or not there."""
    if os.environ.get("TERM") == "dumb":
        return None
    named = os.environ.get("HRCLI_PAGER", os.environ.get("PAGER", "less"))
    words = shlex.split(named)
    return words if words and words[0] != "cat" and shutil.which(words[0]) else None
