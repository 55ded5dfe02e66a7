"""Whatever bytes a file has, under whatever name, it is read or refused in one line, in time and within its memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from fuzz import built, peak, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from specimens import FORMATS

from hrcli import ingest
from hrcli.ingest.limits import MEMORY, SECONDS

BUDGET = 28  # seconds for each of the two tests that try many files
SUFFIXES = st.sampled_from([*FORMATS])
EDITS = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 300), st.binary(max_size=40)), max_size=4)
many = settings(max_examples=12_000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

Try = Callable[[bytes, str], None]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[ingest.Sandbox]:
    """One sandbox for all files, as a batch has it."""
    with ingest.Sandbox() as opened:
        yield opened


@pytest.fixture
def attempt(vocabulary: ingest.Vocabulary, sandbox: ingest.Sandbox) -> Try:
    """attempt(data, path) reads a file unless the budget is spent, and looks at time and memory."""
    until = time.monotonic() + BUDGET

    def run(data: bytes, path: str) -> None:
        if (before := time.monotonic()) < until:
            read(data, path, vocabulary, sandbox)
            assert time.monotonic() - before < SECONDS
            assert peak(sandbox) < MEMORY

    return run


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_small_valid_file_of_each_format_is_read(suffix: str, vocabulary: ingest.Vocabulary, sandbox: ingest.Sandbox) -> None:
    """What the other tests damage is sound before."""
    texts, refusals = read(built(suffix, [], []), f"a{suffix}", vocabulary, sandbox)
    assert refusals == []
    assert ["Ana Lopez on Monday" in text for text in texts] == [True]


def test_arbitrary_bytes_under_every_suffix(attempt: Try) -> None:
    """A name promises nothing."""

    @many
    @given(st.binary(max_size=3_000), SUFFIXES)
    def run(data: bytes, suffix: str) -> None:
        attempt(data, f"a{suffix}")

    run()


def test_damaged_files_of_every_format(attempt: Try) -> None:
    """Bytes are lost, changed and added, before and after the file was packed; the suffix is its own or another's."""

    @many
    @given(SUFFIXES, SUFFIXES, st.booleans(), EDITS, EDITS)
    def run(suffix: str, other: str, renamed: bool, inside: list[tuple[int, int, bytes]], outside: list[tuple[int, int, bytes]]) -> None:
        attempt(built(suffix, inside, outside), f"a{other if renamed else suffix}")

    run()
