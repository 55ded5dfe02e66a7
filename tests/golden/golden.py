"""What commands print on terminals of several widths, kept in the files beside this one: `make golden` writes them anew.

A file is named for its command and its terminal: `detained-80.txt`, `detained-80-plain.txt` where there are no colours. Look at
what has changed before you commit it.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout, suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from samples import APPEAL, REPORT, appeal, report, source

from hrcli import store
from hrcli.cli import hrcli

PLACE = Path(__file__).parent
WIDTHS = (60, 80, 140)
COMMANDS = {
    "welcome": [],
    "documents": ["documents"],
    "entities": ["entities"],
    "dossier": ["entities", "Ana Ivić"],
    "timeline": ["timeline"],
    "demands": ["demands"],
    "demands-by-target": ["demands", "--by", "target"],
    "detained": ["detained"],
    "show": ["show", "appeal"],
    "search": ["search", "ivic"],
    "lexicon": ["lexicon", "HRW"],
}


class Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def outputs() -> Iterator[tuple[str, str]]:
    """The name of each file with what is to stand in it."""
    with tempfile.TemporaryDirectory() as place, chdir(place):
        with store.open(Path("hrcli.db"), write=True) as kept:
            kept.save(appeal(), source(appeal(), APPEAL))
            kept.save(report(), source(report(), REPORT))
        for name, words in COMMANDS.items():
            for width in WIDTHS:
                yield f"{name}-{width}.txt", printed(words, width)
            if words:
                yield f"{name}-80-plain.txt", printed([*words, "--no-color"], 80)


def printed(words: list[str], width: int) -> str:
    """What a command prints on a terminal of so many columns; the blanks at the ends of its lines are left out."""
    before = dict(os.environ)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "HRCLI_DB"):
        os.environ.pop(name, None)
    os.environ |= {"COLUMNS": str(width), "LINES": "1000", "TERM": "xterm-256color"}
    out = Terminal()
    try:
        with redirect_stdout(out), suppress(SystemExit):
            hrcli.main([*words])
    finally:
        os.environ.clear()
        os.environ.update(before)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


if __name__ == "__main__":
    for old in PLACE.glob("*.txt"):
        old.unlink()
    for name, text in outputs():
        (PLACE / name).write_text(text, encoding="utf-8")
