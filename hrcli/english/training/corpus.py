"""The texts of the data sets as all steps read them: treebank documents, sentences to train on and to measure with, running text."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from hrcli.english.training import conllu, datasets, gazetteer, nersets, silver
from hrcli.english.training.conllu import Sentence
from hrcli.english.training.datasets import NameSet, Treebank
from hrcli.english.training.entities import Marked
from hrcli.english.training.gazetteer import Words

KEPT = 2000  # sentences at the end of the newswire, kept for measuring
RECOMMENDATIONS = "demands/upr-recommendations-*.csv.gz"
WORD = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")


class Split(NamedTuple):
    """Sentences to train on, and those kept to measure with."""

    train: list[Marked]
    kept: list[Marked]


def documents(data: Path, treebank: Treebank, files: slice = slice(None)) -> Iterator[list[Sentence]]:
    """The sentences of each document of the treebank (of some of its files), of the genres that may be used."""
    for path in treebank.files[files]:
        for name, group in groupby(conllu.read(data / path), key=lambda sentence: sentence.document):
            if not treebank.genres or name.split("_")[1] in treebank.genres:
                yield list(group)


def split(data: Path, dataset: NameSet, words: Words) -> Split:
    """A set's sentences: of the newswire the last are kept, of the others the files that measure. Silver labels are doubted in training."""
    trained = len(dataset.files) - dataset.measures
    train = list(nersets.read(data, dataset, words, files=slice(trained)))
    kept = list(nersets.read(data, dataset, words, files=slice(trained, None)))
    if dataset.format == "csv":
        train, kept = train[:-KEPT], train[-KEPT:]
    return Split(silver.doubt(train) if dataset.silver else train, kept)


def recommendations(data: Path) -> Iterator[str]:
    """The texts of the recommendations of the UN's Universal Periodic Review."""
    for path in sorted(data.glob(RECOMMENDATIONS)):
        with gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="") as file:
            yield from (row["Text"] for row in csv.DictReader(file))


def texts(data: Path) -> Iterator[list[str]]:
    """The words of each sentence or paragraph that may be learnt from without labels; none of what measures."""
    for treebank in datasets.load().treebanks:
        yield from (sentence.words for document in documents(data, treebank, slice(0, 1)) for sentence in document)
    words = gazetteer.load(data)
    for dataset in datasets.load().names[1:]:
        yield from (marked.words for marked in split(data, dataset, words).train)
    yield from map(WORD.findall, recommendations(data))
