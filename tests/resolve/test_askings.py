"""Demands chosen by what they ask, and counted."""

from __future__ import annotations

from typing import Any

import pytest
from made import analysis, demand, document, entity

from hrcli.errors import UsageError
from hrcli.records import DemandSource
from hrcli.resolve import Query, count, join, select

WATCH = DemandSource(name="Ana Porter", organization="River Watch")
CORPUS = join(
    [
        analysis(
            document("a", date="2009-02-16"),
            entity("a", "Government of Norland", "public_body", aliases=["Norland"], mentions=3),
            demand("a", "free her", source=WATCH, targets=["Norland"], people=["Lin"], date="2009-02-16", themes=["D3 Liberty"]),
            demand("a", "talk", source=DemandSource(name="Spain, Peru", organization="Spain"), at=30, reported=True, action_category=2),
        ),
        analysis(
            document("b", date="2011"),
            entity("b", "Government of Norland", "public_body"),
            demand("b", "stop it", source=WATCH, targets=["Government of Norland"], date="2011", themes=["D3 Liberty", "D4 Freedoms"]),
        ),
    ]
)


def actions(**query: Any) -> list[str]:
    """The demands that a query finds."""
    return [each.action for each in select(CORPUS, Query(**query)).demands]


def counts(view: str) -> list[tuple[str, int]]:
    """The groups of a view with their sizes."""
    return [(each.name, each.count) for each in count(CORPUS.demands, CORPUS.entities, view)]


@pytest.mark.parametrize("theme", ["D3", "d3", "D", "liberty"])
def test_theme_by_code_letter_or_label(theme: str) -> None:
    """A theme is named by its code, by the letter of its chapter, or by words of its label."""
    assert actions(theme=theme) == ["free her", "stop it"]


def test_theme_is_no_part_of_another_code() -> None:
    """D4 is not D3, and a short word is no label."""
    assert actions(theme="D4") == ["stop it"]
    assert actions(theme="li") == []


def test_category_force_and_polarity() -> None:
    """Each keeps what has it; what has none is left out."""
    assert actions(category=2) == ["talk"]
    assert actions(polarity="refrain") == actions(asked_as="obligation") == []
    assert len(actions(polarity="do", asked_as="appeal")) == 3


def test_own_voice_leaves_out_what_is_reported() -> None:
    """Only what a document itself asks."""
    assert actions(own_voice=True) == ["free her", "stop it"]


@pytest.mark.parametrize("name", ["Peru", "Spain"])
def test_source_is_any_of_those_who_ask_together(name: str) -> None:
    """Each of several askers is found."""
    assert actions(source=name) == ["talk"]


def test_by_target_counts_across_names_and_documents() -> None:
    """A body counts once, under the name that all documents know it by."""
    assert counts("target") == [("Government of Norland", 2)]


def test_by_source_counts_organisations_and_each_of_several() -> None:
    """A speaker counts for the organisation; a joint demand for every one who makes it."""
    assert counts("source") == [("River Watch", 2), ("Peru", 1), ("Spain", 1)]


def test_by_theme_and_person() -> None:
    """A demand counts under each of its themes, and for each person."""
    assert counts("theme") == [("D3 Liberty", 2), ("D4 Freedoms", 1)]
    assert counts("person") == [("Lin", 1)]


def test_a_group_tells_who_when_and_where() -> None:
    """Askers, addressees, first and last date, documents, and a piece of evidence a demand."""
    group = count(CORPUS.demands, CORPUS.entities, "target")[0]
    assert (group.sources, group.targets, group.first, group.last) == (["River Watch"], ["Government of Norland"], "2009-02-16", "2011")
    assert group.documents == ["a", "b"]
    assert [each.quote for each in group.evidence] == ["free her", "stop it"]


def test_an_unknown_view_is_a_usage_error() -> None:
    """The API says which views there are."""
    with pytest.raises(UsageError, match="'colour' is unknown"):
        count([], [], "colour")
