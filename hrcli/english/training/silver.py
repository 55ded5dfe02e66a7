"""Doubts the labels of a set that a program made: a name that it takes now for one thing, now for another, is left open.

The Groningen Meaning Bank's newswire has "Aung San Suu Kyi" fourteen times as a person and 34 times as a state, "Kabul" nineteen
times as a person. What most mentions of a name agree on is kept, the rest is "not annotated", which the refill of the second
training decides; a simple form of learning from labels that one another confirm (Northcutt and others 2021, "Confident learning").
"""

from __future__ import annotations

from collections import Counter, defaultdict

from hrcli.english.training.entities import Marked, Span, spans

AGREED = 0.8
"""Share of a name's mentions that must have a label for it to be believed."""
PLACES = ("GPE", "LOC", "FAC")  # told apart by our own lists, not by the set


def doubt(sentences: list[Marked]) -> list[Marked]:
    """The sentences, without the labels that too few mentions of the same name have."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for marked in sentences:
        for span in spans(marked.labels):
            counts[_name(marked, span)][_kind(span)] += 1
    return [Marked(marked.words, _believed(marked, counts)) for marked in sentences]


def _believed(marked: Marked, counts: dict[str, Counter[str]]) -> list[str | None]:
    labels = list(marked.labels)
    for span in spans(marked.labels):
        found = counts[_name(marked, span)]
        if found[_kind(span)] < AGREED * found.total():
            labels[span.start : span.end] = [None] * (span.end - span.start)
    return labels


def _name(marked: Marked, span: Span) -> str:
    return " ".join(marked.words[span.start : span.end])


def _kind(span: Span) -> str:
    return "PLACE" if span.label in PLACES else span.label
