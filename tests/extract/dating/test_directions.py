"""Which way from the writing a bare day or month lies, by the clause that it stands in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

WRITTEN = "2023-09-25"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We welcome the release of the editor Ada Brook on 14 September, after 200 days.", "2023-09-14"),
        ("The Council condemns the raid on the paper on 4 December.", "2022-12-04"),
        ("We are deeply concerned about the arrest on 20 December of two lawyers.", "2022-12-20"),
        ("We look forward to the vote on 4 November.", "2023-11-04"),
        ("At its Periodic Review in Geneva in January, ten states asked the government for news.", "2023-01"),
        ("The hearing was put off to Friday.", "2023-09-29"),
        ("The trial was pushed back to 4 December.", "2023-12-04"),
        ("Let them out before Christmas", "2023-12-25"),
        ("Put an end to the trials before 4 December.", "2023-12-04"),
        ("We would welcome a reply before the summer.", "2024-22"),
        ("They hope to be home by Easter.", "2024-03-31"),
        ("He was taken at Easter.", "2023-04-09"),
    ],
)  # fmt: skip
def test_what_is_welcomed_has_been_and_what_is_put_off_is_to_come(
    text: str, expected: str, analyze: Callable[..., DocumentAnalysis]
) -> None:
    """Reactions in the present look back, delays and orders ahead."""
    assert expected in [entry.date for entry in analyze(text, date=WRITTEN).timeline]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was seen on Monday of last week.", "2023-09-18"),
        ("He came on Tuesday last week.", "2023-09-19"),
        ("He goes to court on Friday next week.", "2023-10-06"),
        ("She left last week on Thursday.", "2023-09-21"),
        ("All five were charged over a rally on 19 October 2020. Ada was held two days after the rally.", "2020-10-21"),
        ("The report covers arrests, January to June 2019.", "2019-01/2019-06"),
    ],
)  # fmt: skip
def test_a_day_by_its_week_its_event_or_its_period(text: str, expected: str, analyze: Callable[..., DocumentAnalysis]) -> None:
    """A weekday of another week, days after what was told before, and the months of a report."""
    assert expected in [entry.date for entry in analyze(text, date=WRITTEN).timeline]


@pytest.mark.parametrize(
    "text",
    [
        "She was arrested on 20 April 2020, two weeks before the election.",
        "He was sentenced on 4 May 2020. He got eight months after the trial.",
    ],
)
def test_days_beside_an_event_that_has_no_date_stay_unknown(text: str, analyze: Callable[..., DocumentAnalysis]) -> None:
    """What the sentence dates itself is not counted again."""
    assert [entry.date for entry in analyze(text, date=WRITTEN).timeline if "weeks" in entry.text] in ([], [None])


def test_the_season_of_an_issue_counts_as_its_middle(analyze: Callable[..., DocumentAnalysis]) -> None:
    """In the newsletter of spring 2024 December has been, May is to come."""
    found = analyze("In December he was freed. On 2 May he goes on trial.", date="2024-21").timeline
    assert [entry.date for entry in found] == ["2023-12", "2024-05-02"]


def test_a_list_of_half_a_year_keeps_its_bare_months_in_it(analyze: Callable[..., DocumentAnalysis]) -> None:
    """By the line above it that names the period."""
    text = "CASE LIST, JULY TO DECEMBER 2012\n\nSentenced on 8 November 2010. His appeal was adjourned in October for the sixth time."
    assert "2012-10" in [entry.date for entry in analyze(text, date="2013-01-14").timeline]


@pytest.mark.parametrize(
    "text",
    [
        "The union is angry. The court upheld the sentence on Tuesday.",
        "Guards withheld food on Tuesday.",
        "He underwent surgery on Tuesday.",
    ],
)
def test_pasts_that_look_like_plain_forms(text: str, analyze: Callable[..., DocumentAnalysis]) -> None:
    """What a court upheld has been."""
    assert [entry.date for entry in analyze(text, date=WRITTEN).timeline] == ["2023-09-19"]
