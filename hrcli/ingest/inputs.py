"""What the user names, expanded: files, folders, glob patterns and standard input become documents to read, or a reason why not."""

from __future__ import annotations

import glob
import io
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from hrcli.ingest import formats
from hrcli.ingest.limits import MOST_BYTES
from hrcli.records import Skipped

NO_DOCUMENT = re.compile(r"(?:readme|sources?|licen[cs]e|copying|notice|credits|changelog|contributing)(?:[-_.].*)?$", re.IGNORECASE)
STDIN = "-"


class Found(msgspec.Struct, frozen=True):
    """A file to read: `path` is what to call it, as given or joined to the folder it lies in; "-" is standard input."""

    path: str
    stream: BinaryIO | None = None

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """The file, which can be read from any place; OSError if it can't be had.

        Of what has no end of its own (standard input, a pipe, a device) as much is taken as a document may have, and one byte more.
        """
        if self.stream is not None:
            yield io.BytesIO(self.stream.read(MOST_BYTES + 1))
            return
        with Path(self.path).open("rb") as file:
            yield file if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else io.BytesIO(file.read(MOST_BYTES + 1))


class Passed(msgspec.Struct, frozen=True):
    """How many files of a folder were not looked into, by what they are ("12 pictures, 3 recordings")."""

    folder: str
    what: str


def find(paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Found | Skipped | Passed]:
    """The files that `paths` name, in order, each once, and what of `paths` names none.

    A path is a file (always read), a folder (its files, recursively and sorted, without hidden files, linked folders and notes such
    as README; pictures, programs and the like are counted and passed over), a glob pattern, or "-" for `stdin`.
    """
    seen: set[str] = set()
    folders = cache(os.path.realpath)
    for path in paths:
        for found in _expanded(path, stdin):
            key = found.path if isinstance(found, Found) and found.stream is None else None
            if key is None or (real := _real(key, folders)) not in seen:
                seen |= {real} if key is not None else set()
                yield found


def _real(path: str, folders: Callable[[str], str]) -> str:
    """Where a file really lies; `folders` tells it of a folder, and remembers, since many files lie in one."""
    folder, name = os.path.split(path)
    return os.path.realpath(path) if os.path.islink(path) else os.path.join(folders(folder), name)  # noqa: PTH114, PTH118  quicker


def _expanded(path: str, stdin: BinaryIO | None) -> Iterator[Found | Skipped | Passed]:
    if path == STDIN:
        yield Found(STDIN, stdin) if stdin is not None else Skipped(source=path, reason="there is no standard input")
    elif not _exists(path) and glob.has_magic(path):
        hits = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  a Path would lose the label as given
        for hit in hits:
            yield from _expanded(hit, None)
        if not hits:
            yield Skipped(source=path, reason="no file matches this pattern")
    elif not _exists(path):
        yield Skipped(source=path, reason="there is no such file or folder")
    elif Path(path).is_dir():
        yield from _inside(path)
    else:
        yield Found(path)


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a name too long for the system, or one with a NUL
        return False


def _inside(folder: str) -> Iterator[Found | Skipped | Passed]:
    """The files in a folder and the folders below it, one by one, and at the end how many were passed over."""
    others = Counter[str]()
    number = 0
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(filter(_is_document, names)):
            path = os.path.join(here, name)  # noqa: PTH118  the label stays as given
            kind = formats.KINDS.get(Path(name).suffix.lower()) or ("" if _is_file(path) else "devices, pipes and broken links")
            others[kind] += 1
            if not kind:
                number += 1
                yield Found(path)
    del others[""]
    if others:
        yield Passed(folder, ", ".join(f"{count:,} {kind}" for kind, count in sorted(others.items())))
    if not number:
        yield Skipped(source=folder, reason="there is no document in this folder")


def _is_file(path: str) -> bool:
    """Whether something is a file, which opening it cannot hold up; a link counts as what it leads to."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116  quicker
    except OSError:
        return False


def _is_document(name: str) -> bool:
    return not (name.startswith((".", "_")) or name.endswith("~") or NO_DOCUMENT.match(name))
