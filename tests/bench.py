"""How many words a second are read, on one core: the model alone, the model where it is worth it, and `hrcli analyze`.

usage: python tests/bench.py [--data ../shared/data] [--words 300000] [--rounds 5]

The text is taken from the training data: half of it documents of the treebanks, half newswire. Four ways of reading it
take turns, so that all have the same share of a noisy machine's moods; printed are the medians and their ratios. The last two load
the model and begin without memories of words each time, as the program does. Below them stands the temporal tagger alone, on
texts that are tagged and parsed.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # before numpy is loaded

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import spacy
from sources import make_source
from thinc.api import get_current_ops

from hrcli import english, extract, workflow
from hrcli.english import tokens  # noqa: F401  the model names it
from hrcli.english.training import conllu, corpus, datasets, entities, gazetteer, nersets
from hrcli.extract import timex

MODEL = Path(english.__file__).parent / "model"
PARAGRAPH, ARTICLE = 3, 24  # sentences of newswire, which comes without its articles


def main() -> None:
    """Read the text in each way as often as asked, and print how fast."""
    options = _options()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = list(_texts(options.data, options.words))
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:05}.txt").write_text(text, encoding="utf-8")
        ways = {
            "bare, as spaCy runs it": _bare(texts, blis=True),
            "bare": _bare(texts, blis=False),
            "gated": _gated(texts),
            "hrcli analyze": lambda: _analyze(folder),
        }
        seconds: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(options.rounds):
            for way, read in ways.items():
                seconds[way].append(_time(read))
    tagging = _temporal(texts[: len(texts) // 4])
    print(f"{words} words in {len(texts)} documents; words per CPU second, one core, median of {options.rounds}")
    speeds = {way: words / median(taken) for way, taken in seconds.items()}
    for way, speed in speeds.items():
        ratios = ", ".join(f"{speed / other:.2f} x {name}" for name, other in speeds.items() if name != way)
        print(f"{way:24} {speed:8.0f}   {ratios}")
    print(f"{'temporal tagger alone':24} {tagging:8.0f}")


def _bare(texts: list[str], *, blis: bool) -> Callable[[], None]:
    """All steps on every sentence, with thinc's own matrix product (spaCy's default) or with numpy's."""
    nlp = spacy.load(MODEL)

    def read() -> None:
        _use_blis(wanted=blis)
        for _ in nlp.pipe(texts):
            pass

    return read


def _use_blis(*, wanted: bool) -> None:
    ops: Any = get_current_ops()
    ops.use_blis = wanted


def _gated(texts: list[str]) -> Callable[[], None]:
    """The model as hrcli uses it, loaded anew as in `_analyze`, without the extractors."""

    def read() -> None:
        nlp = extract.reader()
        for batch in extract.batches(texts, len):
            for _ in nlp.pipe(batch, batch_size=len(batch)):
                pass

    return read


def _temporal(texts: list[str]) -> float:
    """Words a second of the temporal tagger alone, once there are tokens, tags and trees; each text twice, the second time counts."""
    nlp = extract.reader()
    docs = []
    for text in texts:
        doc = nlp.make_doc(text)
        doc._.source = make_source(text, date="2009-02-16")
        docs.append(nlp(doc))
    for doc in docs:
        doc._.mentions = []
    list(map(timex.find, docs))
    return sum(len(text.split()) for text in texts) / _time(lambda: list(map(timex.find, docs)))


def _analyze(folder: str) -> None:
    """Everything that `hrcli analyze` does: find, decode and mend the files, load the model, read the files, print."""
    batch = workflow.Batch()
    sources = workflow.read_sources(workflow.Inputs([folder]), batch)
    for analysis in workflow.analyze(sources, batch):
        msgspec.json.encode(analysis)


def _time(read: Callable[[], None]) -> float:
    begun = time.process_time()
    read()
    return time.process_time() - begun


def _texts(data: Path, words: int) -> Iterator[str]:
    """Whole documents of the treebanks and articles of newswire in turn, in a fixed random order, until there are enough words."""
    kinds = [list(_treebanks(data)), list(_newswire(data))]
    for kind in kinds:
        random.Random(0).shuffle(kind)
        taken = 0
        for text in kind:
            if taken < words / len(kinds):
                taken += len(text.split())
                yield text


def _treebanks(data: Path) -> Iterator[str]:
    vocab = spacy.blank("en").vocab
    for treebank in datasets.load().treebanks:
        for document in corpus.documents(data, treebank):
            nameless: list[list[str | None]] = [[None] * len(sentence.words) for sentence in document]
            yield conllu.to_doc(vocab, *conllu.with_breaks(document, nameless)).text


def _newswire(data: Path) -> Iterator[str]:
    vocab = spacy.blank("en").vocab
    words = gazetteer.load(data)
    newswire = next(each for each in datasets.load().names if each.format == "csv")
    sentences = list(nersets.read(data, newswire, words))
    for start in range(0, len(sentences), ARTICLE):
        article = sentences[start : start + ARTICLE]
        breaks = ["\n\n" if i % PARAGRAPH == PARAGRAPH - 1 else "" for i in range(len(article))]
        yield entities.to_doc(vocab, article, breaks).text.strip()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Words per CPU second of the model and of hrcli.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the training data (default: %(default)s)")
    parser.add_argument("--words", type=int, default=300_000, help="about how many words to read (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="how often (default: %(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
