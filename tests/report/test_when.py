"""EDTF dates in words."""

from __future__ import annotations

import pytest

from hrcli.report.when import said


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("1998", "1998"),
        ("1998-06", "1998-06"),
        ("1998-06-16", "1998-06-16"),
        ("2011~", "c. 2011"),
        ("2011-05~", "c. 2011-05"),
        ("2011?", "2011?"),
        ("2011%", "c. 2011?"),
        ("199X", "1990s"),
        ("199X~", "c. 1990s"),
        ("20XX", "21st century"),
        ("18XX", "19th century"),
        ("10XX", "11th century"),
        ("2010-21", "spring 2010"),
        ("2010-24", "winter 2010"),
        ("2011-W03", "week of 2011-01-17"),
        ("2011-W60", "2011-W60"),
        ("XXXX-03-12", "Mar 12, year unknown"),
        ("XXXX-10", "Oct, year unknown"),
        ("XXXX-23", "autumn, year unknown"),
        ("2009-02-16/2009-02-18", "2009-02-16 to 02-18"),
        ("2009-02-27/2009-03-01", "2009-02-27 to 03-01"),
        ("2018-12-30/2019-01-02", "2018-12-30 to 2019-01-02"),
        ("2019-01/2019-06", "2019-01 to 2019-06"),
        ("2023/2025", "2023 to 2025"),
        ("2009-03/2010", "2009-03 to 2010"),
        ("2008~/2010-21", "c. 2008 to spring 2010"),
        ("XXXX-03-16/XXXX-04-24", "Mar 16 to Apr 24, year unknown"),
        ("2008/..", "from 2008"),
        ("2008/", "from 2008"),
        ("../2011-03-19", "until 2011-03-19"),
    ],
)
def test_said(edtf: str | None, words: str) -> None:
    """A date is said in one way, short enough for a column."""
    assert said(edtf) == words


@pytest.mark.parametrize("edtf", ["XXXX-XX-12", "2009-XX", "1XXX", "soon"])
def test_other_values_stay_as_they_are(edtf: str) -> None:
    """What has no words of its own is shown as the records have it."""
    assert said(edtf) == edtf
