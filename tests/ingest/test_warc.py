"""Web archives give the pages that a crawl kept."""

from __future__ import annotations

import gzip
import io
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from hrcli.errors import UnreadableError
from hrcli.ingest import limits, warc
from hrcli.ingest.member import Member
from hrcli.records import Skipped

PAGE = b"<html><p>Free the poet.</p></html>"


def archive(*records: tuple[str, str, bytes], packed: bool = True, status: str = "200 OK", kind: str = "response", **headers: str) -> bytes:
    """A web archive of (url, content type, content) records."""
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=packed)
    for url, content_type, content in records:
        http = StatusAndHeaders(
            status, [("Content-Type", content_type), *((k.replace("_", "-"), v) for k, v in headers.items())], "HTTP/1.1"
        )
        own = {"http_headers": http} if kind in ("response", "revisit") else {"warc_content_type": content_type}
        writer.write_record(writer.create_warc_record(url, kind, payload=io.BytesIO(content), **own))
    return made.getvalue()


def read(data: bytes) -> list[Member | Skipped]:
    return [*warc.read(io.BytesIO(data), "x.warc")]


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress])
def test_a_page_is_a_member_with_its_address(pack: object) -> None:
    """Plain, and compressed as a whole."""
    data = archive(("https://example.org/a?b=c", "text/html", PAGE), packed=False)
    expected = Member(path="x.warc!/https://example.org/a?b=c", data=PAGE, format="html", url="https://example.org/a?b=c")
    assert read(pack(data)) == [expected]  # type: ignore[operator]


def test_the_day_of_the_crawl_is_no_date_of_the_document() -> None:
    """WARC-Date says when the page was fetched."""
    (member,) = read(archive(("https://example.org/", "text/html", PAGE)))
    assert isinstance(member, Member) and member.date is None


@pytest.mark.parametrize(
    ("url", "content_type"),
    [
        ("https://example.org/a.png", "image/png"),
        ("https://example.org/a.js", "application/javascript"),
        ("https://example.org/robots.txt", "text/plain"),
        ("urn:text:https://example.org/", "text/plain"),
    ],
)
def test_what_is_no_document_is_left_out(url: str, content_type: str) -> None:
    """Silently: a crawl is full of it."""
    assert read(archive((url, content_type, b"content"))) == []


@pytest.mark.parametrize(("status", "kind"), [("404 Not Found", "response"), ("301 Moved", "response"), ("200 OK", "revisit")])
def test_errors_and_repeated_captures_are_left_out(status: str, kind: str) -> None:
    """An error page is not the document."""
    assert read(archive(("https://example.org/", "text/html", PAGE), status=status, kind=kind)) == []


@pytest.mark.parametrize(("kind", "content_type", "format"), [("resource", "application/pdf", "pdf"), ("conversion", "text/plain", "text")])
def test_stored_and_converted_documents_are_read(kind: str, content_type: str, format: str) -> None:
    """They have no HTTP headers."""
    (member,) = read(archive(("https://example.org/a", content_type, b"content"), kind=kind))
    assert isinstance(member, Member) and (member.data, member.format) == (b"content", format)


def test_chunks_and_compression_of_the_transfer_are_undone() -> None:
    """The content is what the browser showed."""
    sent = gzip.compress(PAGE)
    chunked = b"%x\r\n" % len(sent) + sent + b"\r\n0\r\n\r\n"
    data = archive(("https://example.org/", "text/html", chunked), Transfer_Encoding="chunked", Content_Encoding="gzip")
    (member,) = read(data)
    assert isinstance(member, Member) and member.data == PAGE


def test_an_unknown_compression_is_named() -> None:
    """Brotli needs a library that hrcli does not ask for."""
    (skipped,) = read(archive(("https://example.org/", "text/html", b"\x0b\x02\x80"), Content_Encoding="br"))
    assert skipped == Skipped(source="x.warc!/https://example.org/", reason="its compression (br) is not read")


def test_the_encoding_that_only_the_server_told_is_undone() -> None:
    """A page that declares its own stays as it is."""
    own = '<html><meta charset="gb2312">滕彪</html>'.encode("gb2312")
    bare = "<html>滕彪</html>"
    data = archive(*(("https://example.org/", "text/html; charset=GB2312", page) for page in (own, bare.encode("gb2312"))))
    assert [member.data for member in read(data) if isinstance(member, Member)] == [own, bare.encode()]


def test_a_page_that_is_too_large_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one is read."""
    monkeypatch.setattr(limits, "MOST_BYTES", 1_000)
    found = read(archive(("https://a.org/", "text/html", bytes(range(256)) * 4), ("https://b.org/", "text/html", PAGE)))
    assert found[0] == Skipped(source="x.warc!/https://a.org/", reason="unpacks to more than 1 kB")
    assert isinstance(found[1], Member) and found[1].data == PAGE


def test_a_bomb_ends_the_archive() -> None:
    """Twenty megabytes of zeros are 20 kB."""
    found = warc.read(
        io.BytesIO(archive(("https://a.org/", "text/html", PAGE), ("https://b.org/", "text/html", bytes(20_000_000)))), "x.warc"
    )
    assert len([*islice(found, 1)]) == 1
    with pytest.raises(UnreadableError, match=r"x.warc: looks like a zip bomb"):
        list(found)


def test_warnings_of_the_library_stay_within(capsys: pytest.CaptureFixture[str]) -> None:
    """They would show bytes of documents on the terminal."""
    data = archive(("https://a.org/", "text/html", PAGE), ("https://b.org/", "text/html", PAGE), packed=False)
    read(data.replace(b"</html>\r\n\r\n", b"</html> and more\r\n\r\n"))
    assert capsys.readouterr() == ("", "")


@settings(deadline=None, max_examples=20)
@given(texts=st.lists(st.binary(max_size=300), min_size=1, max_size=4), packed=st.booleans())
def test_an_archive_gives_its_texts_back(texts: list[bytes], packed: bool) -> None:
    """With and without compression, whatever bytes they are."""
    data = archive(*((f"https://a.org/{number}", "text/plain", text) for number, text in enumerate(texts)), packed=packed)
    assert [member.data for member in read(data) if isinstance(member, Member)] == texts
