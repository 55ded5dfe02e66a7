"""Logistic regression on sparse features: one weight for each feature and label, fitted by L-BFGS and kept as bytes.

Categories exclude each other (softmax); issues do not (a sigmoid each).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from hrcli.coding.features import stack
from hrcli.coding.training.recommendations import Recommendation
from hrcli.coding.weights import CATEGORIES, Weights

Array = NDArray[Any]

RARE = 3  # texts that a feature must occur in to be kept
COMMON = 12  # recommendations that an issue must have to be learnt
RIDGE = {"category": 1e-5, "issue": 1e-6}
STEPS = 100


def fit(found: Sequence[Recommendation]) -> Weights:
    """The weights that tell the categories and issues of `found` by their texts."""
    seen = stack(each.text for each in found)
    counts = Counter(feature for features in seen for feature in features)
    keys = np.array(sorted(feature for feature, count in counts.items() if count >= RARE), dtype=np.uint32)
    given = matrix(seen, keys)
    common = Counter(issue for each in found for issue in each.issues)
    issues = sorted(issue for issue, count in common.items() if count >= COMMON)
    category = np.array([[each.category == number for number in CATEGORIES] for each in found], dtype=np.float64)
    about = np.array([[issue in each.issues for issue in issues] for each in found], dtype=np.float64)
    columns = [_minimum(given, category, _softmax, RIDGE["category"])]
    columns += [_minimum(given, about[:, [i]], _sigmoid, RIDGE["issue"]) for i in range(len(issues))]
    every = np.concatenate(columns, axis=1)
    scale = np.abs(every[:-1]).max(axis=0) / 127
    table = np.round(every[:-1] / scale).astype(np.int8)
    return Weights(keys, table, scale.astype(np.float32), every[-1].astype(np.float32), tuple(issues))


def matrix(seen: Sequence[set[int]], keys: Array) -> Any:
    """A row for each text, a column for each known feature; every row has length 1."""
    place = {int(key): i for i, key in enumerate(keys)}
    rows = [sorted(place[feature] for feature in features if feature in place) for features in seen]
    values = [1 / max(1, len(row)) ** 0.5 for row in rows for _ in row]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((values, [i for row in rows for i in row], ends), shape=(len(rows), len(keys)))


def _minimum(given: Any, wanted: Array, squash: Any, ridge: float) -> Array:
    """The weights, and as their last row the biases, of least loss."""
    count, shape = len(wanted), (given.shape[1] + 1, wanted.shape[1])

    def loss(flat: Array) -> tuple[float, Array]:
        weights = flat.reshape(shape)
        guess, cost = squash(given @ weights[:-1] + weights[-1], wanted)
        error = (guess - wanted) / count
        slope = np.vstack([given.T @ error + ridge * weights[:-1], error.sum(axis=0)])
        return cost / count + ridge / 2 * float((weights[:-1] ** 2).sum()), slope.ravel()

    found: Array = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return found.reshape(shape)


def _softmax(scores: Array, wanted: Array) -> tuple[Array, float]:
    shifted = scores - scores.max(axis=1, keepdims=True)
    total = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.exp(shifted - total), float(-(wanted * (shifted - total)).sum())


def _sigmoid(scores: Array, wanted: Array) -> tuple[Array, float]:
    return 1 / (1 + np.exp(-scores)), float((np.logaddexp(0, scores) - wanted * scores).sum())
