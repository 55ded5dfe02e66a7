"""doubts.py: contradictions between documents, and silence."""

from __future__ import annotations

from datetime import date

from made import case, document, evidence

from hrcli.records import CaseEvent, Detention
from hrcli.resolve.doubts import contradictions, silence

EARLY, LATE = document("a", date="2009-02"), document("b", date="2011-01-17")
DOCUMENTS = {"a": EARLY, "b": LATE}


def said(*cases: Detention) -> list[tuple[str, list[str]]]:
    """The contradictions of some cases: the field and its values."""
    return [(each.field, [saying.value for saying in each.sayings]) for each in contradictions(cases, DOCUMENTS)]


def test_two_sentences_contradict_each_other() -> None:
    """Four years in one document and four and a half in another are both shown, the earlier document's first."""
    assert said(case("b", "Lin Meiyu", sentence="P4Y6M"), case("a", "Lin Meiyu", sentence="P4Y")) == [("sentence", ["P4Y", "P4Y6M"])]


def test_equal_sentences_do_not() -> None:
    """Eighteen months are a year and six months."""
    assert said(case("a", "Lin Meiyu", sentence="P18M"), case("b", "Lin Meiyu", sentence="P1Y6M")) == []


def test_a_month_does_not_contradict_its_days() -> None:
    """An arrest in May 2008 may be one on 3 May 2008, but not one in June."""
    assert said(case("a", "Lin Meiyu", date="2008-05"), case("b", "Lin Meiyu", date="2008-05-03")) == []
    assert said(case("a", "Lin Meiyu", date="2008-05"), case("b", "Lin Meiyu", date="2008-06-03")) == [("date", ["2008-05", "2008-06-03"])]


def test_held_after_a_release_contradicts_it() -> None:
    """Who was released by 2009 and is told of as held in 2011, without a new arrest, is a contradiction."""
    released = case("a", "Lin Meiyu", "released", released="2009-01")
    assert said(released, case("b", "Lin Meiyu", "imprisoned")) == [("status", ["released", "imprisoned"])]


def test_a_new_arrest_explains_custody_after_a_release() -> None:
    """An arrest after the release makes both documents right."""
    again = CaseEvent(type="arrested", date="2010-05", evidence=[evidence("b", "arrested")])
    assert said(case("a", "Lin Meiyu", "released", released="2009-01"), case("b", "Lin Meiyu", "arrested", events=[again])) == []


def test_a_release_after_custody_is_no_contradiction() -> None:
    """Held in 2009 and released by 2011 is how cases go."""
    assert said(case("a", "Lin Meiyu", "imprisoned"), case("b", "Lin Meiyu", "released", released="2010")) == []


def test_who_died_is_not_held_later() -> None:
    """Nobody is held after death, new arrest or not."""
    held = case("b", "Lin Meiyu", "imprisoned", date="2010")
    assert said(case("a", "Lin Meiyu", "died_in_custody", date="2008"), held)[-1] == ("status", ["died_in_custody", "imprisoned"])


def test_evidence_of_a_saying_is_that_of_the_field() -> None:
    """Each value comes with its document, its date and its quote."""
    term = evidence("b", "four years")
    [found] = contradictions(
        [case("a", "Lin Meiyu", sentence="P5Y"), case("b", "Lin Meiyu", sentence="P4Y", fields={"sentence": [term]})], DOCUMENTS
    )
    assert (found.sayings[1].document, found.sayings[1].date, found.sayings[1].evidence) == ("b", "2011-01-17", [term])


def test_silence_counts_whole_years() -> None:
    """Last reported held on 17 January 2011: on 16 January 2020 that is eight years ago, a day later nine."""
    held = case("b", "Lin Meiyu", "imprisoned")
    assert [(s.since, s.years) for day in (16, 17) if (s := silence(held, DOCUMENTS, date(2020, 1, day)))] == [
        ("2011-01-17", 8),
        ("2011-01-17", 9),
    ]


def test_the_free_and_the_undated_are_not_silent() -> None:
    """Who was released is not waited for, and without any date nothing can be said."""
    assert silence(case("b", "Lin Meiyu", "released"), DOCUMENTS, date(2020, 1, 1)) is None
    assert silence(case("c", "Lin Meiyu", "imprisoned"), DOCUMENTS, date(2020, 1, 1)) is None
