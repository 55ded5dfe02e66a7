"""hrcli in a program or a notebook: the same answers as at the prompt, as records or as data frames.

    >>> from hrcli import analyze, open_store
    >>> found = analyze(text="Amnesty International called on Norway to release Ana Ivić.", date="2019-05-10")
    >>> [(demand.source.organization, demand.action, demand.targets) for demand in found.demands()]
    [('Amnesty International', 'release Ana Ivić', ['Norway'])]
    >>> found.entities(type="person")
    1 Entity: Ana Ivić
    >>> analyze("seeds").detained(status="released")[0].name
    'Jin Guanghong'

A store that `hrcli ingest` made answers the same questions, with the options of the commands as arguments:

    >>> store = open_store("hrcli.db")
    >>> len(store.documents())
    5
    >>> store.demands(org="HRIC", since="1998")[0].date
    '1998-06-23'
    >>> [hit.kind for hit in store.search("torture type:document")]
    ['document', 'document', 'document']

Each record is what `hrcli schema NAME` says, with its evidence; the quote is what stands in the text:

    >>> evidence = store.detained(person="Liu Xiaobo")[0].evidence[0]
    >>> store.text(evidence.document)[evidence.start:evidence.end] == evidence.quote
    True

As a frame of pandas or polars, whichever is installed (neither comes with hrcli):

    >>> frame = store.detained().to_frame()                      # doctest: +SKIP
    >>> frame[["name", "status", "date", "evidence_quote"]]      # doctest: +SKIP
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib import import_module
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Generic, Literal, TypedDict, TypeVar, Unpack, overload

from hrcli import ingest, resolve, store, workflow
from hrcli.errors import HrcliError, UnreadableError, UsageError
from hrcli.records import Demand, Detention, Document, DocumentAnalysis, Entity, Record, Skipped, TimelineEntry
from hrcli.report import fields
from hrcli.report.answers import Found
from hrcli.report.columns import of_kind

R = TypeVar("R", bound=Record)
Place = str | PathLike[str]
LIBRARIES = ("pandas", "polars")
SHOWN = 20  # rows of a notebook's table
NAMED = 3  # records that are named where a list of them is printed


class Filters(TypedDict, total=False):
    """What to keep, as the options of the commands say it; what does not concern a kind of record leaves it as it is."""

    org: str
    source: str
    target: str
    person: str
    actor: str
    type: str
    status: str
    charge: str
    at: str
    precision: str
    since: str
    until: str
    document: str
    country: str
    min_mentions: int
    search: str
    theme: str
    category: int
    polarity: str
    asked_as: str
    own_voice: bool
    limit: int


class Records(Sequence[R], Generic[R]):
    """A list of records of one kind, which can become a data frame."""

    def __init__(self, kind: type[R], records: Sequence[R]) -> None:
        self.kind = kind
        self._records = records

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Records[R]: ...
    def __getitem__(self, at: int | slice) -> R | Records[R]:
        return Records(self.kind, self._records[at]) if isinstance(at, slice) else self._records[at]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def __repr__(self) -> str:
        names = [of_kind(self.kind)[0].cell(each, {}) for each in self._records[:NAMED]]
        more = ", ..." if len(self) > NAMED else ""
        return f"{len(self)} {self.kind.__name__}" + (f": {', '.join(names)}{more}" if names else "")

    def _repr_html_(self) -> str:
        """The first rows as a table, for notebooks."""
        columns = of_kind(self.kind)
        head = "".join(f"<th>{escape(column.heading)}</th>" for column in columns)
        rows = [[column.cell(each, {}) for column in columns] for each in self._records[:SHOWN]]
        body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
        return f"<table><tr>{head}</tr>{body}</table><p>{len(self)} rows</p>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dict for each record with a key for each flat column, as in CSV: `source_name`, `evidence_quote`; lists stay lists."""
        return [{name: _flat(value) for name, value in fields.flat(each).items()} for each in self._records]

    def to_frame(self, library: Literal["pandas", "polars"] | None = None) -> Any:
        """A data frame with a row for each record: of this library, else of the one that is installed, pandas first.

        Raises HrcliError where it is not installed.
        """
        rows = self.to_dicts()
        for name in (library,) if library else LIBRARIES:
            try:
                made = import_module(name)
            except ImportError:
                continue
            return made.DataFrame({column: [row[column] for row in rows] for column in fields.names(self.kind)})
        missing = library or "neither pandas nor polars"
        raise HrcliError(f"{missing} is {'not ' if library else ''}installed", hint=f"pip install {library or 'pandas'}")


