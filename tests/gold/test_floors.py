"""The accuracy on the seeds does not fall below the floors; documents are read as `hrcli analyze` reads them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from scoring import SEEDS, Score, analyze, read_gold, score

HERE = Path(__file__).parent
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text())


@pytest.fixture(scope="module")
def seeds() -> Score:
    """The score of the five seeds."""
    golds = read_gold(HERE / "seeds", SEEDS)
    return score(golds, analyze(file for _, file in golds))


@pytest.mark.parametrize("kind", FLOORS)
def test_f1_is_not_below_its_floor(seeds: Score, kind: str) -> None:
    """Each kind of record is found as well as its floor says."""
    assert seeds.tallies[kind].f1 >= FLOORS[kind], seeds.tallies[kind]


def test_titles_dates_and_publishers_are_right(seeds: Score) -> None:
    """Of all five documents the title, the date and the publisher are those of the gold."""
    assert seeds.wrong == []


def test_nothing_is_taken_from_page_furniture(seeds: Score) -> None:
    """No demand, case or date has its evidence in a menu, an appeal or a list of other stories."""
    assert seeds.leaks == []


def test_quotes_are_the_text(seeds: Score) -> None:
    """Every piece of evidence quotes what stands at its place."""
    assert seeds.broken == []
