"""What a file is, told by its content first and by its suffix where content does not tell; and what is no document to hrcli.

A format is read in this process ("text", "markdown"), by a reader in the sandbox (READERS), or is a container of documents (CONTAINERS).
"""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from collections.abc import Callable
from pathlib import PurePath

from hrcli.errors import UnreadableError

READERS = {"html": "webpage", "mhtml": "mhtml", "pdf": "pdf", "docx": "word", "odt": "opendocument", "rtf": "rtf", "epub": "epub"}
"""Formats that run in the sandbox, and the modules that read them."""
CONTAINERS = ("zip", "tar", "gz", "eml", "mbox", "warc", "csv", "jsonl", "json")

EDGE = 65_536  # bytes at the beginning and the end of a file by which it is known
BY_SUFFIX = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html", ".mht": "mhtml", ".mhtml": "mhtml",
    ".eml": "eml", ".mbox": "mbox", ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
}  # fmt: skip
ZIPPED = {
    b"word/document.xml": "docx",
    b"opendocument.text": "odt",
    b"epub+zip": "epub",
    b"xl/workbook": "xlsx",
    b"ppt/presentation": "pptx",
}
OFFICE = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".epub": "epub",
    ".xlsx": "xlsx",
    ".pptx": "pptx",
}
PROLOG = re.compile(
    rb"\s+|\xef\xbb\xbf|<\?xml[^>]*>|<!--(?:(?!-->).)*+-->", re.DOTALL
)  # possessive: a regex that went back here could go on for hours
HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]+):[ \t]")
POSTMARKS = {b"message-id", b"received", b"mime-version", b"return-path", b"delivered-to"}  # headers that no press release has
MBOX = re.compile(rb"From \S+.*\b\d{4}\b.*\r?\n[A-Za-z][A-Za-z0-9-]+:[ \t]")
OLE = b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
REFUSED = [  # by their first bytes
    (OLE, "an old office document", "save it as .docx or text first, for example with LibreOffice"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x89PNG", "a picture", ""),
    (b"\xff\xd8\xff", "a picture", ""),
    (b"GIF8", "a picture", ""),
    (b"II*\0", "a picture", ""),
    (b"MM\0*", "a picture", ""),
    (b"RIFF", "a sound, film or picture", ""),
    (b"ID3", "a sound", ""),
    (b"OggS", "a sound", ""),
    (b"\x7fELF", "a program", ""),
    (b"SQLite format 3", "a database", ""),
]
REFUSED_NAMES = {
    "xlsx": ("a spreadsheet", "save its sheet as CSV first"),
    "pptx": ("a presentation", "save it as PDF or text first"),
}
PASSED_OVER = {  # in folders: what nobody takes for a document, by suffix; counted, not listed one by one
    "pictures": (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".svg", ".ico", ".heic"),
    "recordings": (".mp3", ".wav", ".ogg", ".m4a", ".mp4", ".mov", ".avi", ".mkv", ".webm", ".flac"),
    "parts of web pages": (".css", ".js", ".map", ".woff", ".woff2", ".ttf", ".eot", ".otf"),
    "programs and data": (
        ".py", ".pyc", ".so", ".dll", ".exe", ".db", ".sqlite", ".sqlite3", ".db-wal", ".db-shm", ".toml", ".yaml", ".yml", ".xml", ".ini",
        ".log", ".lock", ".bak", ".tmp",
    ),
}  # fmt: skip
KINDS = {suffix: kind for kind, suffixes in PASSED_OVER.items() for suffix in suffixes}


def sniff(data: bytes, path: str) -> str:
    """The format of the file that begins (and ends) with these bytes; UnreadableError for what is no document."""
    suffix = PurePath(path).suffix.lower()
    if data.startswith(OLE) and LOCKED in data:
        return "docx"  # whose reader says that it is locked
    for magic, what, advice in REFUSED:
        if data.startswith(magic):
            raise UnreadableError(f"{path}: this is {what}", hint=advice or None)
    found = next((name for name, fits in _TESTS if fits(data)), None) or BY_SUFFIX.get(suffix, "text")
    if found == "zip" and suffix != ".zip":
        found = next((name for mark, name in ZIPPED.items() if mark in data), OFFICE.get(suffix, "zip"))
    if found in REFUSED_NAMES:
        what, advice = REFUSED_NAMES[found]
        raise UnreadableError(f"{path}: this is {what}", hint=advice)
    return _unpacked(data, path) if found == "compressed" else found


def _is_mail(data: bytes) -> bool:
    """Whether the first lines are the head of a mail: headers only, one of them a postmark."""
    names = set()
    for line in data[:EDGE].splitlines()[:60]:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        header = HEADER.match(line)
        if not header:
            return False
        names.add(header[1].lower())
    return len(names) > 2 and not POSTMARKS.isdisjoint(names)


def _is_saved_page(data: bytes) -> bool:
    head = data[:EDGE].lower()
    return _is_mail(data) and b"multipart/related" in head and (b"snapshot-content-location" in head or b"saved by" in head)


def _is_page(data: bytes) -> bool:
    """Whether a web page begins here, behind white space, comments and declarations."""
    at, head = 0, data[:EDGE]
    while skipped := PROLOG.match(head, at):
        at = skipped.end()
    return HTML.match(head, at) is not None


def _is_tar(data: bytes) -> bool:
    return data[257:262] == b"ustar"


def _is_compressed(data: bytes) -> bool:
    return data.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0"))


_TESTS: list[tuple[str, Callable[[bytes], bool]]] = [
    ("pdf", lambda data: b"%PDF-" in data[:1024]),
    ("zip", lambda data: data.startswith((b"PK\x03\x04", b"PK\x05\x06"))),
    ("rtf", lambda data: data.startswith(b"{\\rtf")),
    ("compressed", _is_compressed),
    ("tar", _is_tar),
    ("warc", lambda data: data.startswith(b"WARC/")),
    ("mbox", lambda data: MBOX.match(data) is not None),
    ("mhtml", _is_saved_page),
    ("eml", _is_mail),
    ("html", _is_page),
]


def _unpacked(data: bytes, path: str) -> str:
    """What a compressed file holds: a web archive, a tar archive, or one document ("gz")."""
    head = _beginning(data)
    if head.startswith(b"WARC/"):
        return "warc"
    if _is_tar(head):
        return "tar"
    if data.startswith(b"\x1f\x8b"):
        return "gz"
    raise UnreadableError(f"{path}: this is a compressed file", hint="unpack it first, for example with bunzip2 or unxz")


def _beginning(data: bytes) -> bytes:
    """The first bytes of a compressed file, unpacked; none where it is broken."""
    try:
        if data.startswith(b"\x1f\x8b"):
            return zlib.decompressobj(wbits=31).decompress(data, 1024)
        unpacker = bz2.BZ2Decompressor() if data.startswith(b"BZh") else lzma.LZMADecompressor()
        return unpacker.decompress(data, 1024)
    except (zlib.error, OSError, EOFError, lzma.LZMAError):
        return b""
