"""Scanned pages: rendered by pdfium, read by the program tesseract, if it is installed.

The picture goes to tesseract through a pipe: no page of a document is ever written to a temporary file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

from hrcli.errors import UnreadableError
from hrcli.ingest.limits import MOST_PIXELS, PAGE_SECONDS

DPI = 300
POINTS = 72  # to the inch: the unit of a PDF
HINT = "install tesseract (the program, with its English data), or run ocrmypdf on it first"
WARNING = "read by OCR: check quotes against the scan"


def pages(data: bytes, path: str) -> Iterator[str]:
    """The text of each page of the PDF in `data`, in English; UnreadableError where tesseract is missing or fails."""
    program = shutil.which("tesseract")
    if not program:
        raise UnreadableError(f"{path}: a scanned PDF without text", hint=HINT)
    for number, picture in enumerate(pictures(data, path), 1):
        yield _words(program, picture, f"{path}: tesseract cannot read page {number} of this scan")


def pictures(data: bytes, path: str) -> Iterator[bytes]:
    """Each page of the PDF in `data` as a picture in shades of grey (PGM), at 300 dpi unless it is huge."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            yield _picture(page)
            page.close()
    except MemoryError:
        raise
    except Exception:  # as in pdf.py: whatever a broken file does to its renderer
        raise UnreadableError(f"{path}: a page of this scan cannot be rendered", hint="print it to a new PDF") from None


def _picture(page: Any) -> bytes:
    width, height = page.get_size()
    scale = min(DPI / POINTS, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    pixels, stride = memoryview(bitmap.buffer), bitmap.stride
    rows = [pixels[row * stride : row * stride + bitmap.width] for row in range(bitmap.height)]
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _words(program: str, picture: bytes, complaint: str) -> str:
    command = [program, "stdin", "stdout", "-l", "eng", "--dpi", str(DPI)]
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # its threads wait for each other: with one it is more than three times as fast
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=PAGE_SECONDS, check=True, env=alone)
    except (OSError, subprocess.SubprocessError):
        raise UnreadableError(complaint, hint=HINT) from None
    return done.stdout.decode("utf-8", "replace")
