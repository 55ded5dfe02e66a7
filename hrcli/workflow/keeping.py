"""What changes a store or compares it with its sources: keep documents, read them again, forget one, verify all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from hrcli import __version__, extract, ingest, store
from hrcli.errors import StoreError
from hrcli.extract import pool
from hrcli.records import Document, DocumentAnalysis, Skipped, Source
from hrcli.report.answers import Custody
from hrcli.resolve.stored import refresh
from hrcli.store.corrections import CorrectionsError
from hrcli.workflow import reading
from hrcli.workflow.looking import hit_of
from hrcli.workflow.reading import Batch, Inputs

SourceState = Literal["unchanged", "changed", "missing"]


def keep(place: Path, inputs: Inputs, batch: Batch, *, model: str | None = None, jobs: int | None = None) -> Iterator[DocumentAnalysis]:
    """Analyse and save each document that the store at `place` lacks, and yield its analysis once it is safe.

    `jobs` processes read, by default one a core; what comes of it does not depend on how many.
    """
    members = reading.members(inputs, batch)
    first = next(members, None)
    if first is None:
        return
    with store.open(place, write=True) as kept, _run(kept, batch):
        recipe = extract.recipe(model)
        known = reading.with_known(chain([first], members), inputs)
        sources = reading.sources(known, inputs.paths, batch, lambda id, told: kept.holds(id, told, recipe))
        yield from _saved(kept, sources, batch, model=model, jobs=jobs)
        _refresh(kept)


def upgrade(place: Path, batch: Batch, *, model: str | None = None, jobs: int | None = None) -> Iterator[DocumentAnalysis]:
    """Read again, where they lie, the documents in the store at `place` that this hrcli reads otherwise than they were read.

    What is not found again as it was stays as it is, and is noted in the batch.
    """
    with store.open(place, write=True, make=False) as kept, _run(kept, batch):
        old = kept.outdated(extract.recipe(model))
        files = list(dict.fromkeys(map(ingest.file_of, kept.paths())))
        batch.unchanged += kept.count() - len(old)
        sources = reading.sources(_again(old, files), files, batch, lambda *_: False)
        yield from _saved(kept, sources, batch, model=model, jobs=jobs)
        reason = "not read again: it is not where it was, or not as it was"
        batch.skipped += [Skipped(source=document.path, reason=reason) for document, _ in old.values()]
        _refresh(kept)


def forget(place: Path, reference: str) -> tuple[Document, list[Path]]:
    """Remove from the store at `place` the document that a reference stands for; returns it, and the copies that may still hold it."""
    with store.open(place) as kept:
        hit = hit_of(kept, reference)
        if hit.table != "documents":
            raise StoreError(f"{reference} is no document", hint="`hrcli correct reject` removes what is no actor")
    with store.open(place, write=True) as kept:
        gone = kept.document(hit.document)
        kept.forget(gone.id)
        _refresh(kept)
    return gone, store.backups(place)


def verify(place: Path) -> Iterator[Custody | str]:
    """What the store at `place` has of each document and whether it holds; then, in words, what is wrong with the file itself."""
    with store.open(place, write=True, make=False) as kept:
        files = list(dict.fromkeys(map(ingest.file_of, kept.paths())))
        there = set(ingest.digests(files))
        known = {file for file, _ in there}
        for held in kept.custody.held():
            document, file = held.document, ingest.file_of(held.document.path)
            source: SourceState = "unchanged" if (file, document.sha256) in there else "changed" if file in known else "missing"
            yield Custody(
                document=document.id,
                path=document.path,
                sha256=document.sha256,
                ingested=held.ingested,
                recipe=document.recipe,
                source=source,
                quotes=held.quotes,
                faults=list(held.faults),
            )
        yield from kept.custody.faults()


def _again(old: dict[str, tuple[Document, str]], files: Sequence[str]) -> Iterator[reading.Told]:
    """The documents of `old` in the files, with what the user said of them; they are taken out of `old`."""
    wanted = {ingest.file_of(document.path) for document, _ in old.values()}
    for member in (member for file in files if file in wanted for member in ingest.members(file)):
        id = ingest.identity(member, ingest.Overrides())[0]
        if id in old and (said := ingest.told_before(member, *old[id])) is not None:
            yield replace(member, path=old.pop(id)[0].path), said


def _saved(
    kept: store.Store, sources: Iterable[Source], batch: Batch, *, model: str | None, jobs: int | None
) -> Iterator[DocumentAnalysis]:
    """The analysis of each source, once it is safe in the store."""
    for found in pool.read(sources, jobs=jobs or pool.cores(), model=model):
        done = [store.Saved(read.analysis, source, read.sketch) for source, read in found if read.analysis]
        if done:
            kept.save_all(done)
        batch.skipped += [Skipped(source=source.document.path, reason=read.failure) for source, read in found if read.failure]
        for each in done:
            batch.note(each.analysis.document)
        yield from (each.analysis for each in done)


def _refresh(kept: store.Store) -> None:
    with suppress(CorrectionsError):  # whoever asks will hear of it
        refresh(kept, store.corrections.read(store.corrections.beside(kept.path)))


@contextmanager
def _run(kept: store.Store, batch: Batch) -> Iterator[None]:
    """Note in the store that a run begins, and when it ends, however it does, what came of it."""
    number = kept.begin(datetime.now(UTC).isoformat(timespec="seconds"), __version__)
    try:
        yield
    finally:
        kept.end(number, saved=batch.done, unchanged=batch.unchanged, skipped=batch.skipped)
