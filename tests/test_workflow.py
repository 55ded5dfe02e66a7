"""The use cases, without the language model where they do without it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from samples import APPEAL, appeal, report, source

from hrcli import store, workflow
from hrcli.errors import StoreError
from hrcli.ingest import Overrides
from hrcli.records import Skipped
from hrcli.resolve import Query


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with two documents about one person."""
    with store.open(tmp_path / "hrcli.db", write=True) as kept:
        kept.save(appeal(), source(appeal(), APPEAL))
        kept.save(report(), source(report(), "text"))
    return tmp_path / "hrcli.db"


def test_reads_what_can_be_read(tmp_path: Path) -> None:
    """A source that cannot be read is noted with the reason, and the others are read."""
    (tmp_path / "a.txt").write_text(APPEAL)
    (tmp_path / "b.txt").write_bytes(b"\x00\xff" * 100)
    (tmp_path / "c.txt").write_text("")
    batch = workflow.Batch()
    inputs = workflow.Inputs([str(tmp_path / name) for name in ("nosuch.txt", "c.txt", "b.txt", "a.txt")])
    assert [source.text for source in workflow.read_sources(inputs, batch)] == [APPEAL]
    assert [Path(each.source).name for each in batch.skipped] == ["nosuch.txt", "c.txt", "b.txt"]
    assert batch.skipped[1].reason == "the file is empty (give a file that holds text)"


def test_what_the_user_knows_goes_first(tmp_path: Path) -> None:
    """A row of the table wins over what is said of all documents, which fills what the row leaves open."""
    (tmp_path / "a.txt").write_text(APPEAL)
    (tmp_path / "known.csv").write_text("path,publisher,date\na.txt,Row,\n")
    inputs = workflow.Inputs([str(tmp_path / "a.txt")], metadata=tmp_path / "known.csv", overrides=Overrides(publisher="All", date="2001"))
    (source,) = workflow.read_sources(inputs, workflow.Batch())
    assert (source.document.publisher, source.document.date, source.document.date_source) == ("Row", "2001", "user")


def test_standard_input() -> None:
    """The path - is standard input."""
    (source,) = workflow.read_sources(workflow.Inputs(["-"], stdin=io.BytesIO(APPEAL.encode())), workflow.Batch())
    assert source.text == APPEAL


def test_names_of_files_that_are_no_utf8(tmp_path: Path) -> None:
    """Bytes of a file's name that are no UTF-8 are written out, so that records can be kept and printed."""
    name = b"rep\xffort.txt".decode("utf-8", "surrogateescape")
    try:
        (tmp_path / name).write_text(APPEAL)
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    batch = workflow.Batch()
    (source,) = workflow.read_sources(workflow.Inputs([str(tmp_path / name), name]), batch)
    assert Path(source.document.path).name == r"rep\xffort.txt"
    assert [each.source for each in batch.skipped] == [r"rep\xffort.txt"]


def test_without_sources_nothing_is_made(tmp_path: Path) -> None:
    """Where nothing can be read, no store is made and no model is loaded."""
    assert list(workflow.keep(tmp_path / "hrcli.db", workflow.Inputs([]), workflow.Batch(), model="no such model")) == []
    assert list(workflow.analyze(iter(()), workflow.Batch(), model="no such model")) == []
    assert not (tmp_path / "hrcli.db").exists()


def test_asks_across_documents(place: Path) -> None:
    """One person of two documents is one answer, with the documents to name as sources."""
    answer = workflow.ask(workflow.stored(place), Query(person="Ana Ivić"), "detained")
    assert [(case.name, case.native_name, case.status) for case in answer.records] == [("Ana Ivić", "安娜", "sentenced")]  # type: ignore[attr-defined]
    assert set(answer.documents) == {appeal().document.id, report().document.id}
    assert answer.similar == []


def test_ctrl_c_keeps_what_was_done(tmp_path: Path) -> None:
    """An interrupted run leaves a sound store with what was yielded, and the next one does only the rest."""
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{APPEAL} It was statement {number}. " + "Nothing more was known. " * 600)
    inputs, place, again = workflow.Inputs([str(tmp_path)]), tmp_path / "hrcli.db", workflow.Batch()
    running = workflow.keep(place, inputs, workflow.Batch(), jobs=1)
    assert [Path(next(running).document.path).name for _ in range(2)] == ["0.txt", "1.txt"]
    with pytest.raises(KeyboardInterrupt):
        running.throw(KeyboardInterrupt)
    list(workflow.keep(place, inputs, again, jobs=1))
    assert (again.done, again.unchanged) == (3, 2)
    assert len(list(workflow.stored(place))) == 5


