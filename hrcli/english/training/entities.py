"""Sentences with marked names: words and, for each word, an IOB label or None where its data set does not say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

CLITICS = ("'s", "n't", "'m", "'re", "'ve", "'ll", "'d")
NO_SPACE_BEFORE = frozenset((*",.;:!?)]}%”…", "''", *CLITICS, *(clitic.replace("'", "’") for clitic in CLITICS)))
NO_SPACE_AFTER = frozenset((*"([{$#“", "``"))
PLAIN_QUOTES = {"``": '"', "''": '"'}


class Span(NamedTuple):
    """The words `start` to `end` (half open) and their label."""

    start: int
    end: int
    label: str


class Marked(NamedTuple):
    """A sentence's words and their labels: "O", "B-X", "I-X", or None for "not annotated"."""

    words: list[str]
    labels: list[str | None]


def mark(words: list[str], spans: Iterable[Span], missing: Iterable[int] = ()) -> Marked:
    """The words labelled by the spans (of two that overlap the longer), None at the other indices in `missing`."""
    labels: list[str | None] = ["O"] * len(words)
    for i in missing:
        labels[i] = None
    taken: set[int] = set()
    for start, end, label in sorted(spans, key=lambda span: span.start - span.end):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            labels[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return Marked(words, labels)


def spans(labels: Sequence[str | None]) -> list[Span]:
    """The spans of a column of labels, written IOB1 or IOB2."""
    found: list[Span] = []
    for i, label in enumerate(labels):
        mark, _, kind = (label or "O").partition("-")
        if mark == "I" and found and found[-1].end == i and found[-1].label == kind:
            found[-1] = found[-1]._replace(end=i + 1)
        elif kind:
            found.append(Span(i, i + 1, kind))
    return found


def to_doc(vocab: Vocab, sentences: Sequence[Marked], breaks: Sequence[str]) -> Doc:
    """A spaCy document of the sentences, words spaced as in print, and after each its break: line ends, or "" for a blank."""
    words: list[str] = []
    spaces: list[bool] = []
    labels: Any = []
    starts: list[bool | int | None] = []
    for marked, gap in zip(sentences, breaks, strict=True):
        words += [PLAIN_QUOTES.get(word, word) for word in marked.words] + [gap] * bool(gap)
        spaces += _spaces(marked.words)
        labels += marked.labels + ["O"] * bool(gap)
        starts += [True] + [False] * (len(marked.words) - 1 + bool(gap))
        if gap:
            spaces[-1:] = [False, False]
    return Doc(vocab, words=words, spaces=spaces, ents=labels, sent_starts=starts)


def _spaces(words: list[str]) -> list[bool]:
    """Whether a space follows each word; straight quotes open and close by turns."""
    spaces = []
    inside = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == '"':
            inside = not inside
        opens = word in NO_SPACE_AFTER or (word == '"' and inside)
        closes = following in NO_SPACE_BEFORE or (following == '"' and inside)
        spaces.append(not opens and not closes)
    return spaces
