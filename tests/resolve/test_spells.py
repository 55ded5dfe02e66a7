"""spells.py: from when to when somebody was held."""

from __future__ import annotations

from typing import Any

from made import case, document, evidence

from hrcli.records import CaseEvent
from hrcli.resolve.spells import held, spells

DOCUMENTS = {"a": document("a", date="2009-02"), "b": document("b", date="2011-01-17"), "c": document("c")}


def event(kind: Any, date: str | None) -> CaseEvent:
    """A step of a case."""
    return CaseEvent(type=kind, date=date, evidence=[evidence("b", kind)])


def found(where: str = "b", status: Any = "detained", **rest: Any) -> list[tuple[str, str | None]]:
    """The spells of a case as pairs of days."""
    return [(spell.first, spell.last) for spell in spells(case(where, "Lin Meiyu", status, **rest), DOCUMENTS)]


def test_from_arrest_to_release() -> None:
    """A date that is not exact counts as wide as it may be."""
    assert found(status="released", date="2008-05", released="2010") == [("2008-05-01", "2010-12-31")]


def test_without_a_release_there_is_no_end() -> None:
    """Who is held, without a term, is held until something else is told."""
    assert found(date="2008-05-03") == [("2008-05-03", None)]
    assert found(date="2008-05-03", sentence="life") == [("2008-05-03", None)]


def test_a_term_ends_custody() -> None:
    """A sentence counts from the arrest; a later document that still tells of custody goes on."""
    assert found(status="imprisoned", date="2008-05-31", sentence="P4Y1M") == [("2008-05-31", "2012-06-30")]
    assert found(status="imprisoned", date="2008-05-03", sentence="P1Y") == [("2008-05-03", "2011-01-17")]
    assert found(status="sentenced", date="2008-05-03", sentence="P1Y") == [("2008-05-03", "2009-05-03")]


def test_without_an_arrest_the_documents_date_counts() -> None:
    """Custody of unknown beginning begins with the first dated document; without any date nothing is known."""
    assert found() == [("2011-01-17", None)]
    assert found(where="c") == []


def test_undated_release_ends_with_the_document() -> None:
    """Somebody is free at the latest when a document says so."""
    assert found(status="released", date="2008") == [("2008-01-01", "2011-01-17")]
    assert found(status="released") == []


def test_two_spells() -> None:
    """A new arrest after a release begins a new custody, even if the year of the release reaches beyond it."""
    events = [event("detained", "2007"), event("released", "2008"), event("arrested", "2010-03-04")]
    assert found(events=events) == [("2007-01-01", "2008-12-31"), ("2010-03-04", None)]
    assert found(events=[event("detained", "2007"), event("released", "2010"), event("arrested", "2010-03-04")])[-1] == ("2010-03-04", None)


def test_death_is_an_end() -> None:
    """The date of a death is no date of arrest."""
    assert found(status="executed", date="2010", events=[event("died", "2010")]) == [("2010-12-31", "2010-12-31")]


def test_held_on_a_day() -> None:
    """Both ends of a custody belong to it."""
    freed = case("b", "Lin Meiyu", "released", date="2008-05-03", released="2009-06-04")
    days = ("2008-05-02", "2008-05-03", "2009-06-04", "2009-06-05")
    assert [held(freed, DOCUMENTS, day, day) for day in days] == [False, True, True, False]
    assert held(freed, DOCUMENTS, "2009-06-01", "2009-12-31")


def test_a_term_beyond_the_calendar_has_no_end() -> None:
    """Eight thousand years are no date."""
    assert found(date="2008", sentence="P8000Y") == [("2008-01-01", None)]
