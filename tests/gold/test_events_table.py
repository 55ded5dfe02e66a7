"""What single dated sentences tell does not fall below the floors of tests/gold/events/."""

from __future__ import annotations

import tomllib

import pytest
from events_table import HERE, Analyze, Row, judge, read_rows, shares

from hrcli.records import EventType, Modality

FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "events" / "floors.toml").read_text())
FEWEST = 120


@pytest.mark.parametrize("name", FLOORS)
def test_events_are_not_below_their_floors(analyze: Analyze, name: str) -> None:
    """Of each table, types, modalities, actors and clauses are right as often as its floors say."""
    found = shares(judge(read_rows(name), analyze))
    assert {field: share for field, share in found.items() if share < FLOORS[name][field]} == {}


def test_the_tables_are_in_order() -> None:
    """Every row's expression and words stand in its sentence, its types and modalities exist, and no sentence is in both tables."""
    tables = {name: read_rows(name) for name in FLOORS}
    rows = [row for table in tables.values() for row in table]
    assert [row for row in rows if not _sound(row)] == []
    texts = [{row.text for row in table} for table in tables.values()]
    assert len(set.union(*texts)) == sum(map(len, texts)) > FEWEST


def _sound(row: Row) -> bool:
    known = set(row.type.split("/")) <= set(EventType.__args__) and set(row.modality.split("/")) <= set(Modality.__args__)
    return known and all(words in row.text for words in (row.expression, row.words, row.apart))
