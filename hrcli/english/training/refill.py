"""Fills in what the data sets do not annotate, with a teacher's opinion: the half trained so far on what they do.

A set without dates, say, leaves its numbers and months open. Where the teacher finds a name that lies wholly in open
words, the name is entered; the other open words are entered as no name. What is annotated is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

BATCH = 64


def refill(out: Path) -> None:
    """Write refilled.spacy under `out`: names.spacy there, filled in by model-names/model-best."""
    teacher = spacy.load(out / "model-names" / "model-best")
    docs = DocBin().from_disk(out / "names.spacy").get_docs(teacher.vocab)
    DocBin(store_user_data=False, docs=fill(teacher, docs)).to_disk(out / "refilled.spacy")


def fill(teacher: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The documents, none of their words without annotation; those that had such words come last."""
    unsure = []
    for doc in docs:
        if any(token.ent_iob == 0 for token in doc):
            unsure.append(doc)
        else:
            yield doc
    guesses = teacher.pipe((_bare(teacher, doc) for doc in unsure), batch_size=BATCH)
    for guess, doc in zip(guesses, unsure, strict=True):
        is_open = [token.ent_iob == 0 for token in doc]
        found = [Span(doc, ent.start, ent.end, ent.label_) for ent in guess.ents if all(is_open[ent.start : ent.end])]
        doc.set_ents([*doc.ents, *found], default="outside")
        yield doc


def _bare(teacher: Language, doc: Doc) -> Doc:
    """The document's words, unread."""
    return Doc(teacher.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
