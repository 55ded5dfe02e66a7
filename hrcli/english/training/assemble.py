"""Puts the two trained halves together."""

from __future__ import annotations

from pathlib import Path

import spacy

from hrcli.english.training.train import TREES


def assemble(out: Path) -> None:
    """Write model/ under `out`: the best names half on refilled texts and the best trees half, in one pipeline."""
    nlp = spacy.load(out / "model-refilled" / "model-best")
    trees = spacy.load(out / "model-trees" / "model-best")
    for name in TREES.parts:
        nlp.add_pipe(name, source=trees)
    nlp.to_disk(out / "model")
