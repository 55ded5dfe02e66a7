"""What the commands that answer a question have in common: ask the store or the files named, print, finish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from hrcli import resolve, workflow
from hrcli.cli import config
from hrcli.cli.frame import tell
from hrcli.cli.output import READ, Above, Output, Rows
from hrcli.cli.patience import joined
from hrcli.cli.reading import Reading, finish, progress
from hrcli.cli.redaction import Redaction
from hrcli.records import DocumentAnalysis, Entity, Record


def ask(
    wanted: str,
    kind: type[Record],
    *,
    paths: Sequence[str],
    db: Path,
    corrections: Path | None,
    reading: Reading,
    query: resolve.Query,
    redaction: Redaction,
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
    key = redaction.key(None if paths else db)
    shared: dict[str, Any] = {"with_duplicates": with_duplicates, "corrections": said, "group": group, "key": key}
    if paths:
        analyses = found(paths, db, reading, batch, sketched=not with_duplicates)
        answer = workflow.ask(analyses, query, wanted, batch=batch, **shared)
        if batch.done or not batch.skipped:
            _print(kind, answer, query, output, rows, above)
    else:
        reading.forbid()
        shared["own"] = corrections in (None, config.corrections())
        asking = workflow.asking(db, query, wanted, form=_form(kind, output, rows), rows=output.read(rows), **shared)
        with joined(asking) as answer:
            _print(kind, answer, query, output, rows, above)
    repeat(answer.repeated)
    warn(answer.unknown, file)
    finish(batch)


def _print(kind: type[Record], answer: workflow.Answer, query: resolve.Query, output: Output, rows: Rows, above: Above | None) -> None:
    """Print an answer, and say where there is none."""
    output.print(answer.kind or kind, answer.records, answer.documents, rows, above, rest=answer)
    if answer.documents and not answer.records:
        tell(*_nothing(query, answer.similar))


def _form(kind: type[Record], output: Output, rows: Rows) -> workflow.Form:
    """What to read of records: those that are printed as JSON need not be understood, and a table shows little of an entity."""
    format = output.chosen()
    if rows.sort or rows.columns:
        return "records"
    if format in ("json", "jsonl"):
        return "raw"
    return "lines" if kind is Entity and format in READ else "records"


def _nothing(query: resolve.Query, similar: Sequence[str]) -> tuple[str, str | None]:
    """That nothing was found, and the names that may have been meant, where those asked for are not among them."""
    asked = query.named()
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
