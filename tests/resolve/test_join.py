"""One corpus of several analyses."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made import analysis, case, demand, document, entity, entry

from hrcli.records import DemandSource, DocumentAnalysis, Evidence
from hrcli.resolve import Corpus, join

NAMES = ["Lin Meiyu", "Meiyu Lin", "Lin", "Anna Porter", "Porter", "Anna B. Porter", "林美玉"]
BODIES = ["Rivers International Network", "RIN", "China", "Chinese government", "Ministry of Justice", "United Nations", "U.N."]
EVENTS = ["Lin Meiyu was arrested at home by state police", "state police arrested Lin Meiyu at home", "state police arrested her", None]


@st.composite
def analyses(draw: st.DrawFn) -> list[DocumentAnalysis]:
    """Up to five documents, each with a few persons, bodies, cases and dated events."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        where = f"d{number}"
        persons = draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))
        roles = st.lists(st.sampled_from(["President", "lawyer"]), max_size=1)
        native = st.sampled_from([None, "林美玉", "林眉羽"])
        records = [entity(where, name, roles=draw(roles), native_name=draw(native), mentions=draw(st.integers(1, 3))) for name in persons]
        kinds = st.sampled_from(["organization", "public_body", "place"])
        bodies = draw(st.lists(st.tuples(st.sampled_from(BODIES), kinds), max_size=3, unique=True))
        records += [entity(where, name, kind, aliases=draw(st.sampled_from([[], ["RIN"]]))) for name, kind in bodies]
        held = draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))
        told = draw(st.lists(st.tuples(st.sampled_from(EVENTS), st.lists(st.sampled_from([*NAMES, *BODIES]), max_size=2)), max_size=3))
        records += [
            entry(
                where,
                "3 May",
                at=at,
                event=event,
                actors=actors,
                event_type="arrest",
                precision="day",
                date="2019-05-03",
                earliest="2019-05-03",
                latest="2019-05-03",
            )
            for at, (event, actors) in enumerate(told)
        ]
        date = draw(st.sampled_from([None, "1998-06-23", "2009-02", "2011"]))
        made.append(analysis(document(where, date=date), *records, *(case(where, name) for name in held)))
    return made


def everything(corpus: Corpus | DocumentAnalysis) -> set[tuple[str, int, int]]:
    """The places of all evidence."""
    found: list[Evidence] = [
        e for records in (corpus.entities, corpus.demands, corpus.detained, corpus.timeline) for r in records for e in r.evidence
    ]
    return {(e.document, e.start, e.end) for e in found}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_order_of_the_analyses_does_not_matter(data: st.DataObject) -> None:
    """The corpus of the same analyses in another order is the same corpus."""
    given_ = data.draw(analyses())
    assert join(data.draw(st.permutations(given_))) == join(given_)


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_no_mention_and_no_evidence_is_lost(given_: list[DocumentAnalysis]) -> None:
    """Joining neither loses nor adds mentions and evidence."""
    corpus = join(given_)
    assert sum(e.mentions for e in corpus.entities) == sum(e.mentions for each in given_ for e in each.entities)
    assert everything(corpus) == set().union(*(everything(each) for each in given_))


@settings(max_examples=60, deadline=None)
@given(analyses())
def test_ids_are_unique_and_known(given_: list[DocumentAnalysis]) -> None:
    """Every merged record has an id of its own: the id of one of its members."""
    corpus = join(given_)
    entries = [row.id for row in corpus.timeline]
    assert len(set(entries)) == len(entries)
    assert set(entries) <= {e.id for each in given_ for e in each.timeline}
    ids = [row.id for row in corpus.entities]
    assert len(set(ids)) == len(ids)
    assert set(ids) <= {e.id for each in given_ for e in each.entities}


def test_one_document_stays_as_it_is() -> None:
    """Joining one document changes no entity of it."""
    found = [entity("a", "Lin Meiyu", mentions=3), entity("a", "Anna Porter"), entity("a", "Rivers International Network", "organization")]
    assert sorted(join([analysis(document("a"), *found)]).entities, key=lambda e: e.id) == sorted(found, key=lambda e: e.id)


def test_a_document_given_twice_counts_once() -> None:
    """The same bytes under two paths are one document."""
    one = analysis(document("a"), entity("a", "Lin Meiyu"))
    assert [row.mentions for row in join([one, one]).entities] == [1]


def test_demands_point_to_the_merged_entity() -> None:
    """The source of a demand is the id of the merged entity, in every document."""
    names = {"a": entity("a", "Rivers International Network", "organization", aliases=["RIN"]), "b": entity("b", "RIN", "organization")}
    corpus = join(analysis(document(id_), found, demand(id_, "act", source=DemandSource(entity=found.id))) for id_, found in names.items())
    assert {each.source.entity for each in corpus.demands} == {corpus.entities[0].id}


def test_the_timeline_is_in_order_of_time() -> None:
    """Entries come by their first day, those without one last, then by document and place."""
    a = analysis(
        document("a"), entry("a", "now"), entry("a", "2001", earliest="2001-01-01", at=9), entry("a", "May 2001", earliest="2001-05-01")
    )
    b = analysis(document("b"), entry("b", "1999", earliest="1999-01-01"), entry("b", "this 2001", earliest="2001-01-01", at=3))
    assert [each.text for each in join([b, a]).timeline] == ["1999", "2001", "this 2001", "May 2001", "now"]


def test_demands_are_in_order_of_time() -> None:
    """Demands come by date, those of undated documents last, then by document and place."""
    a = analysis(document("a"), demand("a", "second", date="2009", at=50), demand("a", "first", date="2009", at=10))
    b = analysis(document("b"), demand("b", "undated"), demand("b", "early", date="1998-06-23"))
    assert [each.action for each in join([b, a]).demands] == ["early", "first", "second", "undated"]
