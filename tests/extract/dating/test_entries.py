"""Logs of dated updates: which day stands at the head of each entry, and what is counted from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from hrcli.extract.dating import entries, timegrammar
from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]
TOKENIZER = spacy.blank("en")

HEADINGS = """6 February 2023
Moved again
She was moved yesterday.

27 January 2023
Held
She was seized on Monday.
"""
LEADING = """6 February 2023 – The poet was moved yesterday.

27 January 2023 – The poet was seized on Monday.

The appeal will be heard tomorrow.
"""
BRACKETS = """[UPDATE: February 6, 2023] The poet was moved yesterday.

[UPDATE: January 27, 2023] The poet was seized on Monday.
"""
BY_YEAR = """2012

4 May: The poet was seized the day before.

2013

2 January: The poet was moved yesterday.
"""


def heads(text: str, base: str | None = "2023-02-07") -> list[str]:
    return [entry.date for entry in entries.find(text, timegrammar.find(TOKENIZER(text)), base)]


@pytest.mark.parametrize("text", [HEADINGS, LEADING, BRACKETS, LEADING.replace(" –", ":"), LEADING.replace("6 F", "Update 2, 6 F")])
def test_the_days_at_the_heads_of_entries(text: str) -> None:
    """A date that is a heading, or begins a paragraph with a dash, a colon or in brackets, opens an entry."""
    assert heads(text) == ["2023-02-06", "2023-01-27"]


def test_a_year_heads_the_days_below_it() -> None:
    """Days without a year belong to the year that stands above them."""
    assert heads(BY_YEAR) == ["2012-05-04", "2013-01-02"]


@pytest.mark.parametrize(
    "text",
    [
        "6 February 2023\n\nThe poet was moved yesterday.\n",
        "6 February 2023\n\nThe poet was moved.\n\n27 January 2023 was the day of her arrest.\n",
        "Arrested:\n4 May 2012\n\nTried:\n9 June 2012\n\nBorn:\n1 March 1980\n",
    ],
    ids=["dateline", "sentence", "unordered"],
)
def test_what_is_no_log(text: str) -> None:
    """The date of the document, dates in sentences, and dates in no order make no log."""
    assert heads(text) == []


@pytest.mark.parametrize("text", [HEADINGS, LEADING, BRACKETS])
def test_an_entry_is_read_from_its_own_day(analyze: Analyze, text: str) -> None:
    """In an entry "yesterday" and a weekday are counted from the day at its head."""
    found = {entry.text: entry.date for entry in analyze(text, date="2023-02-07").timeline}
    assert found["yesterday"] == "2023-02-05"
    assert found["Monday"] == "2023-01-23"


def test_what_follows_the_log_is_read_from_the_documents_day(analyze: Analyze) -> None:
    """The last entry that begins with its date ends with its paragraph."""
    found = {entry.text: entry.date for entry in analyze(LEADING, date="2023-02-07").timeline}
    assert found["tomorrow"] == "2023-02-08"
