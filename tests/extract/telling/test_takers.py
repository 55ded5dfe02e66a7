"""Who takes part in a dated event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Lopez met with Anna Schmidt on 4 May 2019.", ["Maria Lopez", "Anna Schmidt"]),
        ("Charges against Maria Lopez were dropped on 4 May 2019.", ["Maria Lopez"]),
        ("The trial of Maria Lopez opened on 4 May 2019.", ["Maria Lopez"]),
        ("Detained since March 2018, Maria Lopez has lost her sight.", ["Maria Lopez"]),
        ("Maria Lopez, whose son was killed in 2015, spoke.", []),
        ("Maria Lopez denied having met the mayor in 2015.", ["Maria Lopez"]),
        ("Her brother, Peter Novak, was held in 2015.", ["Peter Novak"]),
        ("Maria Lopez, a teacher at the Hill School, who was tried in 2015, has died.", ["Maria Lopez"]),
        ("A friend of Maria Lopez was tried in 2015.", []),
        ("The farmers must be freed, Freedom Watch said on 31 May 2019.", ["Freedom Watch"]),
        ("The clerk left for Berlin in 2015.", []),
    ],
)
def test_the_parties_to_an_event(analyze: Analyze, text: str, expected: list[str]) -> None:
    """Subjects, objects and those with, to or against whom it is done take part, also where a clause shares its subject; places do not."""
    assert analyze(text, date="2019-06-01").timeline[0].actors == expected


def test_a_shared_subject_takes_part_in_every_clause(analyze: Analyze) -> None:
    """Of coordinated verbs, each has the subject of the first."""
    entries = analyze("Maria Lopez was arrested in 2015 and released in 2016.", date="2019-06-01").timeline
    assert [(entry.event_type, entry.actors) for entry in entries] == [("arrest", ["Maria Lopez"]), ("release", ["Maria Lopez"])]
