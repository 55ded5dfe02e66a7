"""Putting the halves together."""

from __future__ import annotations

from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from hrcli.english.training.assemble import average


def tagger(value: float) -> Language:
    """A tagger all of whose weights have one value."""
    nlp = spacy.blank("en")
    part: Any = nlp.add_pipe("tagger")
    part.add_label("X")
    nlp.initialize()
    for layer in part.model.walk():
        for weight in layer.param_names:
            if layer.has_param(weight):
                layer.set_param(weight, np.full_like(layer.get_param(weight), value))
    return nlp


def test_weights_are_averaged() -> None:
    """Every weight becomes the mean of the two."""
    nlp = tagger(1.0)
    average(nlp, tagger(4.0))
    part: Any = nlp.get_pipe("tagger")
    weights = [layer.get_param(name) for layer in part.model.walk() for name in layer.param_names if layer.has_param(name)]
    assert weights
    assert all((weight == 2.5).all() for weight in weights)
