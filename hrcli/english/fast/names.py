"""Names, as spaCy's `ner` finds them, for all words of a batch at once.

Outside a name a state looks at its own word alone, so the move of every word, were it outside, comes from one matrix
product. Inside, it looks at the first word of the name, the last and its own, so each name that could begin is
followed word by word, all of them together. What is left to do one after another is to drop the beginnings that lie
inside a name begun before.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Span

from hrcli.english.fast.layers import Layers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from hrcli.english.fast.layers import Floats, Ints

ATTRIBUTES: list[int | str] = ["ENT_IOB", "ENT_TYPE", "SENT_START", "IS_SPACE"]
ROWS = 2048  # words scored at once: their hidden layer stays in the processor's cache
LONGEST = 100  # a name that goes on for longer is left to spaCy


class FastNer(EntityRecognizer):
    """`ner` with another `predict`; documents that hold names already are left to spaCy."""

    def predict(self, docs: Sequence[Doc]) -> Any:
        """What `set_annotations` takes: for each document its names as (start, end, label), or spaCy's states."""
        table = np.concatenate([doc.to_array(ATTRIBUTES) for doc in docs])
        if not len(table) or table[:, :2].any() or self.model.attrs["unseen_classes"]:
            return super().predict(docs)
        ends = list(accumulate(map(len, docs)))
        final = np.append(table[1:, 2] == 1, True)
        final[np.array(ends) - 1] = True
        moves = [self.moves.get_class_name(move) for move in range(self.moves.n_moves)]
        search = _Search(self.model, self.model.get_ref("tok2vec").predict(docs), moves)
        found = search.names(final, table[:, 3] == 1)
        if found is None:
            return super().predict(docs)
        return _by_document(found, [self.vocab.strings[move[2:]] for move in moves], [0, *ends])

    def set_annotations(self, docs: Sequence[Doc], found: Any) -> None:
        """Write the names; all other words are outside."""
        if not all(isinstance(names, list) for names in found):
            super().set_annotations(docs, found)
            return
        for doc, names in zip(docs, found, strict=True):
            doc.set_ents([Span(doc, start, end, label) for start, end, label in names])


def _by_document(found: list[tuple[int, int, int]], labels: list[int], bounds: list[int]) -> list[list[tuple[int, int, int]]]:
    documents: list[list[tuple[int, int, int]]] = [[] for _ in bounds[1:]]
    which = np.searchsorted(bounds, [start for start, _, _ in found], side="right") - 1
    for (start, end, move), at in zip(found, which.tolist(), strict=True):
        documents[at].append((start - bounds[at], end - bounds[at], labels[move]))
    return documents


class _Search:
    """The names of the words with these vectors; `moves` are spaCy's names of what the model chooses from."""

    def __init__(self, model: Any, vectors: Floats, moves: list[str]) -> None:
        self._vectors = vectors
        self._layers = Layers(model)
        self._weights, self._bias = self._layers.output()
        self._kinds = np.array([move[0] for move in moves])
        self._outside = np.flatnonzero(np.isin(self._kinds, ("B", "U", "O")) & (np.array(moves) != "U-"))
        index = {move: i for i, move in enumerate(moves)}
        self._in = np.array([index.get("I" + move[1:], -1) for move in moves])
        self._last = np.array([index.get("L" + move[1:], -1) for move in moves])

    def names(self, final: Any, space: Any) -> list[tuple[int, int, int]] | None:
        """(start, end, move) of each; None where one is too long. No name crosses a `final` word or begins with a `space`."""
        chosen = self._first_moves(final, space)
        starts = np.flatnonzero(self._kinds[chosen] != "O")
        moves = chosen[starts]
        ends = self._ends(starts, moves, final)
        if ends is None:
            return None
        found, free = [], 0
        for start, end, move in zip(starts.tolist(), ends.tolist(), moves.tolist(), strict=True):
            if start >= free:
                found.append((start, end, move))
                free = end
        return found

    def _first_moves(self, final: Any, space: Any) -> Ints:
        """The best move at each word, were no name open there."""
        layers, outside = self._layers, self._outside
        constant = layers.missing[1:].sum(axis=0) + layers.bias
        weights, bias = self._weights[:, outside], self._bias[outside]
        begins, names = self._kinds[outside] == "B", self._kinds[outside] != "O"
        best = np.empty(len(final), dtype=np.intp)
        for at in range(0, len(final), ROWS):
            rows = slice(at, at + ROWS)
            scores = layers.hidden(self._vectors[rows] @ layers.weights[0] + constant) @ weights + bias
            scores[np.ix_(space[rows], names)] = -np.inf
            scores[np.ix_(final[rows], begins)] = -np.inf
            best[rows] = scores.argmax(axis=1)
        return outside[best]

    def _ends(self, starts: Ints, moves: Ints, final: Any) -> Ints | None:
        """Where the name ends that begins at each of `starts` with the move beside it: word after word, In or Last?"""
        ends = starts + 1
        which = np.flatnonzero(self._kinds[moves] == "B")
        for _ in range(LONGEST):
            if not len(which):
                return ends
            at, move, rows = ends[which], moves[which], np.arange(len(which))
            scores = self._inside(starts[which], at)
            stays = (scores[rows, self._in[move]] >= scores[rows, self._last[move]]) & ~final[at]
            ends[which] += 1
            which = which[stays]
        return None

    def _inside(self, starts: Ints, at: Ints) -> Floats:
        layers = self._layers
        total = self._vectors[at] @ layers.weights[0] + layers.bias
        for feature, words in enumerate(_context(layers.features, starts, at), 1):
            total += np.where(words[:, None] < 0, layers.missing[feature], self._vectors[words] @ layers.weights[feature])
        return layers.hidden(total) @ self._weights + self._bias


def _context(features: int, starts: Ints, at: Ints) -> list[Ints]:
    """The other words that a state inside a name looks at (StateC.set_context_tokens): its first and last, or its first five."""
    if features == 3:
        return [starts, at - 1]
    return [np.where(starts + i < at, starts + i, -1) for i in range(features - 1)]
