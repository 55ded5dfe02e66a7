"""Case files across documents."""

from __future__ import annotations

from made import analysis, case, document, entity, evidence

from hrcli.records import CaseEvent, Detention
from hrcli.resolve import join

EARLY, LATE = document("a", date="2009-02"), document("b", date="2011-01-17")


def event(where: str, type_: str, date: str | None) -> CaseEvent:
    """One step of a case."""
    return CaseEvent(type=type_, date=date, evidence=[evidence(where, type_)])  # type: ignore[arg-type]


def merged(one: Detention, other: Detention) -> Detention:
    """The one case of a person named in both documents."""
    [row] = join([analysis(EARLY, entity("a", "Lin Meiyu"), one), analysis(LATE, entity("b", "Lin Meiyu"), other)]).detained
    return row


def test_the_status_is_the_latest() -> None:
    """The later document has the last word; what it leaves open comes from the earlier one."""
    row = merged(
        case("a", "Lin Meiyu", "arrested", date="2008-12", occupation="writer", charge="subversion"),
        case("b", "Lin Meiyu", "imprisoned", sentence="P11Y", native_name="林美玉", allegations=["torture"], certain=False),
    )
    assert (row.status, row.certain, row.date, row.sentence, row.charge) == ("imprisoned", False, "2008-12", "P11Y", "subversion")
    assert (row.native_name, row.occupation, row.allegations, row.documents) == ("林美玉", "writer", ["torture"], ["a", "b"])


def test_events_are_in_the_order_of_their_dates() -> None:
    """Steps that two documents tell are one with the evidence of both; undated steps come last."""
    told = [event("b", "sentenced", "2009-12-25"), event("b", "detained", "2008-12-08"), event("b", "appealed", None)]
    row = merged(case("a", "Lin Meiyu", events=[event("a", "detained", "2008-12-08")]), case("b", "Lin Meiyu", "imprisoned", events=told))
    assert [(step.type, step.date, len(step.evidence)) for step in row.events] == [
        ("detained", "2008-12-08", 2), ("sentenced", "2009-12-25", 1), ("appealed", None, 1),
    ]  # fmt: skip


def test_a_new_arrest_is_not_dated_from_before_a_release() -> None:
    """The date and charge of an earlier custody are not those of a later one."""
    row = merged(case("a", "Lin Meiyu", "released", date="2001", charge="theft", released="2008"), case("b", "Lin Meiyu", "detained"))
    assert (row.status, row.date, row.charge, row.released) == ("detained", None, None, None)


def test_a_surname_is_who_it_is_in_its_document() -> None:
    """A case told under a surname belongs to the one person of the document who bears it."""
    near = entity("b", "Ngozi Okoye", aliases=["Okoye"])
    [row] = join([analysis(EARLY, case("a", "Ngozi Okoye")), analysis(LATE, near, case("b", "Okoye", "released"))]).detained
    assert (row.name, row.status) == ("Ngozi Okoye", "released")


def test_groups_stay_with_their_documents() -> None:
    """Counted groups are not joined, equal as they may be."""
    groups = [analysis(EARLY, case("a", None, group="monks", count=5)), analysis(LATE, case("b", None, group="monks", count=5))]
    assert [row.count for row in join(groups).detained] == [5, 5]


def test_namesakes_have_two_cases() -> None:
    """Different native names are different cases."""
    one, other = case("a", "Wang Wei", native_name="王伟"), case("b", "Wang Wei", native_name="王薇")
    assert len(join([analysis(EARLY, one), analysis(LATE, other)]).detained) == 2


def test_fields_keep_the_evidence_of_every_document() -> None:
    """The evidence of one field is that of all documents that speak of it."""
    one, other = evidence("a", "Beijing"), evidence("b", "Jinzhou prison")
    row = merged(case("a", "Lin Meiyu", fields={"place": [one]}), case("b", "Lin Meiyu", fields={"place": [other]}))
    assert row.fields == {"place": [one, other]}


def test_an_event_told_more_exactly_elsewhere_is_one() -> None:
    """An arrest "in December 2008" is the one of 8 December 2008; one of several days of a month stays for itself."""
    exact = [event("b", "arrested", "2008-12-08"), event("b", "tried", "2009-05-04"), event("b", "tried", "2009-05-06")]
    rough = [event("a", "arrested", "2008-12"), event("a", "tried", "2009-05")]
    row = merged(case("a", "Lin Meiyu", events=rough), case("b", "Lin Meiyu", "imprisoned", events=exact))
    assert [(step.type, step.date, len(step.evidence)) for step in row.events] == [
        ("arrested", "2008-12-08", 2), ("tried", "2009-05", 1), ("tried", "2009-05-04", 1), ("tried", "2009-05-06", 1),
    ]  # fmt: skip


def test_events_of_one_day_come_in_the_order_of_a_case() -> None:
    """Arrest, charge, trial, sentence."""
    told = [event("a", kind, "2009-05-04") for kind in ("sentenced", "arrested", "tried", "charged")]
    row = merged(case("a", "Lin Meiyu", events=told), case("b", "Lin Meiyu"))
    assert [step.type for step in row.events] == ["arrested", "charged", "tried", "sentenced"]
