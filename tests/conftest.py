"""What every test may ask for: the loaded analyzer (once a session) and short texts analysed with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from sources import make_source

from hrcli.records import DocumentAnalysis

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from hrcli.extract import Analyzer


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
