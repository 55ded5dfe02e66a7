"""`hrcli show`: one document with its records marked in the text."""

from __future__ import annotations

from pathlib import Path

import click

from hrcli import workflow
from hrcli.cli import options
from hrcli.cli.output import Output
from hrcli.cli.redaction import Redaction
from hrcli.report import marked


@click.command()
@click.argument("reference", metavar="DOCUMENT|RECORD")
@options.db
@options.corrections
@options.redaction
@options.output
def command(reference: str, db: Path, corrections: Path | None, redaction: Redaction, output: Output) -> None:
    """Print a document of the store with its records marked in the text, or one record where it stands.

    \b
    Examples:
      hrcli show statement.txt
      hrcli show 3f2a9c                  the beginning of an id, as other commands print it
      hrcli show statement.txt | less
    """
    said = workflow.corrections(db, corrections)[0]
    key = redaction.key(db)
    analysis, text = workflow.look_up(db, reference, said, workflow.redactor(db, key, said) if key else None)
    with output.opened() as out:
        marked.write(analysis, text, out, color=output.color)
