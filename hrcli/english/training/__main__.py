"""Trains the English pipeline that ships with hrcli: `python -m hrcli.english.training DATA`.

Five steps, prepare, labels, train, evaluate, package; one whose output is already there is skipped, so a run that
broke off goes on where it was.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hrcli.english.training import evaluate, package, prepare, train

SHIPPED = Path(__file__).parents[1] / "model"

log = logging.getLogger("hrcli.english.training")


def main() -> None:
    """Take the steps that are still to do, and log them to log.txt in the output folder."""
    options = _options()
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    form = "%(asctime)s %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, handlers=[logging.StreamHandler(), logging.FileHandler(out / "log.txt")])
    _step("prepare", out / "train.spacy", partial(prepare.prepare, options.data, out))
    _step("labels", out / "labels" / "ner.json", partial(train.labels, out))
    _step("train", out / "model", partial(train.train, out, steps=options.steps, width=options.width))
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
    parser.add_argument("--steps", type=int, help="training steps (default: as in config.cfg)")
    parser.add_argument("--width", type=int, default=96, help="width of the shared word vectors (default: %(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
