"""Makes the training and measuring texts: trees of EWT and GUM with names, and the sets that have names only."""

from __future__ import annotations

import logging
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from hrcli.english.training import conllu, datasets, entities, gazetteer, gum, nersets, rename
from hrcli.english.training.conllu import Sentence
from hrcli.english.training.datasets import Treebank
from hrcli.english.training.entities import Marked
from hrcli.english.training.gazetteer import Words

GROUP = 10  # sentences a document, at most
REPEAT = 3  # of the parsed documents, which are fewer than those with names only
KEPT = 2000  # sentences at the end of the newswire, kept for measuring
DEV = {"ewt_dev": 120, "gum_dev": 60, "gmb_dev": 600}  # documents of each measuring text that steer the training

Finder = Callable[[list[Sentence]], list[Marked]]

log = logging.getLogger(__name__)


def prepare(data: Path, out: Path) -> None:
    """Write train, labels, dev, ewt_dev, gum_dev and gmb_dev (.spacy) under `out`."""
    words = gazetteer.load(data)
    vocab = spacy.blank("en").vocab
    parsed, measured = _parsed(data, words, vocab)
    names, measured["gmb_dev"] = _names(data, words, vocab)
    log.info("%d words with trees, %d with names only", _size(parsed), _size(names))
    dev = [doc for part, docs in measured.items() for doc in docs[: DEV[part]]]
    for name, docs in {**measured, "dev": dev, "labels": parsed, "train": parsed * REPEAT + names}.items():
        DocBin(store_user_data=False, docs=docs).to_disk(out / f"{name}.spacy")


def _parsed(data: Path, words: Words, vocab: Vocab) -> tuple[list[Doc], dict[str, list[Doc]]]:
    """The training documents and the two measuring texts of the treebanks."""
    ewt, gum_ = datasets.load().treebanks
    uner = datasets.load().names[0]
    parts = []
    for split in (slice(0, 1), slice(1, 2)):
        find = partial(_look_up, _by_words(nersets.read(data, uner, words, files=split)))
        parts.append(list(_documents(data, ewt, split, find, vocab)))
        parts.append(list(_documents(data, gum_, split, lambda sentences: list(gum.marked(sentences, words)), vocab)))
    return parts[0] + parts[1], {"ewt_dev": parts[2], "gum_dev": parts[3]}


def _documents(data: Path, treebank: Treebank, split: slice, find: Finder, vocab: Vocab) -> Iterator[Doc]:
    """The treebank's documents in pieces of at most GROUP sentences, with the names that `find` gives."""
    for path in treebank.files[split]:
        for name, group in groupby(conllu.read(data / path), key=lambda sentence: sentence.document):
            if not treebank.genres or name.split("_")[1] in treebank.genres:
                sentences = list(group)
                labels = [marked.labels for marked in find(sentences)]
                for i in range(0, len(sentences), GROUP):
                    yield conllu.to_doc(vocab, sentences[i : i + GROUP], labels[i : i + GROUP])


def _by_words(sentences: Iterable[Marked]) -> dict[tuple[str, ...], Marked]:
    return {tuple(marked.words): marked for marked in sentences}


def _look_up(known: dict[tuple[str, ...], Marked], sentences: list[Sentence]) -> list[Marked]:
    """The names of the same sentences in the set that marks them; those it lacks are not annotated."""
    return [known.get(tuple(each.words)) or Marked(each.words, [None] * len(each.words)) for each in sentences]


def _names(data: Path, words: Words, vocab: Vocab) -> tuple[list[Doc], list[Doc]]:
    """The training sentences with names only, and the newswire kept for measuring.

    Each sentence that names a person comes a second time with persons from elsewhere.
    """
    kept: list[Marked] = []
    train: list[Marked] = []
    for dataset in datasets.load().names[1:]:
        sentences = list(nersets.read(data, dataset, words))
        if dataset.format == "csv":
            sentences, kept = sentences[:-KEPT], sentences[-KEPT:]
        train += sentences
        log.info("%s: %d sentences, %s", dataset.name, len(sentences), _counts(sentences))
    names, rng = rename.load(data), random.Random(0)
    train += [rename.rename(marked, names, rng) for marked in train if "B-PERSON" in marked.labels]
    train = [marked for marked in train if any(marked.labels)]
    return [entities.to_doc(vocab, marked) for marked in train], [entities.to_doc(vocab, marked) for marked in kept]


def _counts(sentences: list[Marked]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for marked in sentences:
        for span in entities.spans(marked.labels):
            counts[span.label] += 1
    return dict(counts)


def _size(docs: list[Doc]) -> int:
    return sum(map(len, docs))
