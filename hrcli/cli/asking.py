"""What the commands that answer a question have in common: ask the store or the files named, print, finish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from hrcli import resolve, workflow
from hrcli.cli.frame import tell
from hrcli.cli.output import Above, Output, Rows
from hrcli.cli.reading import Reading, finish, progress
from hrcli.records import DocumentAnalysis, Record

NAMED = ("org", "source", "target", "person", "actor", "search")
"""The filters whose value is a name of somebody or something."""


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
    rows: Rows,
    with_duplicates: bool,
    above: Above | None = None,
    group: workflow.Group | None = None,
) -> None:
    """Print the records that answer the query: the field `wanted` of the corpus, or what `group` makes of it, records of this kind.

    `above` writes what stands above the table of all of them on a terminal.
    """
    output.suits(kind)
    rows = rows.suited(kind, output.chosen())
    batch = workflow.Batch()
    said, file = workflow.corrections(None if paths else db, corrections)
    analyses = found(paths, db, reading, batch, sketched=not with_duplicates)
    answer = workflow.ask(analyses, query, wanted, batch=batch, with_duplicates=with_duplicates, corrections=said, group=group)
    if batch.done or not batch.skipped:
        output.print(kind, answer.records, answer.documents, rows, above)
    if answer.documents and not answer.records:
        tell(*_nothing(query, answer.similar))
    repeat(answer.repeated)
    warn(answer.unknown, file)
    finish(batch)


def _nothing(query: resolve.Query, similar: Sequence[str]) -> tuple[str, str | None]:
    """That nothing was found, and the names that may have been meant, where those asked for are not among them."""
    asked = {name: value for name in NAMED if (value := getattr(query, name))}
    others = [name for name in similar if name.casefold() not in {value.casefold() for value in asked.values()}]
    if not others or len(others) < len(similar):
        return "nothing found", None
    return f"nothing found with {' '.join(f'--{name} {value!r}' for name, value in asked.items())}", resolve.did_you_mean(others)


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
