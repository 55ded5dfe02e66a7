"""What commands that print a page on one NAME have in common: telling a name from a path, and the page or its records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TextIO, TypeVar

from hrcli import workflow
from hrcli.cli import config
from hrcli.cli.asking import found, repeat, warn
from hrcli.cli.output import Output, Rows
from hrcli.cli.patience import joined
from hrcli.cli.reading import Reading, finish
from hrcli.cli.redaction import Redaction
from hrcli.errors import NotNamedError, UsageError
from hrcli.records import Document, Evidence, Record

A_PATH = re.compile(r"[/\\*?\[\]]|^-$|\.\w{1,5}$")
"""What looks like a path or a pattern rather than a name."""
T = TypeVar("T", bound=Record)
V = TypeVar("V")


@dataclass(frozen=True)
class Page(Generic[T]):
    """A kind of page: its records, what it is called, how it is written, and what it quotes with the words about it."""

    kind: type[T]
    called: str
    write: Callable[[T, Mapping[str, Document], TextIO, Mapping[Evidence, str] | None], None]
    quotes: Callable[[T], Iterable[Evidence]]


def is_name(text: str) -> bool:
    """Whether an argument is a name rather than a path."""
    return not A_PATH.search(text) and not Path(text).exists()


def about(
    paths: Sequence[str],
    show: Callable[[workflow.Together, str], None],
    read: workflow.Reader,
    *,
    db: Path,
    corrections: Path | None,
    reading: Reading,
    with_duplicates: bool,
    redaction: Redaction,
    **_: Any,
) -> None:
    """Let `show` print something of what the documents at the paths, or of the store, say together; it is told where that is.

    Of the store no more is read than what the reader `read` does, where its rows can tell.
    """
    batch = workflow.Batch()
    said, file = workflow.corrections(None if paths else db, corrections)
    shared: dict[str, Any] = {"with_duplicates": with_duplicates, "corrections": said, "key": redaction.key(None if paths else db)}
    if paths:
        together = workflow.gather(found(paths, db, reading, batch, sketched=not with_duplicates), batch=batch, **shared)
        _show(show, together, ", ".join(paths))
    else:
        reading.forbid()
        with joined(workflow.telling(db, read, own=corrections in (None, config.corrections()), **shared)) as together:
            _show(show, together, str(db))
    if together.hide:
        workflow.conceal(batch, together.hide)
    repeat(together.repeated)
    warn(hidden(together, together.corpus.unknown), file)
    finish(batch)


def hidden(together: workflow.Together, value: V) -> V:
    """A record, or anything made of records and texts, without names of private persons where that was asked for."""
    return together.hide.record(value) if together.hide else value


def asked(together: workflow.Together, name: str) -> str:
    """The name asked for, or the id that a pseudonym or a hidden id stands for."""
    return together.hide.revealed(name) if together.hide else name


def _show(show: Callable[[workflow.Together, str], None], together: workflow.Together, where: str) -> None:
    """Show, or say that nobody is so called, without the names of private persons who may have been meant."""
    try:
        show(together, where)
    except NotNamedError as error:
        raise NotNamedError(error.message, hint=hidden(together, error.hint)) from error


def print_pages(pages: Sequence[T], page: Page[T], together: workflow.Together, output: Output, db: Path | None) -> None:
    """Pages to read, with the words about their quotes from the store at `db`; or their records."""
    format = output.chosen()
    if format in ("json", "jsonl"):
        output.print(page.kind, hidden(together, pages), hidden(together, together.documents), Rows())
        return
    if format not in ("table", "markdown"):
        raise UsageError(f"a {page.called} is no table", hint="--format json, jsonl, markdown or table")
    with output.opened() as out:
        for each in pages:
            around = workflow.around(db, page.quotes(each)) if db else {}
            page.write(hidden(together, each), hidden(together, together.documents), out, hidden(together, around))
