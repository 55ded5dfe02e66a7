"""Reads treebanks: CoNLL-U files into sentences whose contracted words stay split (do|n't), as spaCy splits them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

NO_SPACE = "SpaceAfter=No"
BREAK = "\n\n"


@dataclass
class Sentence:
    """One parsed sentence, a list entry for each word; `heads` are word indices, a root's head is itself.

    `paragraph`: whether a paragraph begins with it.
    """

    document: str
    paragraph: bool = False
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a gzipped CoNLL-U file, in order; empty nodes of enhanced graphs are left out."""
    document, paragraph, rows = "", False, list[list[str]]()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in (line.rstrip("\n") for line in file):
            if line.startswith("# newdoc id"):
                document = line.partition("= ")[2]
            elif line.startswith("# newpar"):
                paragraph = True
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                yield _sentence(document, rows, paragraph=paragraph)
                paragraph, rows = False, []


def with_breaks(sentences: list[Sentence], labels: list[list[str | None]]) -> tuple[list[Sentence], list[list[str | None]]]:
    """The sentences and their labels, an empty line between two paragraphs as a sentence more: one word that hangs on the word before."""
    spaced, spaced_labels = sentences[:1], labels[:1]
    for sentence, names in zip(sentences[1:], labels[1:], strict=True):
        if sentence.paragraph:
            last = spaced[-1]
            spaced[-1] = replace(last, spaces=[*last.spaces[:-1], False])
            spaced.append(Sentence(last.document, False, [BREAK], [False], [BREAK], ["SPACE"], ["_SP"], [-1], ["dep"], [""]))
            spaced_labels.append(["O"])
        spaced.append(sentence)
        spaced_labels.append(names)
    return spaced, spaced_labels


def to_doc(vocab: Vocab, sentences: list[Sentence], labels: list[list[str | None]]) -> Doc:
    """One spaCy document of the sentences, with an IOB entity label (None: not annotated) for each word."""
    starts = [sum(len(s.words) for s in sentences[:i]) for i in range(len(sentences))]
    ents: Any = [label for sentence in labels for label in sentence]
    return Doc(
        vocab,
        words=[word for s in sentences for word in s.words],
        spaces=[space for s in sentences for space in s.spaces],
        tags=[tag for s in sentences for tag in s.tags],
        pos=[pos for s in sentences for pos in s.pos],
        lemmas=[lemma for s in sentences for lemma in s.lemmas],
        heads=[start + head for start, s in zip(starts, sentences, strict=True) for head in s.heads],
        deps=[dep for s in sentences for dep in s.deps],
        ents=ents,
    )


def _sentence(document: str, rows: list[list[str]], *, paragraph: bool) -> Sentence:
    sentence = Sentence(document, paragraph)
    surface: list[list[str]] = []
    for row in rows:
        if "-" in row[0]:
            surface.append(row)
        elif "." not in row[0]:
            _add(sentence, row)
    for row in surface:
        _unite(sentence, row)
    return sentence


def _add(sentence: Sentence, row: list[str]) -> None:
    index, form, lemma, pos, tag, _, head, dep, _, misc = row
    sentence.words.append(form.replace(" ", "\u00a0"))
    sentence.spaces.append(NO_SPACE not in misc)
    sentence.lemmas.append(form if lemma == "_" else lemma)
    sentence.pos.append(pos)
    sentence.tags.append(tag)
    sentence.heads.append(int(head if head != "0" else index) - 1)
    sentence.deps.append("ROOT" if dep == "root" else dep)
    sentence.misc.append(misc)


def _unite(sentence: Sentence, row: list[str]) -> None:
    """Write the parts of a multi-word token as its surface form has them, without spaces between them."""
    first, last = (int(end) for end in row[0].split("-"))
    parts = sentence.words[first - 1 : last]
    sentence.spaces[first - 1 : last] = [False] * (last - first) + [NO_SPACE not in row[9]]
    if len("".join(parts)) == len(row[1]):
        ends = [sum(map(len, parts[: i + 1])) for i in range(len(parts))]
        sentence.words[first - 1 : last] = [row[1][end - len(part) : end] for part, end in zip(parts, ends, strict=True)]
