"""Known names in plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.forms import Known, Node, add, index, search
from hrcli.extract.naming.gazetteer import scan
from hrcli.lexicon import load


def names(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], known.name) for start, end, known in scan(text)]


def test_the_longest_form_wins() -> None:
    """A name inside a longer known name is not found by itself."""
    assert names("the Committee against Torture of Papua New Guinea") == [
        ("Committee against Torture", "Committee against Torture"),
        ("Papua New Guinea", "Papua New Guinea"),
    ]


def test_an_abbreviation_with_dots_is_found_before_a_hyphen() -> None:
    """ "U.S." is found in "U.S.-backed"."""
    assert names("a U.S.-backed plan") == [("U.S.", "United States")]


def test_a_curly_apostrophe_finds_a_straight_one() -> None:
    """Apostrophes of both kinds are one."""
    assert names("in Côte d’Ivoire") == [("Côte d’Ivoire", "Ivory Coast")]


def test_capitals_find_a_name() -> None:
    """A name in capitals is found."""
    assert names("ZAMBIA: RELEASE THEM") == [("ZAMBIA", "Zambia")]


def test_a_blank_line_ends_a_name() -> None:
    """No name runs over a blank line."""
    assert names("the Human\n\nRights Council") == []


def test_every_state_knows_its_code_and_name_once() -> None:
    """The table of states holds at least the 193 members of the UN, with distinct names and codes."""
    states = gazetteer.states()
    assert len(states) >= 195
    assert len({state.name for state in states.values()}) == len(states)
    assert all(len(code) == 2 and code.isupper() for code in states)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("countries", gazetteer.Countries),
        ("bodies", gazetteer.Bodies),
        ("treaties", gazetteer.Treaties),
        ("organizations", gazetteer.Organizations),
        ("agencies", gazetteer.Agencies),
        ("peoples", gazetteer.Peoples),
        ("regions", gazetteer.Regions),
        ("occasions", gazetteer.Occasions),
    ],
)
def test_the_examples_of_a_vocabulary_hold_known_names(name: str, shape: type) -> None:
    """Each example sentence holds at least one name of the vocabularies."""
    assert all(scan(example) for example in load(name, shape).examples)


def test_the_vocabularies_are_worldwide() -> None:
    """At least 150 states with a capital and an adjective, 150 bodies, 80 treaties, 300 organisations; nothing is named twice."""
    assert sum(bool(state.capitals and state.adjectives) for state in gazetteer.states().values()) >= 190
    bodies = [body.name for body in load("bodies", gazetteer.Bodies).body]
    treaties = [treaty.name for treaty in load("treaties", gazetteer.Treaties).treaty]
    organizations = [one.name for one in load("organizations", gazetteer.Organizations).organization]
    assert len(bodies) >= 280
    assert len(treaties) >= 160
    assert len(organizations) >= 900
    assert len({*bodies, *treaties, *organizations}) == len(bodies) + len(treaties) + len(organizations)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("the Special Rapporteur on torture", "Special Rapporteur on torture", "intergovernmental"),
        ("a special rapporteur on torture", "special rapporteur on torture", "intergovernmental"),
        ("the Special Rapporteur on Minority Issues", "Special Rapporteur on Minority Issues", "intergovernmental"),
        ("the Commission of Inquiry on Burundi", "Commission of Inquiry on Burundi", "intergovernmental"),
        ("before the CEACR", "CEACR", "intergovernmental"),
        ("the Kampala Convention", "Kampala Convention", "law"),
        ("under the Escazu Agreement", "Escazu Agreement", "law"),
        ("lawyers of the ZLHR", "ZLHR", "organization"),
        ("printed in Ukrainska Pravda", "Ukrainska Pravda", "organization"),
        ("Aso Rock was silent", "Aso Rock", "public_body"),
    ],
)
def test_bodies_treaties_and_organisations_by_all_their_names(text: str, name: str, kind: str) -> None:
    """Full names, abbreviations and mandates in whatever letters are known by type."""
    assert [(text[start:end], known.type) for start, end, known in scan(text)] == [(name, kind)]


@given(st.text(alphabet="abUS. -'’\nChina", max_size=60))
def test_hits_are_ordered_and_never_overlap(text: str) -> None:
    """Hits lie inside the text, in order, without overlap."""
    last = 0
    for start, end, _ in scan(text):
        assert last <= start < end <= len(text)
        last = end


def test_a_trie_of_ones_own_is_searched_alone() -> None:
    """`search` knows the forms that were added, and the first meaning of each."""
    root, text = Node(), "At Blue Lantern in Ghana"
    add(root, "Blue Lantern", Known("Blue Lantern", "organization", "organization"))
    add(root, "Blue Lantern", Known("other", "place", "region"))
    assert [(a, b, k.name) for a, b, k in search(text, index([(text, 0)]), root)] == [(3, 15, "Blue Lantern")]
