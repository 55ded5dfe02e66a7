"""A document's text with its records marked: in colours on a terminal that has them, in brackets elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TextIO

from hrcli.records import Detention, DocumentAnalysis
from hrcli.report.cells import title
from hrcli.report.visible import line, visible

STYLES = {"demand": "bold underline", "detained": "bold red", "actor": "cyan", "date": "green", "furniture": "dim"}
ORDER = list(STYLES)


@dataclass(frozen=True, order=True)
class Mark:
    """A span of the text, what it is, and what is said of it."""

    start: int
    end: int
    kind: str
    label: str


def write(analysis: DocumentAnalysis, text: str, out: TextIO, *, color: bool) -> None:
    """The text with its marks: in colours, below a heading and a key to them, or in brackets where there are none."""
    if out.isatty() and color:
        _write_colored(analysis, text, out)
    else:
        out.write(bracketed(text, marks(analysis)) + "\n")


def marks(analysis: DocumentAnalysis) -> list[Mark]:
    """Where the records are, outer marks before inner ones."""
    found = set(_demands(analysis)) | set(_detained(analysis)) | set(_dates(analysis)) | set(_actors(analysis))
    return sorted(found, key=lambda mark: (mark.start, -mark.end, ORDER.index(mark.kind), mark.label))


def bracketed(text: str, found: Iterable[Mark]) -> str:
    """The text with each mark as `[label: words]`; one that crosses the end of an outer mark is left out."""
    pieces: list[str] = []
    open_ends: list[int] = []
    at = 0
    for mark in found:
        while open_ends and open_ends[-1] <= mark.start:
            end = open_ends.pop()
            pieces += [visible(text[at:end]), "]"]
            at = end
        if open_ends and mark.end > open_ends[-1]:
            continue
        pieces += [visible(text[at : mark.start]), f"[{line(mark.label)}: "]
        at = mark.start
        open_ends.append(mark.end)
    for end in reversed(open_ends):
        pieces += [visible(text[at:end]), "]"]
        at = end
    return "".join([*pieces, visible(text[at:])])


def _demands(analysis: DocumentAnalysis) -> Iterator[Mark]:
    for demand in analysis.demands:
        yield Mark(demand.action_start, demand.action_end, "demand", "demand" if demand.polarity == "do" else "demand not to")


def _detained(analysis: DocumentAnalysis) -> Iterator[Mark]:
    for detention in analysis.detained:
        label = detention.status.replace("_", " ")
        for start, end in _naming(detention):
            yield Mark(start, end, "detained", label)


def _naming(detention: Detention) -> Iterator[tuple[int, int]]:
    """Where the sentences of a case name whom they are about; the whole sentence where they do not."""
    name = detention.name or detention.group or ""
    for passage in detention.evidence:
        at = passage.quote.find(name)
        yield (passage.start + at, passage.start + at + len(name)) if name and at >= 0 else (passage.start, passage.end)


def _dates(analysis: DocumentAnalysis) -> Iterator[Mark]:
    for entry in analysis.timeline:
        yield Mark(entry.start, entry.end, "date", entry.date or entry.kind)


def _actors(analysis: DocumentAnalysis) -> Iterator[Mark]:
    for entity in analysis.entities:
        for passage in entity.evidence:
            yield Mark(passage.start, passage.end, "actor", entity.type.replace("_", " "))


def _write_colored(analysis: DocumentAnalysis, text: str, out: TextIO) -> None:
    from rich.text import Text

    from hrcli.report.table import console

    page = console(out, color=True)
    document = analysis.document
    page.print(Text(line(title(document)), style="bold"))
    page.print(Text(line(" · ".join(filter(None, (document.publisher, document.date, document.path))))))
    page.print(Text(" ").join(Text(kind, style=style) for kind, style in STYLES.items()), end="\n\n")
    page.print(Text.assemble(*_runs(text, [*_furniture(analysis), *marks(analysis)])))


def _furniture(analysis: DocumentAnalysis) -> Iterator[Mark]:
    for stretch in analysis.document.furniture:
        yield Mark(stretch.start, stretch.end, "furniture", stretch.why)


def _edge(text: str, at: int) -> int:
    """Where a piece that should end at `at` ends: not within a CR LF, which is shown as one line end."""
    return at + (at > 0 and text[at - 1 : at + 1] == "\r\n")


def _runs(text: str, found: list[Mark]) -> Iterator[tuple[str, str]]:
    """The text in pieces of one style each: that of all marks that cover the piece."""
    edges = sorted({0, len(text), *(_edge(text, at) for mark in found for at in (mark.start, mark.end))})
    coming = sorted(found, reverse=True)
    covering: list[Mark] = []
    for start, end in pairwise(edges):
        covering = [mark for mark in covering if mark.end > start]
        while coming and coming[-1].start <= start:
            covering.append(coming.pop())
        yield visible(text[start:end]), " ".join(STYLES[mark.kind] for mark in covering)
