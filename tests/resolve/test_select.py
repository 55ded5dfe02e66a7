"""Filters over a corpus."""

from __future__ import annotations

from typing import Any

import pytest
from made import analysis, case, demand, document, entity, entry

from hrcli.errors import UsageError
from hrcli.records import DemandSource
from hrcli.resolve import Corpus, Query, join, names_like, select
from hrcli.resolve.called import like

NETWORK = entity("a", "Rivers International Network", "organization", aliases=["Red Ríos"])
SPEAKER = entity("a", "Anna Porter", aliases=["Porter"], affiliations=["Rivers International Network"])
CORPUS = join(
    [
        analysis(
            document("a", date="2009-02-16", publisher="Rivers International Network", title="Free the writers of Norland"),
            NETWORK,
            SPEAKER,
            entity("a", "Chinese government", "public_body", aliases=["Beijing"]),
            demand(
                "a",
                "free her",
                source=DemandSource(name=NETWORK.name, entity=NETWORK.id),
                targets=["Beijing"],
                people=["Lin"],
                date="2009-02-16",
            ),
            demand("a", "talk", source=DemandSource(name="Anna Porter", entity=SPEAKER.id), date="2009-02-16", at=30),
            demand("a", "leave", source=DemandSource(name="farmers"), reported=True, date="2009-02-16", at=50),
            entity("a", "Lin Meiyu", aliases=["Lin"], native_name="林美玉"),
            case("a", "Lin Meiyu", "imprisoned", native_name="林美玉", date="2008-12"),
            entry("a", "last December", earliest="2008-12-01", latest="2008-12-31", actors=["Lin"], event_type="arrest"),
        ),
        analysis(
            document("b", date="2011", publisher="Land Watch", title="A report"),
            entity("b", "Lin Dawei", aliases=["Lin"]),
            case("b", "Lin Dawei", "released", released="2010-05"),
            demand("b", "stop", source=DemandSource(name="Land Watch"), targets=["the governor"], people=["Lin"], date="2011"),
            entry("b", "2010", earliest="2010-01-01", latest="2010-12-31", actors=["Lin"]),
            entry("b", "now", at=40),
        ),
    ]
)


def ask(**query: Any) -> Corpus:
    """The records that a query finds."""
    return select(CORPUS, Query(**query))


def actions(**query: Any) -> list[str]:
    """The demands that a query finds."""
    return [each.action for each in ask(**query).demands]


@pytest.mark.parametrize("name", ["Rivers International Network", "RIN", "red rios", "rivers international", "RED RÍOS"])
def test_org_is_found_under_all_its_names(name: str) -> None:
    """Full name, initials, alias, part of the name, any case and accents: what the body and its people ask."""
    assert actions(org=name) == ["free her", "talk"]


def test_org_without_an_entity_is_found_by_the_name_of_the_source() -> None:
    """A source that is no entity is compared by its name."""
    assert actions(org="land watch") == ["stop"]


def test_org_finds_what_it_published_and_who_speaks_for_it() -> None:
    """The documents are those that it published, the entities itself and its people."""
    found = ask(org="RIN")
    assert [d.id for d in found.documents] == ["a"]
    assert sorted(e.name for e in found.entities) == ["Anna Porter", "Rivers International Network"]


def test_target_under_another_name() -> None:
    """Who is asked is found under every name of the entity."""
    assert actions(target="Chinese Government") == ["free her"]


@pytest.mark.parametrize("name", ["Lin Meiyu", "meiyu lin", "林美玉"])
def test_person_under_all_names(name: str) -> None:
    """A person is found in either order and in the native script, and the namesake's surname is not taken for theirs."""
    found = ask(person=name)
    assert [each.name for each in found.detained] == ["Lin Meiyu"]
    assert [each.action for each in found.demands] == ["free her"]
    assert [each.text for each in found.timeline] == ["last December"]
    assert [each.name for each in found.entities] == ["Lin Meiyu"]


def test_a_surname_finds_all_who_bear_it() -> None:
    """A surname alone is everybody of that name."""
    assert [each.name for each in ask(person="Lin").detained] == ["Lin Dawei", "Lin Meiyu"]


def test_type_filters_entities_or_events() -> None:
    """A type of entity filters the entities, a type of event the timeline."""
    assert {e.type for e in ask(type="person").entities} == {"person"}
    assert [e.text for e in ask(type="arrest").timeline] == ["last December"]


def test_precision_filters_the_timeline() -> None:
    """A precision keeps the entries that are dated so, and leaves the rest as it is."""
    corpus = join([analysis(document("e"), entry("e", "in May", precision="month"), entry("e", "on 3 May", precision="day", at=9))])
    assert [each.text for each in select(corpus, Query(precision="day")).timeline] == ["on 3 May"]
    assert ask(precision="day").demands == CORPUS.demands


