"""What was read before is found again, with what the user said of it."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from hrcli import ingest
from hrcli.records import Document

TEXT = b"Amity Watch urged Ruritania to free Ana."
SHA = hashlib.sha256(TEXT).hexdigest()


def test_documents_in_files_and_containers(tmp_path: Path) -> None:
    """Files and archives give the digests of the documents in them; what is gone gives none."""
    (tmp_path / "a.txt").write_bytes(TEXT)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("inside.txt", TEXT)
    files = [str(tmp_path / name) for name in ("a.txt", "b.zip", "gone.txt")]
    assert list(ingest.digests([*files, "-"])) == [(files[0], SHA), (files[1], SHA)]


@pytest.mark.parametrize(("path", "file"), [("a/b.txt", "a/b.txt"), ("a/b.zip!/c/d.html", "a/b.zip"), ("-", "-")])
def test_the_file_of_a_document(path: str, file: str) -> None:
    """A document in a container is found by the container."""
    assert ingest.file_of(path) == file


@pytest.mark.parametrize(
    "said",
    [ingest.Overrides(), ingest.Overrides(publisher="Amity Watch"), ingest.Overrides(title="A Plea", date="2009", publisher="Amity Watch")],
)
def test_what_was_told_before(said: ingest.Overrides) -> None:
    """What the user said is told from what the document itself said by the digest of it."""
    member = ingest.Member(path="a.txt", data=TEXT)
    document = Document(id=SHA[:16], path="a.txt", sha256=SHA, words=7, title="A Plea", publisher="Amity Watch", date="2009", language="en")
    assert ingest.told_before(member, document, ingest.identity(member, said)[1]) == said


def test_what_was_told_is_not_guessed() -> None:
    """Where nothing that is kept explains the digest there is no answer."""
    member = ingest.Member(path="a.txt", data=TEXT)
    document = Document(id=SHA[:16], path="a.txt", sha256=SHA, words=7, title="A Plea")
    assert ingest.told_before(member, document, ingest.identity(member, ingest.Overrides(title="Other"))[1]) is None
