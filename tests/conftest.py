"""What every test may ask for: the loaded analyzer (once a session) and short texts analysed with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hrcli.records import Document, DocumentAnalysis, Source, View

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from hrcli.extract import Analyzer


def make_source(text: str, *, date: str | None = None, publisher: str | None = None, title: str | None = None) -> Source:
    """A source whose view is its text."""
    document = Document(
        id="0" * 16, path="test.txt", sha256="0" * 64, words=len(text.split()), title=title, publisher=publisher, date=date, language="en"
    )
    return Source(document=document, text=text, view=View(text=text, offsets=list(range(len(text) + 1))))


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """The shipped pipeline with all extractors."""
    from hrcli import extract

    return extract.load()


@pytest.fixture(scope="session")
def analyze(analyzer: Analyzer) -> Callable[..., DocumentAnalysis]:
    """analyze(text, date=None, publisher=None, title=None) -> DocumentAnalysis."""

    def run(text: str, **metadata: str | None) -> DocumentAnalysis:
        return next(iter(analyzer.analyze([make_source(text, **metadata)])))

    return run


@pytest.fixture(scope="session")
def read(analyzer: Analyzer) -> Callable[..., Doc]:
    """read(text, ...) -> the spaCy Doc with every component's findings on it (for tests of one component)."""

    def run(text: str, **metadata: str | None) -> Doc:
        return analyzer.read(make_source(text, **metadata))

    return run
