"""What the user names, expanded: files, folders, glob patterns and standard input become documents to read, or a reason why not."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from hrcli.errors import UnreadableError
from hrcli.records import Skipped

SUFFIXES = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}
NO_DOCUMENT = re.compile(r"(?:readme|sources?|licen[cs]e|copying|notice|credits|changelog|contributing)(?:[-_.].*)?$", re.IGNORECASE)
STDIN = "-"
MOST_BYTES = 50_000_000


class Found(msgspec.Struct, frozen=True):
    """A document to read: `path` is what to call it, as given or joined to the folder it lies in; "-" is standard input."""

    path: str
    stream: BinaryIO | None = None

    def read(self) -> bytes:
        """All its bytes; UnreadableError if they can't be had or are too many."""
        try:
            data = self._most()
        except OSError as error:
            raise UnreadableError(f"{self.path}: {error.strerror or error}", hint="check the path and its permissions") from error
        if len(data) > MOST_BYTES:
            raise UnreadableError(
                f"{self.path}: larger than {MOST_BYTES // 1_000_000} MB: split it", hint="give each document a file of its own"
            )
        return data

    def _most(self) -> bytes:
        """As many bytes as are allowed and one more: a device or pipe may never end."""
        if self.stream is not None:
            return self.stream.read(MOST_BYTES + 1)
        with Path(self.path).open("rb") as file:
            return file.read(MOST_BYTES + 1)


def find(paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Found | Skipped]:
    """The documents that `paths` name, in order, each once, and what of `paths` names none.

    A path is a file (always read), a folder (its text, Markdown and HTML files, recursively and sorted, without hidden files,
    linked folders and notes such as README), a glob pattern, or "-" for `stdin`.
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


def _expanded(path: str, stdin: BinaryIO | None) -> Iterator[Found | Skipped]:
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
        inside = list(_inside(path))
        yield from (Found(name) for name in inside)
        if not inside:
            yield Skipped(source=path, reason="there is no text, Markdown or HTML file in this folder")
    else:
        yield Found(path)


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a name too long for the system, or one with a NUL
        return False


def _inside(folder: str) -> Iterator[str]:
    """The documents in a folder and the folders below it."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(here, name) for name in sorted(names) if _is_document(name))  # noqa: PTH118  the label stays as given


def _is_document(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "_")) and not NO_DOCUMENT.match(name)
