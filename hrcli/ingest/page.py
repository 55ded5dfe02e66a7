"""What a format's reader hands on: the text of one document and what the format itself says of its origin."""

from __future__ import annotations

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One document as its format gives it.

    `hidden` are the spans of `text` that are markup and not words (half open, in order); title, publisher, date (EDTF) and url
    are those of the format's own metadata.
    """

    text: str
    hidden: list[tuple[int, int]] = []
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    warnings: list[str] = []
