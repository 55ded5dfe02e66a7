"""The accuracy does not fall below the floors; documents are read as `hrcli analyze` reads them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from scoring import SEEDS, Score, analyze, read_gold, score

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text())
FOLDERS = {"seeds": (HERE / "seeds", SEEDS), "written": (HERE / "written" / "gold", HERE / "written" / "texts")}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """The score of each set that has floors."""
    golds = {name: read_gold(*folders) for name, folders in FOLDERS.items()}
    return {name: score(found, analyze(file for _, file in found)) for name, found in golds.items()}


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, floors in FLOORS.items() for kind in floors])
def test_f1_is_not_below_its_floor(scores: dict[str, Score], name: str, kind: str) -> None:
    """Each kind of record is found as well as its floor says."""
    tally = scores[name].tallies[kind]
    assert tally.f1 >= FLOORS[name][kind], tally


def test_titles_dates_and_publishers_are_right(scores: dict[str, Score]) -> None:
    """Of all five seeds the title, the date and the publisher are those of the gold."""
    assert scores["seeds"].wrong == []


def test_nothing_is_taken_from_page_furniture(scores: dict[str, Score]) -> None:
    """No demand, case or date of the seeds has its evidence in a menu, an appeal or a list of other stories."""
    assert scores["seeds"].leaks == []


@pytest.mark.parametrize("name", FOLDERS)
def test_quotes_are_the_text(scores: dict[str, Score], name: str) -> None:
    """Every piece of evidence quotes what stands at its place."""
    assert scores[name].broken == []
