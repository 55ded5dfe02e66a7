"""Measures a trained pipeline on the treebanks' dev parts and on the newswire kept back; `make evaluate` runs it."""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import get_current_ops

from hrcli import english
from hrcli.english.training import augment, gazetteer, prepare

PLACES = ("GPE", "LOC", "FAC")
NAMED = {  # which kinds of name each measuring text marks
    "ewt_dev": ("PERSON", "ORG", "PLACE"),
    "ewt_paragraphs": ("PERSON", "ORG", "PLACE"),
    "gmb_dev": ("PERSON", "ORG", "PLACE", "NORP", "DATE"),
    "politics_dev": ("PERSON", "ORG", "PLACE", "EVENT"),
}
PARSED = ("ewt_dev", "ewt_paragraphs", "gum_dev", "gum_paragraphs")
TREE_SCORES = {"tag_acc": "tags", "pos_acc": "UPOS", "lemma_acc": "lemmas", "dep_uas": "UAS", "dep_las": "LAS", "sents_f": "sentences"}

log = logging.getLogger(__name__)


def main() -> None:
    """Print the scores of the shipped model, or of another one, on the measuring texts."""
    parser = argparse.ArgumentParser(prog="python -m hrcli.english.training.evaluate", description="Measure a pipeline for English.")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder with parsing/, ner/ and gazetteers/")
    parser.add_argument("--model", help="an installed package or a path (default: the model that ships)")
    options = parser.parse_args()
    nlp = english.load(options.model)
    texts = prepare.measuring(options.data, gazetteer.load(options.data), spacy.blank("en").vocab)
    universal = "nsubj:pass" in nlp.pipe_labels["parser"]  # trees drawn by other rules cannot be compared
    for name, docs in texts.items():
        named, trees = NAMED.get(name, ()), universal and name in PARSED
        if named or trees:
            print(f"{name}: {_line(measure(nlp, docs, named, trees=trees))}")


def evaluate(out: Path) -> None:
    """Write scores.json under `out`, and log as a table: for each measuring text there, the scores of model/, in percent."""
    ops: Any = get_current_ops()
    ops.use_blis = False  # numpy's matrix product, as in use
    nlp = spacy.load(out / "model")
    texts = dict.fromkeys((*PARSED, *NAMED))
    scores = {text: measure(nlp, read(out, text), NAMED.get(text, ()), trees=text in PARSED) for text in texts}
    (out / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    for text, each in scores.items():
        log.info("%s: %s", text, _line(each))


def read(out: Path, text: str) -> list[Doc]:
    """The documents of <text>.spacy under `out`."""
    return list(DocBin().from_disk(out / f"{text}.spacy").get_docs(spacy.blank("en").vocab))


def measure(nlp: Language, gold: list[Doc], named: tuple[str, ...], *, trees: bool) -> dict[str, float]:
    """Scores in percent: tags, trees and sentences; exact spans of the kinds `named`, places merged."""
    guesses = nlp.pipe(doc.text for doc in gold)
    examples = [Example(doc, _words_of(nlp.vocab, reference)) for doc, reference in zip(guesses, gold, strict=True)]
    scores = {}
    if trees:
        found = Scorer(nlp).score(examples)
        scores = {name: _percent(found[key]) for key, name in TREE_SCORES.items()}
    return scores | (_names(examples, named) if named else {})


def _line(scores: dict[str, float]) -> str:
    return ", ".join(f"{name} {score}" for name, score in scores.items())


def _words_of(vocab: Vocab, doc: Doc) -> Doc:
    """The document without its breaks between paragraphs, which are nothing to measure."""
    words = [token for token in doc if not token.is_space]
    place = {token.i: number for number, token in enumerate(words)}
    parsed = doc.has_annotation("DEP")
    names: Any = [augment.iob(token) for token in words]
    return Doc(
        vocab,
        words=[token.text for token in words],
        spaces=[bool(token.whitespace_) for token in words],
        tags=[token.tag_ for token in words],
        pos=[token.pos_ for token in words],
        lemmas=[token.lemma_ for token in words],
        heads=[place[token.head.i] for token in words] if parsed else None,
        deps=[token.dep_ for token in words] if parsed else None,
        ents=names,
    )


def _names(examples: list[Example], named: tuple[str, ...]) -> dict[str, float]:
    for example in examples:
        _merge_places(example.predicted, named)
        _merge_places(example.reference, named)
    found: dict[str, Any] = get_ner_prf(examples)
    each = {f"{label} F": _percent(found["ents_per_type"].get(label, {}).get("f", 0.0)) for label in named}
    return {"names P": _percent(found["ents_p"]), "names R": _percent(found["ents_r"]), "names F": _percent(found["ents_f"])} | each


def _merge_places(doc: Doc, named: tuple[str, ...]) -> None:
    """Give places one label and drop the names of other kinds; what is not annotated stays so."""
    missing = [doc[token.i : token.i + 1] for token in doc if token.ent_iob == 0]
    merged = [Span(doc, ent.start, ent.end, "PLACE" if ent.label_ in PLACES else ent.label_) for ent in doc.ents]
    doc.set_ents([ent for ent in merged if ent.label_ in named], missing=missing, default="outside")


def _percent(share: float) -> float:
    return round(100 * share, 1)


if __name__ == "__main__":
    main()
