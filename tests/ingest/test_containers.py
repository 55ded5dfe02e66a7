"""Containers are opened within each other, and bounded, and never raise."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.ingest import formats, limits
from hrcli.ingest.containers import expand
from hrcli.ingest.formats import CONTAINERS
from hrcli.ingest.member import Member
from hrcli.records import Skipped

MAIL = b"From: Jane <jane@a.org>\nTo: b@a.org\nMIME-Version: 1.0\nSubject: Free\n"
SEEDS = [  # beginnings that lead each reader into its depths
    b"",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\0\0\0\0\0\0\xff",
    b"BZh9",
    b"\xfd7zXZ\0",
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.org/\r\nContent-Length: 50\r\n\r\nHTTP/1.1 200 OK\r\n",
    b"From a\nSubject: =?utf-8?q?",
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n",
    b'id,text\n1,"',
    b'{"text": [{',
    b"[{",
]  # fmt: skip


def zipped(*members: tuple[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def opened(data: bytes, path: str, format: str, text_column: str | None = None) -> list[tuple[str, str]]:
    """What comes out: paths with the texts of documents or the reasons for what is none."""
    found = expand(io.BytesIO(data), path, format, sniff=formats.sniff, text_column=text_column)
    return [(each.path, each.data.decode()) if isinstance(each, Member) else (each.source, each.reason) for each in found]


@settings(deadline=None, max_examples=100)
@given(format=st.sampled_from(sorted(CONTAINERS)), head=st.sampled_from(SEEDS), data=st.binary(max_size=500))
def test_arbitrary_bytes_never_raise(format: str, head: bytes, data: bytes) -> None:
    """In every format something is said of every input."""
    assert [*expand(io.BytesIO(head + data), "x", format, sniff=formats.sniff)]


@settings(deadline=None, max_examples=100)
@given(start=st.integers(0, 400), junk=st.binary(max_size=20), cut=st.integers(0, 400))
def test_a_spoilt_archive_never_raises(start: int, junk: bytes, cut: int) -> None:
    """Bytes replaced and the end cut off, in a zip in a zip and in a mailbox in a compressed file."""
    for data, format in (
        (zipped(("a.zip", zipped(("a.txt", b"free")))), "zip"),
        (gzip.compress(b"From a\n" + MAIL + b"\ntext\n" * 9), "gz"),
    ):
        spoilt = data[:start] + junk + data[start + len(junk) : len(data) - cut]
        assert [*expand(io.BytesIO(spoilt), "x", format, sniff=formats.sniff)]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@settings(deadline=None, max_examples=20)
@given(texts=st.lists(st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=30), min_size=1, max_size=5))
def test_every_text_comes_out_once(texts: list[str]) -> None:
    """Under names that are all different, whatever they are called inside."""
    found = opened(zipped(*(("same.txt", text) for text in texts)), "x.zip", "zip")
    assert [text for _, text in found] == texts
    assert max(Counter(path for path, _ in found).values()) == 1


def test_containers_are_opened_within_containers() -> None:
    """A table in a mail in a zip."""
    attached = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nBody.\n--b\nContent-Type: text/csv; name=t.csv\n\nid,words\n1,Free.\n--b--\n"
    )
    assert opened(zipped(("m.eml", MAIL + attached)), "x.zip", "zip", "words") == [
        ("x.zip!/m.eml", "Body."),
        ("x.zip!/m.eml!/t.csv!/1", "Free."),
    ]


def test_a_compressed_container_is_a_stream() -> None:
    """A table of any size, or one document."""
    assert opened(gzip.compress(b"text\nFree.\n"), "a/t.csv.gz", "gz") == [("a/t.csv.gz!/t.csv!/1", "Free.")]
    assert opened(gzip.compress(b"Free."), "a/t.txt.gz", "gz") == [("a/t.txt.gz!/t.txt", "Free.")]


def test_containers_are_opened_so_deep_only() -> None:
    """Some bombs are zips in zips in zips."""
    data = zipped(("a.txt", b"free"))
    for _ in range(3):
        data = zipped(("z.zip", data), ("b.txt", b"b"))
    found = opened(data, "x", "zip")
    assert found == [
        ("x!/z.zip!/z.zip!/z.zip", "is more than 3 containers deep: unpack the outermost first"),
        ("x!/z.zip!/z.zip!/b.txt", "b"),
        ("x!/z.zip!/b.txt", "b"),
        ("x!/b.txt", "b"),
    ]


def test_members_are_counted_all_the_way_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said once, of the outermost."""
    monkeypatch.setattr(limits, "MOST_MEMBERS", 3)
    inner = zipped(*((f"{number}.txt", "free") for number in range(5)))
    found = opened(zipped(("a.txt", "a"), ("z.zip", inner), ("b.txt", "b")), "x", "zip")
    assert found == [("x!/a.txt", "a"), ("x!/z.zip!/0.txt", "free"), ("x", "only the first 3 members were read")]


def test_bytes_are_counted_all_the_way_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many harmless members can be too many together."""
    monkeypatch.setattr(limits, "MOST_UNPACKED", 1_000)
    found = opened(zipped(*((f"{number}.txt", "a" * 400) for number in range(5))), "x", "zip")
    assert [path for path, _ in found] == ["x!/0.txt", "x!/1.txt", "x"]
    assert found[-1][1] == "only the first 1 kB that it unpacks to were read"


def test_names_are_harmless() -> None:
    """No escape, no mark that turns text around, no mile."""
    found = opened(zipped(("\x1b[2Ja\u202etxt.txt", "a"), ("b" * 1_000 + ".txt", "b")), "x", "zip")
    assert found[0][0] == "x!/\ufffd[2Ja\ufffdtxt.txt"
    assert len(found[1][0]) < 210 and found[1][0].endswith("bb.txt")


def test_what_is_no_document_is_named() -> None:
    """The others are read."""
    found = opened(zipped(("a", b"\x7fELF"), ("b.txt", "b")), "x", "zip")
    assert found[0] == ("x!/a", "this is a program")
    assert found[1] == ("x!/b.txt", "b")


@pytest.mark.parametrize(("format", "name"), [("zip", "archive"), ("tar", "archive"), ("gz", "archive"), ("json", "table")])
def test_a_broken_container_is_named(format: str, name: str) -> None:
    """For what it was taken for."""
    data = b"\x1f\x8b\x08 broken" if format != "json" else b"["
    assert opened(data, "x", format) == [("x", f"the {name} is broken: nothing in it could be read")]


def test_what_could_be_read_of_a_broken_container_is_kept() -> None:
    """With a line that says how much that was."""
    assert opened(b'[{"text": "a"}, {"te', "x", "json") == [("x!/1", "a"), ("x", "the table is broken after 1 member")]


def test_an_empty_container_is_named() -> None:
    """There is no silent gap."""
    assert [*expand(io.BytesIO(zipped()), "x", "zip", sniff=formats.sniff)] == [Skipped(source="x", reason="there is no document in it")]
