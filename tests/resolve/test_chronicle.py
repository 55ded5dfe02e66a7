"""One event that several sentences tell of is one entry of the timeline, and two events are two."""

from __future__ import annotations

from typing import Any

import pytest
from made import analysis, document, entity, entry
from msgspec.structs import replace

from hrcli.records import TimelineEntry, Timex3
from hrcli.resolve import join

DAY = "2019-05-03"


def told(where: str, event: str | None, type_: str = "arrest", *, at: int = 0, text: str = "3 May", **rest: Any) -> TimelineEntry:
    """An entry of that day in a document."""
    given = {"date": DAY, "earliest": rest.get("date", DAY), "latest": rest.get("date", DAY), "precision": "day", **rest}
    return entry(where, text, event=event, event_type=type_, at=at, **given)


def timeline(*entries: TimelineEntry, entities: tuple[Any, ...] = (), dates: dict[str, str] | None = None) -> list[TimelineEntry]:
    """The timeline of documents that say these entries; every one knows those of `entities` that are its own."""
    where = sorted({each.document for each in entries})
    return join(
        analysis(
            document(id_, date=(dates or {}).get(id_)),
            *(each for each in entities if each.documents == [id_]),
            *(each for each in entries if each.document == id_),
        )
        for id_ in where
    ).timeline


def persons(*pairs: tuple[str, str]) -> tuple[Any, ...]:
    """A person entity for each document and name."""
    return tuple(entity(where, name) for where, name in pairs)


def test_one_arrest_in_two_documents() -> None:
    """The row has the smallest id, the words of the earlier document, the evidence and the actors of both."""
    later = told("a", "Lin was seized at home by the Norhaven Police Bureau", actors=["Lin", "Norhaven Police Bureau"])
    earlier = told("b", "Lin Meiyu was arrested on 3 May", text="3 May 2019", actors=["Lin Meiyu"])
    known = (*persons(("b", "Lin Meiyu")), entity("a", "Lin Meiyu", aliases=["Lin"]), entity("a", "Norhaven Police Bureau", "public_body"))
    (row,) = timeline(later, earlier, entities=known, dates={"a": "2019-06-01", "b": "2019-05-04"})
    assert (row.id, row.document, row.text, row.event) == (later.id, "b", "3 May 2019", "Lin Meiyu was arrested on 3 May")
    assert row.actors == ["Lin Meiyu", "Norhaven Police Bureau"]
    assert row.evidence == [*earlier.evidence, *later.evidence]


def test_two_arrests_on_one_day() -> None:
    """Different persons, and one who was held with each of two others, are not mixed up, though the same police took them."""
    known = persons(("a", "Lin Meiyu"), ("b", "Omar Haddad"), ("c", "Lin Meiyu"), ("d", "Lin Meiyu"), ("c", "Ana Rook"), ("d", "Tom Vale"))
    police = tuple(entity(where, "Norhaven Police Bureau", "public_body") for where in "ab")
    one = told("a", "Norhaven Police Bureau arrested Lin Meiyu", actors=["Norhaven Police Bureau", "Lin Meiyu"])
    other = told("b", "Norhaven Police Bureau arrested Omar Haddad", actors=["Norhaven Police Bureau", "Omar Haddad"])
    assert len(timeline(one, other, entities=(*known, *police))) == 2
    first = told("c", "Lin Meiyu and Ana Rook were arrested", actors=["Lin Meiyu", "Ana Rook"])
    second = told("d", "Lin Meiyu and Tom Vale were arrested", actors=["Lin Meiyu", "Tom Vale"])
    assert len(timeline(first, second, entities=known)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Lin Meiyu was arrested by state police in the city of Norhaven",
            "Omar Haddad was arrested by state police in the city of Norhaven",
        ),
        ("state police arrested 43 people in the main square", "state police arrested 41 people in the main square"),
        ("He was arrested", "He was arrested"),
        ("state police arrested writers", "soldiers surrounded the university"),
    ],
)
def test_names_and_numbers_tell_apart(one: str, other: str) -> None:
    """Where no actor is known, other names, other numbers, few words or other words make two events."""
    assert len(timeline(told("a", one), told("b", other))) == 2


