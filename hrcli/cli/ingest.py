"""`hrcli ingest`: documents into the store."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

import click

from hrcli import workflow
from hrcli.cli import options
from hrcli.cli.frame import tell
from hrcli.cli.reading import Reading, finish, progress


@click.command()
@options.needed_paths
@options.jobs
@options.db
@options.reading
def command(paths: Sequence[str], jobs: int | None, db: Path, reading: Reading) -> None:
    """Analyse the documents at PATH (files, folders, patterns, or - for standard input) and keep the results in the store.

    \b
    Examples:
      hrcli ingest reports/
      hrcli ingest reports/ --metadata reports.csv
      hrcli ingest statement.txt --publisher "Human Rights Watch" --date 2011-04-26
      hrcli ingest reports/ --db cases.db --jobs 4

    What is in the store already is left alone; a document whose metadata has changed, or that this version of hrcli
    would read otherwise, is analysed again. After an interruption the same command goes on where it stopped.
    """
    batch = workflow.Batch()
    try:
        kept = workflow.keep(db, reading.inputs(paths), batch, model=reading.model, jobs=jobs)
        deque(progress(kept, batch, paths), maxlen=0)
    except KeyboardInterrupt:
        tell(f"what was read so far is safe in {db}: {batch.read}", "the same command goes on from there")
        raise
    if batch.done or batch.unchanged:
        known = f", {batch.unchanged} already there" if batch.unchanged else ""
        tell(f"{batch.done} document{'' if batch.done == 1 else 's'} ingested into {db}{known}")
    finish(batch)
