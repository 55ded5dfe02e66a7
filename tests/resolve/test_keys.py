"""Names as they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrcli.resolve import keys


@pytest.mark.parametrize("example", keys.vocabulary().examples, ids=lambda example: f"{example.one}/{example.other}")
def test_examples_of_the_lexicon(example: keys.Example) -> None:
    """The pairs of names in the lexicon are the same or different as it says."""
    one, other = keys.person_key(example.one), keys.person_key(example.other)
    assert one and other
    same_marks = all(one.marks[kind] & other.marks[kind] for kind in one.marks.keys() & other.marks.keys())
    assert (bool(one.orders & other.orders) and same_marks) is example.same


def test_family_first_names_have_two_orders() -> None:
    """A name with a surname that may stand first is known in both orders."""
    assert keys.person_key("Xiao Meng").orders == {"xiaomeng", "mengxiao"}  # type: ignore[union-attr]


def test_accents_and_hyphens_do_not_count() -> None:
    """Marks, hyphens and apostrophes are no part of a key."""
    assert keys.body_key("Comisión Inter-Americana") == keys.body_key("comision interamericana")


def test_long_and_short_forms_are_one() -> None:
    """U.N., UN and United Nations are the same word in the name of a body."""
    assert {keys.body_key(f"{form} Human Rights Council") for form in ("the U.N.", "UN", "United Nations")} == {"unhumanrightscouncil"}


def test_possessive_is_no_part_of_a_name() -> None:
    """ "Amnesty International's" is Amnesty International."""
    assert keys.body_key("Amnesty International’s") == keys.body_key("Amnesty International")


def test_traditional_characters_are_simplified() -> None:
    """A name in traditional and in simplified characters has one key."""
    assert keys.native_key("劉曉明") == keys.native_key("刘晓明")


@pytest.mark.parametrize(("name", "short"), [("RSF", True), ("H&DRC", True), ("UN", False), ("U.S.", False), ("Reuters", False)])
def test_abbreviations(name: str, short: bool) -> None:
    """An abbreviation is all capitals, and no name by itself."""
    assert keys.is_short(name) is short


@pytest.mark.parametrize(("name", "generic"), [("Ministry of Justice", True), ("the police", True), ("Amnesty International", False)])
def test_generic_names(name: str, generic: bool) -> None:
    """A generic name has only words that the bodies of many countries share."""
    assert keys.is_generic(name) is generic


def test_initials_with_and_without_small_words() -> None:
    """The initials of a name may leave its small words out."""
    assert {"hric", "hrc"} <= keys.initials("Human Rights in China")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("President", "U.S. President", True), ("President", "Vice President", False), ("President", "Secretary of State", False)],
)
def test_roles(one: str, other: str, same: bool) -> None:
    """A role is the same with more words, not with another qualifier."""
    assert keys.same_role(keys.role_key(one), keys.role_key(other)) is same


@given(st.text())
def test_any_text_has_a_key(name: str) -> None:
    """No name whatever breaks the keys, and folding twice is folding once."""
    keys.person_key(name)
    keys.is_short(name)
    keys.is_native(name)
    keys.native_key(name)
    assert keys.fold(keys.fold(name)) == keys.fold(name)
