"""The seeds read together: one row for each person, and none for two."""

from __future__ import annotations

from pathlib import Path

import pytest
from scoring import SEEDS, analyze

from hrcli import resolve


@pytest.fixture(scope="module")
def corpus() -> resolve.Corpus:
    """All that the five seeds say together."""
    return resolve.join(analyze(sorted(SEEDS.glob("*.txt"))))


def files(corpus: resolve.Corpus, ids: list[str]) -> set[str]:
    """The numbers of the seeds with these ids."""
    return {Path(document.path).name[:3] for document in corpus.documents if document.id in ids}


def test_one_prisoner_of_two_documents(corpus: resolve.Corpus) -> None:
    """Liu Xiaobo is one case, with his name in characters from the one document and his arrest from the other."""
    (case,) = (case for case in corpus.detained if case.name == "Liu Xiaobo")
    assert (files(corpus, case.documents), case.native_name) == ({"002", "004"}, "刘晓波")


def test_two_people_of_one_surname(corpus: resolve.Corpus) -> None:
    """The President Clinton of 1998 is not the Secretary of State Clinton of 2009."""
    rows = [entity for entity in corpus.entities if entity.type == "person" and "Clinton" in (entity.name, *entity.aliases)]
    assert sorted(sorted(files(corpus, entity.documents)) for entity in rows) == [["000", "003"], ["002"]]


def test_an_organisation_under_its_abbreviation(corpus: resolve.Corpus) -> None:
    """--org CHRD finds what Chinese Human Rights Defenders asks, in both of its statements and nowhere else."""
    found = resolve.select(corpus, resolve.Query(org="CHRD"))
    assert {d.document for d in found.demands} == {d.id for d in corpus.documents if d.publisher == "Chinese Human Rights Defenders"}
