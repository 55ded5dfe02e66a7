"""Puts the trained halves together: the names half is its second training, or the average of both where that reads better.

Weights of two trainings of which one began where the other ended may be averaged; what helps on held-out text is kept (the greedy
soup of Wortsman and others 2022, "Model soups: averaging weights of multiple fine-tuned models").
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from hrcli.english.training import evaluate
from hrcli.english.training.train import TREES

log = logging.getLogger(__name__)


def assemble(out: Path) -> None:
    """Write model/ under `out`: the best names half and the best trees half."""
    nlp = _names_half(out)
    trees = spacy.load(out / "model-trees" / "model-best")
    for name in TREES.parts:
        nlp.add_pipe(name, source=trees)
    nlp.to_disk(out / "model")


def _names_half(out: Path) -> Language:
    """The half trained again, or the average of it and the half before, whichever finds more names in the texts that steer the training."""
    again, both = (spacy.load(out / "model-refilled" / "model-best") for _ in range(2))
    average(both, spacy.load(out / "model-names" / "model-best"))
    dev = evaluate.read(out, "dev")
    scores = [evaluate.measure(nlp, dev, evaluate.NAMED["ewt_dev"], trees=False)["names F"] for nlp in (again, both)]
    log.info("names F of the second training and of the average: %s", scores)
    return both if scores[1] > scores[0] else again


def average(nlp: Language, other: Language) -> None:
    """Give each component of `nlp` the mean of its weights and those of the same component of `other`."""
    for name in nlp.pipe_names:
        ours: Any = nlp.get_pipe(name)
        theirs: Any = other.get_pipe(name)
        for mine, its in zip(ours.model.walk(), theirs.model.walk(), strict=True):
            for weight in mine.param_names:
                if mine.has_param(weight):
                    mine.set_param(weight, (mine.get_param(weight) + its.get_param(weight)) / 2)
