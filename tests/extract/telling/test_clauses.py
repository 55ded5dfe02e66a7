"""The words that an expression dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk resigned after the arrest of the farmer in May 2018.", "the arrest of the farmer in May 2018"),
        ("The killing of the farmer in May 2018 must be investigated.", "The killing of the farmer in May 2018"),
        ("Guards failed to unlock the gate on 4 May 2019.", "Guards failed to unlock the gate on 4 May 2019"),
        ("The council has until 4 July 2019 to answer the complaint.", "The council has until 4 July 2019 to answer the complaint"),
        ("(Berlin, June 1, 2019) – Guards have beaten three farmers.", "Berlin, June 1, 2019"),
    ],
)
def test_the_event_is_what_the_date_dates(analyze: Analyze, text: str, expected: str) -> None:
    """A noun's event stands apart from its clause, a bare verb with the verb it leans on, a dateline alone."""
    assert (analyze(text, date="2019-06-01").timeline[0].event or "").removeprefix("(").removeprefix("after ") == expected


def test_a_date_before_a_colon_dates_what_follows(analyze: Analyze) -> None:
    """In a chronology, the clause behind the date is its event."""
    assert analyze("May 2016: the farmer is released on bail.", date="2019-06-01").timeline[0].event_type == "release"
