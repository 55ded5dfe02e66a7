"""The component that finds temporal expressions on a tagged and parsed text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.extract.dating.timewords import words
from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]


def dates(analysis: DocumentAnalysis) -> dict[str, str | None]:
    """Expression -> EDTF date, or TimeML value where there is no date."""
    return {entry.text: entry.date or (entry.timex3.value if entry.timex3 else None) for entry in analysis.timeline}


@pytest.mark.parametrize("example", words().examples, ids=lambda example: example.text[:40])
def test_the_examples_of_the_vocabulary(analyze: Analyze, example: object) -> None:
    """Every example sentence of lexicon/time.toml gives the expressions and values that stand with it."""
    assert dates(analyze(example.text, date=example.date)) == example.finds  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The baker was arrested on Friday.", {"Friday": "2011-04-22"}),
        ("The baker will be tried on Friday.", {"Friday": "2011-04-29"}),
        ("The court must hear him by Friday.", {"Friday": "2011-04-29"}),
        ("The baker was arrested in June.", {"June": "2010-06"}),
        ("Ministers will meet in June.", {"June": "2011-06"}),
        ("The baker has been held since June.", {"June": "2010-06"}),
        ("The trial opens on 3 May.", {"3 May": "2011-05-03"}),
        ("The baker could not be reached on Monday.", {"Monday": "2011-04-25"}),
        ("The farmer was placed under guard and freed on 3 March.", {"3 March": "2011-03-03"}),
    ],
)
def test_bare_days_take_the_direction_of_their_clause(analyze: Analyze, text: str, expected: dict[str, str]) -> None:
    """The tense of the governing verb places a bare weekday or month before or after the document's date (a Tuesday)."""
    assert dates(analyze(text, date="2011-04-26")) == expected


def test_the_text_carries_its_own_dates_on(analyze: Analyze) -> None:
    """Days counted from an earlier date of the text are counted from that one, not from the document's."""
    text = "The nurse was seized on 5 September 2009. Ten days later she was moved, and the next day she was charged."
    found = dates(analyze(text, date="2011-04-26"))
    assert found["Ten days later"] == "2009-09-15"
    assert found["the next day"] == "2009-09-16"


def test_every_entry_has_its_bounds_and_precision(analyze: Analyze) -> None:
    """A dated entry says the days it covers, how exact it is, and what it was resolved against."""
    entry = analyze("The visit lasted from 16-18 February.", date="2011-04-26").timeline[0]
    assert (entry.date, entry.earliest, entry.latest, entry.precision) == ("2011-02-16/2011-02-18", "2011-02-16", "2011-02-18", "range")
    assert entry.anchor == "document date 2011-04-26"


def test_an_address_on_the_net_is_no_date(analyze: Analyze) -> None:
    """A date inside a link belongs to the link."""
    assert analyze("See https://news.example/2011/04/15/story for more.", date="2011-04-26").timeline == []


def test_without_a_document_date_nothing_is_taken_from_the_clock(analyze: Analyze) -> None:
    """The year that nobody says stays open, and "today" is only the present."""
    assert dates(analyze("The baker was arrested on March 12.")) == {"March 12": "XXXX-03-12"}
    assert dates(analyze("The baker is free today.")) == {"today": "PRESENT_REF"}
