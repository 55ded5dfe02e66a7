"""`hrcli documents`: the documents, with publisher and date, or what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hrcli import workflow
from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.cli.output import Output, Rows
from hrcli.cli.redaction import Redaction
from hrcli.errors import UsageError
from hrcli.records import Document, Skipped


@click.command()
@options.paths
@click.option("--skipped", is_flag=True, help="List the files that could not be read instead, with the reasons.")
@options.filters("org", "since", "until", "document")
@options.duplicates
@options.limit
@options.db
@options.corrections
@options.reading
@options.redaction
@options.output
def command(skipped: bool, **given: Any) -> None:
    """List the documents of the store, or those at PATH.

    \b
    Examples:
      hrcli documents
      hrcli documents --org Amnesty --since 2009
      hrcli documents reports/ --format csv -o documents.csv
      hrcli documents --skipped          what `hrcli ingest` could not read, and why

    --org keeps what the organisation published.
    """
    if skipped:
        _list_skipped(**given)
    else:
        ask("documents", Document, **given)


def _list_skipped(
    *, paths: tuple[str, ...], db: Path, corrections: Path | None, rows: Rows, redaction: Redaction, output: Output, **_: Any
) -> None:
    if paths:
        raise UsageError("--skipped tells of the store, not of a PATH", hint="a command that reads files lists what it skips at its end")
    rows = rows.suited(Skipped, output.chosen())
    found = workflow.skipped(db)
    if key := redaction.key(db):
        found = workflow.redactor(db, key, workflow.corrections(db, corrections)[0]).records(found)
    output.print(Skipped, found, {}, rows)
