"""Where data goes: standard output or a file, in the format asked for, cut to the rows asked for."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from hrcli.cli.frame import tell
from hrcli.errors import UsageError
from hrcli.records import Document, Record
from hrcli.report import Listing, check, format_of, write

Above = Callable[[Sequence[Any], TextIO, bool], None]
"""Writes something above a table of some records to a terminal, in colours or not."""
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

    def print(
        self,
        kind: type[Record],
        records: Sequence[Record],
        documents: Mapping[str, Document],
        limit: int | None,
        above: Above | None = None,
    ) -> None:
        """Print records, as many as `limit`; by default all, but ROWS of a table, on a terminal below what `above` makes of all."""
        format = self.chosen()
        shown = limit if limit is not None else ROWS if format == "table" else len(records)
        with self.opened() as out:
            if above and format == "table" and out.isatty():
                above(records, out, self.color)
            remark = write(format, Listing(kind, records[:shown], documents, self.color), out)
        if remark:
            tell(remark)
        if format == "table" and shown < len(records):
            tell(f"{shown} of {len(records)} rows shown", "--limit shows more")

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
