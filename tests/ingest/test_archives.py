"""Zip and tar archives and compressed streams give their documents, and no more than is safe."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.errors import UnreadableError
from hrcli.ingest import archives, limits
from hrcli.ingest.archives import inner_name, is_document, read_lone, read_tar, read_zip, unpacked
from hrcli.ingest.member import Member
from hrcli.records import Skipped

TEXTS = st.lists(st.binary(max_size=300), max_size=5)


def zipped(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return made.getvalue()


def tarred(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, data in members:
            header = tarfile.TarInfo(name)
            header.size = len(data)
            archive.addfile(header, io.BytesIO(data))
    return made.getvalue()


def members(found: Iterator[Member | Skipped]) -> dict[str, bytes | str]:
    """What was found by its path: the bytes of documents, the reasons for others."""
    return {
        each.path if isinstance(each, Member) else each.source: each.data if isinstance(each, Member) else each.reason for each in found
    }


class Pipe(io.RawIOBase):
    """Bytes that come once."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        return self._data.readinto(buffer)


@settings(deadline=None, max_examples=30)
@given(texts=TEXTS, pack=st.sampled_from([bytes, gzip.compress, bz2.compress, lzma.compress]))
def test_a_tar_gives_its_members_back(texts: list[bytes], pack: Callable[[bytes], bytes]) -> None:
    """Plain and with each compression, from what can be read only once."""
    data = pack(tarred(*((f"{number}.txt", text) for number, text in enumerate(texts))))
    found = members(read_tar(io.BufferedReader(Pipe(data)), "t"))
    assert found == {f"t!/{number}.txt": text for number, text in enumerate(texts)}


@settings(deadline=None, max_examples=30)
@given(texts=TEXTS, make=st.sampled_from([io.BytesIO, lambda data: io.BufferedReader(Pipe(data))]))
def test_a_zip_gives_its_members_back(texts: list[bytes], make: Callable[[bytes], io.BytesIO]) -> None:
    """Also from what can be read only once, which is held in memory."""
    data = zipped(*((f"{number}.txt", text) for number, text in enumerate(texts)))
    assert members(read_zip(make(data), "z")) == {f"z!/{number}.txt": text for number, text in enumerate(texts)}


@settings(deadline=None, max_examples=30)
@given(data=st.binary(max_size=2000), parts=st.integers(1, 3), pack=st.sampled_from([bytes, gzip.compress, bz2.compress, lzma.compress]))
def test_what_was_compressed_is_unpacked(data: bytes, parts: int, pack: Callable[[bytes], bytes]) -> None:
    """Compressed files may be joined, and zeros may follow."""
    tail = b"" if pack is bytes else b"\0" * 20
    head = b"plain " if pack is bytes else b""
    assert unpacked(io.BytesIO(head + pack(data) * parts + tail), "x").read() == head + data * parts


def test_a_large_stream_is_unpacked_whole() -> None:
    """Chunks end anywhere."""
    data = bytes(range(256)) * 3_000
    assert unpacked(io.BytesIO(gzip.compress(data)), "x").read() == data


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.txt", True),
        ("2009/a.html", True),
        ("/etc/a.txt", True),
        ("../../a.txt", True),
        ("sources/a.txt", True),
        ("no suffix", True),
        (".DS_Store", False),
        (".git/a.txt", False),
        ("__MACOSX/a.txt", False),
        ("a/README.md", False),
        ("LICENSE", False),
        ("_draft.txt", False),
        ("a.txt~", False),
        ("logo.PNG", False),
    ],
)
def test_members_are_documents_by_the_rules_for_folders(name: str, kept: bool) -> None:
    """Hidden files, notes about the archive and pictures are left out silently."""
    assert is_document(name) is kept
    assert [*members(read_zip(io.BytesIO(zipped((name, b"x"))), "z"))] == [f"z!/{inner_name(name)}"] * kept


@pytest.mark.parametrize(
    ("name", "label"), [("/a/b.txt", "a/b.txt"), ("C:\\a\\..\\b.txt", "a/b.txt"), ("../../etc/passwd", "etc/passwd"), ("..", "unnamed")]
)
def test_names_lead_nowhere(name: str, label: str) -> None:
    """They are labels without root, drive or way up."""
    assert inner_name(name) == label


def test_names_in_utf_8_without_the_flag_are_read() -> None:
    """Many programs write UTF-8 and do not say so; the others write cp437."""
    data = bytearray(zipped(("滕彪.txt", b"1"), ("é.txt", b"2")).replace("é.txt".encode(), b"\x82\xe1.txt"))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(magic, at + 1)) >= 0:
            data[at + offset + 1] &= 0xF7
    assert [*members(read_zip(io.BytesIO(bytes(data)), "z"))] == ["z!/滕彪.txt", "z!/éß.txt"]


