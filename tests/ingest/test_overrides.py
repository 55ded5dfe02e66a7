"""The table of what the user knows of the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrcli.errors import UsageError
from hrcli.ingest import Overrides, look_up, read_metadata


def table(folder: Path, text: str) -> str:
    (folder / "table.csv").write_text(text, encoding="utf-8")
    return str(folder / "table.csv")


def test_a_table_is_read_by_path(tmp_path: Path) -> None:
    """Empty cells say nothing; a byte-order mark is no part of the first column's name."""
    path = table(tmp_path, '\ufeffpath,title,date\na.txt,"Free, at last",2012-05\nb.txt,,\n')
    assert read_metadata(path) == {"a.txt": Overrides(title="Free, at last", date="2012-05"), "b.txt": Overrides()}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,title\na.txt,x\n", "line 1: there is no column named path"),
        ("path,author\na.txt,x\n", "line 1: unknown column 'author'"),
        ("path,date\na.txt,2012\nb.txt,4 May\n", "line 3: '4 May' is no date"),
        ("path,date\na.txt,2012-02-30\n", "line 2: '2012-02-30' is no date"),
        ("path,title\na.txt,x,y\n", "line 2: as many cells"),
        ("path,title\n,x\n", "line 2: the path is empty"),
        ("", "line 1: there is no column named path"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    """The user is told where to look."""
    with pytest.raises(UsageError, match=message):
        read_metadata(table(tmp_path, text))


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    """A path that cannot be opened is the user's to mend."""
    with pytest.raises(UsageError):
        read_metadata(str(tmp_path / "none.csv"))


def test_an_entry_is_found_by_path_then_file_then_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path as given is surest; a name counts only if it is the only one."""
    monkeypatch.chdir(tmp_path)
    one, two = Overrides(title="one"), Overrides(title="two")
    assert look_up({"in/a.txt": one, "a.txt": two}, "in/a.txt") == one
    assert look_up({"in/a.txt": one}, str(tmp_path / "in" / "a.txt")) == one
    assert look_up({"a.txt": one}, "elsewhere/a.txt") == one
    assert look_up({"b/a.txt": one, "c/a.txt": two}, "elsewhere/a.txt") is None
