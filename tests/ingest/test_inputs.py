"""Files, folders, patterns and standard input become documents to read."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from hrcli.errors import UnreadableError
from hrcli.ingest import Found, Member, Passed, documents, find
from hrcli.records import Skipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents, one of them in a folder below, and much that is none."""
    (tmp_path / "b.txt").write_text("two")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.html").write_text("one")
    for name in ("README.md", "SOURCES.md", "LICENSE.txt", ".hidden.txt", "_draft.txt", "map.png", "style.css", "old.txt~"):
        (tmp_path / name).write_text("no document")
    return tmp_path


def paths(*given: str) -> list[str]:
    return [found.path for found in find(given) if isinstance(found, Found)]


def test_a_folder_gives_its_documents_sorted(folder: Path) -> None:
    """Notes about a folder, hidden files, pictures and the like are left out; folders below are entered."""
    assert paths(str(folder)) == [str(folder / "b.txt"), str(folder / "a" / "one.html")]


def test_what_was_not_looked_into_is_counted(folder: Path) -> None:
    """A file that looks like no document, and a pipe that would wait for ever, are counted by what they are."""
    os.mkfifo(folder / "pipe")
    assert [found for found in find([str(folder)]) if isinstance(found, Passed)] == [
        Passed(str(folder), "1 devices, pipes and broken links, 1 parts of web pages, 1 pictures")
    ]


def test_a_file_named_by_the_user_is_always_read(folder: Path) -> None:
    """A README is a document when the user says so."""
    assert paths(str(folder / "README.md")) == [str(folder / "README.md")]


def test_a_document_named_twice_is_read_once(folder: Path) -> None:
    """A file that is also in a folder given before comes once."""
    assert paths(str(folder), str(folder / "b.txt")).count(str(folder / "b.txt")) == 1


def test_a_pattern_is_expanded(folder: Path) -> None:
    """Patterns that the shell has not expanded are expanded here."""
    assert paths(str(folder / "*.txt")) == [str(folder / "LICENSE.txt"), str(folder / "_draft.txt"), str(folder / "b.txt")]


def test_a_linked_folder_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link to a folder inside a folder could lead in circles."""
    other = tmp_path_factory.mktemp("other")
    (other / "far.txt").write_text("far")
    (folder / "link").symlink_to(other)
    assert not any("far" in path for path in paths(str(folder)))


@pytest.mark.parametrize("path", ["missing.txt", "missing/*.txt", "x" * 5000, "a\0b"])
def test_what_is_not_there_is_skipped_with_a_reason(path: str) -> None:
    """A missing path never ends the batch."""
    (skipped,) = find([path])
    assert isinstance(skipped, Skipped) and skipped.source == path and skipped.reason


def test_a_folder_without_documents_is_skipped(tmp_path: Path) -> None:
    """An empty folder is said to be one."""
    (skipped,) = find([str(tmp_path)])
    assert isinstance(skipped, Skipped)


def test_a_dash_is_standard_input() -> None:
    """The bytes of standard input are one document named "-"."""
    (found,) = find(["-"], stdin=io.BytesIO(b"words"))
    assert isinstance(found, Found) and found.path == "-"
    assert [member.data for member in documents(found) if isinstance(member, Member)] == [b"words"]


def test_a_file_that_vanishes_is_unreadable(tmp_path: Path) -> None:
    """What goes wrong between finding and reading is an UnreadableError."""
    with pytest.raises(UnreadableError):
        list(documents(Found(str(tmp_path / "gone.txt"))))
