"""Makes the training and measuring texts: trees of EWT and GUM with names, and the sets that have names only.

The treebanks come twice: as running text, and with the empty lines that they have between paragraphs.
"""

from __future__ import annotations

import logging
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from hrcli.english.training import conllu, corpus, datasets, entities, gazetteer, gum, nersets, pages, rename, wordvectors
from hrcli.english.training.augment import iob
from hrcli.english.training.conllu import Sentence
from hrcli.english.training.corpus import Split
from hrcli.english.training.datasets import NameSet, Treebank
from hrcli.english.training.entities import Marked
from hrcli.english.training.gazetteer import Words

GROUP = 10  # sentences a document, at most
REPEAT = 3  # of the parsed documents, in either shape, among those with names only, which are more
LINES = 8000  # made of templates
AGAIN = 3  # times that a named sentence of the treebanks comes with other names
NAMED = ("-PERSON", "-ORG", "-GPE")
DEV = {"ewt_paragraphs": 120, "gum_paragraphs": 60, "gmb_dev": 100, "politics_dev": 60}  # documents that steer the training

TRAINED, MEASURED = slice(0, 1), slice(1, 2)  # a treebank's files

Finder = Callable[[list[Sentence]], list[Marked]]
Piece = tuple[list[Sentence], list[list[str | None]]]

log = logging.getLogger(__name__)


def prepare(data: Path, out: Path) -> None:
    """Write the word vectors and, as .spacy files, names, trees, dev and the measuring texts under `out`."""
    wordvectors.build(data).to_disk(out / "vectors")
    words, vocab, rng = gazetteer.load(data), spacy.blank("en").vocab, random.Random(0)
    running, spaced = _shapes(vocab, [piece for pieces in _treebanks(data, TRAINED, words) for piece in pieces])
    chosen = datasets.load().names[1:]
    splits = {dataset.name: _split(data, dataset, words) for dataset in chosen}
    sets = [_marked(running), *(splits[dataset.name].train for dataset in chosen)]
    names = [entities.to_doc(vocab, *page) for page in _pages(data, sets, [1, *(dataset.times for dataset in chosen)], words, rng)]
    measured = measuring(data, words, vocab)
    log.info("%d words with trees, %d with names only", _size(running), _size(names))
    dev = [doc for part, count in DEV.items() for doc in measured[part][:count]]
    parsed = running + spaced
    for name, docs in {**measured, "dev": dev, "labels": running, "trees": parsed, "names": parsed * REPEAT + names}.items():
        DocBin(store_user_data=False, docs=docs).to_disk(out / f"{name}.spacy")


def measuring(data: Path, words: Words, vocab: Vocab) -> dict[str, list[Doc]]:
    """The measuring texts by name: the treebanks' dev parts in either shape, and what the sets of names keep back."""
    texts: dict[str, list[Doc]] = {}
    for name, pieces in zip(("ewt", "gum"), _treebanks(data, MEASURED, words), strict=True):
        texts[f"{name}_dev"], texts[f"{name}_paragraphs"] = _shapes(vocab, pieces)
    for dataset in datasets.load().names[1:]:
        if kept := corpus.split(data, dataset, words).kept:
            texts[_file(dataset.name)] = _plain(vocab, kept)
    return texts


def _treebanks(data: Path, split: slice, words: Words) -> Iterator[list[Piece]]:
    """The pieces of EWT, then those of GUM."""
    ewt, gum_ = datasets.load().treebanks
    find = partial(_look_up, _by_words(nersets.read(data, datasets.load().names[0], words, files=split)))
    yield list(_pieces(data, ewt, split, find))
    yield list(_pieces(data, gum_, split, lambda sentences: list(gum.marked(sentences, words))))


def _shapes(vocab: Vocab, pieces: list[Piece]) -> tuple[list[Doc], list[Doc]]:
    """The pieces as running text, and with empty lines between paragraphs."""
    return [conllu.to_doc(vocab, *piece) for piece in pieces], [conllu.to_doc(vocab, *conllu.with_breaks(*piece)) for piece in pieces]


def _pieces(data: Path, treebank: Treebank, split: slice, find: Finder) -> Iterator[Piece]:
    """The treebank's documents in pieces of at most GROUP sentences, with the names that `find` gives."""
    for sentences in corpus.documents(data, treebank, split):
        labels = [marked.labels for marked in find(sentences)]
        for i in range(0, len(sentences), GROUP):
            yield sentences[i : i + GROUP], labels[i : i + GROUP]


def _by_words(sentences: Iterable[Marked]) -> dict[tuple[str, ...], Marked]:
    return {tuple(marked.words): marked for marked in sentences}


def _look_up(known: dict[tuple[str, ...], Marked], sentences: list[Sentence]) -> list[Marked]:
    """The names of the same sentences in the set that marks them; those it lacks are not annotated."""
    return [known.get(tuple(each.words)) or Marked(each.words, [None] * len(each.words)) for each in sentences]


def _split(data: Path, dataset: NameSet, words: Words) -> Split:
    """A set's sentences, without those to train on that nobody annotated."""
    train, kept = corpus.split(data, dataset, words)
    log.info("%s: %d sentences, %s", dataset.name, len(train), _counts(train))
    return Split([marked for marked in train if any(marked.labels)], kept)


def _file(name: str) -> str:
    return "politics_dev" if "politics" in name else "gmb_dev"


def _pages(
    data: Path, sets: list[list[Marked]], times: list[int], words: Words, rng: random.Random
) -> Iterator[tuple[list[Marked], list[str]]]:
    """The sentences of each set some to a page; those that name somebody again with other names; and made-up lines.

    The first set is that of the treebanks, whose own sentences come with their trees; each other one comes so many `times`.
    """
    names, pools = rename.load(data), rename.pools_of(sets, data)
    for number, (sentences, often) in enumerate(zip(sets, times, strict=True)):
        named = [marked for marked in sentences if any(label and label.endswith(NAMED) for label in marked.labels)]
        yield from pages.bind(sentences * often if number else [], rng)
        for _ in range(often if number else AGAIN):
            yield from pages.bind([rename.rename(marked, names, pools, rng) for marked in named], rng)
    yield from pages.bind(pages.lines(LINES, sorted(words.peoples), pools, names, rng), rng)


def _marked(docs: list[Doc]) -> list[Marked]:
    """The sentences of the documents, with their names alone."""
    return [Marked([token.text for token in sentence], [iob(token) for token in sentence]) for doc in docs for sentence in doc.sents]


def _plain(vocab: Vocab, sentences: list[Marked]) -> list[Doc]:
    """Documents of GROUP sentences, a blank between them."""
    groups = [sentences[i : i + GROUP] for i in range(0, len(sentences), GROUP)]
    return [entities.to_doc(vocab, group, [""] * len(group)) for group in groups]


def _counts(sentences: list[Marked]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for marked in sentences:
        for span in entities.spans(marked.labels):
            counts[span.label] += 1
    return dict(counts)


def _size(docs: list[Doc]) -> int:
    return sum(map(len, docs))
