"""The use cases, as sentences: read sources, analyse them, keep them, ask of them, look one up.

Nothing here knows of the command line, of SQL, or of the language model's library.
"""

from __future__ import annotations

import dataclasses
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Literal

from msgspec.structs import asdict, replace

from hrcli import __version__, extract, ingest, lexicon, resolve, store
from hrcli.errors import NotNamedError, StoreError, UnreadableError
from hrcli.extract import pool
from hrcli.records import Document, DocumentAnalysis, Evidence, Record, Skipped, Source
from hrcli.report.answers import Actor, Custody
from hrcli.report.passages import passages
from hrcli.resolve import stored as questions
from hrcli.resolve.overview import Overview, beginning
from hrcli.resolve.overview import overview as at_a_glance
from hrcli.store.corrections import Correction, Corrections, CorrectionsError

Form = questions.Form
Group = questions.Group
SourceState = Literal["unchanged", "changed", "missing"]
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


@dataclass(frozen=True)
class Answer:
    """The records that answer a question, the documents (by id) of all records, and, to no avail, names like those asked for.

    `repeated` is how many documents were left out because they repeat others, `unknown` the corrections that found nothing.
    """

    records: Iterable[Any]
    documents: Mapping[str, Document]
    similar: list[str]
    repeated: int = 0
    unknown: list[str] = field(default_factory=list)
    kind: type[Record] | None = None  # of the records, where it is not the kind that was asked for
    rest: questions.Asked | None = None

    def count(self, most: int) -> int:
        """How many records there are, counted up to `most`."""
        return self.rest.count(most) if self.rest else len(list(self.records))

    def all_dates(self) -> Iterable[Any]:
        """The records, or when each of them was."""
        return self.rest.dates() if self.rest else self.records


@dataclass(frozen=True)
class Together:
    """What documents say together, their analyses, how many were left out because they repeat others, and all documents by id.

    `hide` hides private persons, where that was asked for.
    """

    corpus: resolve.Corpus
    analyses: list[DocumentAnalysis]
    repeated: int
    documents: dict[str, Document]
    hide: resolve.Redactor | None = None


def read_sources(inputs: Inputs, batch: Batch, *, sketched: bool = False, copies: bool = False) -> Iterator[Source]:
    """Every document that can be read, in order; the others go to `batch.skipped`, the sketches, if wanted, to `batch.sketches`.

    With `copies` a document comes again for each input that holds the same bytes.
    """
    for source in _sources(_told(_members(inputs, batch), inputs), inputs.paths, batch, lambda *_: False, copies=copies):
        if sketched:
            batch.sketches[source.document.id] = ingest.fingerprint(source)
        yield source


def count(paths: Sequence[str]) -> int:
    """How many files the paths name, standard input among them."""
    return sum(not isinstance(found, Skipped | ingest.Passed) for found in ingest.find(paths, stdin=io.BytesIO()))


def _members(inputs: Inputs, batch: Batch) -> Iterator[ingest.Member]:
    """The documents in what the inputs name; what is none is noted in the batch."""
    for found in ingest.find(inputs.paths, stdin=inputs.stdin):
        if isinstance(found, Skipped):
            batch.skipped.append(Skipped(source=_printable(found.source), reason=found.reason))
        elif isinstance(found, ingest.Passed):
            batch.passed.append(f"{_printable(found.folder)}: passed over {found.what}")
        else:
            batch.files += 1
            try:
                for member in ingest.documents(found, text_column=inputs.text_column):
                    if isinstance(member, Skipped):
                        batch.skipped.append(Skipped(source=_printable(member.source), reason=member.reason))
                    else:
                        yield member
            except UnreadableError as error:
                batch.skipped.append(_skipped(found.path, error))


def _skipped(path: str, error: UnreadableError) -> Skipped:
    reason = error.message.removeprefix(f"{path}: ")
    return Skipped(source=_printable(path), reason=f"{reason} ({error.hint})" if error.hint else reason)


