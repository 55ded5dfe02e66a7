"""The outputs: one module a format, each with `write(listing, out)`, which turns records into text.

What `write` leaves out it returns in words. A format is one line of FORMATS. Its module is imported when it is first
asked for, so that rich stays out of commands that print none of its tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from hrcli.errors import UsageError
from hrcli.records import Detention, Document, Record, TimelineEntry
from hrcli.report.visible import visible

__all__ = ["FORMATS", "Listing", "check", "format_of", "visible", "write"]

FORMATS = {"table": ".txt", "json": ".json", "jsonl": ".jsonl", "csv": ".csv", "markdown": ".md", "ics": ".ics", "cecc": ".cecc"}
ONLY: dict[str, tuple[type[Record], str, str]] = {
    "ics": (TimelineEntry, "a calendar, which only the timeline has events for", "hrcli timeline --format ics"),
    "cecc": (Detention, "a table of prisoners, which only the list of people held can fill", "hrcli detained --format cecc"),
}
"""The formats that are for one kind of record only: the kind, what the format makes and of what, and the command that can."""


@dataclass(frozen=True)
class Listing:
    """Records of one kind, the documents (by id) that they come from, whether colours may be used, and which columns are asked for."""

    kind: type[Record]
    records: Iterable[Any]
    documents: Mapping[str, Document] = field(default_factory=dict)
    color: bool = False
    columns: tuple[str, ...] = ()


def check(format: str, kind: type[Record]) -> None:
    """Raise UsageError where a format is not for this kind of record."""
    if format in ONLY and kind is not ONLY[format][0]:
        _, made, command = ONLY[format]
        raise UsageError(f"--format {format} makes {made}", hint=f"use `{command}`")


def write(format: str, listing: Listing, out: TextIO) -> str | None:
    """Write the records to `out` in one of FORMATS; returns what of them it had to leave out, if anything, in words."""
    check(format, listing.kind)
    remark: str | None = import_module(f"hrcli.report.{format}").write(listing, out)
    return remark


def format_of(path: Path) -> str | None:
    """The format that a file's name asks for: csv for `demands.csv`."""
    return next((name for name, suffix in FORMATS.items() if suffix == path.suffix.lower()), None)
