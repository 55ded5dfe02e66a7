"""Puts the trained halves together: the names half is the average of its two trainings.

Weights of two trainings that began at the same point may be averaged, and read better than either (Wortsman and others 2022,
"Model soups: averaging weights of multiple fine-tuned models").
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from hrcli.english.training.train import TREES


def assemble(out: Path) -> None:
    """Write model/ under `out`: the average of the best names halves, before and after refilling, and the best trees half."""
    nlp = spacy.load(out / "model-names" / "model-best")
    average(nlp, spacy.load(out / "model-refilled" / "model-best"))
    trees = spacy.load(out / "model-trees" / "model-best")
    for name in TREES.parts:
        nlp.add_pipe(name, source=trees)
    nlp.to_disk(out / "model")


def average(nlp: Language, other: Language) -> None:
    """Give each component of `nlp` the mean of its weights and those of the same component of `other`."""
    for name in nlp.pipe_names:
        ours: Any = nlp.get_pipe(name)
        theirs: Any = other.get_pipe(name)
        for mine, its in zip(ours.model.walk(), theirs.model.walk(), strict=True):
            for weight in mine.param_names:
                if mine.has_param(weight):
                    mine.set_param(weight, (mine.get_param(weight) + its.get_param(weight)) / 2)