def analyze(sources: Iterator[Source], batch: Batch, *, model: str | None = None) -> Iterator[DocumentAnalysis]:
    """The analysis of each source. The model is loaded only when there is something to read."""
    first = next(sources, None)
    if first is None:
        return
    for analysis in extract.load(model).analyze(chain([first], sources)):
        batch.note(analysis.document)
        yield analysis


def keep(place: Path, inputs: Inputs, batch: Batch, *, model: str | None = None, jobs: int | None = None) -> Iterator[DocumentAnalysis]:
    """Analyse and save each document that the store at `place` lacks, and yield its analysis once it is safe.

    `jobs` processes read, by default one a core; what comes of it does not depend on how many.
    """
    members = _members(inputs, batch)
    first = next(members, None)
    if first is None:
        return
    with store.open(place, write=True) as kept, _run(kept, batch):
        recipe = extract.recipe(model)
        told = _told(chain([first], members), inputs)
        sources = _sources(told, inputs.paths, batch, lambda id, told: kept.holds(id, told, recipe))
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
        sources = _sources(_again(old, files), files, batch, lambda *_: False)
        yield from _saved(kept, sources, batch, model=model, jobs=jobs)
        reason = "not read again: it is not where it was, or not as it was"
        batch.skipped += [Skipped(source=document.path, reason=reason) for document, _ in old.values()]
        _refresh(kept)


def _again(old: dict[str, tuple[Document, str]], files: Sequence[str]) -> Iterator[Told]:
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
        questions.refresh(kept, store.corrections.read(store.corrections.beside(kept.path)))


def forget(place: Path, reference: str) -> tuple[Document, list[Path]]:
    """Remove from the store at `place` the document that a reference stands for; returns it, and the copies that may still hold it."""
    with store.open(place) as kept:
        hit = _hit(kept, reference)
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


@contextmanager
def _run(kept: store.Store, batch: Batch) -> Iterator[None]:
    """Note in the store that a run begins, and when it ends, however it does, what came of it."""
    number = kept.begin(datetime.now(UTC).isoformat(timespec="seconds"), __version__)
    try:
        yield
    finally:
        kept.end(number, saved=batch.done, unchanged=batch.unchanged, skipped=batch.skipped)


def stored(place: Path) -> Iterator[DocumentAnalysis]:
    """The analyses of all documents in the store at `place`."""
    with store.open(place) as kept:
        yield from kept.analyses()


def skipped(place: Path) -> list[Skipped]:
    """What the store at `place` could not take in when it was last named, with the reasons."""
    with store.open(place) as kept:
        return kept.skipped()


def ask(
    analyses: Iterable[DocumentAnalysis],
    query: resolve.Query,
    wanted: str,
    *,
    batch: Batch | None = None,
    with_duplicates: bool = False,
    corrections: Corrections | None = None,
    group: Group | None = None,
    key: bytes | None = None,
) -> Answer:
    """What the documents say together that answers the query; `wanted` is a field of Corpus.

    `group` makes other records of those found and of all that is known. With a `key` private persons are hidden.
    """
    together = gather(analyses, batch=batch, with_duplicates=with_duplicates, corrections=corrections, key=key)
    corpus = together.corpus
    records = getattr(resolve.select(corpus, query), wanted)
    asked = () if records else query.named().values()
    similar = [like for name in asked for like in resolve.names_like(corpus, name)]
    records = group(records, corpus) if group else records
    answer = Answer(records, together.documents, similar, together.repeated, corpus.unknown)
    return _hidden(answer, together.hide, batch) if together.hide else answer


def _hidden(answer: Answer, hide: resolve.Redactor, batch: Batch | None) -> Answer:
    """An answer without names of private persons; nor are there any in what the batch will say."""
    if batch:
        conceal(batch, hide)
    return dataclasses.replace(
        answer,
        records=hide.records(list(answer.records)),
        documents=hide.record(answer.documents),
        similar=hide.record(answer.similar),
        unknown=hide.record(answer.unknown),
    )


