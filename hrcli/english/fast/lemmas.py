"""The lemmatizer's answers, each edit tried once: `FastLemmatizer` remembers what a tree makes of a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.pipeline import EditTreeLemmatizer
from spacy.tokens import Doc

ENOUGH = 200_000  # answers kept


class FastLemmatizer(EditTreeLemmatizer):
    """A trained lemmatizer with `top_k` 1 and the word itself as its way out, for documents without lemmas."""

    _known: dict[tuple[int, int], int]

    @classmethod
    def of(cls, pipe: EditTreeLemmatizer) -> FastLemmatizer:
        """The same lemmatizer, its trees shared."""
        new = cls(pipe.vocab, pipe.model, pipe.name, backoff=pipe.backoff, overwrite=pipe.overwrite, top_k=1, scorer=pipe.scorer)
        new.trees, new.tree2label = pipe.trees, pipe.tree2label
        new._known = {}
        return new

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """The number of the best edit tree for each token of each document."""
        texts = list(docs)
        if not any(map(len, texts)):
            return [np.zeros(0, dtype=int) for _ in texts]
        trees = np.asarray(self.cfg["labels"])
        return [trees[scores.argmax(axis=1)] for scores in self.model.predict(texts)]

    def set_annotations(self, docs: Iterable[Doc], batch_tree_ids: Sequence[Any]) -> None:
        """Write the lemmas: what the tree makes of the word or, where it does not fit it, the word."""
        for doc, trees in zip(docs, batch_tree_ids, strict=True):
            if len(doc):
                words: Any = doc.to_array("ORTH").tolist()
                lemmas: Any = np.asarray(
                    [self._lemma(tree, word) for tree, word in zip(trees.tolist(), words, strict=True)], dtype="uint64"
                )
                doc.from_array(["LEMMA"], lemmas)

    def _lemma(self, tree: int, word: int) -> int:
        lemma = self._known.get((tree, word))
        if lemma is None:
            applied = self.trees.apply(tree, self.vocab.strings[word])
            lemma = word if applied is None else self.vocab.strings.add(applied)
            if len(self._known) >= ENOUGH:
                self._known.clear()
            self._known[tree, word] = lemma
        return lemma
