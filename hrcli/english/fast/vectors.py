"""Word vectors, as spaCy's `tok2vec` makes them: each different word is embedded once, and context is added in small portions.

The first half of `tok2vec` sees nothing of a word but its attributes (norm, shape, affixes ...), so what it gives can be
kept for as long as the pipeline lives. The second half adds what stands around a word, by convolutions that reach `pad`
words; it runs over the text in portions that fit the processor's cache, each with `pad` words more on both sides.
"""

from __future__ import annotations

from functools import reduce
from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import Tok2Vec

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.vocab import Vocab

    from hrcli.english.fast.layers import Floats

    Table = NDArray[np.uint64]

ROOM = 50_000  # different words kept: 20 MB at a width of 96
ROWS = 512  # words encoded at once
LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
WORDWISE = frozenset((
    "extract_features", "list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout", "layernorm", "dropout", "ragged2list",
))  # fmt: skip


def understands(model: Any) -> bool:
    """Whether a model embeds each word by its attributes alone, and then encodes the context by convolutions."""
    if not (model.has_ref("embed") and model.has_ref("encode")):
        return False
    embed, encode = model.get_ref("embed"), model.get_ref("encode")
    depth = len(encode.layers[0].layers) if encode.layers else 0
    return (
        encode.name == f"with_array({'>>'.join([LAYER] * depth)})" and {node.name for node in embed.walk() if not node.layers} <= WORDWISE
    )


class FastTok2Vec(Tok2Vec):
    """`tok2vec` with another `predict`."""

    def __init__(self, vocab: Vocab, model: Any, name: str) -> None:
        super().__init__(vocab, model, name)
        self._embed = _Embedding(model.get_ref("embed"), vocab)
        self._encode = _Encoder(model.get_ref("encode"))

    def predict(self, docs: Any) -> Any:
        """One array of vectors for each document."""
        if not any(map(len, docs)):
            return super().predict(docs)
        lengths = [len(doc) for doc in docs]
        ends = (np.cumsum(lengths) + self._encode.pad * np.arange(1, len(lengths) + 1)).tolist()
        places = [slice(end - length, end) for end, length in zip(ends, lengths, strict=True)]
        words = np.zeros(ends[-1] + self._encode.pad, dtype=bool)
        for place in places:
            words[place] = True
        padded = np.zeros((len(words), self.model.get_dim("nO")), dtype="f")
        padded[words] = self._embed(np.concatenate([doc.to_array(self._embed.attributes) for doc in docs]))
        encoded = self._encode(padded)
        return [encoded[place] for place in places]


class _Words:
    """Stands in for a document: the attributes that the embedding layer asks for, of some words."""

    def __init__(self, vocab: Vocab, attributes: list[int | str], table: Table) -> None:
        self.vocab = vocab
        self._attributes = attributes
        self._table = table

    def __len__(self) -> int:
        return len(self._table)

    def to_array(self, asked: Any) -> Table:
        """The columns asked for, as Doc.to_array."""
        if isinstance(asked, list):
            return self._table[:, [self._attributes.index(name) for name in asked]]
        return self._table[:, self._attributes.index(asked)]


class _Embedding:
    """Vectors by the attributes of words; those of words seen before are remembered."""

    def __init__(self, model: Any, vocab: Vocab) -> None:
        self._model = model
        self._vocab = vocab
        asked = [name for node in model.walk() if node.name == "extract_features" for name in node.attrs["columns"]]
        self.attributes: list[int | str] = [*asked, getattr(vocab.vectors, "attr", "ORTH")]
        self._mix = np.random.default_rng(0).integers(1, 2**63, size=len(self.attributes), dtype=np.uint64) * 2 + 1
        self._seen: dict[int, int] = {}
        self._vectors: Floats = np.empty((ROOM, model.get_dim("nO")), dtype="f")

    def __call__(self, table: Table) -> Floats:
        return np.concatenate([self._portion(table[at : at + ROOM]) for at in range(0, max(len(table), 1), ROOM)])

    def _portion(self, table: Table) -> Floats:
        mixed, first, which = np.unique(table @ self._mix, return_index=True, return_inverse=True)
        keys = mixed.tolist()
        new = [i for i, key in enumerate(keys) if key not in self._seen]
        if len(self._seen) + len(new) > ROOM:
            self._seen.clear()
            new = list(range(len(keys)))
        for at in range(0, len(new), ROWS):
            self._learn([keys[i] for i in new[at : at + ROWS]], table[first[new[at : at + ROWS]]])
        rows = np.fromiter(map(self._seen.__getitem__, keys), np.intp, len(keys))
        vectors: Floats = self._vectors[rows[which]]
        return vectors

    def _learn(self, keys: list[int], table: Table) -> None:
        free = len(self._seen)
        self._vectors[free : free + len(keys)] = self._model.predict([_Words(self._vocab, self.attributes, table)])[0]
        self._seen.update(zip(keys, count(free), strict=False))


class _Encoder:
    """spaCy's MaxoutWindowEncoder, whose maxout pieces lie behind one another here."""

    def __init__(self, model: Any) -> None:
        self.pad: int = model.attrs["pad"]
        self._window = next(node.attrs["window_size"] for node in model.walk() if node.name == "expand_window")
        nodes = list(model.walk())
        norms = [(node.get_param("G"), node.get_param("b")) for node in nodes if node.name == "layernorm"]
        self._layers = [(*_maxout(node), *norm) for node, norm in zip((n for n in nodes if n.name == "maxout"), norms, strict=True)]

    def __call__(self, padded: Floats) -> Floats:
        encoded = np.empty_like(padded)
        for at in range(0, len(padded), ROWS):
            before = min(at, self.pad)
            encoded[at : at + ROWS] = self._portion(padded[at - before : at + ROWS + self.pad].copy())[before : before + ROWS]
        return encoded

    def _portion(self, words: Floats) -> Floats:
        rows, width = words.shape
        around = np.zeros((rows, 2 * self._window + 1, width), dtype="f")
        average = np.full((width, 1), 1 / width, dtype="f")
        for weights, bias, scale, shift in self._layers:
            for place in range(2 * self._window + 1):
                by = place - self._window
                around[max(0, -by) : rows - max(0, by), place] = words[max(0, by) : rows + min(0, by)]
            pieces = around.reshape(rows, -1) @ weights
            pieces += bias
            best = reduce(np.maximum, pieces.reshape(rows, -1, width).swapaxes(0, 1))
            best -= best @ average
            best *= (np.einsum("ij,ij->i", best, best) / width + 1e-8)[:, None] ** -0.5
            best *= scale
            best += shift
            words += best
        return words


def _maxout(node: Any) -> tuple[Floats, Floats]:
    """Its weights (inputs, pieces x outputs) and bias."""
    weights = node.get_param("W").swapaxes(0, 1)
    return np.ascontiguousarray(weights.reshape(-1, weights.shape[2]).T), node.get_param("b").T.ravel()