def redacted(analyses: Iterable[DocumentAnalysis], key: bytes, batch: Batch) -> list[DocumentAnalysis]:
    """Analyses without the names of persons who are private in any of them."""
    found = list(analyses)
    hide = resolve.Redactor(resolve.join(found), key)
    conceal(batch, hide)
    return hide.records(found)


def conceal(batch: Batch, hide: resolve.Redactor) -> None:
    """Hide private persons in what a batch tells of inputs."""
    batch.skipped = hide.record(batch.skipped)
    batch.passed = [hide.text(line, address=True) for line in batch.passed]


@contextmanager
def asking(
    place: Path,
    query: resolve.Query,
    wanted: str,
    *,
    form: questions.Form = "records",
    rows: int | None = None,
    with_duplicates: bool = False,
    corrections: Corrections | None = None,
    own: bool = True,
    group: Group | None = None,
    key: bytes | None = None,
) -> Iterator[Answer]:
    """What `ask` answers of the analyses in the store at `place`, but read only as far as the answer is, while the context is open.

    Of the records as many as `rows` are read, in a `form`; of what `group` makes, all. What the documents say together is kept in the
    store for the next question, if the corrections are its `own`. What its rows cannot tell, and what is to be hidden, is asked of
    the analyses themselves.
    """
    said = corrections or Corrections()
    aside = partial(ask, query=query, wanted=wanted, with_duplicates=with_duplicates, corrections=said, group=group, key=key)
    if key or not resolve.looked_up(query, wanted, grouped=group is not None):
        yield aside(stored(place))
        return
    with questions.asking(place, said, keep=own) as answers:
        if answers is None or (with_duplicates and answers.repeated()):
            yield aside(stored(place))
            return
        asked = questions.Asked(answers, query, wanted)
        records = asked.grouped(group) if group else asked.records(form, rows)
        yield Answer(
            records=records,
            documents=questions.Documents(answers),
            similar=[] if records else asked.similar(),
            repeated=answers.repeated(),
            unknown=answers.unknown(),
            kind=Actor if form == "lines" and wanted == "entities" else None,
            rest=None if group else asked,
        )


def overview(place: Path, own: Path | None = None) -> Overview | None:
    """What is in the store at `place`, with the corrections in `own` or beside it; None where that cannot be told at a glance."""
    return at_a_glance(place, corrections(place, own)[0])


def names(place: Path, typed: str) -> list[str]:
    """The names in the store at `place` that begin as somebody types."""
    return beginning(place, typed, corrections(place, None)[0])


def gather(
    analyses: Iterable[DocumentAnalysis],
    *,
    batch: Batch | None = None,
    with_duplicates: bool = False,
    corrections: Corrections | None = None,
    key: bytes | None = None,
) -> Together:
    """What the documents say together, as the user has corrected it; with a `key` there is what hides private persons.

    A document that repeats another is left out: the store knows which do, and of documents just read `batch` holds the sketches.
    """
    found = list(analyses)
    links = resolve.link((each.document, batch.sketches[each.document.id]) for each in found) if batch and batch.sketches else {}
    kept = [each for each in found if with_duplicates or not (each.document.duplicate_of or each.document.id in links)]
    corpus = resolve.join(kept, corrections)
    hide = resolve.Redactor(corpus if len(kept) == len(found) else resolve.join(found, corrections), key) if key else None
    return Together(corpus, kept, len(found) - len(kept), {document.id: document for document in corpus.documents}, hide)


def redactor(place: Path, key: bytes, corrections: Corrections | None = None) -> resolve.Redactor:
    """What hides the private persons of the store at `place`."""
    return resolve.Redactor(resolve.join(stored(place), corrections), key)


