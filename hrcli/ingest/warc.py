"""Web archives (WARC, plain or compressed): the pages, PDF files and texts that a crawl kept, record by record."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from hrcli.errors import UnreadableError
from hrcli.ingest import limits
from hrcli.ingest.archives import size, unpacked
from hrcli.ingest.member import Member
from hrcli.records import Skipped

FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "text/plain": "text"}
KEPT = ("response", "resource", "conversion")
URL = re.compile(r"(?:https?|ftp|file)://", re.IGNORECASE)  # not urn:text:... or urn:thumbnail:..., which repeat a page
ROBOTS = re.compile(r"/robots\.txt(?:\?|$)", re.IGNORECASE)
NOT_UNPACKED = ("br", "zstd")
CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
DECLARED = re.compile(rb"<meta[^<>]{1,200}?charset=|<\?xml[^<>]{1,100}?encoding=|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff", re.IGNORECASE)
SLOW_CODECS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}


def read(file: BinaryIO, path: str) -> Iterator[Member | Skipped]:
    """The documents among the records: HTML, PDF and plain text that was served with status 200, or stored or converted by the crawler.

    Repeated captures (revisits), pictures, scripts, error pages and robots.txt are left out.
    """
    from warcio.archiveiterator import ArchiveIterator

    # Unpacked here rather than by warcio: bombs are noticed, and files compressed as a whole can be read.
    content = unpacked(file, path)
    if not content.peek(5).startswith(b"WARC/"):
        raise UnreadableError(f"{path}: this is no web archive", hint="give a WARC file")
    records = ArchiveIterator(content)
    while record := _quietly(next, records, None):
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        kind, charset = _content_type(record)
        if kind in FORMATS and record.rec_type in KEPT and URL.match(url) and not ROBOTS.search(url):
            yield _member(record, f"{path}!/{url}", url, FORMATS[kind], charset)


def _content_type(record: Any) -> tuple[str, str | None]:
    """The content type of a record ("" where it is an error page) and the encoding that it names."""
    headers = record.rec_headers
    if record.rec_type == "response":
        headers = record.http_headers
        if headers is None or headers.get_statuscode() != "200":
            return "", None
    value = headers.get_header("Content-Type") or ""
    charset = CHARSET.search(value)
    return value.partition(";")[0].strip().lower(), charset[1].lower() if charset else None


def _member(record: Any, path: str, url: str, format: str, charset: str | None) -> Member | Skipped:
    encoding = record.http_headers.get_header("Content-Encoding", "") if record.http_headers else ""
    if encoding.strip().lower() in NOT_UNPACKED:
        return Skipped(source=path, reason=f"its compression ({encoding.strip().lower()}) is not read")
    data = _quietly(_content, record)
    if len(data) > limits.MOST_BYTES:
        return Skipped(source=path, reason=f"unpacks to more than {size(limits.MOST_BYTES)}")
    return Member(path=path, data=_as_declared(data, charset) if format != "pdf" else data, format=format, url=url)


def _content(record: Any) -> bytes:
    """The bytes of a record with the transfer's chunks and compression undone, as many as a document may have and some more."""
    content, pieces, length = record.content_stream(), list[bytes](), 0
    while length <= limits.MOST_BYTES and (piece := content.read(limits.MOST_BYTES + 1 - length)):
        pieces.append(piece)
        length += len(piece)
    return b"".join(pieces)


def _as_declared(data: bytes, charset: str | None) -> bytes:
    """The text in UTF-8, if only the server told its encoding; a page that declares one itself stays as it is."""
    if charset is None or charset.replace("-", "_") in SLOW_CODECS or DECLARED.search(data[:4096]):
        return data
    try:
        return data.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _quietly(call: Any, *arguments: Any) -> Any:
    """What the call returns; warcio writes its warnings, bytes of documents among them, to standard error."""
    with contextlib.redirect_stderr(io.StringIO()):
        return call(*arguments)
