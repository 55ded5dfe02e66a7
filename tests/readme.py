"""The README's examples as they run, and its command reference: `python tests/readme.py` writes them anew (`make readme`).

A fenced block of the kind `console` holds commands, each after `$ `, and what each prints on a terminal of 110 columns,
in a folder with a copy of `seeds/`. Blocks run from top to bottom in that one folder. A command that ends in `# not run`
is shown only. What stands between the lines FIRST and LAST is the help of every command.
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from hrcli.cli import COMMANDS, reference

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
WIDTH = "110"
FIRST, LAST = "<!-- the commands, written by `make readme` -->\n", "<!-- the end of the commands -->"


def rewritten(text: str) -> str:
    """The README with the output of every command as it is now."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(ROOT / "seeds", Path(place, "seeds"))
        return BLOCK.sub(lambda block: _run_block(block.group(), place), text)


def with_commands(text: str) -> str:
    """The README with the help of every command as it is now."""
    before, first, rest = text.partition(FIRST)
    _, last, after = rest.partition(LAST)
    return f"{before}{first}{''.join(_help())}{last}{after}"


def _help() -> Iterator[str]:
    """The help of each command, folded below what it is for."""
    root = reference.root(width=100)
    for context in list(reference.walk(root.command, root))[1:]:
        path = context.command_path.split()
        summary = COMMANDS[path[1]] if len(path) == 2 else context.command.get_short_help_str(200)
        yield f"<details><summary><code>{' '.join(path)}</code> – {escape(summary)}</summary>\n\n"
        yield f"```text\n{context.get_help().replace(chr(8), '')}\n```\n\n</details>\n"


def _run_block(block: str, place: str) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_output(command, place)}" for command in commands)


def _output(command: str, place: str) -> str:
    if command.endswith("# not run"):
        return ""
    lines = _on_terminal(command, place).replace("\r\n", "\n").splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _on_terminal(command: str, place: str) -> str:
    """What a command prints where its output is a terminal."""
    ours, theirs = pty.openpty()
    environment = {
        **os.environ, "COLUMNS": WIDTH, "LINES": "50", "NO_COLOR": "1", "TERM": "dumb", "LANG": "C.UTF-8",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    environment.pop("HRCLI_DB", None)
    process = subprocess.Popen(command, shell=True, cwd=place, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs)
    os.close(theirs)
    out = b""
    # a terminal whose last writer is gone answers with an error, not with an empty read
    try:
        while piece := os.read(ours, 65536):
            out += piece
    except OSError:
        pass
    process.wait()
    os.close(ours)
    return out.decode("utf-8")


if __name__ == "__main__":
    README.write_text(with_commands(rewritten(README.read_text(encoding="utf-8"))), encoding="utf-8")
