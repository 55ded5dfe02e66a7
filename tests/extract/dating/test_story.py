"""Bare months and days of a story that a text tells from a date on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]
WRITTEN = "2022-10-28"


def dates(analysis: DocumentAnalysis) -> dict[str, str | None]:
    return {entry.text: entry.date for entry in analysis.timeline}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada was seized in March 2017. In June she was tried.", {"June": "2017-06"}),
        ("Ada was held on 4 March 2017. On 12 June she was tried. She died in January.", {"12 June": "2017-06-12", "January": "2018-01"}),
        ("In 2017 the police raided the paper. On 4 July they seized its owner.", {"4 July": "2017-07-04"}),
        ("He was led away on 4 May 2017. Nobody knew why. The trial went on into August.", {"August": "2017-08"}),
        ("He was led away on 4 May 2017. Two years later he was freed. In June he fled.", {"June": "2019-06"}),
    ],
)  # fmt: skip
def test_a_story_goes_on_from_its_date(analyze: Analyze, text: str, expected: dict[str, str]) -> None:
    """What was done in a bare month soon after a date in the same paragraph was done in the next such month."""
    assert dates(analyze(text, date=WRITTEN)).items() >= expected.items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada was seized in May 2018. She has been held in Port since June.", {"June": "2022-06"}),
        ("Ada was seized in May 2018. The trial will open in June.", {"June": "2023-06"}),
        ("Ada was tried on 27 May 2019. There is still no verdict. In August she told her sons of it.", {"August": "2022-08"}),
        ("Ada, who was seized on 19 January 2019 and tried on 27 May 2021, is ill. In August she told her sons.", {"August": "2022-08"}),
        ("The law of May 2018 banned songs. In June a singer was jailed.", {"June": "2022-06"}),
        ("Ada was seized in May 2018.\n\nIn June a singer was jailed.", {"June": "2022-06"}),
        ("Ada was seized in May 2022. In December a singer was jailed.", {"December": "2021-12"}),
    ],
)
def test_what_is_no_story_counts_from_the_writing(analyze: Analyze, text: str, expected: dict[str, str]) -> None:
    """What has been since, what is to come, asides, names, other paragraphs and what had not come yet."""
    assert dates(analyze(text, date=WRITTEN)).items() >= expected.items()


def test_a_story_needs_no_date_of_the_document(analyze: Analyze) -> None:
    """Where nobody knows when a text was written, its story still goes on."""
    assert dates(analyze("Ada was seized in March 2017. In June a court jailed her."))["June"] == "2017-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada was sentenced to 11 years after her arrest on 26 February 2021. In March she was driven away.", {"March": "2022-03"}),
        ("She was picked up on 12 November 2020. She served her two years and came out on 11 May.", {"11 May": "2022-05-11"}),
        ("He was freed on 20 October. He had been held on 4 May 2021. Forty were let out on 20 October.", {"20 October": "2022-10-20"}),
    ],
)  # fmt: skip
def test_a_story_does_not_go_on_over_years_or_from_what_only_dates_a_deed(analyze: Analyze, text: str, expected: dict[str, str]) -> None:
    """After a term has been served, from the day of an arrest that is named in passing, or for a day told before."""
    assert dates(analyze(text, date=WRITTEN)).items() >= expected.items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was born on 4 May 1980. On 12 June police took him.", {"12 June": "2022-06-12"}),
        ("He was born on 4 June 1980. On 12 June police took him.", {"12 June": "2022-06-12"}),
        ("He was born in June 1975 and was detained on 3 July.", {"3 July": "2022-07-03"}),
        ("The group was founded in May 2008. In July police raided its office.", {"July": "2022-07"}),
    ],
)
def test_no_story_begins_with_a_birth_or_a_foundation(analyze: Analyze, text: str, expected: dict[str, str]) -> None:
    """What is told next happened lately, not in the year of birth."""
    assert dates(analyze(text, date=WRITTEN)).items() >= expected.items()