def test_a_member_under_a_password_is_named() -> None:
    """The others are read."""
    data = bytearray(zipped(("a.txt", b"one"), ("b.txt", b"two")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert members(read_zip(io.BytesIO(bytes(data)), "z")) == {"z!/a.txt": "is protected by a password", "z!/b.txt": b"two"}


def test_a_damaged_member_does_not_spoil_the_others() -> None:
    """A wrong checksum is noticed."""
    data = zipped(("a.txt", b"one"), ("b.txt", b"two"))
    at = data.index(b"a.txt") + 6
    data = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
    assert members(read_zip(io.BytesIO(data), "z")) == {"z!/a.txt": "is damaged", "z!/b.txt": b"two"}


def test_a_bomb_in_a_zip_is_not_unpacked() -> None:
    """Ten megabytes of zeros are 10 kB; what is smaller than a megabyte may be as dense as it likes."""
    data = zipped(("a.txt", bytes(10_000_000)), ("b.txt", bytes(999_999)), ("c.txt", b"c"))
    found = members(read_zip(io.BytesIO(data), "z"))
    assert found["z!/a.txt"] == "looks like a zip bomb: 9 kB that unpacks to 10 MB"
    assert (found["z!/b.txt"], found["z!/c.txt"]) == (bytes(999_999), b"c")


def test_a_zip_whose_members_overlap_is_refused() -> None:
    """Many entries for the same bytes are a bomb whose members look harmless."""
    once = zipped(("a.txt", bytes(range(256)) * 40))
    start, end = once.index(b"PK\x01\x02"), once.index(b"PK\x05\x06")
    entries = once[start:end] * 50
    tail = once[end : end + 8] + (50).to_bytes(2, "little") * 2 + len(entries).to_bytes(4, "little") + start.to_bytes(4, "little") + b"\0\0"
    with pytest.raises(UnreadableError, match="zip bomb: its members overlap"):
        list(read_zip(io.BytesIO(once[:start] + entries + tail), "z"))


def test_a_zip_of_too_many_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its list of members alone would fill the memory."""
    monkeypatch.setattr(archives, "MOST_DIRECTORY", 100)
    with pytest.raises(UnreadableError, match="z: too many members"):
        list(read_zip(io.BytesIO(zipped(("a.txt", b"a"), ("b.txt", b"b"), ("c.txt", b"c"))), "z"))


def test_a_bomb_in_a_compressed_tar_ends_it() -> None:
    """What was read before is kept."""
    found = read_tar(io.BytesIO(gzip.compress(tarred(("a.txt", b"a"), ("b.txt", bytes(20_000_000))))), "t")
    assert next(found) == Member(path="t!/a.txt", data=b"a")
    with pytest.raises(UnreadableError, match=r"t: looks like a zip bomb: \d+ kB that unpacks to more than \d MB"):
        list(found)


def test_a_member_that_is_too_large_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest goes on."""
    monkeypatch.setattr(limits, "MOST_BYTES", 1_000)
    large = ("a.txt", bytes(range(256)) * 4)
    expected = {"x!/a.txt": "unpacks to more than 1 kB", "x!/b.txt": b"b"}
    assert members(read_zip(io.BytesIO(zipped(large, ("b.txt", b"b"))), "x")) == expected
    assert members(read_tar(io.BytesIO(tarred(large, ("b.txt", b"b"))), "x")) == expected
    assert members(read_lone(io.BytesIO(large[1]), "x!/a.txt")) == {"x!/a.txt": "unpacks to more than 1 kB"}


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_links_and_devices_in_a_tar_are_left_out(kind: bytes) -> None:
    """No link is followed."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        header = tarfile.TarInfo("a.txt")
        header.type, header.linkname = kind, "/etc/passwd"
        archive.addfile(header)
    assert members(read_tar(io.BytesIO(made.getvalue()), "t")) == {}


def test_a_link_in_a_zip_is_left_out() -> None:
    """Its content would be the path that it leads to."""
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert members(read_zip(io.BytesIO(made.getvalue()), "z")) == {}


@pytest.mark.parametrize("spoil", [lambda data: data[:1300], lambda data: data[:1024] + b"junk" * 128 + data[1536:]])
def test_a_broken_tar_raises_after_what_could_be_read(spoil: Callable[[bytes], bytes]) -> None:
    """Cut off, or with a broken header, which tarfile takes for the end."""
    found = read_tar(io.BytesIO(spoil(tarred(("a.txt", b"one"), ("b.txt", b"two" * 200)))), "t")
    assert next(found) == Member(path="t!/a.txt", data=b"one")
    with pytest.raises(tarfile.ReadError):
        next(found)


def test_an_enormous_header_in_a_tar_is_refused() -> None:
    """Names of many megabytes would be held in memory."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("a" * 100_000))
    with pytest.raises(tarfile.ReadError, match="header too long"):
        list(read_tar(io.BytesIO(made.getvalue()), "t"))
