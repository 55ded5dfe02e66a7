"""Trees, as spaCy's arc-eager `parser` draws them, many sentences at once.

A state is a stack and a buffer of words. Where the stack is empty and nothing is known of the next word yet, what follows
depends on that word alone, not on what came before. So documents are cut where sentences seem to end, and all parts are
parsed at the same time, one move of each at a step. A part is done when it comes to the next cut in just that state. If
it would move across the cut instead, the cut was wrong: it takes over the next part's words and parses them anew.

Stacks, buffers and children are linked lists over the words of all documents: the word `below` in the stack, the word
`after` in the buffer, the last child on the `left` and on the `right`, and the `older` sibling on the same side; -1 is no
word. Behind each document stands a word that is none, and ends its buffer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import DependencyParser, TrainablePipe

from hrcli.english.fast.layers import Layers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from hrcli.english.fast.layers import Floats, Ints

    Flags = NDArray[np.bool_]
    Table = NDArray[np.uint64]

ATTRIBUTES: list[int | str] = ["HEAD", "DEP", "SENT_START", "IS_SPACE", "ORTH"]
WORDS = 8000  # parsed at once, in whole documents: the more of them, the fewer steps, but the more memory
STOPS = (".", "?", "!")
CLOSERS = ('"', "”", "’", "''", ")", "]")
KINDS = "SDLRB"  # spaCy's letters of the moves
SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
INVALID = -1e30


class FastParser(DependencyParser):
    """`parser` with another `predict`; documents that hold trees already are left to spaCy."""

    def predict(self, docs: Any) -> Any:
        """What `set_annotations` takes: for each document HEAD and DEP of its words, or spaCy's states."""
        tables = [doc.to_array(ATTRIBUTES) for doc in docs]
        if self.model.attrs["unseen_classes"] or any(table[:, :2].any() for table in tables) or not any(map(len, docs)):
            return super().predict(docs)
        vectors = self.model.get_ref("tok2vec").predict(docs)
        names = [self.moves.get_class_name(move) for move in range(self.moves.n_moves)]
        labels = np.array([self.vocab.strings[name[2:]] for name in names], dtype=np.uint64)
        stops, closers = ([self.vocab.strings[text] for text in texts] for texts in (STOPS, CLOSERS))
        model, trees = _Model(self.model, names), []
        for some, rows in _portions(tables):
            words = _Words(some, stops, closers)
            heads, moves = _Parse(words, model, vectors[rows]).run()
            deps = np.where(heads == 0, self.moves.root_label, labels[moves])
            trees += words.split(np.stack([heads.view(np.uint64), deps], axis=1))
        return trees

    def set_annotations(self, docs: Any, found: Any) -> None:
        """Write heads and labels, and from them the sentences."""
        if not all(isinstance(tree, np.ndarray) for tree in found):
            super().set_annotations(docs, found)
            return
        for doc, tree in zip(docs, found, strict=True):
            doc.from_array(["HEAD", "DEP"], tree)
            for hook in self.postprocesses:
                hook(doc)

    def pipe(self, docs: Any, *, batch_size: int = 256) -> Any:
        """Batches as they come: spaCy's sorts them by length and divides them."""
        return TrainablePipe.pipe(self, docs, batch_size=batch_size)


def _portions(tables: list[Table]) -> Iterator[tuple[list[Table], slice]]:
    """Some documents' tables, and where their words lie in the batch."""
    ends = np.cumsum([len(table) for table in tables])
    first = 0
    while first < len(tables):
        start = ends[first] - len(tables[first])
        last = max(first + 1, int(np.searchsorted(ends, start + WORDS, side="right")))
        yield tables[first:last], slice(start, ends[last - 1])
        first = last


