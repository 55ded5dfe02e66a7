"""The outputs: one module a format, each with `write(listing, out)`, which turns records into text.

A format is one line of FORMATS. Its module is imported when it is first asked for, so that rich stays out of
commands that print none of its tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TextIO

from hrcli.records import Document, Record
from hrcli.report.visible import visible

__all__ = ["FORMATS", "Listing", "format_of", "visible", "write"]

FORMATS = {"table": ".txt", "json": ".json", "jsonl": ".jsonl", "csv": ".csv", "markdown": ".md"}


@dataclass(frozen=True)
class Listing:
    """Records of one kind, the documents (by id) that they come from, and whether colours may be used."""

    kind: type[Record]
    records: Iterable[Record]
    documents: Mapping[str, Document] = field(default_factory=dict)
    color: bool = False


def write(format: str, listing: Listing, out: TextIO) -> None:
    """Write the records to `out` in one of FORMATS."""
    import_module(f"hrcli.report.{format}").write(listing, out)


def format_of(path: Path) -> str | None:
    """The format that a file's name asks for: csv for `demands.csv`."""
    return next((name for name, suffix in FORMATS.items() if suffix == path.suffix.lower()), None)
