"""The two layers above the word vectors that spaCy's parser and name finder share, in numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.intp]


class Layers:
    """Scores of moves from the words that a state looks at (`features` of them), as in spacy/ml/parser_model.pyx.

    Weights are read anew for each batch, in an order that suits numpy: the maxout pieces of a feature lie behind one another.
    """

    def __init__(self, model: Any) -> None:
        lower = model.get_ref("lower")
        weights = lower.get_param("W").swapaxes(1, 2)  # features, pieces, outputs, inputs
        self.features, self._pieces, self._width, inputs = weights.shape
        self.weights: Floats = np.ascontiguousarray(weights.reshape(self.features, -1, inputs).swapaxes(1, 2))
        self.missing: Floats = lower.get_param("pad")[0].swapaxes(1, 2).reshape(self.features, -1)
        self.bias: Floats = lower.get_param("b").T.ravel()
        self._upper = model.get_ref("upper") if model.attrs["has_upper"] else None

    def hidden(self, total: Floats) -> Floats:
        """What the sum of a state's features and the bias gives: the greatest of its pieces."""
        pieces = total.reshape(len(total), self._pieces, self._width)
        return pieces.max(axis=1) if self._pieces != 2 else np.maximum(pieces[:, 0], pieces[:, 1])

    def output(self) -> tuple[Floats, Floats]:
        """The weights (hidden, moves) and bias that turn `hidden` into scores."""
        if self._upper is None:
            return np.eye(self._width, dtype="f"), np.zeros(self._width, dtype="f")
        return self._upper.get_param("W").T, self._upper.get_param("b")
