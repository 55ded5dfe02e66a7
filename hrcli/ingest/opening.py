"""From what was found to documents: a file is one itself, or a container of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from hrcli.errors import UnreadableError
from hrcli.ingest import containers, formats
from hrcli.ingest.formats import EDGE
from hrcli.ingest.inputs import Found
from hrcli.ingest.limits import MOST_BYTES
from hrcli.ingest.member import Member
from hrcli.records import Skipped


def documents(found: Found, *, text_column: str | None = None) -> Iterator[Member | Skipped]:
    """The document that was found, or those that it holds; UnreadableError if it cannot be had."""
    try:
        with found.opened() as file:
            yield from _documents(file, found.path, text_column)
    except OSError as error:
        raise UnreadableError(f"{found.path}: {error.strerror or error}", hint="check the path and its permissions") from error


def _documents(file: BinaryIO, path: str, text_column: str | None) -> Iterator[Member | Skipped]:
    format = formats.sniff(_edges(file), path)
    if format in formats.CONTAINERS:
        yield from containers.expand(file, path, format, sniff=formats.sniff, text_column=text_column)
        return
    data = file.read(MOST_BYTES + 1)  # a device or pipe may never end
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"{path}: larger than {MOST_BYTES // 1_000_000} MB: split it", hint="give each document a file of its own")
    yield Member(path=path, data=data, format=format)


def _edges(file: BinaryIO) -> bytes:
    """The first and last bytes of the file, which is then at its beginning again."""
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(EDGE)
    if size > 2 * EDGE:
        file.seek(-EDGE, 2)
        head += file.read(EDGE)
    file.seek(0)
    return head