def test_several_processes_read_the_same(tmp_path: Path) -> None:
    """What a store says does not depend on how many processes read for it."""
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"{APPEAL} It was statement {number}. " + "Nothing more was known. " * 600)
    inputs, batch = workflow.Inputs([str(tmp_path)]), workflow.Batch()
    list(workflow.keep(tmp_path / "one.db", inputs, workflow.Batch(), jobs=1))
    list(workflow.keep(tmp_path / "two.db", workflow.Inputs([str(tmp_path / f"{number}.txt") for number in range(4)]), batch, jobs=2))
    assert batch.done == 4
    assert list(workflow.stored(tmp_path / "one.db")) == list(workflow.stored(tmp_path / "two.db"))


def test_a_repeated_document_counts_once(tmp_path: Path) -> None:
    """A statement that another site carries too is one, with or without a store, unless all are asked for."""
    body = "\n\n".join(f"{APPEAL} This is what {name} told the court on the same day." for name in ("Ana", "Bo", "Cy", "Dora", "Eve"))
    (tmp_path / "a.txt").write_text(body)
    (tmp_path / "b.txt").write_text("Reposted\n\n" + body)
    inputs, batch = workflow.Inputs([str(tmp_path)]), workflow.Batch()
    analyses = list(workflow.analyze(workflow.read_sources(inputs, batch, sketched=True), batch))
    list(workflow.keep(tmp_path / "hrcli.db", inputs, workflow.Batch()))
    for given, known in ((analyses, batch), (list(workflow.stored(tmp_path / "hrcli.db")), None)):
        assert workflow.ask(given, Query(), "documents", batch=known).repeated == 1
        assert len(workflow.ask(given, Query(), "documents", batch=known, with_duplicates=True).records) == 2


def test_each_copy_is_read_where_all_are_wanted(tmp_path: Path) -> None:
    """Files with the same bytes are one document, or one for each file, each with what is known of it."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(APPEAL)
    (tmp_path / "known.csv").write_text("path,date\na.txt,2001\nb.txt,2002\n")
    inputs = workflow.Inputs([str(tmp_path / f"{name}.txt") for name in "abc"], metadata=tmp_path / "known.csv")

    def read(*, copies: bool) -> tuple[list[tuple[str, str | None]], int]:
        batch = workflow.Batch()
        documents = [source.document for source in workflow.read_sources(inputs, batch, copies=copies)]
        assert len({document.id for document in documents}) == 1
        return [(Path(document.path).name, document.date) for document in documents], batch.unchanged

    assert read(copies=True) == ([("a.txt", "2001"), ("b.txt", "2002"), ("c.txt", None)], 0)
    assert read(copies=False) == ([("a.txt", "2001")], 2)


def test_names_like_those_asked_for(place: Path) -> None:
    """Who asks for a name that is not there is told the names that are like it."""
    answer = workflow.ask(workflow.stored(place), Query(org="Fredom Watch"), "demands")
    assert (answer.records, answer.similar) == ([], ["Freedom Watch"])


def test_looks_up_a_document_and_a_record(place: Path) -> None:
    """A file name stands for all that a document says, the id of a record for that alone."""
    assert workflow.look_up(place, "appeal.txt") == (appeal(), APPEAL)
    analysis, text = workflow.look_up(place, appeal().demands[1].id[:10])
    assert (analysis.demands, analysis.entities, text) == ([appeal().demands[1]], [], APPEAL)


@pytest.mark.parametrize(("reference", "message"), [("nobody", "nothing in .* is called nobody"), ("", " could be ")])
def test_looks_up_nothing_or_too_much(place: Path, reference: str, message: str) -> None:
    """A reference to nothing, and one to several things, is an error that says so."""
    with pytest.raises(StoreError, match=message):
        workflow.look_up(place, reference)


def test_keeps_what_is_new(tmp_path: Path) -> None:
    """A document is analysed once, whatever its path, and again when what is known of it changes."""
    (tmp_path / "a.txt").write_text(APPEAL)
    (tmp_path / "copy.txt").write_text(APPEAL)
    (tmp_path / "b.txt").write_bytes(b"\x00\xff" * 100)
    place = tmp_path / "hrcli.db"

    def kept(**known: str) -> tuple[int, int, list[Skipped]]:
        batch = workflow.Batch()
        inputs = workflow.Inputs([str(tmp_path / "a.txt"), str(tmp_path / "copy.txt")], overrides=Overrides(**known))
        list(workflow.keep(place, inputs, batch))
        return batch.done, batch.unchanged, batch.skipped

    assert kept() == (1, 1, [])
    assert kept() == (0, 2, [])
    assert kept(publisher="Freedom Watch") == (1, 1, [])
    (analysis,) = workflow.stored(place)
    assert analysis.document.publisher == "Freedom Watch"
    assert "Ana Ivić" in {entity.name for entity in analysis.entities}
