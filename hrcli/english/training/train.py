"""Runs spaCy's training: the configuration with its paths filled in, the labels beforehand, the training itself.

Left to itself, spaCy walks through the whole augmented corpus several times before the first step (over ten minutes).
So the labels are collected from the parsed texts alone, once, and the pipeline is set up on the small dev corpus.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run
from thinc.api import Config

from hrcli.english.training import augment

TRAINED = ("tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner")
EVALUATE = 1000  # steps between evaluations


def labels(out: Path) -> None:
    """Write labels/<component>.json under `out`, from labels.spacy there."""
    nlp = init_nlp(_config(out, corpus="labels"))
    (out / "labels").mkdir(exist_ok=True)
    for name in TRAINED:
        component: Any = nlp.get_pipe(name)
        _labels_file(out, name).write_text(json.dumps(component.label_data), encoding="utf-8")


def train(out: Path, *, steps: int | None, width: int) -> None:
    """Train on train.spacy under `out` into model/ there; the scores go to train.log, a line an evaluation."""
    nlp = _begin(out, steps=steps, width=width)
    unfinished = out / "unfinished"  # spaCy writes a "last" model from the first evaluation on: its being there proves nothing
    unfinished.mkdir(exist_ok=True)
    with (out / "train.log").open("w", encoding="utf-8") as log:
        run(nlp, unfinished, stdout=log, stderr=log)
    unfinished.rename(out / "model")


def _begin(out: Path, *, steps: int | None, width: int) -> Language:
    """The pipeline with all its labels and no training."""
    config = _config(out, corpus="dev")
    config["components"]["tok2vec"]["model"]["encode"]["width"] = width
    config["training"].update(eval_frequency=EVALUATE, max_steps=steps or config["training"]["max_steps"])
    readers = {name: {"@readers": "spacy.read_labels.v1", "path": str(_labels_file(out, name))} for name in TRAINED}
    config["initialize"]["components"] = {name: {"labels": reader} for name, reader in readers.items()}
    nlp = init_nlp(config)
    nlp.config["paths"]["train"] = str(out / "train.spacy")
    return nlp


def _config(out: Path, *, corpus: str) -> Config:
    """The committed configuration, training on the named corpus; importing `augment` has registered its functions."""
    config = util.load_config(Path(augment.__file__).with_name("config.cfg"))
    config["paths"].update(train=str(out / f"{corpus}.spacy"), dev=str(out / "dev.spacy"))
    return config


def _labels_file(out: Path, component: str) -> Path:
    return out / "labels" / f"{component}.json"
