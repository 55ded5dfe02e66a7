"""Archives: the documents in zip and tar files, and compressed streams; every byte count is checked against the limits.

Nothing is written to disk and no link is followed: the name of a member is a label, never a path.
"""

from __future__ import annotations

import bz2
import io
import lzma
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO, Protocol, cast

from hrcli.errors import UnreadableError
from hrcli.ingest import formats, limits
from hrcli.ingest.inputs import NO_DOCUMENT
from hrcli.ingest.member import Member
from hrcli.records import Skipped

CHUNK = 65_536
SMALL = 1_000_000  # bytes up to which any ratio of compression will do
MOST_HEADER = 16_384  # bytes of a tar member's extended header: names and times need far less
MOST_DIRECTORY = 50_000_000  # bytes of a zip's list of members, all of which zipfile holds in memory
MOST_DICTIONARY = 256_000_000  # bytes of memory for unpacking xz; `xz -9` needs 65 MB
SEPARATORS = re.compile(r"[/\\]+")
DRIVE = re.compile(r"[A-Za-z]:")


def read_zip(file: BinaryIO, path: str) -> Iterator[Member | Skipped]:
    """The documents in a zip file; what is not seekable is held in memory, up to the limit of one document."""
    file = file if file.seekable() else io.BytesIO(file.read(limits.MOST_BYTES + 1))
    if _directory_size(file) > MOST_DIRECTORY:
        raise UnreadableError(f"{path}: too many members", hint="unpack it first")
    with zipfile.ZipFile(file) as archive:
        if sum(info.compress_size for info in archive.infolist()) > file.seek(0, io.SEEK_END):
            raise UnreadableError(f"{path}: looks like a zip bomb: its members overlap", hint="leave it alone")
        for info in archive.infolist():
            name = _zip_name(info)
            if is_document(name) and not info.is_dir() and stat.S_IFMT(info.external_attr >> 16) in (0, stat.S_IFREG):
                yield _zip_member(archive, info, f"{path}!/{inner_name(name)}")


def read_tar(file: BinaryIO, path: str) -> Iterator[Member | Skipped]:
    """The documents in a tar file, plain or compressed with gzip, bzip2 or xz, read as a stream."""
    with tarfile.open(fileobj=unpacked(file, path), mode="r|", tarinfo=_Header, encoding="utf-8", errors="replace") as tar:
        while (info := tar.next()) is not None:
            tar.members.clear()  # type: ignore[attr-defined]  # else all headers stay in memory
            if is_document(info.name) and info.isreg() and not info.issparse():
                yield _tar_member(tar, info, f"{path}!/{inner_name(info.name)}")


def read_lone(file: BinaryIO, path: str) -> Iterator[Member | Skipped]:
    """The one document that a stream is, named `path`."""
    data = file.read(limits.MOST_BYTES + 1)
    reason = _excess(len(data))
    yield Skipped(source=path, reason=reason) if reason else Member(path=path, data=data)


def is_document(name: str) -> bool:
    """Whether a member of that name could be a document: by the rules for files in folders, whatever folder it lies in."""
    parts = inner_name(name).split("/")
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    last = parts[-1]
    suffix = last[last.rfind(".") :].lower() if "." in last else ""
    return not (hidden or last.startswith("_") or last.endswith("~") or NO_DOCUMENT.match(last) or suffix in formats.KINDS)


def inner_name(name: str) -> str:
    """The name of a member as a label: with slashes, and without a drive, a root or a way up ("C:\\a\\..\\b" is "a/b")."""
    parts = [part for part in SEPARATORS.split(name) if part not in ("", ".", "..") and not DRIVE.fullmatch(part)]
    return "/".join(parts) or "unnamed"


def stream(chunks: Iterable[bytes]) -> io.BufferedReader:
    """A file to read, made of chunks of bytes as they come."""
    return io.BufferedReader(_Chunks(iter(chunks)), buffer_size=CHUNK)


def unpacked(file: BinaryIO, path: str) -> io.BufferedReader:
    """What a file compressed with gzip, bzip2 or xz unpacks to, or the file itself; reading it raises UnreadableError for a bomb."""
    head = file.read(CHUNK)
    packed = chain([head], iter(partial(file.read, CHUNK), b""))
    for magic, start in UNPACKERS:
        if head.startswith(magic):
            return stream(_unpacked(packed, start, magic[:1], path))
    return stream(packed)


def size(count: int) -> str:
    """A number of bytes in words: 50 MB."""
    for unit, name in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")):
        if count >= unit:
            return f"{count // unit:,} {name}"
    return f"{count} bytes"


