"""What commands that read documents have in common: their options as inputs, progress, and the list of what was skipped."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from hrcli import ingest, workflow
from hrcli.cli import config
from hrcli.cli.frame import tell
from hrcli.cli.patience import JOINING, PATIENCE, shows
from hrcli.errors import ExitStatus, UsageError
from hrcli.records import DocumentAnalysis

T = TypeVar("T")
STDIN = Path("-")
OPTIONS = ("metadata", "date", "publisher", "text_column", "model")


@dataclass(frozen=True)
class Reading:
    """The answers to --metadata, --date, --publisher, --text-column and --model."""

    metadata: Path | None = None
    date: str | None = None
    publisher: str | None = None
    text_column: str | None = None
    model: str | None = None

    def inputs(self, paths: Sequence[str]) -> workflow.Inputs:
        """What to read at the paths, and what is known of it; `-` is standard input."""
        metadata = self.metadata or config.metadata()
        if metadata == STDIN and "-" in paths:
            raise UsageError("standard input is either a document or the table of --metadata", hint="give one of them as a file")
        if (metadata == STDIN or "-" in paths) and sys.stdin.isatty():
            tell("reading standard input", "end it with Ctrl-D")
        overrides = ingest.Overrides(date=self.date, publisher=self.publisher)
        return workflow.Inputs(
            paths,
            stdin=sys.stdin.buffer,
            metadata=Path("/dev/stdin") if metadata == STDIN else metadata,
            overrides=overrides,
            text_column=self.text_column,
        )

    def analyses(
        self, paths: Sequence[str], batch: workflow.Batch, *, sketched: bool = False, copies: bool = False
    ) -> Iterator[DocumentAnalysis]:
        """The analyses of the documents at the paths; with `sketched` the batch notes what tells which of them repeat others.

        The same bytes are one document, with `copies` one for each input.
        """
        return workflow.analyze(workflow.read_sources(self.inputs(paths), batch, sketched=sketched, copies=copies), batch, model=self.model)

    def forbid(self) -> None:
        """Raise UsageError where an option says how to read, and there is nothing to read."""
        for name in OPTIONS:
            if getattr(self, name) is not None:
                option = name.replace("_", "-")
                raise UsageError(f"--{option} says how to read files, but no PATH is given", hint="name files, or leave it out")


def progress(things: Iterable[T], batch: workflow.Batch, paths: Sequence[str]) -> Iterator[T]:
    """Pass things on; on a terminal, where it takes a while, show how many files are done, how fast, and the time that is left."""
    if not shows():
        yield from things
        return
    begun = time.monotonic()
    for thing in (waiting := iter(things)):
        yield thing
        if time.monotonic() - begun > PATIENCE:
            yield from _shown(waiting, batch, workflow.count(paths))
            return


def _shown(things: Iterator[T], batch: workflow.Batch, total: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("files"), TextColumn("{task.description}"), TimeRemainingColumn())
    begun, first = time.monotonic(), batch.read
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, completed=batch.files)
        for thing in things:
            speed = (batch.read - first) / max(time.monotonic() - begun, 0.1)
            done = f"{batch.read:,} documents, {speed:.1f} a second"
            rest = "left:" if batch.files < total else JOINING
            bar.update(task, completed=min(batch.files, total), description=f"{done}, {rest}")
            yield thing


def finish(batch: workflow.Batch) -> None:
    """List what was skipped, and exit accordingly: 3 where something could be read, 1 where nothing could."""
    for line in batch.passed:
        tell(line)
    if batch.foreign:
        total, languages = batch.foreign.total(), ", ".join(f"{code} {count}" for code, count in batch.foreign.most_common())
        tell(f"{total} document{' in another language was' if total == 1 else 's in other languages were'} not analysed: {languages}")
    for each in batch.skipped:
        tell(f"skipped {each.source}: {each.reason}")
    if batch.skipped:
        click.get_current_context().exit(ExitStatus.SKIPPED if batch.read else ExitStatus.FAILED)
