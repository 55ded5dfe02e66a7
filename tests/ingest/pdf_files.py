"""PDF files for tests, written by hand: text in Helvetica and in the WinAnsi encoding (cp1252), one string a line."""

from __future__ import annotations

from collections.abc import Sequence

FIRST, LEADING = 760, 14  # points from the lower edge to the first line, and from line to line


def pdf(pages: Sequence[Sequence[str]], title: str | None = None, author: str | None = None) -> bytes:
    """A PDF whose pages have the given lines (an empty one leaves a gap); letters outside cp1252 are an error."""
    kids = [4 + 2 * number for number in range(len(pages))]
    known = [(name, value) for name, value in (("Title", title), ("Author", author)) if value is not None]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for kid, lines in zip(kids, pages, strict=True):
        objects += [_page(kid + 1), _stream(lines)]
    objects.append(b"<< %s >>" % b" ".join(b"/%s <%s>" % (name.encode(), _hex(value)) for name, value in known))
    return _file(objects)


def _hex(text: str) -> bytes:
    return ("\ufeff" + text).encode("utf-16-be").hex().encode()


def _page(contents: int) -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % contents


def _stream(lines: Sequence[str]) -> bytes:
    shown = [b"1 0 0 1 50 %d Tm (%s) Tj" % (FIRST - LEADING * row, _escaped(line)) for row, line in enumerate(lines) if line]
    content = b"BT /F1 10 Tf " + b"\n".join(shown) + b" ET"
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: list[bytes]) -> bytes:
    """The objects with the table of their places; the first is the catalogue, the last says title and author."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, trailer, len(out),
    )  # fmt: skip
