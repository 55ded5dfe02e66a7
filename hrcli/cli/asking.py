"""What the commands that answer a question have in common: ask the store or the files named, print, finish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from hrcli import resolve, workflow
from hrcli.cli.frame import tell
from hrcli.cli.output import Above, Output
from hrcli.cli.reading import Reading, finish, progress
from hrcli.records import DocumentAnalysis, Record


def ask(
    wanted: str,
    kind: type[Record],
    *,
    paths: Sequence[str],
    db: Path,
    corrections: Path | None,
    reading: Reading,
    query: resolve.Query,
    output: Output,
    limit: int | None,
    with_duplicates: bool,
    above: Above | None = None,
    group: workflow.Group | None = None,
) -> None:
    """Print the records that answer the query: the field `wanted` of the corpus, or what `group` makes of it, records of this kind.

    `above` writes what stands above the table of all of them on a terminal.
    """
    output.suits(kind)
    batch = workflow.Batch()
    said, file = workflow.corrections(None if paths else db, corrections)
    analyses = found(paths, db, reading, batch, sketched=not with_duplicates)
    answer = workflow.ask(analyses, query, wanted, batch=batch, with_duplicates=with_duplicates, corrections=said, group=group)
    if batch.done or not batch.skipped:
        output.print(kind, answer.records, answer.documents, limit, above)
    if answer.documents and not answer.records:
        tell("nothing found", f"did you mean {' or '.join(answer.similar)}?" if answer.similar else None)
    repeat(answer.repeated)
    warn(answer.unknown, file)
    finish(batch)


def found(paths: Sequence[str], db: Path, reading: Reading, batch: workflow.Batch, *, sketched: bool) -> Iterable[DocumentAnalysis]:
    """The analyses of the documents at the paths or, without any, of those in the store."""
    if paths:
        return progress(reading.analyses(paths, batch, sketched=sketched), batch, paths)
    reading.forbid()
    return workflow.stored(db)


def repeat(repeated: int) -> None:
    """Say how many documents were left out because they repeat others."""
    if repeated:
        what = "1 document that repeats another" if repeated == 1 else f"{repeated} documents that repeat others"
        tell(f"without {what}", "--with-duplicates counts them too")


def warn(unknown: Sequence[str], file: Path | None) -> None:
    """Say which corrections could not be applied."""
    for line in unknown:
        tell(f"{file}: {line}")
