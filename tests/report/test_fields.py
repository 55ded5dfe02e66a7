"""fields.py: what fits one cell."""

from __future__ import annotations

import pytest

from hrcli.report.fields import safe


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1"])
def test_a_formula_begins_with_an_apostrophe(cell: str) -> None:
    """What a spreadsheet would reckon is text to it."""
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "37", "2019-05-10", "P3Y6M", "a=1", "'=1+1", "-"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    """Numbers, dates and a sign alone, which is the path of standard input, are no formulas."""
    assert safe(cell) == cell
