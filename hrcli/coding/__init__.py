"""What a recommendation is about: UPR Info's issues and category of action, by a small linear classifier that ships with the package.

Text in, labels out; what they mean for the user is for others to say. numpy is imported, and the weights are read, when a text is first
given. The recipe that makes the weights is in `training/`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrcli.coding.weights import Weights

WEIGHTS = Path(__file__).parent / "weights.npz"
HEARD = 0.05  # an issue less likely than this is not told of


@dataclass(frozen=True)
class Guess:
    """The likeliest category of action (1-5) with its probability, and the probabilities of the issues that come into question."""

    category: int
    certainty: float
    issues: dict[str, float]


def guess(texts: Sequence[str]) -> list[Guess]:
    """What each text, an action in the words of who asks for it, is likely to be about."""
    from hrcli.coding.features import stack
    from hrcli.coding.weights import CATEGORIES

    weights = shipped()
    categories, issues = weights.probabilities(stack(texts))
    return [
        Guess(
            category=CATEGORIES[int(own.argmax())],
            certainty=float(own.max()),
            issues={weights.issues[i]: float(about[i]) for i in (about >= HEARD).nonzero()[0]},
        )
        for own, about in zip(categories, issues, strict=True)
    ]


def issues() -> tuple[str, ...]:
    """The names of all issues that the classifier tells."""
    return shipped().issues


@cache
def digest() -> str:
    """The first 8 hex digits of the weights' sha-256: part of every document's recipe."""
    return hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()[:8]


@cache
def shipped() -> Weights:
    """The weights that ship with the package."""
    from hrcli.coding.weights import load

    return load(WEIGHTS)
