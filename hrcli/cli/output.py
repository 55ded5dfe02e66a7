"""Where data goes: standard output or a file, in the format asked for, cut to the rows asked for."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TextIO

from hrcli.cli.frame import tell
from hrcli.errors import UsageError
from hrcli.records import Document, Record
from hrcli.report import Listing, check, format_of, write

Above = Callable[[Iterable[Any], TextIO, bool], None]
"""Writes something above a table of some records to a terminal, in colours or not."""


class Rest(Protocol):
    """What is known of all records, of which only the first are printed."""

    def count(self, most: int) -> int:
        """How many there are, counted up to `most`."""

    def all_dates(self) -> Iterable[Any]:
        """When each of them was."""


MOST = 1_000  # rows that are counted to say how many there are
ROWS = 50  # of a table, where --limit does not say otherwise


@dataclass(frozen=True)
class Output:
    """The answers to --format, -o, --force and --no-color."""

    format: str | None = None
    file: Path | None = None
    force: bool = False
    no_color: bool = False

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

    def rows(self, limit: int | None) -> int | None:
        """How many records are printed: as many as `limit`; by default all, but ROWS of a table."""
        return limit if limit is not None else ROWS if self.chosen() == "table" else None

    def print(
        self,
        kind: type[Record],
        records: Iterable[Any],
        documents: Mapping[str, Document],
        limit: int | None,
        above: Above | None = None,
        rest: Rest | None = None,
    ) -> None:
        """Print as many of the records as `rows` says, as they come, on a terminal below what `above` makes of all.

        Where the records may be only the first of all, `rest` knows of the others.
        """
        format, rows = self.chosen(), self.rows(limit)
        with self.opened() as out:
            if above and format == "table" and out.isatty():
                above(records if rest is None else rest.all_dates(), out, self.color)
            remark = write(format, Listing(kind, islice(records, rows), documents, self.color), out)
        if remark:
            tell(remark)
        if format == "table" and rows is not None:
            total = rest.count(MOST + 1) if rest else len(records) if isinstance(records, Sized) else 0
            if rows < total:
                tell(f"{rows} of {total if total <= MOST else f'more than {MOST:,}'} rows shown", "--limit shows more")

    @contextmanager
    def opened(self) -> Iterator[TextIO]:
        """Standard output, or the file, which appears whole or not at all."""
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
