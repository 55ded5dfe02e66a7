"""What the commands that answer a question have in common: ask the store or the files named, print, finish."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hrcli import workflow
from hrcli.cli.frame import tell
from hrcli.cli.output import Output
from hrcli.cli.reading import Reading, finish, progress
from hrcli.records import Record
from hrcli.resolve import Query


def ask(
    wanted: str, kind: type[Record], *, paths: Sequence[str], db: Path, reading: Reading, query: Query, output: Output, limit: int | None
) -> None:
    """Print the records that answer the query: the field `wanted` of the corpus, records of this kind."""
    batch = workflow.Batch()
    if paths:
        analyses = progress(reading.analyses(paths, batch))
    else:
        reading.forbid()
        analyses = workflow.stored(db)
    answer = workflow.ask(analyses, query, wanted)
    if batch.done or not batch.skipped:
        output.print(kind, answer.records, answer.documents, limit)
    if answer.documents and not answer.records:
        tell("nothing found", f"did you mean {' or '.join(answer.similar)}?" if answer.similar else None)
    finish(batch)
