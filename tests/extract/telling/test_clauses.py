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
        ("The mayor should impose fines under the Noise Act 2011.", "the Noise Act 2011"),
        ("The farmer was fined over a clash in May 2018.", "a clash in May 2018"),
        ("The mayor published a decree signed in May 2018.", "a decree signed in May 2018"),
        ("The farmer must be freed, Freedom Watch said on 31 May 2019.", "Freedom Watch said on 31 May 2019"),
        (
            "The farmer died in Berlin on 3 May 2019 (in custody since May 2018).",
            "The farmer died in Berlin on 3 May 2019 (in custody since May 2018)",
        ),
        ("BERLIN, 1 June 2019 (New Press) - Guards have beaten three farmers.", "BERLIN, 1 June 2019"),
        ("(Berlin, June 1, 2019) – Guards have beaten three farmers.", "Berlin, June 1, 2019"),
    ],
)
def test_the_event_is_what_the_date_dates(analyze: Analyze, text: str, expected: str) -> None:
    """A noun's event stands apart from its clause, a bare verb with the verb it leans on, a dateline alone."""
    assert (analyze(text, date="2019-06-01").timeline[0].event or "").removeprefix("(").removeprefix("after ") == expected


def test_brackets_tell_of_their_own(analyze: Analyze) -> None:
    """A date in brackets with an event of its own does not date the clause around them."""
    entries = analyze("The farmer died in Berlin on 3 May 2019 (in custody since May 2018).", date="2019-06-01").timeline
    assert [(entry.event_type, entry.event) for entry in entries][1] == ("arrest", "in custody since May 2018")


def test_a_date_before_a_colon_dates_what_follows(analyze: Analyze) -> None:
    """In a chronology, the clause behind the date is its event."""
    assert analyze("May 2016: the farmer is released on bail.", date="2019-06-01").timeline[0].event_type == "release"
