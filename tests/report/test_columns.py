"""What people read in a cell."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from samples import appeal

from hrcli.records import Demand, DemandSource
from hrcli.report.columns import of_kind

RELEASE = appeal().demands[0]


def cell(heading: str, demand: Demand) -> str:
    """The cell of a demand's row under a heading."""
    return next(column.cell(demand, {}) for column in of_kind(Demand) if column.heading == heading)


@pytest.mark.parametrize(
    ("head", "action", "shown"),
    [
        ("torture", "torture her", "NOT torture her"),
        ("avoid", "avoid delays", "avoid delays"),
        ("refrain", "refrain from it", "refrain from it"),
    ],
)
def test_what_is_not_to_be_done_is_said_once(head: str, action: str, shown: str) -> None:
    """A demand to refrain is marked, unless its own words say so."""
    assert cell("what", replace(RELEASE, head=head, action=action, polarity="refrain")) == shown


@pytest.mark.parametrize(
    ("name", "organization", "shown"),
    [
        ("Ana Ivić", "Freedom Watch", "Ana Ivić (Freedom Watch)"),
        ("Spain, Peru", "Spain", "Spain, Peru"),
        (None, "Freedom Watch", "Freedom Watch"),
    ],
)
def test_who_asks_is_named_once(name: str | None, organization: str, shown: str) -> None:
    """The organisation stands in brackets behind its speaker, and not where the name holds it already."""
    assert cell("who asks", replace(RELEASE, source=DemandSource(name=name, organization=organization))) == shown
