"""How well categories and issues are told on the last sessions by weights fitted on the earlier ones, beside always saying the commonest.

usage: python -m hrcli.coding.training.evaluate DATA
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hrcli.coding.features import stack
from hrcli.coding.training import fit, recommendations
from hrcli.coding.training.recommendations import Recommendation
from hrcli.coding.weights import CATEGORIES, Weights

LEARNT = range(1, 16)
HELD_OUT = range(16, 18)
LIKELY = 0.4  # an issue at least this likely is told

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Scores:
    """The share of right categories, and the F1 of issues: over all decisions, and the mean over issues."""

    accuracy: float
    micro: float
    macro: float

    def __str__(self) -> str:
        return f"category accuracy {self.accuracy:.3f}, issues micro F1 {self.micro:.3f}, macro F1 {self.macro:.3f}"


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(prog="python -m hrcli.coding.training.evaluate", description="Measure the classifier of demands.")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder with demands/")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    report(recommendations.read(parser.parse_args().data))


def report(found: Sequence[Recommendation]) -> None:
    """Log the scores on the sessions held out, on those of their texts that were never made before, and of the commonest answer."""
    learnt = recommendations.of_sessions(found, LEARNT)
    held = recommendations.of_sessions(found, HELD_OUT)
    known = {each.text.casefold() for each in learnt}
    fresh = [each for each in held if each.text.casefold() not in known]
    weights = fit.fit(learnt)
    log.info("%s recommendations of sessions %s-%s, learnt from %s earlier ones", len(held), HELD_OUT[0], HELD_OUT[-1], len(learnt))
    log.info("all: %s", measure(held, *told(weights, held)))
    log.info("texts not made before (%s): %s", len(fresh), measure(fresh, *told(weights, fresh)))
    log.info("always the commonest: %s", measure(held, *commonest(learnt, held)))


def told(weights: Weights, asked: Sequence[Recommendation]) -> tuple[list[int], list[frozenset[str]]]:
    """The category and the issues that the weights tell of each recommendation."""
    categories, issues = weights.probabilities(stack(each.text for each in asked))
    about = [frozenset(weights.issues[i] for i in (row >= LIKELY).nonzero()[0]) for row in issues]
    return [CATEGORIES[i] for i in categories.argmax(axis=1)], about


def commonest(learnt: Sequence[Recommendation], asked: Sequence[Recommendation]) -> tuple[list[int], list[frozenset[str]]]:
    """The commonest category and the commonest issue, for every recommendation."""
    category = Counter(each.category for each in learnt).most_common(1)[0][0]
    issue = Counter(issue for each in learnt for issue in each.issues).most_common(1)[0][0]
    return [category] * len(asked), [frozenset({issue})] * len(asked)


def measure(gold: Sequence[Recommendation], categories: Sequence[int], issues: Sequence[frozenset[str]]) -> Scores:
    """The scores of what was told against the gold."""
    pairs = list(zip(gold, categories, issues, strict=True))
    right = Counter(issue for each, _, about in pairs for issue in each.issues & about)
    wrong = Counter(issue for each, _, about in pairs for issue in each.issues ^ about)
    names = sorted({issue for each in gold for issue in each.issues})
    return Scores(
        accuracy=sum(each.category == category for each, category, _ in pairs) / max(1, len(pairs)),
        micro=_f1(right.total(), wrong.total()),
        macro=sum(_f1(right[name], wrong[name]) for name in names) / max(1, len(names)),
    )


def _f1(right: int, wrong: int) -> float:
    return 2 * right / max(1, 2 * right + wrong)


if __name__ == "__main__":
    main()
