"""Trains the classifier that ships with hrcli: `python -m hrcli.coding.training DATA`; `make codes` runs it.

First it fits on the early sessions and prints how well the last ones are told, then it fits on all and writes the weights.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from hrcli.coding import WEIGHTS
from hrcli.coding.training import evaluate, fit, recommendations

ENOUGH = 5_000_000  # bytes; more is not installed


def main() -> None:
    """Measure, fit, save."""
    parser = argparse.ArgumentParser(prog="python -m hrcli.coding.training", description="Train the classifier of demands.")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder with demands/")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="where the weights go (default: %(default)s)")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    found = recommendations.read(options.data)
    evaluate.report(found)
    fit.fit(found).save(options.target)
    size = options.target.stat().st_size
    if size > ENOUGH:
        raise ValueError(f"{options.target} has {size:,} bytes, more than {ENOUGH:,}")
    logging.info("the weights are in %s: %s bytes", options.target, f"{size:,}")


if __name__ == "__main__":
    main()
