"""Where data goes: standard output or a file, in the format asked for, cut to the rows asked for."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TextIO

from hrcli.cli import config, pager
from hrcli.cli.frame import tell
from hrcli.errors import UsageError
from hrcli.records import Document, Record
from hrcli.report import ONLY, Listing, check, chosen, format_of, write

Above = Callable[[Iterable[Any], TextIO, bool], None]
"""Writes something above a table of some records to a terminal, in colours or not."""


class Rest(Protocol):
    """What is known of all records, of which only the first are printed."""

    def count(self, most: int) -> int:
        """How many there are, counted up to `most`; all where it is -1."""

    def all_dates(self) -> Iterable[Any]:
        """When each of them was."""


MOST = 1_000  # rows that are counted to say how many there are
READ = ("table", "markdown")  # the formats that are read rather than processed
ROWS = 50  # of a table, where --limit does not say otherwise


@dataclass(frozen=True)
class Rows:
    """The answers to --limit, --offset, --sort, --columns and --count."""

    limit: int | None = None
    offset: int = 0
    sort: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    count: bool = False

    def suited(self, kind: type[Record], format: str) -> Rows:
        """These with the columns that hrcli.toml settles for tables of this kind of record, where none are asked for.

        Raises UsageError, before any work is done, where it has no such columns, or the format no choice of them.
        """
        if self.columns and format in ONLY:
            raise UsageError(f"--format {format} has no columns", hint="leave --columns out")
        chosen.check(kind, [name.removeprefix("-") for name in self.sort], "--sort")
        chosen.check(kind, self.columns, "--columns")
        settled = config.read().columns_of(kind) if format in READ and not self.columns else ()
        chosen.check(kind, settled, f"{config.found()}: columns.{config.COMMANDS.get(kind)}")
        return replace(self, columns=self.columns or settled)

    def of(self, records: Iterable[Any], documents: Mapping[str, Document], most: int | None) -> Iterator[Any]:
        """The records to print, in the order asked for; `most` of them where --limit does not say otherwise."""
        found = chosen.ordered(list(records), self.sort, documents) if self.sort else records
        limit = self.limit if self.limit is not None else most
        return islice(found, self.offset, None if limit is None else self.offset + limit)


@dataclass(frozen=True)
class Output:
    """The answers to --format, -o, --force, --no-color and --no-pager."""

    format: str | None = None
    file: Path | None = None
    force: bool = False
    no_color: bool = False
    no_pager: bool = False

    def __post_init__(self) -> None:
        """Raise UsageError before any work is done where the file is in the way."""
        if self.file and self.file.exists() and not self.force:
            raise UsageError(f"{self.file} exists already", hint="--force overwrites it")

    @property
    def color(self) -> bool:
        """Whether colours are wanted: not with --no-color, nor with a non-empty NO_COLOR."""
        return not self.no_color and not os.environ.get("NO_COLOR")

    def chosen(self, *, piped: str = "jsonl", shown: str = "table") -> str:
        """The format asked for, else that of the file's name, else `shown` on a terminal and `piped` elsewhere."""
        by_name = format_of(self.file) if self.file else None
        return self.format or by_name or (shown if self.file is None and sys.stdout.isatty() else piped)

    def suits(self, kind: type[Record]) -> None:
        """Raise UsageError before any work is done where the format has no place for this kind of record."""
        check(self.chosen(), kind)

    def read(self, rows: Rows) -> int | None:
        """How many records must be read to print the rows; None for all. A table has ROWS where nothing else is said."""
        limit = rows.limit if rows.limit is not None else ROWS if self.chosen() == "table" else None
        return None if rows.sort or limit is None else rows.offset + limit

    def print(
        self,
        kind: type[Record],
        records: Iterable[Any],
        documents: Mapping[str, Document],
        rows: Rows,
        above: Above | None = None,
        rest: Rest | None = None,
    ) -> None:
        """Print the rows asked for, as they come, on a terminal below what `above` makes of all records.

        Where the records may be only the first of all, `rest` knows of the others.
        """
        if rows.count:
            with self.opened(paged=False) as out:
                out.write(f"{rest.count(-1) if rest else sum(1 for _ in records)}\n")
            return
        format = self.chosen()
        printed: Iterable[Any] = rows.of(records, documents, ROWS if format == "table" else None)
        printed = list(printed) if format == "table" else printed
        with self.opened(paged=format in READ) as out:
            if above and format == "table" and out.isatty():
                above(records if rest is None else rest.all_dates(), out, self.color)
            remark = write(format, Listing(kind, printed, documents, self.color, rows.columns), out)
        if remark:
            tell(remark)
        if isinstance(printed, list):
            total = rest.count(MOST + 1) if rest else len(records) if isinstance(records, Sized) else 0
            if len(printed) < total:
                tell(f"{len(printed)} of {total if total <= MOST else f'more than {MOST:,}'} rows shown", "--limit shows more")

    @contextmanager
    def opened(self, *, paged: bool = True) -> Iterator[TextIO]:
        """Standard output, on a terminal a page at a time; or the file, which appears whole or not at all."""
        if self.file is None and paged and not self.no_pager and sys.stdout.isatty():
            screen = pager.Screen()
            yield screen
            pager.show(screen.getvalue())
            return
        if self.file is None:
            yield sys.stdout
            return
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=self.file.parent, prefix=".hrcli-", delete=False) as out:
            try:
                yield out  # type: ignore[misc]
                out.close()
                Path(out.name).replace(self.file)
            except BaseException:
                Path(out.name).unlink(missing_ok=True)
                raise
