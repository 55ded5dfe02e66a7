"""`hrcli upgrade`: what a newer version, model or lexicon reads otherwise is read again."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import click

from hrcli import workflow
from hrcli.cli import options
from hrcli.cli.frame import tell
from hrcli.cli.reading import finish


@click.command()
@options.jobs
@click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline for English, installed or on disk.")
@options.db
def command(jobs: int | None, model: str | None, db: Path) -> None:
    """Read again the documents of the store that this version, its model or its lexicon reads otherwise than they were read.

    \b
    Examples:
      hrcli upgrade
      hrcli upgrade --jobs 4

    The sources are read where they lie, with what you said of them when they were ingested. One that is gone or has
    changed is left as it is, and listed.
    """
    batch = workflow.Batch()
    deque(workflow.upgrade(db, batch, model=model, jobs=jobs), maxlen=0)
    tell(f"{batch.done} document{'' if batch.done == 1 else 's'} read again, {batch.unchanged} up to date")
    finish(batch)
