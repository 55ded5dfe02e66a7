"""A text is known again by its sketch."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.ingest.sketch import SAME, SIZE, bands, similarity, sketch

WORDS = [f"word{number}" for number in range(5_000)]


def running(seed: int, words: int) -> str:
    """Text of so many words, another one for each seed."""
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def test_a_sketch_is_the_smallest_hashes_of_runs_of_four_words() -> None:
    """It is in order, has one hash for each run, and never more than SIZE."""
    assert len(sketch("one two three four five six")) == 3
    long = sketch(running(1, 1_000))
    assert len(long) == SIZE and all(a < b for a, b in pairwise(long))


def test_a_sketch_is_the_same_everywhere() -> None:
    """The numbers are pinned: a store made on another machine, or by another Python, stays good."""
    assert sketch("The poet is free today.") == [-824217623125424577, 8507489202865122121]


@pytest.mark.parametrize(
    "other",
    [
        "  the poet — Lü Mei — is “free” today\n\n",
        "THE POET, LÜ MEI, IS FREE TODAY",
        "The poet, Lu\u0308 Mei, is free today",
        "The poet (Lü Mei) is ｆｒｅｅ today!",
    ],
)
def test_case_marks_space_and_coding_do_not_count(other: str) -> None:
    """The words alone are compared."""
    assert sketch(other) == sketch("The poet, Lü Mei, is free today.")


def test_short_texts() -> None:
    """Fewer than four words are one run, no words none; a sketch without a hash is like no other."""
    assert len(sketch("Free her")) == len(sketch("Free")) == 1
    assert sketch("") == sketch(" — ") == []
    assert similarity([], []) == similarity([], sketch("Free her")) == 0.0


def test_signs_of_chinese_are_words() -> None:
    """Chinese and Japanese need no spaces: a sentence more changes a part of the sketch."""
    text = "人人生而自由在尊严和权利上一律平等他们赋有理性和良心并应以兄弟关系的精神相对待"
    assert len(sketch(text)) == len(text) - 3
    assert 0.7 < similarity(sketch(text), sketch(text + "他们说了五个字")) < 1


def test_similarity_is_exact_for_short_texts() -> None:
    """Two runs in both of four in either."""
    assert similarity(sketch("a b c d e f"), sketch("x b c d e f")) == 0.5


@pytest.mark.parametrize(("cut", "share"), [(0, 1.0), (100, 0.9), (300, 0.7), (500, 0.5), (1_000, 0.0)])
def test_similarity_is_near_the_jaccard_index(cut: int, share: float) -> None:
    """Within two standard errors for most texts, on average much nearer."""
    texts = [running(seed, 1_000) for seed in range(20)]
    found = [similarity(sketch(text), sketch(" ".join(text.split()[cut:]))) for text in texts]
    assert sum(found) / len(found) == pytest.approx(share, abs=0.04)


@given(st.sets(st.integers(), min_size=1, max_size=SIZE), st.data())
@settings(deadline=None, max_examples=100)
def test_sketches_of_copies_share_a_band(values: set[int], data: st.DataObject) -> None:
    """Whatever is cut out of a sketch and put in: if they are alike enough, one of the bands finds it."""
    cut = data.draw(st.sets(st.sampled_from(sorted(values)), max_size=len(values) // 5))
    added = data.draw(st.sets(st.integers(), max_size=len(values) // 5))
    one, other = sorted(values), sorted((values - cut) | added)[:SIZE]
    assert similarity(one, other) < SAME or {*bands(one)} & {*bands(other)}


def test_few_bands() -> None:
    """A full sketch is found by a fifth of its hashes, an empty one by none."""
    assert len(bands(sketch(running(1, 1_000)))) == 13
    assert bands([]) == []


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=50)
def test_any_text_has_a_sketch(text: str) -> None:
    """Half surrogates and all: at most SIZE hashes that SQLite can keep."""
    assert len(sketch(text + "\ud800")) <= SIZE
    assert all(-(2**63) <= value < 2**63 for value in sketch(text))


def test_sketching_needs_no_numpy() -> None:
    """Nothing heavy is loaded."""
    code = "import sys; from hrcli.ingest.sketch import sketch; sketch('a b c d e'); print({'numpy', 'scipy'} & {*sys.modules})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
