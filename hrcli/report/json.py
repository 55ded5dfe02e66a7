"""JSON: one array of all records, indented for reading."""

from __future__ import annotations

from typing import TextIO

import msgspec

from hrcli.report import Listing
from hrcli.report.jsonl import content


def write(listing: Listing, out: TextIO) -> None:
    """An array of objects with all fields, or those asked for, written as the records come."""
    between = "[\n"
    for each in content(listing):
        out.write(between + msgspec.json.format(msgspec.json.encode(each), indent=2).decode())
        between = ",\n"
    out.write("[]\n" if between == "[\n" else "\n]\n")
