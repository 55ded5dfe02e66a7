"""Lemmas and trees where they are worth it: the dearest steps run on the sentences that somebody will look at.

The shipped pipeline has two halves. The first (tags, sentences, names) reads everything; the second, with an encoder of
its own, gives lemmas and trees. `gate` puts one component in the second half's place. It lets a function choose sentences,
gives them to the half as documents of their own, and writes lemmas and trees back. In the other sentences a token has no
label, itself for a head, and its lower-case form for a lemma.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from hrcli.english import boundaries

HALF = ("tok2vec_trees", "trainable_lemmatizer", "parser")

Ranges = list[tuple[int, int]]
Choose = Callable[[Doc], Ranges]


def gate(nlp: Language, choose: Choose) -> None:
    """Let the second half read only the token ranges (half open, in order, from a sure start of a sentence to another) that `choose` gives.

    A pipeline that is not made of the two halves stays as it is.
    """
    if not all(name in nlp.pipe_names for name in HALF):
        return
    parts = [nlp.get_pipe(name) for name in HALF]
    component: Any = nlp.add_pipe("hrcli_gated", before=HALF[0])
    component.set(parts, choose)
    for name in HALF:
        nlp.remove_pipe(name)


@Language.factory("hrcli_gated", assigns=["token.dep", "token.head", "token.lemma"])
class Gated:
    """The component; it does nothing before `set` has given it the half's parts and the choice."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002  spaCy gives both
        self.name = name
        self._parts: list[Any] = []
        self._choose: Choose = _nothing

    def set(self, parts: list[Any], choose: Choose) -> None:
        """Use these components, in this order, on the sentences that `choose` gives."""
        self._parts = parts
        self._choose = choose

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """The documents in order, read `batch_size` at a time."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            chosen = [self._choose(doc) for doc in batch]
            parts = [_part(doc, ranges) if ranges else None for doc, ranges in zip(batch, chosen, strict=True)]
            wanted = [part for part in parts if part is not None]
            for component in self._parts:
                wanted = list(component.pipe(wanted, batch_size=len(wanted) or 1))
            for doc, ranges, part in zip(batch, chosen, parts, strict=True):
                _write_back(doc, ranges, part)
                yield doc


def _nothing(_: Doc) -> Ranges:
    return []


def _part(doc: Doc, ranges: Ranges) -> Doc:
    """A document of those sentences, their boundaries given but for the doubtful ones."""
    rows = doc.to_array(["ORTH", "SPACY", "SENT_START"])[_indices(ranges)]
    words: Any = rows[:, 0].tolist()  # the numbers of words, which Doc takes too
    starts: Any = rows[:, 2].astype(np.int64).tolist()
    return Doc(doc.vocab, words=words, spaces=rows[:, 1].astype(bool).tolist(), sent_starts=starts)


def _write_back(doc: Doc, ranges: Ranges, part: Doc | None) -> None:
    """Put the part's heads, labels, lemmas and boundaries in their places.

    spaCy derives boundaries from heads, by which each word without a tree were a sentence: they are written last.
    """
    if not len(doc):
        return
    starts: Any = doc.to_array(["SENT_START"]).astype(np.int64)
    rows: Any = np.zeros((len(doc), 3), dtype="uint64")
    rows[:, 2] = doc.to_array(["LOWER"])
    if part is not None:
        at = _indices(ranges)
        rows[at] = part.to_array(["HEAD", "DEP", "LEMMA"])
        starts[at] = part.to_array(["SENT_START"]).astype(np.int64)
    doc.from_array(["HEAD", "DEP", "LEMMA"], rows)
    doc.from_array(["SENT_START"], boundaries.settle(starts, doc).astype(np.uint64))


def _indices(ranges: Ranges) -> Any:
    return np.concatenate([np.arange(start, end) for start, end in ranges])
