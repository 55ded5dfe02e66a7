"""What the training texts lack and ours have: curly quotes, dashes, headlines, lost and found line breaks.

Registers the readers and the logger that the configurations of the halves name.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from spacy import util
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import get_current_ops

DASHES = ("-", "–", "—", "--")
BREAKS = ("\n", "\n\n", "\n\n", "\n \n")
SCORES = ("tag_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_p", "ents_r", "ents_f")


@util.registry.readers("hrcli.page_texts.v1")
def page_texts(
    path: Path, *, quotes: float, dashes: float, lower: float, upper: float, title: float, newline: float, seed: int = 0
) -> Callable[[Language], Iterator[Example]]:
    """Reads a DocBin: its documents in another order and rewritten anew each time, each kind of change with its own probability (0..1)."""
    rng = random.Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        docs = list(DocBin().from_disk(path).get_docs(nlp.vocab))
        rng.shuffle(docs)
        for doc in docs:
            reference = rewrite(nlp, doc)
            yield Example(nlp.make_doc(reference.text), reference)

    def rewrite(nlp: Language, doc: Doc) -> Doc:
        words = [token.text for token in doc]
        if rng.random() < quotes:
            words = _requote(words, [bool(t.whitespace_) for t in doc], curly=rng.random() < 0.6)
        if rng.random() < dashes:
            words = [rng.choice(DASHES) if word in DASHES and token.whitespace_ else word for word, token in zip(words, doc, strict=True)]
        words = _recase(words, rng.random(), lower, upper, title)
        breaks = _breaks(doc, rng) if _parsed(doc) and rng.random() < newline else set()
        return _rebuild(nlp, doc, words, breaks, rng)

    return read


@util.registry.readers("hrcli.read_once.v1")
def read_once(corpus: Callable[[Language], Iterable[Example]]) -> Callable[[Language], Iterable[Example]]:
    """A corpus that is read the first time only."""
    examples: list[Example] = []

    def read(nlp: Language) -> Iterable[Example]:
        examples.extend([] if examples else corpus(nlp))
        return examples

    return read


@util.registry.loggers("hrcli.lines.v1")
def lines() -> Callable[..., Any]:
    """One line of scores per evaluation; also switches thinc to numpy's BLAS, which is faster than its own."""

    def setup(_nlp: Language, stdout: IO[str] = sys.stdout, _stderr: IO[str] = sys.stderr) -> tuple[Any, Any]:
        get_current_ops().use_blis = False  # type: ignore[attr-defined]
        begun = time.time()
        print("seconds epoch step words", *SCORES, "score", file=stdout, flush=True)

        def step(info: dict[str, Any] | None) -> None:
            if info is None or info.get("score") is None:
                return
            scores = [f"{100 * (info['other_scores'].get(key) or 0):.1f}" for key in SCORES]
            place = [f"{time.time() - begun:.0f}", info["epoch"], info["step"], info["words"]]
            print(*place, *scores, f"{info['score']:.4f}", file=stdout, flush=True)

        return step, lambda: None

    return setup


def _parsed(doc: Doc) -> bool:
    return bool(doc.has_annotation("DEP"))


def _breaks(doc: Doc, rng: random.Random) -> set[int]:
    """Where half of the sentences begin that follow upon another without a break."""
    return {sentence.start for sentence in doc.sents if sentence.start and not doc[sentence.start - 1].is_space and rng.random() < 0.5}


def _requote(words: list[str], spaces: list[bool], *, curly: bool) -> list[str]:
    """Straight or curly quotation marks; a mark opens when it follows a space and closes otherwise."""
    opening, closing, apostrophe = ("“", "”", "’") if curly else ('"', '"', "'")
    out = []
    for i, word in enumerate(words):
        if word in ('"', "``", "''", "“", "”"):
            out.append(opening if i == 0 or spaces[i - 1] else closing)
        else:
            out.append(word.replace("'", apostrophe).replace("’", apostrophe))
    return out


def _recase(words: list[str], draw: float, lower: float, upper: float, title: float) -> list[str]:
    if draw < lower:
        return [word.lower() for word in words]
    if draw < lower + upper:
        return [word.upper() for word in words]
    if draw < lower + upper + title:
        return [word if len(word) < 4 or not word.islower() else word.capitalize() for word in words]
    return words


def _rebuild(nlp: Language, doc: Doc, words: list[str], breaks: set[int], rng: random.Random) -> Doc:
    """The document with new words and with line-break tokens before the token indices in `breaks`."""
    out: dict[str, list[Any]] = {key: [] for key in ("words", "spaces", "tags", "pos", "lemmas", "deps", "ents")}
    heads: list[int] = []
    place: list[int] = []
    for token, word in zip(doc, words, strict=True):
        if token.i in breaks:
            out["spaces"][-1] = False
            heads.append(-1)
            _append(out, (rng.choice(BREAKS), False, "_SP", "SPACE", "", "dep", "O"))
        place.append(len(heads))
        heads.append(token.head.i)
        _append(out, (word, bool(token.whitespace_), token.tag_, token.pos_, token.lemma_, token.dep_, iob(token)))
    if not _parsed(doc):
        starts: list[bool | int | None] = [token.is_sent_start for token in doc]
        return Doc(nlp.vocab, words=out["words"], spaces=out["spaces"], ents=out["ents"], sent_starts=starts)
    resolved = [i - 1 if head < 0 else place[head] for i, head in enumerate(heads)]
    return Doc(nlp.vocab, heads=resolved, **out)  # type: ignore[arg-type]


def _append(out: dict[str, list[Any]], row: tuple[Any, ...]) -> None:
    for column, value in zip(out.values(), row, strict=True):
        column.append(value)


def iob(token: Any) -> str | None:
    """A token's label, None where it is not annotated."""
    return (None, f"I-{token.ent_type_}", "O", f"B-{token.ent_type_}")[token.ent_iob]
