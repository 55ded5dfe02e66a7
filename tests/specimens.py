"""A small valid file of each format, all with the same statement: what the fuzzers damage."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable

TEXT = (
    b"Free the Poet\n\n4 May 2012\n\nPolice in the capital arrested the poet Ana Lopez on Monday. Freedom Watch demands her release.\n\n"
    b"(c) 2012 Freedom Watch\n"
)
PARAGRAPHS = "".join(f"<p>{line.decode()}</p>" for line in TEXT.split(b"\n\n")).encode()
HTML = (
    b"<!doctype html><html lang=en><head><title>Free the Poet</title><meta name=author content=Ana></head><body>%s</body></html>"
    % PARAGRAPHS
)
MAIL = (
    b"From: Ana <a@b.example>\nTo: c@d.example\nSubject: Free the Poet\nMessage-ID: <1@b>\nMIME-Version: 1.0\n"
    b"Date: Fri, 4 May 2012 10:00:00 +0000\n"
)
SAVED = (
    b"From: <Saved by Blink>\nSnapshot-Content-Location: http://a.example/\nSubject: Poet\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="xx"\n\n'
    b"--xx\nContent-Type: text/html\nContent-Location: http://a.example/\n\n"
)
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2012-05-04T10:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n%s\r\n\r\n"
)
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
W = b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
ODT = (
    b'<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>%s</office:text></office:body></office:document-content>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r" Type="{RELATION}" Target="word/document.xml"/></Relationships>',
}
BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "a.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title>Free the Poet</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>',
}
CHAPTER = b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Free the Poet</title></head><body>%s</body></html>' % PARAGRAPHS
PDF = (
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R/Size 6>>\n%%%%EOF\n"
)
DRAWN = b"BT /F 12 Tf 72 700 Td 0 -14 TD " + b" ".join(b"(%s) Tj T*" % line for line in TEXT.split(b"\n") if line) + b" ET"

Packer = Callable[[bytes], bytes]


def zipped(name: str, parts: dict[str, str] | None = None) -> Packer:
    """What packs bytes as the member `name` of a zip archive, after these parts."""

    def pack(data: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part, text in (parts or {}).items():
                archive.writestr(part, text)
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    return pack


def tarred(data: bytes) -> bytes:
    """A tar archive with these bytes as its one member."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def as_is(data: bytes) -> bytes:
    """The bytes themselves."""
    return data


# One line a format: its suffix, the heart of a small valid file, and what packs this into a file. All hold TEXT.
FORMATS: dict[str, tuple[bytes, Packer]] = {
    "": (TEXT, as_is),
    ".txt": (TEXT, as_is),
    ".md": (b"---\ntitle: Free the Poet\n---\n# " + TEXT, as_is),
    ".html": (HTML, as_is),
    ".mhtml": (HTML, lambda page: SAVED + page + b"\n--xx--\n"),
    ".pdf": (DRAWN, lambda drawn: PDF % (len(drawn), drawn)),
    ".docx": (
        W % b"".join(b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % line for line in TEXT.split(b"\n\n")),
        zipped("word/document.xml", WORD),
    ),
    ".odt": (
        ODT % b"".join(b"<text:p>%s</text:p>" % line for line in TEXT.split(b"\n\n")),
        zipped("content.xml", {"mimetype": "application/vnd.oasis.opendocument.text"}),
    ),
    ".rtf": (TEXT.replace(b"\n\n", b"\\par\n"), lambda text: b"{\\rtf1\\ansi{\\info{\\title Free the Poet}}" + text + b"}"),
    ".epub": (CHAPTER, zipped("a.xhtml", BOOK)),
    ".eml": (MAIL + b"\n" + TEXT, as_is),
    ".mbox": (MAIL + b"\n" + TEXT, lambda mail: b"From a@b.example Fri May  4 10:00:00 2012\n" + mail),
    ".warc": (HTTP + HTML, lambda record: WARC % (len(record), record)),
    ".warc.gz": (HTTP + HTML, lambda record: gzip.compress(WARC % (len(record), record))),
    ".csv": (b'title,text\nFree the Poet,"%s"\n' % TEXT, as_is),
    ".jsonl": (b'{"title": "Free the Poet", "text": "%s"}\n' % TEXT.replace(b"\n", b"\\n"), as_is),
    ".json": (b'[{"title": "Free the Poet", "text": "%s"}]' % TEXT.replace(b"\n", b"\\n"), as_is),
    ".zip": (TEXT, zipped("a.txt")),
    ".html.zip": (HTML, zipped("../a.html")),
    ".tar": (TEXT, tarred),
    ".txt.gz": (TEXT, gzip.compress),
}