@pytest.mark.parametrize("name", ["Anna Porter", "porter", "RIN", "Rivers International Network", "Red Ríos"])
def test_actor_is_anybody_who_takes_part(name: str) -> None:
    """A person or a body is found under all names among those who take part, and nobody else is."""
    spoke = entry("f", "Monday", actors=["Porter", "Red Ríos"])
    others = entry("f", "Tuesday", actors=["Lin"], at=20)
    known = [
        entity("f", "Anna Porter", aliases=["Porter"]),
        entity("f", "Rivers International Network", "organization", aliases=["Red Ríos"]),
    ]
    corpus = join([analysis(document("f"), spoke, others, *known, entity("f", "Lin Meiyu", aliases=["Lin"]))])
    assert [each.text for each in select(corpus, Query(actor=name)).timeline] == ["Monday"]


def test_an_event_of_two_documents_is_found_by_either() -> None:
    """A row with evidence from two documents is found by both, by its time, and by what each calls its actors."""
    fields: dict[str, Any] = {"date": "2019-05-03", "earliest": "2019-05-03", "latest": "2019-05-03", "precision": "day"}
    told = {"event": "state police arrested several village teachers", "event_type": "arrest", **fields}
    corpus = join(
        [
            analysis(document("g"), entity("g", "Lin Meiyu"), entry("g", "3 May", actors=["Lin Meiyu"], **told)),
            analysis(document("h"), entity("h", "Lin Meiyu", aliases=["Lin"]), entry("h", "Friday", actors=["Lin"], **told)),
        ]
    )
    for query in (
        Query(document="g"),
        Query(document="h"),
        Query(since="2019-05", until="2019-05"),
        Query(person="Lin"),
        Query(actor="Lin"),
    ):
        (row,) = select(corpus, query).timeline
        assert [each.document for each in row.evidence] == ["g", "h"]


def test_status_filters_cases_alone() -> None:
    """A status keeps the cases that have it, and all demands."""
    found = ask(status="released")
    assert [each.name for each in found.detained] == ["Lin Dawei"]
    assert found.demands == CORPUS.demands


@pytest.mark.parametrize(
    "query", [{"type": "persn"}, {"status": "free"}, {"precision": "hour"}, {"since": "last week"}, {"until": "2009-2"}]
)
def test_what_cannot_be_is_a_usage_error(query: dict[str, str]) -> None:
    """Unknown types, statuses, precisions and dates are refused with a hint."""
    with pytest.raises(UsageError) as error:
        ask(**query)
    assert error.value.hint


def test_since_and_until() -> None:
    """Times include their ends, overlap is enough, and what has no date is left out."""
    found = ask(since="2010-05", until="2010")
    assert [each.text for each in found.timeline] == ["2010"]
    assert [each.name for each in found.detained] == ["Lin Dawei"]
    assert (found.demands, found.documents) == ([], [])
    assert [d.id for d in ask(since="2009-02-16", until="2009-02-16").documents] == ["a"]


def test_a_century_is_not_the_answer_to_a_month() -> None:
    """What may have been in any of a hundred years is found only by those who ask for all of them."""
    corpus = join([analysis(document("c"), entry("c", "this century", date="20XX", earliest="2000-01-01", latest="2099-12-31"))])
    assert select(corpus, Query(since="2009-02", until="2009-02")).timeline == []
    assert len(select(corpus, Query(since="1990")).timeline) == 1


def test_governments_of_two_states_are_not_mixed_up() -> None:
    """That one of them is called "the government" does not make it the other."""
    corpus = join(
        [
            analysis(
                document("d"),
                entity("d", "Norland government", "public_body", aliases=["government"], country="NO"),
                entity("d", "U.S. government", "public_body", country="US"),
                demand("d", "talk", targets=["U.S. government"]),
                demand("d", "listen", targets=["Norland government"], at=30),
            )
        ]
    )
    assert [each.action for each in select(corpus, Query(target="Norland government")).demands] == ["listen"]


@pytest.mark.parametrize("name", ["a", "texts/a.txt", "a.txt", "writers of norland"])
def test_document_by_id_path_name_or_title(name: str) -> None:
    """A document is named by its id or the beginning of it, its path, its file name or a part of its title."""
    found = ask(document=name)
    assert [d.id for d in found.documents] == ["a"]
    assert {each.document for each in found.demands} == {"a"}
    assert [each.name for each in found.detained] == ["Lin Meiyu"]


def test_limit_cuts_every_list() -> None:
    """At most so many records of each kind."""
    found = ask(limit=1)
    assert [len(each) for each in (found.documents, found.entities, found.demands, found.detained, found.timeline)] == [1] * 5


def test_nobody_is_nobody() -> None:
    """A name that no record has finds nothing, not everything."""
    assert actions(org="Nobody at all") == []
    assert ask(person="Nobody at all").detained == []


def test_names_like() -> None:
    """A misspelt name is answered with the nearest ones."""
    assert names_like(CORPUS, "Rivers Internatonal Netwrk") == ["Rivers International Network"]
    assert names_like(CORPUS, "Lin Meiyuu")[0] == "Lin Meiyu"
    assert names_like(CORPUS, "zzzz") == []


def test_abbreviations_like_the_one_asked_for() -> None:
    """What is typed in capitals is compared with the initials of names, too."""
    assert like("CHDR", [("Chinese Human Rights Defenders", []), ("Ana Ivić", [])]) == ["CHRD"]
    assert like("chdr", [("Chinese Human Rights Defenders", [])]) == []
