"""Scans are rendered, and read where tesseract is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pdf_files import pdf

from hrcli.errors import UnreadableError
from hrcli.ingest import ocr

PAGE = ["Police in the capital have detained a lawyer.", "", "Her family was not told of it."]


def test_a_page_is_rendered_at_300_dpi_in_grey() -> None:
    """A page of 8.5 by 11 inches has 2550 by 3300 pixels, one byte each, with dark ones where the letters are."""
    (picture,) = ocr.pictures(pdf([PAGE]), "scan.pdf")
    head, pixels = picture.split(b" 255\n", 1)
    kind, width, height = head.split()
    assert kind == b"P5" and abs(int(width) - 2550) < 2 and abs(int(height) - 3300) < 2
    assert len(pixels) == int(width) * int(height)
    assert min(pixels) < 50 and max(pixels) == 255


def test_a_huge_page_is_rendered_small() -> None:
    """A page that claims to be 200 inches wide does not fill the memory."""
    wide = pdf([PAGE]).replace(b"[0 0 612 792]", b"[0 0 9e5 9e5]")
    (picture,) = ocr.pictures(wide, "scan.pdf")
    assert len(picture) < ocr.MOST_PIXELS * 1.01


def test_a_scan_cannot_be_read_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what the file is, the hint what to install."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError, match=r"^scan.pdf: a scanned PDF without text$") as error:
        list(ocr.pages(pdf([PAGE]), "scan.pdf"))
    assert error.value.hint and "tesseract" in error.value.hint


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$"])
def test_a_tesseract_that_fails_is_reported(script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its failure names the page."""
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(UnreadableError, match=r"scan.pdf: tesseract cannot read page 1"):
        list(ocr.pages(pdf([PAGE]), "scan.pdf"))


@pytest.mark.skipif(not shutil.which("tesseract"), reason="the program tesseract is not installed")
def test_tesseract_reads_the_words() -> None:
    """Each page gives its text, and paragraphs stay apart."""
    first, second = ocr.pages(pdf([PAGE, ["Background"]]), "scan.pdf")
    assert [" ".join(part.split()) for part in first.split("\n\n") if part.strip()] == [PAGE[0], PAGE[2]]
    assert second.split() == ["Background"]
