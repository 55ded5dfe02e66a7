"""Plain text: the document is the decoded file, character for character."""

from __future__ import annotations

from hrcli.ingest.decode import decode
from hrcli.ingest.page import Page


def read(data: bytes, path: str) -> Page:
    """The page of a plain text file; UnreadableError if the bytes are no text."""
    text, warnings = decode(data, path)
    return Page(text=text, warnings=warnings)
