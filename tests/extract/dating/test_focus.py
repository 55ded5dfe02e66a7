"""From which date of the text a relative expression counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bail came on 3 May 2012. The guards, who had been hired on 4 April 2011, left the next day.", {"the next day": "2012-05-04"}),
        ("She was freed on 3 May 2012. Ada, who had been held two days earlier, left the next day.", {"the next day": "2012-05-04"}),
        ("He had been seized on 3 May 2011 and had been moved the next day.", {"the next day": "2011-05-04"}),
        ("Ben had been seized on 3 May 2011; Ada was picked up ten days later.", {"ten days later": "2011-05-13"}),
        ("Ben, who had been seized on 3 May 2011 and moved ten days later, is free.", {"ten days later": "2011-05-13"}),
    ],
)  # fmt: skip
def test_what_had_been_before_moves_no_story_on(analyze: Analyze, text: str, expected: dict[str, str]) -> None:
    """A date of a relative clause in the past perfect is told in passing: what follows counts from the story's own."""
    found = {entry.text: entry.date for entry in analyze(text, date="2013-01-01").timeline}
    assert found.items() >= expected.items()


def test_that_morning_is_the_one_that_was_told(analyze: Analyze) -> None:
    """ "That same morning" goes back to the day that an hour was told of, and "the following day" goes on from there."""
    text = (
        "On 3 May 2012, at about 5 am, they burst in. Two days later a judge held him. "
        "A boy seized that same morning was freed the following day."
    )
    found = {entry.text: entry.date for entry in analyze(text, date="2013-01-01").timeline}
    assert (found["that same morning"], found["the following day"]) == ("2012-05-03", "2012-05-04")


def test_what_came_later_ends_with_its_paragraph(analyze: Analyze) -> None:
    """A later date told in passing does not carry over to the next paragraph; one that opens its sentence does."""
    text = (
        "Ada was seized on 3 May 2012. Her brother left two years later.\n\nA friend died that August.\n\n"
        "Four years later she fled.\n\nShe died that autumn."
    )
    found = {entry.text: entry.date for entry in analyze(text, date="2019-01-01").timeline}
    assert (found["that August"], found["that autumn"]) == ("2012-08", "2016-23")