@dataclass(frozen=True)
class Collection:
    """Documents that have been read, to be asked; `analyze` and `open_store` make one."""

    _ask: Callable[[str, resolve.Query], Sequence[Any]]
    _text: Callable[[str], str]
    _search: Callable[[str, int], Sequence[Found]]
    skipped: tuple[Skipped, ...] = ()
    analyses: tuple[DocumentAnalysis, ...] = ()

    def documents(self, **filters: Unpack[Filters]) -> Records[Document]:
        """The documents, by date."""
        return Records(Document, self._ask("documents", resolve.Query(**filters)))

    def entities(self, **filters: Unpack[Filters]) -> Records[Entity]:
        """Who and what is named, the most mentioned first."""
        return Records(Entity, self._ask("entities", resolve.Query(**filters)))

    def demands(self, **filters: Unpack[Filters]) -> Records[Demand]:
        """Who asks what of whom."""
        return Records(Demand, self._ask("demands", resolve.Query(**filters)))

    def detained(self, **filters: Unpack[Filters]) -> Records[Detention]:
        """Who is or was deprived of liberty, a record a person."""
        return Records(Detention, self._ask("detained", resolve.Query(**filters)))

    def timeline(self, **filters: Unpack[Filters]) -> Records[TimelineEntry]:
        """What happened when, by date."""
        return Records(TimelineEntry, self._ask("timeline", resolve.Query(**filters)))

    def search(self, query: str, *, limit: int = 20) -> Records[Found]:
        """What of a store has all the words; see `hrcli search --help`."""
        return Records(Found, self._search(query, limit))

    def text(self, document: str) -> str:
        """The text of the document with this id, into which the offsets of all evidence point."""
        return self._text(document)


def analyze(
    *paths: Place,
    text: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    metadata: Place | None = None,
    text_column: str | None = None,
    model: str | None = None,
) -> Collection:
    """Read files, folders and patterns, or a text, and return what they say together.

    `date` and `publisher` are those of all that is read, `metadata` is a table with those of each file, `text_column` the
    column of a table that holds texts, `model` another spaCy pipeline. What could not be read is in `skipped`; where
    nothing could, UnreadableError is raised.
    """
    if (text is None) is not bool(paths):
        raise UsageError("analyze reads either paths or a text", hint='analyze("reports") or analyze(text="...")')
    stdin = None if text is None else io.BytesIO(text.encode("utf-8", "surrogatepass"))
    inputs = workflow.Inputs(
        [fspath(path) for path in paths] or ["-"],
        stdin=stdin,
        metadata=Path(metadata) if metadata else None,
        overrides=ingest.Overrides(date=date, publisher=publisher),
        text_column=text_column,
    )
    batch, texts = workflow.Batch(), dict[str, str]()
    analyses = list(workflow.analyze(_kept(workflow.read_sources(inputs, batch, sketched=True), texts), batch, model=model))
    if batch.skipped and not analyses:
        raise UnreadableError(f"{batch.skipped[0].source}: {batch.skipped[0].reason}")
    corpus = workflow.gather(analyses, batch=batch).corpus
    return Collection(
        _ask=lambda field, query: getattr(resolve.select(corpus, query), field),
        _text=lambda document: _of(texts, document),
        _search=_no_search,
        skipped=tuple(batch.skipped),
        analyses=tuple(analyses),
    )


def open_store(path: Place = "hrcli.db", *, corrections: Place | None = None) -> Collection:
    """The store at `path`, with the corrections beside it or in another file. Raises StoreError where there is none."""
    place, file = Path(path), Path(corrections) if corrections else None
    said = workflow.corrections(place, file)[0]
    store.open(place).__exit__(None, None, None)

    def ask(field: str, query: resolve.Query) -> Sequence[Any]:
        with workflow.asking(place, query, field, corrections=said, own=file is None) as answer:
            return list(answer.records)

    def text(document: str) -> str:
        with store.open(place) as kept:
            return kept.text(document)

    def search(query: str, limit: int) -> Sequence[Found]:
        return resolve.search(place, resolve.parse(query), said, keep=file is None, limit=limit)

    return Collection(_ask=ask, _text=text, _search=search, skipped=tuple(workflow.skipped(place)))


def _kept(sources: Iterator[Any], texts: dict[str, str]) -> Iterator[Any]:
    """The sources, the text of each noted by its document's id."""
    for source in sources:
        texts[source.document.id] = source.text
        yield source


def _of(texts: dict[str, str], document: str) -> str:
    if document not in texts:
        raise UsageError(f"no document {document} was read", hint="give the id of one of documents()")
    return texts[document]


def _no_search(_query: str, _limit: int) -> Sequence[Found]:
    raise UsageError("only a store can be searched", hint="`hrcli ingest PATH` makes one, open_store() opens it")


def _flat(value: Any) -> Any:
    """A value for a cell of a frame: objects within it as text, which frames have no type for."""
    nested = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))
    return fields.text(value) if nested else value