class _Words:
    """The words of some documents, one that is none behind each, and one more at the end, for -1."""

    def __init__(self, tables: list[Table], stops: list[int], closers: list[int]) -> None:
        lengths = np.array([len(table) for table in tables])
        self._ends = np.cumsum(lengths)
        self.none = np.zeros(self._ends[-1] + len(tables) + 1, dtype=bool)
        self.none[self._ends + np.arange(len(tables))] = self.none[-1] = True
        table = np.zeros((len(self.none), 3), dtype=np.uint64)
        table[~self.none] = np.concatenate(tables)[:, 2:]
        self.first = (table[:, 0] == 1) | self.none
        self.never_first = table[:, 0].view(np.int64) == -1
        space, stop, closer = table[:, 1] == 1, np.isin(table[:, 2], stops), np.isin(table[:, 2], closers)
        told = np.maximum.accumulate(np.where(space | closer, 0, np.arange(len(space))))  # the last word that is no such thing
        cut = (self.first | np.roll(stop[told], 1) & ~space) & ~self.never_first
        cut[np.roll(self.none, 1)] = True
        cut &= ~self.none
        bounds = np.flatnonzero(cut | self.none)
        self.starts = np.flatnonzero(cut)
        self.limits = bounds[np.searchsorted(bounds, self.starts) + 1]

    def split(self, rows: Any) -> list[Any]:
        """Rows of all words, of each document apart."""
        return np.split(rows, self._ends[:-1])


class _Model:
    """Scores of the moves with these names."""

    def __init__(self, model: Any, names: list[str]) -> None:
        self._layers = Layers(model)
        self._weights, self._bias = self._layers.output()
        self.kinds = np.array([KINDS.index(name[0]) for name in names])
        self._invalid = np.where(np.arange(len(KINDS))[:, None] == self.kinds, INVALID, 0).astype("f")
        self.features = self._layers.features

    def prepare(self, vectors: Floats, none: Flags) -> Floats:
        """What each word adds to a state, by its place there."""
        rows = np.zeros((len(none), vectors.shape[1]), dtype="f")
        rows[~none] = vectors
        added: Floats = np.matmul(rows, self._layers.weights)
        added[:, none] = self._layers.missing[:, None]
        return added

    def best(self, added: Floats, context: list[Ints], valid: list[Flags]) -> Ints:
        """The best move of each state that looks at the words of `context`, of those of the kinds that are `valid`."""
        total = added[0].take(context[0], axis=0)
        for rows, words in zip(added[1:], context[1:], strict=True):
            total += rows.take(words, axis=0)
        total += self._layers.bias
        scores = self._layers.hidden(total) @ self._weights
        scores += self._bias
        scores += (~np.stack(valid, axis=1)).astype("f") @ self._invalid
        best: Ints = scores.argmax(axis=1)
        return best