def corrections(place: Path | None, file: Path | None) -> tuple[Corrections, Path | None]:
    """The corrections in `file`, else those beside the store at `place`, and where they are; none for files that are just read."""
    where = file or (store.corrections.beside(place) if place else None)
    return (store.corrections.read(where, needed=file is not None) if where else Corrections()), where


def correct(together: Together, said: Corrections, new: Correction, file: Path) -> None:
    """Write down a correction of what the documents say together; NotNamedError where it would find nobody, or not know which."""
    known = set(together.corpus.unknown)
    for line in resolve.join(together.analyses, said.plus(new)).unknown:
        if line not in known:
            similar = [like for name in new.names_in() for like in resolve.names_like(together.corpus, name) if like != name]
            raise NotNamedError(line, hint=resolve.did_you_mean(similar[:3]) or "nothing was written")
    store.corrections.add(file, new)


def around(place: Path, evidence: Iterable[Evidence]) -> dict[Evidence, str]:
    """Each piece of evidence with the words about it, from the texts in the store at `place`."""
    with store.open(place) as kept:
        return passages(lru_cache(maxsize=8)(kept.text), evidence)


def look_up(
    place: Path, reference: str, corrections: Corrections | None = None, hide: resolve.Redactor | None = None
) -> tuple[DocumentAnalysis, str]:
    """The document that an id's beginning, a path or a file name stands for, and its text.

    Where it stands for a record, the analysis holds that record alone. StoreError where it stands for nothing or for several.
    `hide` takes the names of private persons out.
    """
    wanted = hide.revealed(reference) if hide else reference
    with store.open(place) as kept:
        hit = _hit(kept, wanted)
        analysis, text = kept.analysis(hit.document), kept.text(hit.document)
    found = _only(analysis, hit.id) if hit.table != "documents" else _corrected(analysis, corrections)
    return hide.whole(found, text) if hide else (found, text)


def _hit(kept: store.Store, reference: str) -> store.Hit:
    """The one thing that a reference stands for."""
    hits = kept.find(reference)
    if not hits:
        message = f"nothing in {kept.path} is called {reference}"
        raise StoreError(message, hint="give the id, path or file name of a document, or a record's id")
    if len(hits) > 1:
        ids = ", ".join(hit.id for hit in hits[:5])
        raise StoreError(f"{reference} could be {ids}{' or others' if len(hits) > 5 else ''}", hint="give more of the id")
    return hits[0]


def _corrected(analysis: DocumentAnalysis, corrections: Corrections | None) -> DocumentAnalysis:
    if not corrections or corrections == Corrections():
        return analysis
    alone = resolve.join([analysis], corrections)
    return replace(analysis, entities=alone.entities, demands=alone.demands, detained=alone.detained, timeline=alone.timeline)


def _known(row: ingest.Overrides | None, general: ingest.Overrides) -> ingest.Overrides:
    """What is known of a document: what its own row says, and for the rest what is said of all."""
    return ingest.Overrides(**{**asdict(general), **{name: value for name, value in asdict(row or general).items() if value}})


def _printable(path: str) -> str:
    """A path that can be kept and printed: bytes of a file's name that are no UTF-8 are written out."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _told(members: Iterable[ingest.Member], inputs: Inputs) -> Iterator[Told]:
    """Each member with what is known of it."""
    table = ingest.read_metadata(str(inputs.metadata)) if inputs.metadata else {}
    for member in members:
        yield member, _known(ingest.look_up(table, member.path), inputs.overrides)


def _sources(
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


def _only(analysis: DocumentAnalysis, record: str) -> DocumentAnalysis:
    return replace(
        analysis,
        entities=[each for each in analysis.entities if each.id == record],
        demands=[each for each in analysis.demands if each.id == record],
        detained=[each for each in analysis.detained if each.id == record],
        timeline=[each for each in analysis.timeline if each.id == record],
    )
