"""The use cases, as sentences: read sources, analyse them, keep them, ask of them, look one up.

Nothing here knows of the command line, of SQL, or of the language model's library.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import asdict, replace

from hrcli import __version__, extract, ingest, lexicon, resolve, store
from hrcli.errors import StoreError, UnreadableError
from hrcli.records import Document, DocumentAnalysis, Recipe, Record, Skipped, Source


@dataclass
class Batch:
    """What became of the inputs of one command: how many were analysed or already known, and which were skipped."""

    done: int = 0
    unchanged: int = 0
    skipped: list[Skipped] = field(default_factory=list)


@dataclass(frozen=True)
class Inputs:
    """The sources that somebody named, and what is known of them: of each by a row of `metadata`, else by `overrides`."""

    paths: Sequence[str]
    stdin: BinaryIO | None = None
    metadata: Path | None = None
    overrides: ingest.Overrides = field(default_factory=ingest.Overrides)


@dataclass(frozen=True)
class Answer:
    """The records that answer a question, the documents (by id) of all records, and, to no avail, names like those asked for."""

    records: list[Record]
    documents: dict[str, Document]
    similar: list[str]


def read_sources(inputs: Inputs, batch: Batch) -> Iterator[Source]:
    """Every source that can be read, in order; the others go to `batch.skipped`."""
    vocabulary = lexicon.load("ingest", ingest.Vocabulary)
    table = ingest.read_metadata(str(inputs.metadata)) if inputs.metadata else {}
    for found in ingest.find(inputs.paths, stdin=inputs.stdin):
        if isinstance(found, Skipped):
            batch.skipped.append(Skipped(source=_printable(found.source), reason=found.reason))
            continue
        path = _printable(found.path)
        known = _known(ingest.look_up(table, found.path), inputs.overrides)
        try:
            yield ingest.read(found.read(), path, vocabulary, overrides=known)
        except UnreadableError as error:
            batch.skipped.append(Skipped(source=path, reason=error.message.removeprefix(f"{path}: ")))


def analyze(sources: Iterator[Source], batch: Batch, *, model: str | None = None) -> Iterator[DocumentAnalysis]:
    """The analysis of each source. The model is loaded only when there is something to read."""
    first = next(sources, None)
    if first is None:
        return
    for analysis in extract.load(model).analyze(chain([first], sources)):
        batch.done += 1
        yield analysis


def keep(place: Path, sources: Iterator[Source], batch: Batch, *, model: str | None = None) -> Iterator[DocumentAnalysis]:
    """Analyse and save each source that the store at `place` lacks, and yield its analysis once it is safe."""
    first = next(sources, None)
    if first is None:
        return
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with store.open(place, write=True) as kept:
        analyzer = extract.load(model)
        waiting: deque[Source] = deque()
        try:
            for analysis in analyzer.analyze(_unknown(chain([first], sources), kept, analyzer.recipe, batch, waiting)):
                kept.save(analysis, waiting.popleft().text)
                batch.done += 1
                yield analysis
        finally:
            kept.log(store.Run(started, __version__, batch.done, batch.unchanged), batch.skipped)


def stored(place: Path) -> Iterator[DocumentAnalysis]:
    """The analyses of all documents in the store at `place`."""
    with store.open(place) as kept:
        yield from kept.analyses()


def ask(analyses: Iterable[DocumentAnalysis], query: resolve.Query, wanted: str) -> Answer:
    """What the documents say together that answers the query; `wanted` is a field of Corpus."""
    corpus = resolve.join(analyses)
    records = getattr(resolve.select(corpus, query), wanted)
    asked = [] if records else [name for name in (query.org, query.target, query.person) if name]
    similar = [like for name in asked for like in resolve.names_like(corpus, name)]
    return Answer(records, {document.id: document for document in corpus.documents}, similar)


def look_up(place: Path, reference: str) -> tuple[DocumentAnalysis, str]:
    """The document that an id's beginning, a path or a file name stands for, and its text.

    Where it stands for a record, the analysis holds that record alone. StoreError where it stands for nothing or for several.
    """
    with store.open(place) as kept:
        hits = kept.find(reference)
        if not hits:
            raise StoreError(
                f"nothing in {place} is called {reference}", hint="give the id, path or file name of a document, or a record's id"
            )
        if len(hits) > 1:
            ids = ", ".join(hit.id for hit in hits[:5])
            raise StoreError(f"{reference} could be {ids}{' or others' if len(hits) > 5 else ''}", hint="give more of the id")
        analysis = kept.analysis(hits[0].document)
        return _only(analysis, hits[0].id) if hits[0].table != "documents" else analysis, kept.text(hits[0].document)


def _known(row: ingest.Overrides | None, general: ingest.Overrides) -> ingest.Overrides:
    """What is known of a document: what its own row says, and for the rest what is said of all."""
    return ingest.Overrides(**{**asdict(general), **{name: value for name, value in asdict(row or general).items() if value}})


def _printable(path: str) -> str:
    """A path that can be kept and printed: bytes of a file's name that are no UTF-8 are written out."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _unknown(sources: Iterable[Source], kept: store.Store, recipe: Recipe, batch: Batch, waiting: deque[Source]) -> Iterator[Source]:
    """The sources that are new or would be read otherwise now; each is noted in `waiting` until it is saved."""
    seen: set[str] = set()
    for source in sources:
        document = replace(source.document, recipe=recipe)
        if document.id in seen or kept.known(document):
            batch.unchanged += 1
            continue
        seen.add(document.id)
        waiting.append(source)
        yield source


def _only(analysis: DocumentAnalysis, record: str) -> DocumentAnalysis:
    return replace(
        analysis,
        entities=[each for each in analysis.entities if each.id == record],
        demands=[each for each in analysis.demands if each.id == record],
        detained=[each for each in analysis.detained if each.id == record],
        timeline=[each for each in analysis.timeline if each.id == record],
    )
