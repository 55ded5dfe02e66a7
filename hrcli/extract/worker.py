"""The child's side of `pool`: a process that reads one batch of sources after another with one loaded model.

It is asked and answered in frames, like the sandbox of `hrcli.ingest`: first the model's name, answered by an empty frame, then
lists of sources, each answered by a list of as many outcomes. It ends when nobody asks any more.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import msgspec

from hrcli import ingest
from hrcli.extract import Analyzer, load
from hrcli.ingest.worker import receive, send
from hrcli.records import DocumentAnalysis, Record, Source

MOST_BYTES = 1 << 31  # of a frame


class Outcome(Record, frozen=True, kw_only=True):
    """What became of a source: its analysis and sketch or, where it could not be read, why."""

    analysis: DocumentAnalysis | None = None
    sketch: list[int] = []
    failure: str = ""


def outcomes(analyzer: Analyzer, sources: list[Source]) -> list[Outcome]:
    """What becomes of each source. One that breaks a step of the analysis spoils no other."""
    try:
        return _read(analyzer, sources)
    except Exception as error:
        if len(sources) == 1:
            return [Outcome(failure=f"the analysis failed: {type(error).__name__}: {error}")]
    return [outcome for source in sources for outcome in outcomes(analyzer, [source])]


def _read(analyzer: Analyzer, sources: Iterable[Source]) -> list[Outcome]:
    sources = list(sources)
    return [
        Outcome(analysis=analysis, sketch=ingest.fingerprint(source))
        for source, analysis in zip(sources, analyzer.analyze(sources), strict=True)
    ]


def main() -> None:
    """Read what the parent sends until it sends no more. What libraries print is not taken for an answer."""
    asked, answered = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        analyzer = load(msgspec.msgpack.decode(receive(asked, most=MOST_BYTES), type=str | None))
        send(answered, b"")
        decoder = msgspec.msgpack.Decoder(list[Source])
        while True:
            sources = decoder.decode(receive(asked, most=MOST_BYTES))
            send(answered, msgspec.msgpack.encode(outcomes(analyzer, sources)))
    except (EOFError, BrokenPipeError):
        pass
