"""Runs spaCy's training: a configuration with its paths filled in, the labels beforehand, the training itself.

The pipeline is trained in two halves, side by side: *names* (tags, sentences, names), which reads everything, and
*trees* (lemmas, parser), which reads what is worth it; each has its own word vectors' encoder. Left to itself, spaCy walks
through the whole augmented corpus several times before the first step (over ten minutes); so the labels are collected
from the parsed texts alone, once, and a half is set up on the small dev corpus.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run
from thinc.api import Config, prefer_gpu

from hrcli.english import tokens  # noqa: F401  registers the tokenizer
from hrcli.english.training import augment


class Half(NamedTuple):
    """A half's configuration file, its components that have labels, and those that are kept.

    The trees half learns tags too, because a parser that shares an encoder with a tagger learns better; they are not kept.
    """

    name: str
    labelled: tuple[str, ...]
    parts: tuple[str, ...]


NAMES = Half("names", ("tagger", "morphologizer", "ner"), ("tok2vec", "tagger", "morphologizer", "senter", "ner"))
TREES = Half("trees", ("tagger", "morphologizer", "trainable_lemmatizer", "parser"), ("tok2vec_trees", "trainable_lemmatizer", "parser"))
HALVES = {half.name: half for half in (NAMES, TREES)}


SECOND_RATE = 0.001  # first learning rate of a half that has been trained already


def labels(out: Path) -> None:
    """Write labels/<component>.json under `out`, from labels.spacy there."""
    (out / "labels").mkdir(exist_ok=True)
    for half in HALVES.values():
        config = _config(out, half, corpus="labels")
        config["training"]["max_epochs"] = 0  # of a corpus without end spaCy would look at a hundred documents
        config["corpora"]["train"] = {"@readers": "hrcli.read_once.v1", "corpus": config["corpora"]["train"]}
        nlp = init_nlp(config)
        for name in half.labelled:
            component: Any = nlp.get_pipe(name)
            _labels_file(out, name).write_text(json.dumps(component.label_data), encoding="utf-8")


def train(out: Path, half: Half, *, corpus: str, steps: int | None, begin: Path | None = None) -> None:
    """Train a half on <corpus>.spacy under `out` into model-<corpus>/ there, from scratch or from the half at `begin`.

    The scores go to train-<corpus>.log, a line an evaluation.
    """
    prefer_gpu()
    nlp = _begin(out, half, steps=steps, begin=begin)
    nlp.config["paths"]["train"] = str(out / f"{corpus}.spacy")
    unfinished = out / f"unfinished-{corpus}"  # spaCy writes a "last" model from the first evaluation on: its being there proves nothing
    unfinished.mkdir(exist_ok=True)
    with (out / f"train-{corpus}.log").open("w", encoding="utf-8") as log:
        run(nlp, unfinished, stdout=log, stderr=log)
    unfinished.rename(out / f"model-{corpus}")


def _begin(out: Path, half: Half, *, steps: int | None, begin: Path | None) -> Language:
    """The half with all its labels and no training, or with that of the half at `begin`."""
    config = _config(out, half, corpus="dev")
    config["training"]["max_steps"] = steps or config["training"]["max_steps"]
    if begin:
        config["training"]["optimizer"]["learn_rate"]["initial_rate"] = SECOND_RATE
        config["training"]["batcher"]["size"]["start"] = config["training"]["batcher"]["size"]["stop"]  # small batches would undo much
        config["components"] = {name: {"source": str(begin)} for name in half.parts}
    else:
        readers = {name: {"@readers": "spacy.read_labels.v1", "path": str(_labels_file(out, name))} for name in half.labelled}
        config["initialize"]["components"] = {name: {"labels": reader} for name, reader in readers.items()}
    return init_nlp(config)


def _config(out: Path, half: Half, *, corpus: str) -> Config:
    """The half's committed configuration, on the named corpus; importing `augment` has registered its functions."""
    config = util.load_config(Path(augment.__file__).with_name(f"{half.name}.cfg"))
    config["paths"].update(train=str(out / f"{corpus}.spacy"), dev=str(out / "dev.spacy"), vectors=str(out / "vectors"))
    return config


def _labels_file(out: Path, component: str) -> Path:
    return out / "labels" / f"{component}.json"
