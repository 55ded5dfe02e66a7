"""What a format's reader hands on: the text of one document and what the format itself says of its origin."""

from __future__ import annotations

import msgspec

from hrcli.records import Place


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One document as its format gives it.

    `hidden` are the spans of `text` that are markup and not words (half open, in order); title, publisher, authors, date (as it is
    written there), url and language (ISO 639-1) are those of the format's own metadata; `places` are the starts of its pages or
    paragraphs, in order.
    """

    text: str
    hidden: list[tuple[int, int]] = []
    title: str | None = None
    publisher: str | None = None
    authors: list[str] = []
    date: str | None = None
    url: str | None = None
    language: str | None = None
    places: list[Place] = []
    warnings: list[str] = []
