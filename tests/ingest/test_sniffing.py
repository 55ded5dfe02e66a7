"""What a file is: by its content first, by its suffix where that does not tell."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
import zipfile

import pytest

from hrcli.errors import UnreadableError
from hrcli.ingest.formats import sniff

MAIL = b"From: Ana <ana@harbour.example>\nSubject: Release him\nMessage-ID: <1@harbour.example>\n\nFree him."
PAGE = (
    b"Subject: Page\nMIME-Version: 1.0\nSnapshot-Content-Location: https://x.example/\nContent-Type: multipart/related; boundary=b\n\n--b"
)


def zipped(*names: str) -> bytes:
    """A zip archive of files with these names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "free him")
    return file.getvalue()


def tarred() -> bytes:
    """A tar archive of one text."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"), io.BytesIO(b""))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1 Free him.}", "rtf"),
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (zipped("a.txt", "b.txt"), "zip"),
        (tarred(), "tar"),
        (gzip.compress(tarred()), "tar"),
        (bz2.compress(tarred()), "tar"),
        (gzip.compress(b"Free him."), "gz"),
        (gzip.compress(b"WARC/1.0\r\n"), "warc"),
        (MAIL, "eml"),
        (b"From ana@harbour.example Fri May  4 10:00:00 2012\n" + MAIL, "mbox"),
        (PAGE, "mhtml"),
        (b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE html><p>Free him.", "html"),
        (b"Free him.", "text"),
    ],
)
def test_content_tells(data: bytes, format: str) -> None:
    """Whatever the file is called, even "a.dat" or "a.txt"."""
    assert (sniff(data, "a.dat"), sniff(data, "a.txt")) == (format, format)


@pytest.mark.parametrize(
    ("name", "format"), [("a.md", "markdown"), ("a.HTM", "html"), ("a.csv", "csv"), ("a.jsonl", "jsonl"), ("a", "text"), ("a.xyz", "text")]
)
def test_the_suffix_tells_of_plain_text(name: str, format: str) -> None:
    """Where the content could be anything, the user's word for it counts."""
    assert sniff(b"Free him.", name) == format


@pytest.mark.parametrize(("name", "format"), [("a.docx", "docx"), ("a.odt", "odt"), ("a.epub", "epub"), ("a.zip", "zip"), ("a", "zip")])
def test_the_suffix_tells_of_a_zip_that_could_be_anything(name: str, format: str) -> None:
    """Office documents are zip archives; a broken one is to be called by its name."""
    assert sniff(zipped("content.xml"), name) == format


def test_a_press_release_with_a_head_is_no_mail() -> None:
    """ "From", "To" and "Date" stand on fax covers and letters too."""
    assert sniff(b"From: Harbour Rights\nTo: All media\nDate: 4 May 2012\n\nFree him.", "a.txt") == "text"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n", "this is a picture"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "this is an old office document"),
        (zipped("xl/workbook.xml"), "this is a spreadsheet"),
        (bz2.compress(b"Free him."), "this is a compressed file"),
    ],
)
def test_what_is_no_document_is_said_to_be_what_it_is(data: bytes, message: str) -> None:
    """In one line."""
    with pytest.raises(UnreadableError, match=message):
        sniff(data, "a.bin")


def test_a_thousand_comments_are_passed_over_at_once() -> None:
    """A file that begins like a page and is none must not be tried in every way."""
    assert sniff(b"<!-- x -->\n" * 3_000 + b"Free him.", "a.dat") == "text"
    assert sniff(b"<!-- x -->\n" * 3_000 + b"<html>", "a.dat") == "html"
