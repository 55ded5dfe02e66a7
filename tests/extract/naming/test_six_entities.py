"""One man is not six: the names of issue 2049 of Datashare, whose users had to see each of them as an entity of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]

STATEMENT = """Statement on the case of a lawyer

The lawyer John Doe was arrested on Monday. He said that he had done nothing. On Tuesday J. Doe was charged by a court, and
Mr Doe was beaten in his cell. His wife told us that they had seen John D. on Friday. She and the guards agree that John D was ill.

DOE, John: sentenced to three years in prison.

The United States should speak for him. The US has said nothing so far. The U.S. must not be silent.
The States must press for his release.
"""


def test_six_names_are_one_man(analyze: Analyze) -> None:
    """'John Doe', 'John D', 'John D.', 'Mr Doe', 'J. Doe' and 'DOE, John' are one person, and pronouns are none."""
    people = [entity for entity in analyze(STATEMENT).entities if entity.type == "person"]
    assert [entity.name for entity in people] == ["John Doe"]
    assert {"John D.", "John D", "J. Doe", "Doe", "DOE, John"} <= set(people[0].aliases)


def test_pronouns_are_nobody(analyze: Analyze) -> None:
    """ "He", "she", "they" and "his" are no entities and no names of any."""
    names = {name.lower() for entity in analyze(STATEMENT).entities for name in (entity.name, *entity.aliases)}
    assert names.isdisjoint({"he", "she", "they", "his", "him", "it", "we", "her"})


def test_a_country_is_one_actor(analyze: Analyze) -> None:
    """'United States', 'US', 'U.S.' and 'the States' are one body."""
    bodies = [entity for entity in analyze(STATEMENT).entities if entity.type == "public_body" and entity.country == "US"]
    assert [entity.name for entity in bodies] == ["United States"]
    assert {"US", "U.S.", "The States"} <= set(bodies[0].aliases)


@pytest.mark.parametrize(
    "text",
    [
        "The committee reminded the States Parties of their duties. The United States has not replied to the States concerned.",
        "Kenya wrote to the States of the region and asked for help.",
    ],
)
def test_states_in_general_are_no_country(analyze: Analyze, text: str) -> None:
    """ "The States" are states of whatever name where the text says so, or does not speak of the United States."""
    assert all("the States" not in (entity.name, *entity.aliases) for entity in analyze(text).entities)


def test_a_surname_before_its_comma(analyze: Analyze) -> None:
    """A list that begins its lines with surnames in capitals names people in the usual order."""
    people = {e.name for e in analyze("Those still held:\n\nKAMARA, Peter\nDOE, Mary Anne\n").entities if e.type == "person"}
    assert people == {"Peter Kamara", "Mary Anne Doe"}
