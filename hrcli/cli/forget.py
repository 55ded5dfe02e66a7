"""`hrcli forget`: a document and all that was made of it leave the store, to the last byte."""

from __future__ import annotations

from pathlib import Path

import click

from hrcli import workflow
from hrcli.cli import options
from hrcli.cli.frame import tell


@click.command()
@click.argument("reference", metavar="DOCUMENT")
@options.db
def command(reference: str, db: Path) -> None:
    """Remove a document from the store: its text, its records, and what was joined of them with others.

    \b
    Examples:
      hrcli forget statement.txt
      hrcli forget 3f2a9c                the beginning of an id, as other commands print it

    Nothing of it stays in the file. The source itself, corrections that name somebody, and copies of the store are
    yours to remove; copies that hrcli made are named.
    """
    gone, copies = workflow.forget(db, reference)
    tell(f"{gone.path} ({gone.id}) is forgotten")
    for copy in copies:
        tell(f"an older copy may still hold it: {copy}")
