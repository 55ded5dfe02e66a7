"""Files that hold many documents: each format's own reader opens them, here they are bounded, named, and opened again within each other."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

import msgspec

from hrcli.errors import UnreadableError
from hrcli.ingest import archives, limits, mail, tables, warc
from hrcli.ingest.archives import CHUNK, size
from hrcli.ingest.formats import CONTAINERS
from hrcli.ingest.member import Member
from hrcli.records import Skipped

OPENERS: dict[str, Callable[[BinaryIO, str], Iterator[Member | Skipped]]] = {
    "zip": archives.read_zip,
    "tar": archives.read_tar,
    "eml": mail.read_eml,
    "mbox": mail.read_mbox,
    "warc": warc.read,
}
TABLES: dict[str, Callable[[BinaryIO, str, str | None], Iterator[Member | Skipped]]] = {
    "csv": tables.read_csv,
    "jsonl": tables.read_jsonl,
    "json": tables.read_json,
}
NAMES = {"eml": "e-mail", "mbox": "mailbox", "warc": "web archive", "csv": "table", "jsonl": "table", "json": "table"}
LONGEST = 200  # characters of the name of a member
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)  # controls, marks that turn text around


class _Work(msgspec.Struct):
    """What is the same all the way down into a container, and how much may still come out of it."""

    path: str
    sniff: Callable[[bytes, str], str]
    text_column: str | None
    members: int
    bytes: int
    names: Counter[str]
    ended: bool = False


def expand(
    file: BinaryIO, path: str, format: str, *, sniff: Callable[[bytes, str], str], text_column: str | None = None, depth: int = 1
) -> Iterator[Member | Skipped]:
    """The documents in the container `file`, in order, those of containers within it too, and why others are not read.

    `format` is one of `formats.CONTAINERS`. `sniff(data, path)` tells the format of a member (UnreadableError if it is none that is read);
    `text_column` names the column of a table that holds the text; `depth` is 1 for a file and more for what came out of one.
    Nothing is raised, whatever the bytes are: a broken container gives what could be read of it.
    """
    work = _Work(path, sniff, text_column, limits.MOST_MEMBERS, limits.MOST_UNPACKED, Counter())
    empty = True
    for found in _expanded(file, path, format, depth, work):
        empty = False
        yield found
    if empty:
        yield Skipped(source=path, reason="there is no document in it")


def _expanded(file: BinaryIO, path: str, format: str, depth: int, work: _Work) -> Iterator[Member | Skipped]:
    """The documents in one container, down to those in the containers that it holds, until there are too many."""
    if format == "gz":
        yield from _uncompressed(file, path, depth, work)
        return
    for found in _members(file, path, format, work):
        if not work.ended:
            yield from _counted(found, path, depth, work)
        if work.ended:
            return


def _counted(found: Member | Skipped, path: str, depth: int, work: _Work) -> Iterator[Member | Skipped]:
    """One thing found in the container `path`, or what it holds, if the sums allow it."""
    work.members -= 1
    work.bytes -= len(found.data) if isinstance(found, Member) else 0
    if work.members < 0 or work.bytes < 0:
        work.ended = True
        first = f"{limits.MOST_MEMBERS:,} members" if work.members < 0 else f"{size(limits.MOST_UNPACKED)} that it unpacks to"
        yield Skipped(source=work.path, reason=f"only the first {first} were read")
    elif isinstance(found, Skipped):
        yield Skipped(source=_label(found.source, path), reason=_plain(found.reason))
    else:
        yield from _sorted(_harmless(found, path), depth, work)


def _sorted(member: Member, depth: int, work: _Work) -> Iterator[Member | Skipped]:
    """A document under a name of its own, or what a container holds."""
    try:
        format = member.format or work.sniff(member.data, member.path)
    except UnreadableError as error:
        yield _skipped(member.path, error)
        return
    if format not in CONTAINERS:
        yield msgspec.structs.replace(member, path=_own_name(member.path, work.names), format=format)
    elif depth >= limits.DEEPEST:
        yield Skipped(source=member.path, reason=f"is more than {limits.DEEPEST} containers deep: unpack the outermost first")
    else:
        yield from _expanded(io.BytesIO(member.data), member.path, format, depth + 1, work)


def _members(file: BinaryIO, path: str, format: str, work: _Work) -> Iterator[Member | Skipped]:
    """What the format's own reader finds, up to where the container is broken."""
    count = 0
    try:
        for found in TABLES[format](file, path, work.text_column) if format in TABLES else OPENERS[format](file, path):
            count += 1
            yield found
    except UnreadableError as error:
        yield _skipped(path, error)
    except Exception:  # zipfile, tarfile, email, warcio and csv have no common list of what they raise on hostile bytes
        yield _broken(path, format, count)


def _uncompressed(file: BinaryIO, path: str, depth: int, work: _Work) -> Iterator[Member | Skipped]:
    """What a single compressed file is; a container in it is read as a stream, so that it may be large."""
    name = PurePosixPath(path).name
    inner = _plain(f"{path}!/{name[:-3] if name.lower().endswith('.gz') and len(name) > 3 else 'content'}")
    content = archives.unpacked(file, path)
    try:
        format = work.sniff(content.peek(CHUNK), inner)
        if format in CONTAINERS and depth < limits.DEEPEST:
            yield from _expanded(content, inner, format, depth + 1, work)
        else:
            for found in archives.read_lone(content, inner):
                yield from _counted(found, inner, depth, work)
    except UnreadableError as error:
        yield _skipped(path, error)
    except Exception:  # as above
        yield _broken(path, "gz", 0)


def _broken(path: str, format: str, count: int) -> Skipped:
    name = NAMES.get(format, "archive")
    after = f" after {count:,} {'member' if count == 1 else 'members'}" if count else ": nothing in it could be read"
    return Skipped(source=path, reason=f"the {name} is broken{after}")


def _skipped(path: str, error: UnreadableError) -> Skipped:
    reason = _plain(error.message.removeprefix(f"{path}: "))
    return Skipped(source=path, reason=f"{reason} ({error.hint})" if error.hint else reason)


def _harmless(member: Member, path: str) -> Member:
    """A member of the container `path` with all that is said of it made harmless to print."""
    told = {name: _plain(value) for name in ("title", "publisher", "date", "url", "language") if (value := getattr(member, name))}
    return msgspec.structs.replace(member, path=_label(member.path, path), authors=[*map(_plain, member.authors)], **told)


def _label(name: str, path: str) -> str:
    """The path of a member of the container `path`, its own part cut in the middle where it is too long to read."""
    inner = _plain(name.removeprefix(path))
    return path + (inner if len(inner) <= LONGEST else f"{inner[: LONGEST // 2]}…{inner[-LONGEST // 2 :]}")


def _plain(text: str) -> str:
    return UNSEEN.sub("\ufffd", text)


def _own_name(path: str, names: Counter[str]) -> str:
    """The path, or with "#2" after it where another document has it already."""
    own = path
    while own in names:
        names[path] += 1
        own = f"{path}#{names[path]}"
    names[own] = 1
    return own
