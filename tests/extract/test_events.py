"""What each temporal expression dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.extract.telling.eventwords import event_words
from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]
EXAMPLES = [(kind.type, example) for kind in event_words().types for example in kind.examples]


@pytest.mark.parametrize(("expected", "text"), EXAMPLES)
def test_the_examples_of_the_vocabulary(analyze: Analyze, expected: str, text: str) -> None:
    """Every example sentence of lexicon/events.toml tells of an event of its type."""
    assert [entry.event_type for entry in analyze(text, date="2019-06-01").timeline] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court tried the farmer on 4 May 2019.", "past"),
        ("The court will try the farmer on 4 July 2019.", "planned"),
        ("The court did not hear the farmer on 4 May 2019.", "negated"),
        ("The farmer might be tried on 4 July 2019.", "hypothetical"),
        ("The court should free the farmer before 4 July 2019.", "demanded"),
        ("The court should free the farmer who was jailed in May 2018.", "past"),
        ("The minister hopes to visit the square for the first time since the 1989 massacre.", "past"),
    ],
)
def test_modality(analyze: Analyze, text: str, expected: str) -> None:
    """Tense, negation, modals and demands decide whether the event has been, is planned, wished or denied."""
    assert [entry.modality for entry in analyze(text, date="2019-06-01").timeline] == [expected]


def test_the_event_is_the_clause_and_not_the_sentence(analyze: Analyze) -> None:
    """A date in one of two clauses dates that clause alone."""
    text = "The police arrested the farmer on 4 May 2019, and his brother fled to the coast."
    entry = analyze(text, date="2019-06-01").timeline[0]
    assert entry.event == "The police arrested the farmer on 4 May 2019"


def test_actors_are_those_who_do_or_suffer_it(analyze: Analyze) -> None:
    """The named subject and object of the clause are the event's actors."""
    entry = analyze("Maria Lopez met Anna Schmidt in Berlin on 4 May 2019.", date="2019-06-01").timeline[0]
    assert entry.actors == ["Maria Lopez", "Anna Schmidt"]
