"""Damaged files of every format, read as `hrcli ingest` reads them, for as long as one likes.

usage: python tests/fuzz.py [--minutes 5] [--random] [--keep .fuzz]

A reader must give documents or an UnreadableError, in time and within its memory. With atheris installed (Linux: pip install atheris)
its coverage guides the damage, in one process; without it, or with --random, damage is random and risky readers run in the sandbox.
Files that break anything are kept in the folder `--keep`; the exit status says whether there are any.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from specimens import FORMATS

if TYPE_CHECKING:  # at run time later, once atheris watches what is imported
    from hrcli import ingest

MOST_SECONDS = 35.0  # for one file: the sandbox's time and ours
Edit = tuple[int, int, bytes]
"""Where in the bytes (counted round), how many of them go, and what comes instead."""
CAUGHT = re.compile(r": (broke the reader|took longer|needs more than|the process)")  # what the sandbox has to say of a reader


def damaged(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The bytes after these edits, one after the other."""
    for place, gone, come in edits:
        at = place % (len(data) + 1)
        data = data[:at] + come + data[at + gone :]
    return data


def built(suffix: str, inside: Sequence[Edit], outside: Sequence[Edit]) -> bytes:
    """A file of that suffix, damaged before it was packed and afterwards."""
    heart, pack = FORMATS[suffix]
    return damaged(pack(damaged(heart, inside)), outside)


def read(data: bytes, path: str, vocabulary: ingest.Vocabulary, sandbox: ingest.Sandbox | None) -> tuple[list[str], list[str]]:
    """The texts of the documents in a file, and the reasons why others are none; whatever else is raised is a fault of ours."""
    from hrcli import ingest
    from hrcli.errors import UnreadableError
    from hrcli.records import Skipped

    texts, refusals = [], []
    try:
        for member in ingest.documents(ingest.Found(path, io.BytesIO(data))):
            if isinstance(member, Skipped):
                refusals.append(member.reason)
                continue
            try:
                source = ingest.read(member, vocabulary, sandbox=sandbox)
            except UnreadableError as error:
                refusals.append(error.message)
            else:
                source.text.encode()  # no halves of characters
                assert len(source.view.offsets) == len(source.view.text) + 1
                assert all(0 <= place.start <= len(source.text) for place in source.places)
                texts.append(source.text)
    except UnreadableError as error:
        refusals.append(error.message)
    return texts, refusals


