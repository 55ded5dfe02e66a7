"""For whom people speak and work: the tables of belonging.toml do not fall below their floors."""

from __future__ import annotations

import pytest
from belonging import Analyze, judge, read_rows, shares

FLOORS = {"dev": {"precision": 0.95, "recall": 0.9}, "held": {"precision": 0.95, "recall": 0.88}}
FEWEST = 110


@pytest.mark.parametrize("name", FLOORS)
def test_affiliations_are_not_below_their_floors(analyze: Analyze, name: str) -> None:
    """Of each table, so many affiliations found are right and so many wanted are found."""
    found = shares(judge(read_rows(name), analyze))
    assert {field: share for field, share in found.items() if share < FLOORS[name][field]} == {}


def test_the_tables_are_in_order() -> None:
    """Every person stands in the text of the row, and no text is in both tables."""
    rows = [row for name in FLOORS for row in read_rows(name)]
    assert [row for row in rows if not all(person in row.text for person in row.people)] == []
    assert len({row.text for row in rows}) == len(rows) > FEWEST
