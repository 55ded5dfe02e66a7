"""The running text that may be learnt from without labels: the training parts of all sets, and UN recommendations."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from hrcli.english.training import conllu, datasets, gazetteer, nersets

KEPT = 2000  # sentences at the end of the newswire, kept for measuring
RECOMMENDATIONS = "demands/upr-recommendations-*.csv.gz"
WORD = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")


def texts(data: Path) -> Iterator[list[str]]:
    """The words of each sentence or paragraph."""
    for treebank in datasets.load().treebanks:
        for sentence in conllu.read(data / treebank.files[0]):
            if not treebank.genres or sentence.document.split("_")[1] in treebank.genres:
                yield sentence.words
    words = gazetteer.load(data)
    for dataset in datasets.load().names[1:]:
        sentences = [marked.words for marked in nersets.read(data, dataset, words)]
        yield from sentences[:-KEPT] if dataset.format == "csv" else sentences
    for path in sorted(data.glob(RECOMMENDATIONS)):
        with gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="") as file:
            yield from (WORD.findall(row["Text"]) for row in csv.DictReader(file))
