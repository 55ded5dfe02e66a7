"""Custody is read right in the table of constructions: in the half that was looked at, and in the half that was not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from constructions import finder, share, total

from hrcli.records import DocumentAnalysis

FLOORS = {"dev": 0.95, "held": 0.9}


@pytest.mark.parametrize("half", FLOORS)
def test_the_share_read_right_is_not_below_its_floor(half: str, analyze: Callable[..., DocumentAnalysis]) -> None:
    """As many passages as the floor says give just the people and fields that they must give."""
    right, count = total(share(half, finder(analyze)))
    assert right / count >= FLOORS[half], (right, count)
