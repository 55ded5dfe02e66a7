"""The rows of a store answer every question as `resolve.select` does, which is what a question means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from anything import Maker, keep
from msgspec.structs import asdict, replace

from hrcli import resolve, store, workflow
from hrcli.records import DocumentAnalysis
from hrcli.resolve import Query, stored
from hrcli.resolve.asked import KINDS
from hrcli.store.answering import SHAPES
from hrcli.store.corrections import Alias, Corrections, Merge, Rename
from hrcli.store.questions import FEW

SEEDS = Path(__file__).parent.parent.parent / "seeds"
REVIEWS = (partial(resolve.reviewed, contradictory=True), partial(resolve.reviewed, stale=1), partial(resolve.reviewed, asof="2031"))
FIELDS = ("documents", "entities", "demands", "detained", "timeline")


def same(
    place: Path, analyses: Sequence[DocumentAnalysis], queries: Callable[[resolve.Corpus], Iterator[Query]], said: Corrections
) -> None:
    """Compare all answers of a store with those of `select`."""
    corpus = resolve.join(analyses, said)
    with stored.asking(place, said, keep=True) as answers:
        assert answers is not None
        for query in queries(corpus):
            wanted = resolve.select(corpus, query)
            for group in REVIEWS:
                assert stored.Asked(answers, query, "detained").grouped(group) == group(wanted.detained, corpus)
            for field in FIELDS:
                asked, expected = stored.Asked(answers, query, field), getattr(wanted, field)
                found = list(asked.records("records", None))
                assert found == expected, (query, field)
                assert asked.count(10_000) == len(expected)
                shape = SHAPES[KINDS[field]]
                assert [msgspec.json.decode(raw, type=shape) for raw in asked.records("raw", 2)] == expected[:2]


@pytest.mark.parametrize(("number", "few"), [(0, FEW), (1, 0), (2, 3)])
def test_whatever_documents_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, few: int) -> None:
    """Every filter, alone and with others, finds the same rows in the same order, of documents that say anything, be they few or many."""
    monkeypatch.setattr("hrcli.store.questions.FEW", few)
    maker = Maker(number)
    analyses = maker.analyses(25)
    keep(tmp_path / "hrcli.db", analyses)
    same(tmp_path / "hrcli.db", analyses, maker.queries, Corrections())


def test_with_corrections(tmp_path: Path) -> None:
    """The rows follow what the user has corrected."""
    said = Corrections(
        merge=[Merge(names=["Freedom Watch", "Harbour Rights Watch"])],
        rename=[Rename(name="Wang Wei", to="Wang Wei (lawyer)")],
        alias=[Alias(name="Ana Ivić", alias="Anička")],
    )
    maker = Maker(7)
    analyses = maker.analyses(20)
    keep(tmp_path / "hrcli.db", analyses)
    same(tmp_path / "hrcli.db", analyses, maker.queries, Corrections())
    same(tmp_path / "hrcli.db", analyses, maker.queries, said)


def test_what_is_read_from_texts(tmp_path: Path, analyzer: Any) -> None:
    """The same holds of real documents, as they are read."""
    paths = sorted(map(str, SEEDS.glob("*.txt")))
    sources = list(workflow.read_sources(workflow.Inputs(paths), workflow.Batch()))
    analyses = list(analyzer.analyze(sources))
    with store.open(tmp_path / "hrcli.db", write=True) as kept:
        for analysis, read in zip(analyses, sources, strict=True):
            kept.save(analysis, read)
    same(tmp_path / "hrcli.db", analyses, Maker(0).queries, Corrections())


def test_only_what_has_changed_is_written_again(tmp_path: Path) -> None:
    """Joining anew after a change keeps the rows that are as they were, and the rest is as if it had been joined at once."""
    place, maker = tmp_path / "hrcli.db", Maker(3)
    analyses = maker.analyses(20)
    keep(place, analyses[:19])
    with store.open(place, write=True) as kept:
        stored.refresh(kept, Corrections())
        before = {each.id for each in kept.answers.records(store.Wanted("timeline"))}
        assert not stored.refresh(kept, Corrections())
    changed = [replace(analyses[0], demands=[]), *analyses[1:]]
    keep(place, [changed[0], changed[19]])
    same(place, changed, maker.queries, Corrections())
    assert before


def test_a_query_has_no_filter_that_is_forgotten() -> None:
    """Each filter of a query is tried above."""
    assert set(Maker(0).values(resolve.Corpus())) == set(asdict(Query()))
