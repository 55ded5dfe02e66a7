"""What ingest's tests ask for: the shipped vocabulary, and a document read from text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli import ingest, lexicon
from hrcli.records import Source


@pytest.fixture(scope="session")
def vocabulary() -> ingest.Vocabulary:
    """The vocabulary that ships with the package."""
    return lexicon.load("ingest", ingest.Vocabulary)


@pytest.fixture(scope="session")
def source(vocabulary: ingest.Vocabulary) -> Callable[..., Source]:
    """source(text, path="page.txt") -> the document read from `text`."""

    def run(text: str, path: str = "page.txt") -> Source:
        return ingest.read(ingest.Member(path=path, data=text.encode()), vocabulary)

    return run