def test_without_actors_the_words_decide() -> None:
    """Nearly the same words of one day are one event, of whatever type."""
    for type_ in ("protest", "other"):
        one = told("a", "thousands of workers marched through the centre of Norhaven on 3 May", type_)
        other = told("b", "thousands of workers marched through Norhaven on Friday", type_, text="Friday")
        assert len(timeline(one, other)) == 1


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        ({}, 1),
        ({"date": "2019-05-04"}, 2),
        ({"date": "2019-05", "precision": "month"}, 2),
        ({"date": "XXXX-05-03", "earliest": None, "latest": None}, 2),
        ({"modality": "planned"}, 2),
        ({"event_type": "trial"}, 2),
    ],
)
def test_date_type_and_modality_agree(change: dict[str, Any], rows: int) -> None:
    """What was on another day, is less exact, has no year, is only planned, or is something else, is another event."""
    known = persons(("a", "Lin Meiyu"), ("b", "Lin Meiyu"))
    fields: dict[str, Any] = {"type_": change.pop("event_type", "arrest"), **change}
    made = told("b", "police took Lin Meiyu", actors=["Lin Meiyu"], **fields)
    assert len(timeline(told("a", "Lin Meiyu was arrested", actors=["Lin Meiyu"]), made, entities=known)) == rows


def test_two_days_in_vague_words() -> None:
    """An entry that gives a month is never merged, however much its words are like another's."""
    vague = {"date": "2019-05", "precision": "month"}
    assert len(timeline(told("a", "Lin Meiyu was arrested", **vague), told("b", "Lin Meiyu was arrested", **vague))) == 2


def test_two_statements_of_one_body() -> None:
    """Who speaks twice on a day says two things, unless the words are alike."""
    known = tuple(entity(where, "Rivers International Network", "organization") for where in "abc")
    said = {"type_": "statement", "actors": ["Rivers International Network"]}
    one = told("a", "Rivers International Network called the trial of the farmers unfair", **said)
    like = told("b", "Rivers International Network called the trial unfair", **said)
    unlike = told("c", "Rivers International Network welcomed new dams", **said)
    rows = timeline(one, like, unlike, entities=known)
    assert sorted(len(row.evidence) for row in rows) == [1, 2]


def test_the_time_of_day_tells_apart() -> None:
    """Two clock times are two events; a day without a time agrees with either."""
    known = persons(("a", "Lin Meiyu"), ("b", "Lin Meiyu"))

    def at(where: str, clock: str) -> TimelineEntry:
        timex3 = Timex3(type="TIME", value=f"{DAY}T{clock}")
        return replace(told(where, "Lin Meiyu was arrested", actors=["Lin Meiyu"], timex3=timex3), kind="time")

    assert len(timeline(at("a", "10:00"), at("b", "22:00"), entities=known)) == 2
    assert len(timeline(at("a", "10:00"), told("b", "Lin Meiyu was seized", actors=["Lin Meiyu"]), entities=known)) == 1


def test_title_and_body() -> None:
    """Within a document, what is told twice in the same words is one event, and what has other words is another."""
    title = told("a", "Writers Arrested in the Norhaven Book Market", at=0)
    body = told("a", "writers were arrested in the Norhaven book market", at=90)
    more = told("a", "writers were arrested in the Norhaven book market and beaten", at=190)
    assert sorted(len(row.evidence) for row in timeline(title, body, more)) == [1, 2]


def test_dateline_is_no_event() -> None:
    """Two documents of one day, of which no more is said than the day, stay two rows."""
    assert len(timeline(told("a", "3 May", "other"), told("b", "3 May", "other"))) == 2
