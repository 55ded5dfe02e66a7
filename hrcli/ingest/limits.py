"""How much is read before a file is called hostile or broken: bytes, pages, depth, seconds. One place, so that docs and tests agree."""

from __future__ import annotations

from hrcli.errors import UnreadableError

MOST_BYTES = 50_000_000  # of one document, as it lies in its file or comes out of its container
MOST_CHARACTERS = 1_000_000  # of a document's text: what the language model takes at once
MOST_PAGES = 5_000  # of a PDF
MOST_XML = 200_000_000  # bytes that the parts of an office document or e-book may unpack to
MOST_RATIO = 200  # how many times larger a compressed member may be than its compressed bytes, past the first megabyte
MOST_MEMBERS = 100_000  # documents out of one container
MOST_UNPACKED = 5_000_000_000  # bytes out of one container, all members together
DEEPEST = 3  # containers within containers
SECONDS = 30.0  # that one document may take to be read
SCAN_SECONDS = 900.0  # and a PDF, where tesseract is there to read scans
PAGE_SECONDS = 120.0  # of these for one page
MOST_PIXELS = 40_000_000  # of a page that tesseract reads: A2 at 300 dpi, whatever size the file claims
MEMORY = 1_000_000_000  # bytes of address space beyond what the worker begins with


def too_long(path: str) -> UnreadableError:
    """The error that says that a text is too long for the language model."""
    return UnreadableError(f"{path}: longer than {MOST_CHARACTERS:,} characters: split it", hint="give each document a file of its own")
