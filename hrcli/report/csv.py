"""CSV for spreadsheets: a column a field; lists joined with "; ", the first evidence in five columns of its own.

What fits no cell (further evidence, the evidence of single fields) is in JSON only.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from hrcli.records import DemandSource, DocumentAnalysis, Timex3
from hrcli.report import Listing
from hrcli.report.answers import CaseReview
from hrcli.report.columns import of_kind

NESTED = {
    "source": DemandSource.__struct_fields__,
    "timex3": Timex3.__struct_fields__,
    "evidence": ("path", "place", "start", "end", "quote"),
}
LEFT_OUT = ("fields",)
SUMMARISED = (DocumentAnalysis, CaseReview)


def write(listing: Listing, out: TextIO) -> None:
    """A header line, then a line for each record; of a whole analysis or a review, its summary."""
    writer = csv.writer(out, lineterminator="\n")
    if listing.kind in SUMMARISED:
        columns = of_kind(listing.kind)
        writer.writerow([column.heading for column in columns])
        writer.writerows([column.cell(record, listing.documents) for column in columns] for record in listing.records)
        return
    names = [name for name in listing.kind.__struct_fields__ if name not in LEFT_OUT]
    writer.writerow([heading for name in names for heading in _headings(name)])
    for record in listing.records:
        fields = msgspec.to_builtins(record)
        writer.writerow([_cell(value) for name in names for value in _values(name, fields[name])])


def _headings(name: str) -> list[str]:
    return [f"{name}_{part}" for part in NESTED[name]] if name in NESTED else [name]


def _values(name: str, value: Any) -> Iterator[Any]:
    """The values of a field's columns: of a nested object its parts, of a list of evidence those of the first."""
    if name not in NESTED:
        yield value
        return
    nested = value[0] if isinstance(value, list) else value or {}
    yield from (nested.get(part) for part in NESTED[name])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, dict):
        return " ".join(_cell(part) for part in value.values() if part is not None and not isinstance(part, list))
    return str(value)
