"""What commands that read documents have in common: their options as inputs, progress, and the list of what was skipped."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from hrcli import ingest
from hrcli.cli.frame import tell
from hrcli.errors import ExitStatus, UsageError
from hrcli.records import DocumentAnalysis, Source
from hrcli.workflow import Batch, Inputs, analyze, read_sources

T = TypeVar("T")
PATIENCE = 1.0  # seconds before progress is shown


@dataclass(frozen=True)
class Reading:
    """The answers to --metadata, --date, --publisher and --model."""

    metadata: Path | None = None
    date: str | None = None
    publisher: str | None = None
    model: str | None = None

    def sources(self, paths: Sequence[str], batch: Batch) -> Iterator[Source]:
        """The documents at the paths; `-` is standard input."""
        if "-" in paths and sys.stdin.isatty():
            tell("reading standard input", "end it with Ctrl-D")
        overrides = ingest.Overrides(date=self.date, publisher=self.publisher)
        inputs = Inputs(paths, stdin=sys.stdin.buffer, metadata=self.metadata, overrides=overrides)
        return read_sources(inputs, batch)

    def analyses(self, paths: Sequence[str], batch: Batch) -> Iterator[DocumentAnalysis]:
        """The analyses of the documents at the paths."""
        return analyze(self.sources(paths, batch), batch, model=self.model)

    def forbid(self) -> None:
        """Raise UsageError where an option says how to read, and there is nothing to read."""
        for name in ("metadata", "date", "publisher", "model"):
            if getattr(self, name) is not None:
                raise UsageError(f"--{name} says how to read files, but no PATH is given", hint="name files, or leave it out")


def progress(things: Iterable[T]) -> Iterator[T]:
    """Pass things on, counting them on standard error where that is a terminal and it takes a while."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from things
        return
    begun, count = time.monotonic(), 0
    for count, thing in enumerate(things, 1):
        if time.monotonic() - begun > PATIENCE:
            click.echo(f"\r{count} document{'' if count == 1 else 's'} read", err=True, nl=False)
        yield thing
    if count and time.monotonic() - begun > PATIENCE:
        click.echo("\r\x1b[K", err=True, nl=False)


def finish(batch: Batch) -> None:
    """List what was skipped, and exit accordingly: 3 where something could be read, 1 where nothing could."""
    for each in batch.skipped:
        tell(f"skipped {each.source}: {each.reason}")
    if batch.skipped:
        read = batch.done or batch.unchanged
        click.get_current_context().exit(ExitStatus.SKIPPED if read else ExitStatus.FAILED)
