"""Whole sessions in a real shell: documents are read, kept, asked, and piped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STATEMENT = """Ruritania: Release Ana Ivić

Freedom Watch

10 May 2019

Freedom Watch today called on the government of Ruritania to release the journalist Ana Ivić. She was arrested on 3 May 2019.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents and a file that is none."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(STATEMENT, encoding="utf-8")
    (tmp_path / "texts" / "two.txt").write_text("The journalist Ana Ivić was released on 4 July 2019.\n", encoding="utf-8")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    return tmp_path


def shell(folder: Path, typed: str) -> subprocess.CompletedProcess[str]:
    """What comes of a line typed in bash; `hrcli` is this one, and the status of a pipe is that of its last failing part."""
    function = f'hrcli() {{ "{sys.executable}" -m hrcli "$@"; }}; set -o pipefail; '
    path = os.pathsep.join(filter(None, (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        ["bash", "-c", function + typed], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_ingest_and_ask(folder: Path) -> None:
    """Documents are kept once, what cannot be read is listed with status 3, and the store answers."""
    first = shell(folder, "hrcli ingest texts noise.txt")
    assert (first.returncode, first.stdout) == (3, "")
    assert first.stderr.splitlines()[0] == "hrcli: 2 documents ingested into hrcli.db"
    assert first.stderr.splitlines()[1].startswith("hrcli: skipped noise.txt: ")
    again = shell(folder, "hrcli ingest texts")
    assert (again.returncode, again.stderr) == (0, "hrcli: 0 documents ingested into hrcli.db, 2 already there\n")
    (entity,) = (json.loads(line) for line in shell(folder, "hrcli entities --type person").stdout.splitlines())
    assert (entity["name"], len(entity["documents"])) == ("Ana Ivić", 2)


def test_files_directly_and_a_pipe_that_closes(folder: Path) -> None:
    """Files are asked without a store; what is skipped is listed, the rest is done, and `head` may leave early."""
    done = shell(folder, "hrcli entities noise.txt texts/one.txt nosuch.txt | head -1")
    assert done.returncode in (3, 141)
    assert json.loads(done.stdout)["evidence"][0]["path"] == "texts/one.txt"
    assert all(line.startswith("hrcli: skipped ") for line in done.stderr.splitlines())
    assert not (folder / "hrcli.db").exists()


def test_a_closed_pipe_is_silent(folder: Path) -> None:
    """Much output into a pipe that nobody reads ends with status 141 and not a word."""
    done = shell(folder, "for i in $(seq 60); do hrcli schema DocumentAnalysis || exit; done | true")
    assert done.stderr == ""


def test_analyze_standard_input(folder: Path) -> None:
    """One document from standard input is one line, in UTF-8 whatever the environment says."""
    done = shell(folder, "hrcli analyze - --publisher Watch --date 2019-05-10 < texts/one.txt")
    (analysis,) = (json.loads(line) for line in done.stdout.splitlines())
    assert (analysis["document"]["path"], analysis["document"]["publisher"], analysis["document"]["date"]) == ("-", "Watch", "2019-05-10")
    assert "Ana Ivić" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/stdin")
def test_metadata_from_a_pipe(folder: Path) -> None:
    """The table of metadata may come from a pipe, where no document does."""
    table = "printf 'path,date\\ntexts/two.txt,2001-02-03\\n'"
    done = shell(folder, f"{table} | hrcli documents texts/two.txt --metadata -")
    assert json.loads(done.stdout)["date"] == "2001-02-03"
    both = shell(folder, f"{table} | hrcli documents - --metadata -")
    assert (both.returncode, both.stdout) == (2, "")
    assert "standard input is either a document or the table" in both.stderr


def test_analyze_copies(folder: Path) -> None:
    """Each file is one line, also where two hold the same bytes."""
    done = shell(folder, "cp texts/one.txt copy.txt && hrcli analyze texts/one.txt copy.txt")
    assert [json.loads(line)["document"]["path"] for line in done.stdout.splitlines()] == ["texts/one.txt", "copy.txt"]
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
def test_a_chart_on_a_terminal(folder: Path) -> None:
    """A table of the timeline on a terminal stands below a chart of events per year; --no-chart leaves it out, and so do files."""
    (folder / "texts" / "two.txt").write_text("The journalist Ana Ivić was released on 4 July 2021.\n", encoding="utf-8")
    shown = on_terminal(folder, "hrcli ingest texts 2>/dev/null; hrcli timeline --no-color").splitlines()
    assert [line.split() for line in (shown[0], shown[5])] == [["events", "per", "year"], ["2019", "2020", "2021"]]
    assert shown[7].startswith("date")
    assert on_terminal(folder, "hrcli timeline --no-color --no-chart").startswith("date")
    assert "events per" not in on_terminal(folder, "hrcli timeline -o out.txt; cat out.txt")


def on_terminal(folder: Path, typed: str) -> str:
    """What a line typed in bash prints on a terminal of 80 columns."""
    import pty

    ours, theirs = pty.openpty()
    done = shell(folder, f"export COLUMNS=80 TERM=dumb PYTHONIOENCODING=utf-8; {{ {typed}; }} > {os.ttyname(theirs)}")
    assert (done.returncode, done.stdout) == (0, "")
    os.close(theirs)
    out = b""
    while piece := _read(ours):
        out += piece
    os.close(ours)
    return out.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """The next piece; a terminal whose last writer is gone answers with an error, not with an empty read."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_documents_in_other_languages(folder: Path) -> None:
    """They are kept and counted, by language, and not analysed."""
    (folder / "texts" / "three.txt").write_text("Все люди рождаются свободными и равными в своём достоинстве и правах.", encoding="utf-8")
    done = shell(folder, "hrcli ingest texts")
    assert (done.returncode, done.stderr.splitlines()[1:]) == (0, ["hrcli: 1 document in another language was not analysed: ru 1"])
    languages = {json.loads(line)["language"] for line in shell(folder, "hrcli documents").stdout.splitlines()}
    assert languages == {"en", "ru"}


def test_a_copy_is_linked_to_its_original(folder: Path) -> None:
    """A later statement with the same text and another title repeats the first, even where it was read before it."""
    (folder / "later").mkdir()
    (folder / "texts" / "one.txt").unlink()
    more = " ".join(f"Witness number {n} said that guard number {n} was not there." for n in range(9))
    original = f"{STATEMENT}\n{more}\n"
    (folder / "later" / "one.txt").write_text(original, encoding="utf-8")
    copy = original.replace("Ruritania: Release Ana Ivić", "A Journalist Is Held").replace("10 May", "11 May")
    (folder / "texts" / "copy.txt").write_text(copy, encoding="utf-8")
    shell(folder, "hrcli ingest texts; hrcli ingest later")
    found = {row["path"]: row for row in map(json.loads, shell(folder, "hrcli documents --with-duplicates").stdout.splitlines())}
    assert found["texts/copy.txt"]["duplicate_of"] == found["later/one.txt"]["id"]
    assert found["later/one.txt"]["duplicate_of"] is found["texts/two.txt"]["duplicate_of"] is None
