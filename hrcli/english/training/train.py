"""Runs spaCy's training: the configuration with its paths filled in, the labels beforehand, the training itself.

spaCy would else walk through the whole augmented corpus for each component's labels; from the parsed texts alone,
once, they take a minute, and training starts at once.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import srsly
from spacy import util
from spacy.training.initialize import init_nlp

from hrcli.english.training import augment

HERE = Path(__file__).parent
TRAINED = ("tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner")
EVALUATE = 1000  # steps between evaluations


def labels(out: Path) -> None:
    """Write labels/<component>.json under `out`, from labels.spacy there."""
    config = util.load_config(HERE / "config.cfg")
    config["paths"].update(train=str(out / "labels.spacy"), dev=str(out / "dev.spacy"))
    nlp = init_nlp(config)
    (out / "labels").mkdir(exist_ok=True)
    for name in TRAINED:
        component: Any = nlp.get_pipe(name)
        srsly.write_json(out / "labels" / f"{name}.json", component.label_data)


def train(out: Path, *, steps: int | None, width: int) -> None:
    """Train on train.spacy under `out` into model/ there; the scores go to train.log, a line an evaluation."""
    config = util.load_config(HERE / "config.cfg")
    config["paths"].update(train=str(out / "train.spacy"), dev=str(out / "dev.spacy"))
    config["components"]["tok2vec"]["model"]["encode"]["width"] = width
    config["training"].update(eval_frequency=EVALUATE, max_steps=steps or config["training"]["max_steps"])
    config["initialize"]["components"] = {name: {"labels": _reader(out / "labels" / f"{name}.json")} for name in TRAINED}
    config.to_disk(out / "config.cfg")
    code = str(Path(augment.__file__))
    command = [sys.executable, "-m", "spacy", "train", str(out / "config.cfg"), "--code", code, "--output", str(out / "model")]
    with (out / "train.log").open("w", encoding="utf-8") as log:
        subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=True)


def _reader(path: Path) -> dict[str, str]:
    return {"@readers": "spacy.read_labels.v1", "path": str(path)}
