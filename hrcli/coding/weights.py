"""The weights of the classifier as they lie on disk, and the arithmetic that turns features into probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

CATEGORIES = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Weights:
    """The known features (`keys`, sorted), a row of bytes for each; a scale and a bias for each column: categories, then issues."""

    keys: Array
    table: Array
    scale: Array
    bias: Array
    issues: tuple[str, ...]

    @cached_property
    def _place(self) -> dict[int, int]:
        return {key: i for i, key in enumerate(self.keys.tolist())}

    def probabilities(self, seen: Sequence[set[int]]) -> tuple[Array, Array]:
        """For each text the probability of each category and of each issue."""
        scores = np.stack([self._scores(features) for features in seen]) if seen else np.zeros((0, len(self.bias)))
        raised = np.exp(scores[:, : len(CATEGORIES)] - scores[:, : len(CATEGORIES)].max(axis=1, keepdims=True, initial=-1e9))
        issues: Array = 1 / (1 + np.exp(-scores[:, len(CATEGORIES) :]))
        return raised / raised.sum(axis=1, keepdims=True), issues

    def _scores(self, features: set[int]) -> Array:
        """A text's score in each column: its features that are known, summed and scaled to length 1."""
        place = self._place
        rows = sorted(place[feature] for feature in features if feature in place)
        if not rows:
            return self.bias
        total = self.table[rows].sum(axis=0, dtype=np.int32)
        scores: Array = total * (self.scale / len(rows) ** 0.5) + self.bias
        return scores

    def save(self, file: Path) -> None:
        """Write the weights to `file`."""
        np.savez_compressed(file, keys=self.keys, table=self.table, scale=self.scale, bias=self.bias, issues=np.array(self.issues))


def load(file: Path) -> Weights:
    """The weights in `file`."""
    with np.load(file, allow_pickle=False) as kept:
        return Weights(kept["keys"], kept["table"], kept["scale"], kept["bias"], tuple(kept["issues"].tolist()))
