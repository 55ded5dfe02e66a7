"""What the commands that answer a question have in common: ask the store or the files named, print, finish."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hrcli import workflow
from hrcli.cli.frame import tell
from hrcli.cli.output import Above, Output
from hrcli.cli.reading import Reading, finish, progress
from hrcli.records import Record
from hrcli.resolve import Query


def ask(
    wanted: str,
    kind: type[Record],
    *,
    paths: Sequence[str],
    db: Path,
    reading: Reading,
    query: Query,
    output: Output,
    limit: int | None,
    with_duplicates: bool,
    above: Above | None = None,
) -> None:
    """Print the records that answer the query: the field `wanted` of the corpus, records of this kind.

    `above` writes what stands above the table of all of them on a terminal.
    """
    output.suits(kind)
    batch = workflow.Batch()
    if paths:
        analyses = progress(reading.analyses(paths, batch, sketched=not with_duplicates), batch, paths)
    else:
        reading.forbid()
        analyses = workflow.stored(db)
    answer = workflow.ask(analyses, query, wanted, batch=batch, with_duplicates=with_duplicates)
    if batch.done or not batch.skipped:
        output.print(kind, answer.records, answer.documents, limit, above)
    if answer.documents and not answer.records:
        tell("nothing found", f"did you mean {' or '.join(answer.similar)}?" if answer.similar else None)
    if answer.repeated:
        what = "1 document that repeats another" if answer.repeated == 1 else f"{answer.repeated} documents that repeat others"
        tell(f"without {what}", "--with-duplicates counts them too")
    finish(batch)
