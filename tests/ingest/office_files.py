"""Tiny office documents and e-books, built by zipfile, whole and spoiled: what the tests of the readers read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from hypothesis import strategies as st

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
DUBLIN = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
OPF = "http://www.idpf.org/2007/opf"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {"office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing", "svg": "svg-compatible", "meta": "meta"}
SPACES = " ".join(f'xmlns:{short}="{OASIS}:{long}:1.0"' for short, long in NAMES.items())


def packed(parts: dict[str, str]) -> bytes:
    """A zip of `parts`, text by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def docx(
    paragraphs: Sequence[str], *, title: str | None = None, author: str | None = None, created: str | None = None, **parts: str
) -> bytes:
    """A Word document of plain paragraphs; `parts` are the XML within footnotes, endnotes, comments or styles."""
    return docx_of("".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs), title, author, created, **parts)


def docx_of(body: str, title: str | None = None, author: str | None = None, created: str | None = None, **parts: str) -> bytes:
    """A Word document whose body is this XML, with the prefixes w (Word) and mc."""
    spaces = f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    beside = "".join(f'<Relationship Id="{name}" Type="{KIND}/{name}" Target="{name}.xml"/>' for name in parts)
    return packed(
        {
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
            f'<Relationship Id="a" Type="{KIND}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="b" Type="{CORE}" Target="docProps/core.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{beside}</Relationships>',
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": f'<core {DUBLIN} xmlns:dcterms="http://purl.org/dc/terms/">'
            f"{_given('dc:title', title)}{_given('dc:creator', author)}{_given('dcterms:created', created)}</core>",
        }
        | {f"word/{name}.xml": f"<w:{name} {spaces}>{xml}</w:{name}>" for name, xml in parts.items()}
    )


def odt(paragraphs: Sequence[str], *, title: str | None = None, author: str | None = None, created: str | None = None) -> bytes:
    """An OpenDocument text of plain paragraphs."""
    return odt_of("".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs), title, author, created)


def odt_of(body: str, title: str | None = None, author: str | None = None, created: str | None = None, styles: str = "") -> bytes:
    """An OpenDocument text whose body is this XML, with the prefixes of the standard."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {SPACES} {DUBLIN}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {SPACES} {DUBLIN}><office:meta>{_given('dc:title', title)}"
            f"{_given('meta:initial-creator', author)}{_given('meta:creation-date', created)}</office:meta></office:document-meta>",
        }
    )


def epub(
    paragraphs: Sequence[str],
    *,
    title: str | None = None,
    author: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
) -> bytes:
    """An e-book of one chapter of plain paragraphs."""
    facts = {"title": title, "creator": author, "date": date, "publisher": publisher, "language": language}
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return epub_of([chapter(body)], "".join(_given(f"dc:{name}", fact) for name, fact in facts.items()))


def chapter(body: str, head: str = "") -> str:
    """A chapter of XHTML with this body."""
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Left out</title>{head}</head><body>{body}</body></html>'


def epub_of(chapters: Sequence[str], facts: str = "", **parts: str) -> bytes:
    """An e-book of these chapters (files of XHTML); `facts` is the XML of its metadata, `parts` more files of META-INF."""
    items = "".join(f'<item id="c{i}" href="text/{i}%20a.xhtml" media-type="application/xhtml+xml"/>' for i in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
            "OEBPS/content.opf": f'<package xmlns="{OPF}" xmlns:opf="{OPF}"><metadata {DUBLIN}>{facts}</metadata>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        }
        | {f"OEBPS/text/{i} a.xhtml": text for i, text in enumerate(chapters)}
        | {f"META-INF/{name}.xml": text for name, text in parts.items()}
    )


def rtf(paragraphs: Sequence[str], *, title: str | None = None, author: str | None = None, created: str | None = None) -> bytes:
    """A rich text file of plain paragraphs; `created` is a day in ISO 8601."""
    year, month, day = created.split("-") if created else ("", "", "")
    facts = _group("title", title) + _group("author", author) + (rf"{{\creatim\yr{year}\mo{month}\dy{day}}}" if created else "")
    body = "".join(f"{_escaped(text)}\\par\n" for text in paragraphs)
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0\fnil\fcharset0 Times;}}}}{{\info{facts}}}\pard\f0 {body}}}".encode("ascii")


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    """`data` with up to eight bytes changed, and now and then cut short."""
    out = bytearray(data)
    for _ in range(draw(st.integers(1, 8))):
        out[draw(st.integers(0, len(out) - 1))] = draw(st.integers(0, 255))
    return bytes(out[: draw(st.sampled_from([len(out), len(out), len(out) // 2]))])


@st.composite
def spoiled(draw: st.DrawFn, data: bytes, name: str) -> bytes:
    """The zip `data` with bytes changed in the zip itself, or in its part `name` before it was packed."""
    if draw(st.booleans()):
        return draw(changed(data))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as copy:
        for part in archive.namelist():
            copy.writestr(part, draw(changed(archive.read(part))) if part == name else archive.read(part))
    return out.getvalue()


def _given(tag: str, text: str | None) -> str:
    return f"<{tag}>{escape(text)}</{tag}>" if text is not None else ""


def _group(word: str, text: str | None) -> str:
    return rf"{{\{word} {_escaped(text)}}}" if text is not None else ""


def _escaped(text: str) -> str:
    """The text in RTF: what is not ASCII as UTF-16 numbers, with a question mark for old programs."""
    units = [int.from_bytes(pair, "little", signed=True) for pair in _pairs(text.encode("utf-16-le"))]
    return "".join(_written(unit) for unit in units)


def _pairs(data: bytes) -> list[bytes]:
    return [data[i : i + 2] for i in range(0, len(data), 2)]


def _written(unit: int) -> str:
    if not 0 <= unit < 0x80:
        return rf"\u{unit}?"
    return "\\" + chr(unit) if chr(unit) in "\\{}" else chr(unit)
