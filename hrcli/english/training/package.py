"""Makes the shipped model of the trained one: without what only training needs, with its credits and scores."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.util import load_config

from hrcli.english.training import datasets

LICENCE = "CC BY-SA 4.0"
VERSION = "0.3.0"
SPACY = ">=3.8.0,<3.9.0"  # spaCy itself would ask for the very release that trained it, or a later one
KEPT = ("nlp", "components")  # sections of the configuration that a finished model needs
ENOUGH = 25_000_000  # bytes


def package(out: Path) -> None:
    """Write package/ under `out`: model/ there, with meta.json complete."""
    nlp = spacy.load(out / "model")
    scores = json.loads((out / "scores.json").read_text(encoding="utf-8"))
    nlp.meta.update(
        name="hrcli",
        version=VERSION,
        spacy_version=SPACY,
        license=LICENCE,
        description="English for human-rights documents: tags, lemmas, trees and names.",
        author="hrcli",
        sources=datasets.credits(),
        commit=_commit(),
        performance=scores,
    )
    nlp.to_disk(out / "package")
    _trim_config(out / "package" / "config.cfg")
    _trim_strings(out / "package" / "vocab" / "strings.json", nlp)


def install(package: Path, target: Path) -> None:
    """Put the packaged model in the place of the one in `target`."""
    size = sum(file.stat().st_size for file in package.rglob("*") if file.is_file())
    if size > ENOUGH:
        raise ValueError(f"the model has {size:,} bytes, more than the {ENOUGH:,} that may ship")
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(package, target)


def _trim_strings(path: Path, nlp: Language) -> None:
    """Leave out the words of the training texts: kept are labels, features, what the lemmatizer's edits are made of, and spaCy's own."""
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    edits = [tree[key] for tree in lemmatizer.label_data["trees"] for key in ("orig", "subst") if key in tree]
    labels = [str(label) for part in nlp.pipe_labels.values() for label in part]
    features = [part for label in labels for feature in label.split("|") for part in (feature, *feature.split("="))]
    wanted = {*edits, *labels, *features, *spacy.blank("en").vocab.strings}
    kept = [string for string in srsly.read_json(path) if string in wanted]
    srsly.write_json(path, kept)


def _commit() -> str:
    """The commit of the recipe, with "+" where files differ from it; "" outside a repository."""
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], cwd=Path(__file__).parent, capture_output=True, text=True, check=False
    )
    return told.stdout.strip()


def _trim_config(path: Path) -> None:
    """Leave out corpora, augmenter and paths of the training machine: spaCy fills in its defaults."""
    config = load_config(path)
    for section in set(config) - set(KEPT):
        del config[section]
    config["initialize"] = {"components": {}}  # spaCy looks there when a component is removed
    config.to_disk(path)
