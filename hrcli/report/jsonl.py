"""JSON Lines: one record a line, written as it comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from hrcli.report import Listing
from hrcli.report.chosen import plain, value


def write(listing: Listing, out: TextIO) -> None:
    """One JSON object a line, with all fields, or those asked for."""
    encoder = msgspec.json.Encoder()
    for each in content(listing):
        out.write(encoder.encode(each).decode() + "\n")


def content(listing: Listing) -> Iterable[Any]:
    """The records, or of each the values of the columns asked for."""
    if not listing.columns:
        return listing.records
    return ({plain(name): value(record, name, listing.documents) for name in listing.columns} for record in listing.records)
