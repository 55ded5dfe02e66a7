"""Reads the data sets that have names but no trees, and brings their labels to one scheme.

PERSON ORG GPE LOC FAC NORP DATE EVENT. What a set does not annotate (dates in most, nationalities in most, "misc")
becomes None, "not annotated", so that training never learns from it that there is no name.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from hrcli.english.training import gazetteer
from hrcli.english.training.datasets import NameSet
from hrcli.english.training.entities import Marked, Span, mark, spans
from hrcli.english.training.gazetteer import Words

Rows = list[tuple[str, str]]


def read(data: Path, dataset: NameSet, words: Words, *, files: slice = slice(None)) -> Iterator[Marked]:
    """The sentences of the data set (of some of its files) with labels of our scheme."""
    for name in dataset.files[files]:
        with _open(data / name) as file:
            for rows in _csv(file) if dataset.format == "csv" else _columns(file, dataset.format):
                yield convert(rows, dataset, words)


def convert(rows: Rows, dataset: NameSet, words: Words) -> Marked:
    """A sentence of (word, label of the set) with labels of our scheme."""
    texts = [word or "_" for word, _ in rows]
    unsure = set(_unannotated(texts, set(dataset.labels.values()), words))
    found = []
    for start, end, label in spans([label for _, label in rows]):
        span = _relabel(texts, Span(start, end, dataset.labels.get(label, "")), words)
        if not span.label or (dataset.silver and span.label == "PERSON" and not _capital(texts, span)):
            unsure.update(range(start, end))
        else:
            found.append(span)
    return mark(texts, found, unsure)


def strip_titles(texts: list[str], span: Span, words: Words) -> Span:
    """A person's span without the titles before the name; empty where nothing but titles is left."""
    start = span.start
    while start < span.end and texts[start].lower() in words.titles:
        start += 1
    return span._replace(start=start)


def _relabel(texts: list[str], span: Span, words: Words) -> Span:
    """The span with our label, or with an empty one where the set's label is no use."""
    name = " ".join(texts[span.start : span.end])
    low = name.lower()
    if span.label == "PERSON":
        bare = strip_titles(texts, span, words)
        return bare if bare.end > bare.start else span._replace(label="")
    if span.label == "DATE":
        return span if low not in words.no_dates else span._replace(label="")
    if span.label in ("", "ORG", "place", "people"):
        return span._replace(label=_name_label(span.label, name, words))
    return span


def _name_label(label: str, name: str, words: Words) -> str:
    """What a place, a people or an organisation is; "" (a set's "misc") is a people where the lists say so."""
    if gazetteer.is_people(words, name):
        return "NORP"
    if label == "place" and name.lower() in words.organisations:
        return "ORG"
    if label == "place" or (label == "ORG" and name.lower() in words.states | words.regions):
        return gazetteer.place(words, name)
    if label == "people":
        return "GPE" if name.lower() in words.states else "NORP"
    return label


def _capital(texts: list[str], span: Span) -> bool:
    return any(text[:1].isupper() for text in texts[span.start : span.end])


def _unannotated(texts: list[str], ours: set[str], words: Words) -> Iterator[int]:
    """The indices of words that may belong to a kind of name that the set does not mark."""
    for i, text in enumerate(texts):
        unsure = text.lower() in words.durations if "DATE" in ours else gazetteer.may_be_date(words, text)
        if unsure or ("people" not in ours and text.lower() in words.peoples):
            yield i


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="")
    return path.open(encoding="utf-8", errors="replace", newline="")


def _columns(file: IO[str], form: str) -> Iterator[Rows]:
    """Sentences of a file with a word and a label a line and an empty line after each sentence."""
    word, label = (1, 2) if form == "iob2" else (0, -1)
    rows: Rows = []
    for line in file:
        cells = line.split("\t") if "\t" in line else line.split()
        if not line.strip():
            yield from [rows] if rows else []
            rows = []
        elif len(cells) > 1 and not line.startswith(("# ", "-DOCSTART-")):
            rows.append((cells[word].strip(), cells[label].strip()))
    yield from [rows] if rows else []


def _csv(file: IO[str]) -> Iterator[Rows]:
    """Sentences of a table with the columns sentence (given at its first word only), word, tag, label."""
    rows: Rows = []
    for sentence, word, _, label in list(csv.reader(file))[1:]:
        if sentence and rows:
            yield rows
            rows = []
        rows.append((word, label))
    yield rows
