"""JSON Lines: one record a line, written as it comes."""

from __future__ import annotations

from typing import TextIO

import msgspec

from hrcli.report import Listing


def write(listing: Listing, out: TextIO) -> None:
    """One JSON object a line, with all fields."""
    encoder = msgspec.json.Encoder()
    for record in listing.records:
        out.write(encoder.encode(record).decode() + "\n")