def _excess(unpacks_to: int, packed: int | None = None) -> str | None:
    """Why a member is too large to be read, if it is."""
    if packed is not None and _is_bomb(packed, unpacks_to):
        return f"looks like a zip bomb: {size(packed)} that unpacks to {size(unpacks_to)}"
    return f"unpacks to more than {size(limits.MOST_BYTES)}" if unpacks_to > limits.MOST_BYTES else None


def _is_bomb(packed: int, unpacks_to: int) -> bool:
    return unpacks_to > SMALL and unpacks_to > packed * limits.MOST_RATIO


def _directory_size(file: BinaryIO) -> int:
    """The length of a zip's list of members as its end says, where zipfile looks for it; 0 if there is no end."""
    file.seek(max(0, file.seek(0, io.SEEK_END) - CHUNK - 22))
    tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end >= 76 and tail[end - 76 : end - 72] == b"PK\x06\x06":  # the end of a zip64 comes before, with its own place
        return int.from_bytes(tail[end - 36 : end - 28], "little")
    return int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name of a member: without the flag for UTF-8 it is read as cp437, but many programs write UTF-8 all the same."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str) -> Member | Skipped:
    """A member, whose declared size zipfile never exceeds, or why it is not read."""
    reason = "is protected by a password" if info.flag_bits & 1 else _excess(info.file_size, info.compress_size)
    if reason:
        return Skipped(source=path, reason=reason)
    try:
        return Member(path=path, data=archive.read(info))
    except NotImplementedError:
        return Skipped(source=path, reason="is packed in a way that is not read: unpack the archive first")
    except Exception:  # each compression has errors of its own; the other members may be sound
        return Skipped(source=path, reason="is damaged")


def _tar_member(tar: tarfile.TarFile, info: tarfile.TarInfo, path: str) -> Member | Skipped:
    content = tar.extractfile(info)
    reason = _excess(info.size)
    if reason or content is None:
        return Skipped(source=path, reason=reason or "is no file")
    return Member(path=path, data=content.read())


class _Header(tarfile.TarInfo):
    """The header of a tar member; one that is broken or enormous ends the reading, where tarfile would see the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        """The header in a block of 512 bytes; ReadError if it is broken."""
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if type(error).__name__ in ("EOFHeaderError", "EmptyHeaderError"):
                raise
            raise tarfile.ReadError("broken header") from error
        if header.type in (b"x", b"g", b"X", b"L", b"K") and header.size > MOST_HEADER:
            raise tarfile.ReadError("header too long")
        return header


class _Chunks(io.RawIOBase):
    """The bytes of an iterator, to be read by a BufferedReader."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks, self._rest = chunks, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer):
            self._rest = self._rest or next(self._chunks, b"")
            if not self._rest:
                break
            piece = self._rest[: len(buffer) - filled]
            buffer[filled : filled + len(piece)] = piece
            self._rest, filled = self._rest[len(piece) :], filled + len(piece)
        return filled


class _Unpacker(Protocol):
    """What bz2's and lzma's decompressors have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib's decompressor for one gzip member, in the manner of bz2's and lzma's."""

    def __init__(self) -> None:
        self._zlib, self._full = zlib.decompressobj(wbits=31), False

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        return not (self._full or self._zlib.unconsumed_tail)

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        piece = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        self._full = len(piece) == max_length
        return piece


UNPACKERS: list[tuple[bytes, Callable[[], _Unpacker]]] = [
    (b"\x1f\x8b", _Gzip),
    (b"BZh", cast("Callable[[], _Unpacker]", bz2.BZ2Decompressor)),
    (b"\xfd7zXZ\0", cast("Callable[[], _Unpacker]", partial(lzma.LZMADecompressor, memlimit=MOST_DICTIONARY))),
]


def _unpacked(packed: Iterable[bytes], start: Callable[[], _Unpacker], first: bytes, path: str) -> Iterator[bytes]:
    """The unpacked chunks of a compressed file, whose parts one after the other make one stream; what follows the last is ignored."""
    unpacker, taken, given = start(), 0, 0
    for chunk in packed:
        taken += len(chunk)
        while chunk or not (unpacker.eof or unpacker.needs_input):
            if unpacker.eof:
                chunk = chunk.lstrip(b"\0")
                if chunk[:1] != first:
                    break
                unpacker = start()
            piece = unpacker.decompress(chunk, CHUNK)
            chunk = unpacker.unused_data if unpacker.eof else b""
            given += len(piece)
            if _is_bomb(taken, given):
                raise UnreadableError(f"{path}: looks like a zip bomb: {size(taken)} that unpacks to more than {size(given)}")
            if piece:
                yield piece
    if not unpacker.eof:
        raise EOFError("the compressed data end too early")
