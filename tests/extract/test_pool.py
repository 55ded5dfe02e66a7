"""Worker processes that die, or a step that breaks over a document, cost that document and nothing else."""

from __future__ import annotations

import os
import signal
from typing import Any

from hrcli.extract import pool, worker
from hrcli.records import Document, Source, View

POISON = "Poison"


def make_source(text: str) -> Source:
    """A source whose view is its text."""
    document = Document(id=f"{len(text):016}", path="test.txt", sha256="0" * 64, words=len(text.split()), language="en")
    return Source(document=document, text=text, view=View(text=text, offsets=list(range(len(text) + 1))))


class Breaking:
    """An analyzer that breaks over some texts."""

    def __init__(self, analyzer: Any) -> None:
        self._analyzer = analyzer

    def analyze(self, sources: list[Source]) -> Any:
        """As the other, but for poison."""
        if any(POISON in source.text for source in sources):
            raise ValueError("poison")
        return self._analyzer.analyze(sources)


def test_a_step_that_breaks_spoils_no_other_document(analyzer: Any) -> None:
    """The document is left out with the reason; those beside it are read."""
    sources = [make_source("Amity Watch met."), make_source(POISON), make_source("Ana Ivić spoke.")]
    found = worker.outcomes(Breaking(analyzer), sources)  # type: ignore[arg-type]
    assert [outcome.failure for outcome in found] == ["", "the analysis failed: ValueError: poison", ""]
    assert all(outcome.analysis for outcome in (found[0], found[2]))


def test_a_worker_that_dies_is_replaced() -> None:
    """What a dead worker was asked is read by the next."""
    mortal = pool._Worker(None)
    (before,) = mortal.outcomes([make_source("Ana Ivić was detained on 3 May 2019.")])
    assert mortal._process
    os.kill(mortal._process.pid, signal.SIGKILL)
    (after,) = mortal.outcomes([make_source("Ana Ivić was detained on 3 May 2019.")])
    mortal.end()
    assert before == after
    assert after.analysis


def test_a_document_that_no_worker_survives_is_left_out() -> None:
    """Each is tried alone, and has the reason."""
    doomed = pool._Worker("no such model")
    sources = [make_source("Amity Watch met."), make_source("Ana Ivić spoke.")]
    assert [outcome.failure for outcome in doomed.outcomes(sources)] == ["the process that read it ended (exit status 1)"] * 2
    doomed.end()
