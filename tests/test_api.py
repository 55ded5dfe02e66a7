"""hrcli from Python: the examples of its documentation run, and records become frames."""

from __future__ import annotations

import doctest
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import APPEAL, REPORT, appeal, report, source

import hrcli
from hrcli import api, open_store, store
from hrcli.errors import HrcliError, StoreError, UnreadableError, UsageError
from hrcli.records import DocumentAnalysis

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store of two documents."""
    with store.open(tmp_path / "hrcli.db", write=True) as kept:
        kept.save(appeal(), source(appeal(), APPEAL))
        kept.save(report(), source(report(), REPORT))
    return tmp_path / "hrcli.db"


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the documentation types gives what it says, in a folder with the seeds and a store of them."""
    from click.testing import CliRunner

    from hrcli.cli import hrcli as program

    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(SEEDS)
    assert CliRunner().invoke(program, ["ingest", "seeds", "--db", "hrcli.db"]).exit_code == 0
    result = doctest.testmod(api)
    assert (result.failed, result.attempted > 10) == (0, True)


def test_importing_is_light() -> None:
    """`import hrcli`, and naming what it has, loads nothing else."""
    program = "import sys, hrcli; assert 'analyze' in hrcli.__all__; print(*(name for name in sys.modules if name.startswith('hrcli')))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split() == ["hrcli"]
    program = "import sys; from hrcli import open_store; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert {"spacy", "numpy", "rich", "click", "pandas"}.isdisjoint(loaded)


def test_a_name_that_it_has_not() -> None:
    """Other names are the usual error."""
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        hrcli.nonsense  # noqa: B018


def test_a_store(place: Path) -> None:
    """Filters are those of the commands."""
    opened = open_store(place)
    assert [demand.action for demand in opened.demands(org="FW", polarity="do")] == ["release Ana Ivić"]
    assert opened.detained()[0].sentence == "P11Y"
    assert [entry.date for entry in opened.timeline(since="2019-06")] == ["2019-06"]
    assert opened.text(opened.documents()[0].id) == APPEAL
    assert repr(opened.entities()[:1]) == "1 Entity: Ana Ivić (安娜)"
    assert opened.entities(type="place")[:] is not None and repr(opened.entities(type="place")) == "0 Entity"
    with pytest.raises(UsageError):
        opened.timeline(since="soon")
    with pytest.raises(StoreError):
        open_store(place.with_name("other.db"))


def test_filters_that_the_rows_of_a_store_cannot_tell(place: Path) -> None:
    """Who was held on a day, for what charge, by whom and in which country: nothing is left as it is because it is asked of a store."""
    opened = open_store(place)
    assert [case.date for case in opened.detained(at="2019-05-04")] == ["2019-05-03"]
    assert list(opened.detained(at="1990")) == list(opened.detained(charge="piracy")) == list(opened.detained(country="FR")) == []


def test_rows(place: Path) -> None:
    """A record is a dict of plain values, lists of texts stay lists, and a notebook shows a table."""
    demands = open_store(place).demands()
    row = demands.to_dicts()[0]
    assert (row["source_name"], row["targets"], row["evidence_quote"]) == ("Freedom Watch", ["Ruritania"], "release Ana Ivić")
    assert "<td>Freedom Watch</td>" in demands._repr_html_()
    assert isinstance(open_store(place).documents().to_dicts()[0]["recipe"], str)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames(place: Path, library: str) -> None:
    """A frame has a column a field; a library that is not there is an error that says what to do."""
    demands = open_store(place).demands()
    try:
        __import__(library)
    except ImportError:
        with pytest.raises(HrcliError, match=f"{library} is not installed"):
            demands.to_frame(library)  # type: ignore[arg-type]
        return
    frame = demands.to_frame(library)  # type: ignore[arg-type]
    assert list(frame["action"]) == ["release Ana Ivić", "torture her"]
    for kind in ("documents", "entities", "detained", "timeline"):
        assert len(getattr(open_store(place), kind)().to_frame(library)) == len(getattr(open_store(place), kind)())


def test_neither_library(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any, the error names both."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(HrcliError, match="neither pandas nor polars is installed"):
        open_store(place).demands().to_frame()


def test_what_cannot_be_read(tmp_path: Path, analyze: Callable[..., DocumentAnalysis]) -> None:  # noqa: ARG001
    """Nothing to read is an error; what is read besides is there, and the rest in `skipped`."""
    with pytest.raises(UnreadableError, match="there is no such file"):
        hrcli.analyze(tmp_path / "missing.txt")
    with pytest.raises(UsageError):
        hrcli.analyze()
    (tmp_path / "note.txt").write_text("Ana Ivić was arrested on 3 May 2019.\n", encoding="utf-8")
    found = hrcli.analyze(tmp_path / "note.txt", tmp_path / "missing.txt")
    assert [case.name for case in found.detained()] == ["Ana Ivić"]
    assert [each.reason for each in found.skipped] == ["there is no such file or folder"]
    assert found.text(found.documents()[0].id).startswith("Ana Ivić was")
    with pytest.raises(UsageError):
        found.search("Ana")
    with pytest.raises(UsageError):
        found.text("0" * 16)
