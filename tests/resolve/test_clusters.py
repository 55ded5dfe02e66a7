"""Joining step by step."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrcli.resolve.clusters import Forest, Link, gather


def test_each_join_leaves_one_link() -> None:
    """What is one already is not joined again."""
    forest = Forest([{}, {}, {}])
    forest.join(0, 1, "a")
    forest.join(1, 2, "b", weak=True)
    assert forest.join(0, 2, "c") is None
    assert (forest.groups(), forest.links) == ([[0, 1, 2]], [Link(0, 1, "a"), Link(1, 2, "b", weak=True)])


def test_marks_part_what_has_been_joined() -> None:
    """The marks of all that are one tell them from others."""
    forest = Forest([{"country": frozenset({"KE"})}, {}, {"country": frozenset({"NP"})}])
    forest.join(0, 1, "a")
    assert forest.parted(1, 2)
    assert forest.join(1, 2, "b") is None


def test_a_key_of_several_joins_nobody_without_the_mark() -> None:
    """Where the bearers of a key are known to be two, a third one without the telling mark is neither."""
    forest = Forest([{"country": frozenset({"KE"})}, {"country": frozenset({"NP"})}, {}, {"country": frozenset({"KE"})}])
    gather(forest, [["ministry"]] * 4, str)
    assert forest.groups() == [[0, 3], [1], [2]]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_joins_and_links_add_up(pairs: list[tuple[int, int]]) -> None:
    """As many groups as things, less one for each link."""
    forest = Forest([{}] * 10)
    for one, other in pairs:
        forest.join(one, other, "")
    assert len(forest.groups()) + len(forest.links) == 10
    assert all(forest.home(one) == forest.home(other) for one, other in pairs)