class _Parse:
    """All parts of all documents, from their first words to their trees."""

    def __init__(self, words: _Words, model: _Model, vectors: Floats) -> None:
        self._words, self._model = words, model
        self._added = model.prepare(vectors, words.none)
        size = len(words.none)
        self._after = np.arange(1, size + 1)
        self._after[words.none] -= 1
        self._head, self._below, self._left, self._right, self._older = np.full((5, size), -1)
        self._move = np.zeros(size, dtype=np.intp)
        self._stuck = np.zeros(size, dtype=bool)  # put back on the buffer: not to be shifted again
        self._begins = words.first.copy()  # the first word of a sentence, given or found
        self._limit = np.zeros(size, dtype=np.intp)
        self._limit[words.starts] = words.limits

    def run(self) -> tuple[Ints, Ints]:
        """For each word the way to its head (0: it has none) and the move that drew the arc."""
        starts = self._words.starts
        parts = np.stack([starts, self._words.limits, np.full(len(starts), -1), starts])
        while parts.size:
            moves = self._choose(*parts[1:])
            crossing = np.flatnonzero((parts[1] == parts[3]) & (self._model.kinds[moves] != REDUCE))
            if len(crossing):
                going = self._take_over(parts, crossing)
                parts, moves = parts[:, going], moves[going]
            self._apply(moves, *parts[2:])
            done = (parts[2] < 0) & (parts[1] == parts[3])
            if done.any():
                parts = parts[:, ~done]
        real = ~self._words.none
        away = np.where(self._head < 0, 0, self._head - np.arange(len(real)))
        return away[real], self._move[real]

    def _choose(self, limit: Ints, top: Ints, front: Ints) -> Ints:
        """The move of each part. Of the word at a cut, only what the part before it did to it counts: nothing."""
        words, begins, at_cut = self._words, self._begins, front == limit
        second = self._after[front]
        free, blocked = top < 0, begins[front]
        arc = ~(free | blocked)
        shift = free | ~(blocked | self._stuck[front] | words.none[second])
        reduce = ~free & ~((self._below[top] < 0) & words.never_first[front])
        begun = np.where(at_cut, words.first[second], begins[second])
        breaks = (second == front + 1) & ~begun & ~words.never_first[second]
        context = self._context(top, front, second, np.where(at_cut, -1, self._left[front]))
        return self._model.best(self._added, context, [shift, reduce, arc, arc, breaks])

    def _context(self, top: Ints, front: Ints, second: Ints, child: Ints) -> list[Ints]:
        """The words that a state looks at (StateC.set_context_tokens)."""
        below, left, right, older = self._below, self._left, self._right, self._older
        next_top = below[top]
        context = [front, second, top, next_top, below[next_top]]
        if self._model.features == 8:
            return [*context, child, left[top], right[top]]
        context += [left[top], right[top], child, older[right[top]]]
        for side in (left[next_top], right[next_top]):
            context += [side, older[side]]
        return context

    def _take_over(self, parts: Ints, crossing: Ints) -> Flags:
        """Give the parts that move across their cuts the words behind them; False for the parts that end by it."""
        going = np.ones(parts.shape[1], dtype=bool)
        for part in crossing:
            if going[part]:
                start, cut = parts[:2, part]
                going[parts[0] == cut] = False
                parts[1, part] = self._limit[start] = end = self._limit[cut]
                for links in (self._head, self._below, self._left, self._right, self._older):
                    links[cut:end] = -1
                self._after[cut:end] = np.arange(cut + 1, end + 1)
                self._stuck[cut:end] = False
                self._begins[cut + 1 : end + 1] = self._words.first[cut + 1 : end + 1]
        return going

    def _apply(self, moves: Ints, top: Ints, front: Ints) -> None:
        """Make the moves, each on the top of its part's stack and the front of its buffer."""
        kinds = self._model.kinds[moves]
        self._begins[self._after[front[kinds == BREAK]]] = True
        for kind, at, draw in ((LEFT, top, self._draw_left), (RIGHT, front, self._draw_right)):
            some = kinds == kind
            self._move[at[some]] = moves[some]
            draw(top[some], front[some])
        pops = np.flatnonzero((kinds == REDUCE) | (kinds == LEFT))
        popped = top[pops]
        back = (self._head[popped] < 0) & (self._below[popped] >= 0)
        self._stuck[popped[back]] = True
        self._after[popped[back]] = front[pops[back]]
        front[pops[back]] = popped[back]
        top[pops] = self._below[popped]
        pushes = np.flatnonzero((kinds == SHIFT) | (kinds == RIGHT))
        pushed = front[pushes]
        self._below[pushed] = top[pushes]
        top[pushes] = pushed
        front[pushes] = self._after[pushed]

    def _draw_left(self, child: Ints, head: Ints) -> None:
        old = self._head[child]
        self._right[old[old >= 0]] = self._older[child[old >= 0]]
        self._head[child] = head
        self._older[child] = self._left[head]
        self._left[head] = child
        self._stuck[head] = False

    def _draw_right(self, head: Ints, child: Ints) -> None:
        self._head[child] = head
        self._older[child] = self._right[head]
        self._right[head] = child
