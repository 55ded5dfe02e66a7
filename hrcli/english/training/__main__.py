"""Trains the English pipeline that ships with hrcli: `python -m hrcli.english.training DATA`.

Steps: prepare, labels, trees and (beside it) names, refill, names again, then assemble, evaluate, package. One whose
output is already there is skipped, so a run that broke off goes on where it was.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is loaded: the two trainings would fight for the cores
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import logging
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import Process
from pathlib import Path

from hrcli.english.training import assemble, evaluate, package, prepare, refill, train
from hrcli.english.training.train import NAMES, TREES

AGAIN = 8000  # steps on the refilled texts
SHIPPED = Path(__file__).parents[1] / "model"

log = logging.getLogger("hrcli.english.training")


def main() -> None:
    """Take the steps that are still to do, and log them to log.txt in the output folder."""
    options = _options()
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    form = "%(asctime)s %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, handlers=[logging.StreamHandler(), logging.FileHandler(out / "log.txt")])
    _step("prepare", out / "names.spacy", partial(prepare.prepare, options.data, out))
    _step("labels", out / "labels" / "parser.json", partial(train.labels, out))
    trees = Process(
        target=_step, args=("trees", out / "model-trees", partial(train.train, out, TREES, corpus="trees", steps=options.steps))
    )
    trees.start()
    _step("names", out / "model-names", partial(train.train, out, NAMES, corpus="names", steps=options.steps))
    _step("refill", out / "refilled.spacy", partial(refill.refill, out))
    again = partial(train.train, out, NAMES, corpus="refilled", steps=options.steps or AGAIN, begin=out / "model-names" / "model-best")
    _step("names again", out / "model-refilled", again)
    trees.join()
    if trees.exitcode:
        sys.exit(f"training the trees broke off; {out / 'train-trees.log'} has what it said")
    _step("assemble", out / "model", partial(assemble.assemble, out))
    _step("evaluate", out / "scores.json", partial(evaluate.evaluate, out))
    _step("package", out / "package" / "meta.json", partial(package.package, out))
    package.install(out / "package", options.target)
    log.info("the model is in %s", options.target)


def _step(name: str, output: Path, act: Callable[[], None]) -> None:
    if output.exists():
        log.info("%s: %s is there", name, output)
        return
    log.info("%s: begins", name)
    act()
    log.info("%s: done", name)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m hrcli.english.training", description="Train the pipeline that ships with hrcli.")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder with parsing/, ner/ and gazetteers/")
    parser.add_argument("--out", type=Path, default=Path("build/model"), help="where the steps' outputs go (default: %(default)s)")
    parser.add_argument("--target", type=Path, default=SHIPPED, help="where the finished model goes (default: %(default)s)")
    parser.add_argument("--steps", type=int, help="steps of each training (default: as in its .cfg)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
