"""Which body is which across documents."""

from __future__ import annotations

from typing import Any

from made import analysis, document, entity

from hrcli.records import Entity
from hrcli.resolve import join


def rows(*entities: Entity) -> list[tuple[str, list[str]]]:
    """The names and documents of the merged entities, sorted."""
    by_document: dict[str, list[Any]] = {}
    for each in entities:
        by_document.setdefault(each.documents[0], []).append(each)
    corpus = join(analysis(document(id_), *found) for id_, found in by_document.items())
    return sorted((row.name, row.documents) for row in corpus.entities)


def org(where: str, name: str, **rest: Any) -> Entity:
    """An organisation."""
    return entity(where, name, "organization", **rest)


def body(where: str, name: str, **rest: Any) -> Entity:
    """A public body."""
    return entity(where, name, "public_body", **rest)


def test_an_abbreviation_joins_the_name_that_a_document_ties_it_to() -> None:
    """RIN alone is the Rivers Network where one document says so."""
    found = rows(org("a", "Rivers International Network", aliases=["RIN"]), org("b", "RIN"))
    assert found == [("Rivers International Network", ["a", "b"])]


def test_an_abbreviation_of_two_joins_neither() -> None:
    """An abbreviation that two names share stays alone."""
    found = rows(org("a", "Rivers International Network", aliases=["RIN"]), org("b", "Radio Inter Nord", aliases=["RIN"]), org("c", "RIN"))
    assert [where for name, where in found if name == "RIN"] == [["c"]]


def test_a_government_is_one_under_all_its_names() -> None:
    """The capital, the country and the government as actors are one body of the state."""
    found = rows(body("a", "Beijing", country="CN"), body("b", "China"), body("c", "Chinese government", country="CN"))
    assert found == [("Chinese government", ["a", "b", "c"])]


def test_places_are_no_governments() -> None:
    """A place and a body of the same name stay apart."""
    assert len(rows(entity("a", "Beijing", "place"), body("b", "Beijing"))) == 2


def test_generic_names_need_the_country() -> None:
    """The Ministries of Justice of two countries, and of an unknown one, are three."""
    ministries = [
        body("a", "Ministry of Justice", country="VN"),
        body("b", "Ministry of Justice", country="PE"),
        body("c", "Ministry of Justice"),
    ]
    assert len(rows(*ministries)) == 3


def test_the_same_ministry_of_one_country_joins() -> None:
    """A generic name with the same country is one body."""
    assert len(rows(body("a", "Ministry of Justice", country="VN"), body("b", "the Ministry of Justice", country="VN"))) == 1


def test_bodies_join_over_types() -> None:
    """One name is one body, though one document takes it for another kind of body; the commoner kind stays."""
    a, b = org("a", "European Union"), entity("b", "EU", "intergovernmental", aliases=["European Union"], mentions=3)
    [row] = join([analysis(document("a"), a), analysis(document("b"), b)]).entities
    assert (row.type, row.mentions) == ("intergovernmental", 4)


def test_laws_join_by_name_and_abbreviation() -> None:
    """A treaty in full and by its abbreviation is one where a document ties them."""
    full = entity("a", "Convention against Torture", "law", aliases=["CAT"])
    assert rows(full, entity("b", "CAT", "law")) == [("Convention against Torture", ["a", "b"])]


def test_generic_aliases_join_nothing() -> None:
    """ "The Commission" stands for another commission in every document."""
    one = org("a", "Rivers Commission", aliases=["the Commission"])
    assert len(rows(one, org("b", "Land Commission", aliases=["the Commission"]))) == 2


def test_the_written_out_name_is_the_best() -> None:
    """Of two ways to write one name the longer is shown."""
    assert rows(entity("a", "U.N.", "intergovernmental"), entity("b", "United Nations", "intergovernmental")) == [
        ("United Nations", ["a", "b"])
    ]


def test_single_generic_words_join_nothing() -> None:
    """ "Parliament" is another in every document."""
    assert len(rows(body("a", "parliament"), body("b", "Parliament"))) == 2


def test_a_ministry_is_not_its_government() -> None:
    """A ministry that its document calls by the country's name too stays a ministry; an administration so called is the government."""
    ministry = body("a", "U.S. Department of State", aliases=["U.S."], country="US")
    assert len(rows(ministry, body("b", "U.S. government", country="US"))) == 2
    assert len(rows(body("a", "Harding Administration", aliases=["Washington"], country="US"), body("b", "U.S. government"))) == 1


def test_the_states_need_their_country() -> None:
    """ "The States" are a country where their document says so, and states of whatever name elsewhere."""
    assert len(rows(body("a", "the States", country="US"), body("b", "United States", country="US"))) == 1
    assert len(rows(body("a", "the States"), body("b", "United States", country="US"))) == 2


def test_a_ministry_is_known_by_its_country() -> None:
    """The adjective before, the country behind, and the country known otherwise are one; "Ministry of the" and "Ministry" too."""
    forms = ["Kenyan Interior Ministry", "Ministry of the Interior of Kenya", "Ministry of the Interior"]
    found = [body(where, form, country="KE") for where, form in zip("abc", forms, strict=True)]
    assert len(rows(*found)) == 1