def peak(sandbox: ingest.Sandbox) -> int:
    """The most memory (bytes) that the sandbox's child has held since it started; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{sandbox._child.process.pid if sandbox._child else 0}/status").read_text()
    except OSError:
        return 0
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


@dataclass
class Report:
    """What was tried, and what came of it."""

    vocabulary: ingest.Vocabulary
    sandbox: ingest.Sandbox | None
    keep: Path
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    memory: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    def try_out(self, suffix: str, data: bytes) -> None:
        """Read one file and note what happens; the bytes lie in the folder meanwhile, should this process not survive them."""
        last = self.keep / f"last{suffix}"
        last.write_bytes(data)
        before = time.monotonic()
        try:
            texts, refusals = read(data, f"a{suffix}", self.vocabulary, self.sandbox)
            faults = [text for text in refusals if CAUGHT.search(text)]
            self.counts[suffix, "read" if texts else "refused"] += 1
        except Exception as error:
            faults = [f"a{suffix}: {type(error).__name__}: {error}"]
            self.counts[suffix, "failed"] += 1
        took = time.monotonic() - before
        faults += [f"a{suffix}: {took:.0f} seconds"] * (took > MOST_SECONDS)
        name = f"{sum(self.counts.values())}{suffix}"
        if took > self.slowest[0]:
            self.slowest = took, self._kept(last, f"slowest{suffix}")
        if faults:
            self.faults[f"{faults[0][:200]} ({self._kept(last, name) if faults[0][:200] not in self.faults else 'again'})"] += 1
        self.memory = max(self.memory, peak(self.sandbox) if self.sandbox else 0)
        last.unlink()

    def _kept(self, last: Path, name: str) -> str:
        kept = self.keep / name
        kept.write_bytes(last.read_bytes())
        return str(kept)

    def show(self) -> None:
        """Print what was found."""
        for suffix in FORMATS:
            counts = {what: self.counts[suffix, what] for what in ("read", "refused", "failed")}
            print(f"{suffix or '(none)':10}", *(f"{count:8,} {what}" for what, count in counts.items()))
        print(f"{sum(self.counts.values()):,} files; the slowest took {self.slowest[0]:.2f} s ({self.slowest[1]})")
        if self.memory:
            print(f"the sandbox's process held {self.memory / 1e6:.0f} MB at most")
        for fault, count in self.faults.most_common():
            print(f"{count:6,} x {fault}")
        print(f"{sum(self.faults.values()):,} faults")


def main() -> None:
    """Fuzz until the time is over, print the report."""
    options = _options()
    options.keep.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + options.minutes * 60
    guide = None if options.random else _atheris()
    if guide:
        guide(options.keep, until)
    from hrcli import ingest, lexicon

    with ingest.Sandbox() as sandbox:
        report = Report(lexicon.load("ingest", ingest.Vocabulary), sandbox, options.keep)
        _randomly(report, random.Random(options.seed), until)
    report.show()
    sys.exit(bool(report.faults))


def _randomly(report: Report, dice: random.Random, until: float) -> None:
    while time.monotonic() < until:
        suffix = dice.choice(list(FORMATS))
        if dice.random() < 0.1:
            report.try_out(suffix, dice.randbytes(dice.randrange(5_000)))
        else:
            report.try_out(suffix, built(suffix, _edits(dice, suffix), _edits(dice, suffix)))


def _edits(dice: random.Random, suffix: str) -> list[Edit]:
    """None to four edits: bytes flipped, cut, or brought in from chance, from the same kind of file, or from any other."""
    found: list[Edit] = []
    for _ in range(dice.choice([0, 0, 1, 1, 2, 4])):
        donor = FORMATS[dice.choice([suffix, *FORMATS])][0]
        at, size = dice.randrange(len(donor)), dice.choice([0, 1, 1, 4, 30, 200])
        come = dice.choice([b"", dice.randbytes(size), donor[at : at + size], donor[at : at + size] * dice.choice([1, 2, 1_000])])
        found.append((dice.randrange(1 << 20), dice.choice([0, len(come), size, 1 << 20 if dice.random() < 0.1 else 1]), come))
    return found


def _atheris() -> Callable[[Path, float], None] | None:
    """What fuzzes guided by coverage, and never returns; None if atheris is not installed."""
    try:
        import atheris  # type: ignore[import-not-found,import-untyped]
    except ImportError:
        return None

    def run(keep: Path, until: float) -> None:
        with atheris.instrument_imports(include=["hrcli.ingest"]):
            from hrcli import ingest, lexicon

            for name in ingest.formats.READERS.values():
                importlib.import_module(f"hrcli.ingest.{name}")
        report = Report(lexicon.load("ingest", ingest.Vocabulary), None, keep)

        def try_out(data: bytes) -> None:
            if time.monotonic() > until:
                report.show()
                sys.stdout.flush()
                os._exit(bool(report.faults))
            suffix = [*FORMATS][data[0] % len(FORMATS)] if data else ""
            report.try_out(suffix, FORMATS[suffix][1](data[1:]))

        corpus = keep / "corpus"
        corpus.mkdir(exist_ok=True)
        for number, (heart, _) in enumerate(FORMATS.values()):
            (corpus / f"seed-{number}").write_bytes(bytes([number]) + heart)
        atheris.Setup([sys.argv[0], "-timeout=60", "-rss_limit_mb=2000", f"-artifact_prefix={keep}/", "-verbosity=0", str(corpus)], try_out)
        atheris.Fuzz()

    return run


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--random", action="store_true", help="without atheris, even if it is installed")
    parser.add_argument("--seed", type=int, default=None, help="of the random damage")
    parser.add_argument("--keep", type=Path, default=Path(".fuzz"), help="folder for the files that break something")
    return parser.parse_args()


if __name__ == "__main__":
    main()
