"""Copies of a document are linked to the original, and nothing else is."""

from __future__ import annotations

import random
import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hrcli.ingest.sketch import sketch
from hrcli.records import Document
from hrcli.resolve.duplicates import link
from tests.resolve.made import document

WORDS = [f"word{number}" for number in range(5_000)]


def running(seed: int, words: int) -> str:
    """Text of so many words, another one for each seed."""
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def of(id_: str, text: str, date: str | None = None, **rest: object) -> tuple[Document, list[int]]:
    """A document with its sketch."""
    return replace(document(id_, date=date), words=len(text.split()), **rest), sketch(text)


STATEMENT, OTHER = running(1, 400), running(2, 400)
BACKGROUND = running(3, 250)


def test_a_republished_statement_is_linked() -> None:
    """Under another title, with another last line, on another day."""
    copy = f"{running(4, 10)} {STATEMENT} {running(5, 20)}"
    assert link([of("a", f"{running(6, 10)} {STATEMENT}", "2011-02-01"), of("b", copy, "2011-02-03"), of("c", OTHER)]) == {"b": "a"}


def test_a_paragraph_added_or_cut_is_linked() -> None:
    """A correction or a shortened version counts as the same text."""
    longer, shorter = f"{STATEMENT} {running(4, 40)}", " ".join(STATEMENT.split()[50:])
    assert link([of("a", STATEMENT, "2011"), of("b", longer, "2012"), of("c", shorter, "2013")]) == {"b": "a", "c": "a"}


def test_statements_with_the_same_background_are_not_linked() -> None:
    """Three statements on one case end with the same long paragraphs, and each says something of its own."""
    assert link(of(str(n), f"{running(10 + n, 150)} {BACKGROUND}", f"2011-02-0{n}") for n in range(1, 4)) == {}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (of("z", STATEMENT, "2011-02-01"), of("a", STATEMENT, "2011-02-02")),
        (of("z", STATEMENT, "2011-02"), of("a", STATEMENT, "2011-23")),
        (of("z", STATEMENT, "2011"), of("a", STATEMENT)),
        (of("z", f"{STATEMENT} at last"), of("a", STATEMENT)),
        (of("z", STATEMENT, path="a.txt"), of("a", STATEMENT, path="b.txt")),
        (of("a", STATEMENT, path="a.txt"), of("b", STATEMENT, path="a.txt")),
    ],
)
def test_which_is_the_original(first: tuple[Document, list[int]], second: tuple[Document, list[int]]) -> None:
    """The earlier, before one without a date, then the longer, then the first by path, then by id."""
    assert link([first, second]) == link([second, first]) == {second[0].id: first[0].id}


def test_a_copy_is_like_its_original_itself() -> None:
    """The third is like the second and unlike the first: it is no copy, for the second is none to copy from."""
    steps = [" ".join(STATEMENT.split()[start : start + 300]) for start in (0, 25, 50)]
    assert link(of(str(n), text, f"2011-01-0{n + 1}") for n, text in enumerate(steps)) == {"1": "0"}


def test_a_copy_of_two_is_linked_to_the_earlier() -> None:
    """Two that are unlike each other may both be like a third."""
    steps = [" ".join(STATEMENT.split()[start : start + 300]) for start in (0, 50, 25)]
    assert link(of(str(n), text, f"2011-01-0{n + 1}") for n, text in enumerate(steps)) == {"2": "0"}


@pytest.mark.parametrize(
    ("text", "other", "linked"),
    [
        ("Free Hu Jia!", "FREE HU JIA", True),
        ("Free Hu Jia!", "Free Hu Jie!", False),
        (running(1, 19), running(1, 19), True),
        (running(1, 19), f"{running(1, 19)} now", False),
        (running(1, 30), f"{running(1, 30)} now", True),
        ("", "", False),
    ],
)
def test_short_texts_are_copies_only_where_equal(text: str, other: str, linked: bool) -> None:
    """Of fewer than twenty words, each counts; two without words of their own are not copies."""
    assert link([of("a", text, "2011"), of("b", other, "2012")]) == ({"b": "a"} if linked else {})


def test_a_document_is_no_copy_of_itself() -> None:
    """The same bytes may come twice, under two paths."""
    assert link([of("a", STATEMENT, path="a.txt"), of("a", STATEMENT, path="b.txt")]) == {}


@given(st.permutations([*(of(f"a{n}", f"{STATEMENT} {running(n, 8)}", "2011") for n in range(6)), *(of(f"b{n}", OTHER) for n in range(3))]))
@settings(deadline=None, max_examples=20)
def test_the_order_does_not_matter(documents: list[tuple[Document, list[int]]]) -> None:
    """Whatever the order in which documents come, the links are the same."""
    assert link(documents) == {**{f"a{n}": "a0" for n in range(1, 6)}, "b1": "b0", "b2": "b0"}


def test_a_common_paragraph_does_not_make_all_be_compared_with_all() -> None:
    """Three thousand documents of an organisation share more than half of their hashes: their own hashes are looked at first."""
    chance = random.Random(1)
    shared = [chance.getrandbits(60) for _ in range(40)]
    many = [(document(str(n)), sorted([*shared, *(chance.getrandbits(60) for _ in range(24))])) for n in range(3_000)]
    before = time.process_time()
    assert link(many) == {}
    assert time.process_time() - before < 5  # comparing all takes a minute


def test_every_order_of_three() -> None:
    """Three that are like each other in a chain have one original in every order."""
    texts = [" ".join(STATEMENT.split()[start : start + 300]) for start in (0, 10, 20)]
    for order in permutations(of(str(n), text) for n, text in enumerate(texts)):
        assert link(order) == {"1": "0", "2": "0"}
