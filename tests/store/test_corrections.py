"""The file of the user's corrections."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrcli.store import corrections
from hrcli.store.corrections import CorrectionsError, Merge, Note, Rename, Split


def test_it_lies_beside_the_store() -> None:
    """Each store has a file of its own."""
    assert corrections.beside(Path("cases/hrcli.db")) == Path("cases/hrcli.corrections.toml")
    assert corrections.beside(Path("china.db")) == Path("china.corrections.toml")


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    """A store without corrections is read as it is; a file that was asked for must be there."""
    assert corrections.read(tmp_path / "none.toml") == corrections.Corrections()
    with pytest.raises(CorrectionsError, match="cannot read"):
        corrections.read(tmp_path / "none.toml", needed=True)


def test_what_is_added_can_be_read(tmp_path: Path) -> None:
    """Corrections of all kinds come back in the order in which they were added."""
    file = tmp_path / "hrcli.corrections.toml"
    for each in (Merge(names=["A", "B"]), Rename(name="C", to="D"), Merge(names=["E", "F"], why="one grave")):
        corrections.add(file, each)
    read = corrections.read(file)
    assert read.merge == [Merge(names=["A", "B"]), Merge(names=["E", "F"], why="one grave")]
    assert read.rename == [Rename(name="C", to="D")]
    assert [each.names_in() for each in (*read.merge, *read.rename)] == [["A", "B"], ["E", "F"], ["C"]]


def test_comments_and_order_stay(tmp_path: Path) -> None:
    """What people have written into the file is left as it is, to the byte."""
    file = tmp_path / "hrcli.corrections.toml"
    file.write_bytes(b'# ours\r\n[[rename]]\r\nto = "D" # new\r\nname = "C"')
    corrections.add(file, Note(name="C", note="see 3"))
    assert file.read_bytes() == b'# ours\r\n[[rename]]\r\nto = "D" # new\r\nname = "C"\n\n[[note]]\nname = "C"\nnote = "see 3"\n'


def test_only_its_owner_reads_a_new_file(tmp_path: Path) -> None:
    """The file names people at risk; the permissions of one that is there stay."""
    file = tmp_path / "hrcli.corrections.toml"
    corrections.add(file, Split(name="A"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o640)
    corrections.add(file, Split(name="B", documents=["b.txt"]))
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[merge]]\nnmaes = ["A", "B"]', r"unknown key `nmaes` in merge, entry 1"),
        ('[[merge]]\nnames = ["A"]', r"in merge, entry 1, names"),
        ('[[reject]]\nname = "A"\n[[reject]]\nname = " "', r"in reject, entry 2, name"),
        ('[[retype]]\nname = "A"\ntype = "robot"', r"Invalid enum value 'robot' in retype, entry 1, type"),
        ('[[split]]\nnames = ["A", "B"]\nname = "C"', r"either names, or a name"),
        ('[[merge]\nnames = ["A", "B"]', r"line 1"),
        ('[[rename]]\nname = "A"', r"missing key `to` in rename, entry 1"),
        ("[[forget]]", r"unknown key `forget`"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    """An unknown key, a missing one, a value that cannot be and broken TOML are errors that name the file and the place."""
    file = tmp_path / "hrcli.corrections.toml"
    file.write_text(text)
    with pytest.raises(CorrectionsError, match=said) as error:
        corrections.read(file)
    assert str(file) in str(error.value)


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    """A file in another encoding is not guessed at."""
    file = tmp_path / "hrcli.corrections.toml"
    file.write_bytes(b"# one\n# \xff\n")
    with pytest.raises(CorrectionsError, match="line 2: not UTF-8"):
        corrections.read(file)


def test_nothing_is_added_to_a_broken_file(tmp_path: Path) -> None:
    """A file with a mistake is left as it is."""
    file = tmp_path / "hrcli.corrections.toml"
    file.write_text("[[merge]\n")
    with pytest.raises(CorrectionsError):
        corrections.add(file, Split(name="A"))
    assert file.read_text() == "[[merge]\n"


@given(st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()) | st.just('a"b\\c\nd\te\x7f\x01'))
def test_any_name_can_be_written(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """Quotes, backslashes, control characters and every script come back as they were."""
    file = tmp_path_factory.mktemp("any") / "c.toml"
    corrections.add(file, Rename(name=name, to="x"))
    assert corrections.read(file).rename == [Rename(name=name, to="x")]
