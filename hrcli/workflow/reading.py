"""From what somebody names to analyses: the sources that can be read, what is known of each, and what became of all."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import asdict, replace

from hrcli import extract, ingest, lexicon
from hrcli.errors import UnreadableError
from hrcli.records import Document, DocumentAnalysis, Skipped, Source

Told = tuple[ingest.Member, ingest.Overrides]


@dataclass
class Batch:
    """What became of the inputs of one command: how many were analysed or already known, which were skipped, which not looked into."""

    done: int = 0
    unchanged: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)  # what was not looked into, a line a folder
    files: int = 0  # opened so far
    sketches: dict[str, list[int]] = field(default_factory=dict)  # of documents that no store keeps, by id
    foreign: Counter[str] = field(default_factory=Counter)  # how many of those done are in a language that is not analysed, by its code

    @property
    def read(self) -> int:
        """How many documents were there to read, analysed now or earlier."""
        return self.done + self.unchanged

    def note(self, document: Document) -> None:
        """Count a document that was read just now."""
        self.done += 1
        if document.language and not extract.reads(document.language):
            self.foreign[document.language] += 1


@dataclass(frozen=True)
class Inputs:
    """The sources that somebody named, and what is known of them: of each by a row of `metadata`, else by `overrides`."""

    paths: Sequence[str]
    stdin: BinaryIO | None = None
    metadata: Path | None = None
    overrides: ingest.Overrides = field(default_factory=ingest.Overrides)
    text_column: str | None = None


def read_sources(inputs: Inputs, batch: Batch, *, sketched: bool = False, copies: bool = False) -> Iterator[Source]:
    """Every document that can be read, in order; the others go to `batch.skipped`, the sketches, if wanted, to `batch.sketches`.

    With `copies` a document comes again for each input that holds the same bytes.
    """
    for source in sources(with_known(members(inputs, batch), inputs), inputs.paths, batch, lambda *_: False, copies=copies):
        if sketched:
            batch.sketches[source.document.id] = ingest.fingerprint(source)
        yield source


def count(paths: Sequence[str]) -> int:
    """How many files the paths name, standard input among them."""
    return sum(not isinstance(found, Skipped | ingest.Passed) for found in ingest.find(paths, stdin=io.BytesIO()))


def analyze(sources: Iterator[Source], batch: Batch, *, model: str | None = None) -> Iterator[DocumentAnalysis]:
    """The analysis of each source. The model is loaded only when there is something to read."""
    first = next(sources, None)
    if first is None:
        return
    for analysis in extract.load(model).analyze(chain([first], sources)):
        batch.note(analysis.document)
        yield analysis


def members(inputs: Inputs, batch: Batch) -> Iterator[ingest.Member]:
    """The documents in what the inputs name; what is none is noted in the batch."""
    for found in ingest.find(inputs.paths, stdin=inputs.stdin):
        if isinstance(found, Skipped):
            batch.skipped.append(Skipped(source=_printable(found.source), reason=found.reason))
        elif isinstance(found, ingest.Passed):
            batch.passed.append(f"{_printable(found.folder)}: passed over {found.what}")
        else:
            batch.files += 1
            yield from _inside(found, inputs, batch)


def with_known(members: Iterable[ingest.Member], inputs: Inputs) -> Iterator[Told]:
    """Each member with what is known of it."""
    table = ingest.read_metadata(str(inputs.metadata)) if inputs.metadata else {}
    for member in members:
        yield member, _known(ingest.look_up(table, member.path), inputs.overrides)


def sources(
    members: Iterable[Told], paths: Sequence[str], batch: Batch, is_kept: Callable[[str, str], bool], *, copies: bool = False
) -> Iterator[Source]:
    """The documents in the members' bytes, each once or with all `copies`; `is_kept` says by id and what is told which not to read.

    What the pages of a site or folder repeat is learnt from `paths`.
    """
    vocabulary = lexicon.load("ingest", ingest.Vocabulary)
    seen: set[str] = set()
    with ingest.Sandbox() as sandbox:
        pages = cache(partial(ingest.survey, paths, vocabulary, sandbox=sandbox))  # only where something is to be read
        for member, known in members:
            id, told = ingest.identity(member, known)
            if (id in seen and not copies) or is_kept(id, told):
                batch.unchanged += 1
                continue
            seen.add(id)
            try:
                printable = replace(member, path=_printable(member.path))
                yield ingest.read(printable, vocabulary, overrides=known, sandbox=sandbox, pages=pages())
            except UnreadableError as error:
                batch.skipped.append(_skipped(member.path, error))


def _inside(file: ingest.Found, inputs: Inputs, batch: Batch) -> Iterator[ingest.Member]:
    """The documents in one file."""
    try:
        for member in ingest.documents(file, text_column=inputs.text_column):
            if isinstance(member, Skipped):
                batch.skipped.append(Skipped(source=_printable(member.source), reason=member.reason))
            else:
                yield member
    except UnreadableError as error:
        batch.skipped.append(_skipped(file.path, error))


def _known(row: ingest.Overrides | None, general: ingest.Overrides) -> ingest.Overrides:
    """What is known of a document: what its own row says, and for the rest what is said of all."""
    return ingest.Overrides(**{**asdict(general), **{name: value for name, value in asdict(row or general).items() if value}})


def _skipped(path: str, error: UnreadableError) -> Skipped:
    reason = error.message.removeprefix(f"{path}: ")
    return Skipped(source=_printable(path), reason=f"{reason} ({error.hint})" if error.hint else reason)


def _printable(path: str) -> str:
    """A path that can be kept and printed: bytes of a file's name that are no UTF-8 are written out."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
