"""GUM's entities: nested mentions of every kind, shrunk to the names among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hrcli.english.training import gazetteer
from hrcli.english.training.conllu import Sentence
from hrcli.english.training.entities import Marked, Span, mark
from hrcli.english.training.gazetteer import Words
from hrcli.english.training.nersets import strip_titles

ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")
PROPER = ("NNP", "NNPS")
LABELS = {"person": "PERSON", "organization": "ORG", "place": "place", "event": "EVENT"}
LONGEST_DATE = 6
NAMED_FIELDS = 8  # a mention with a Wikipedia identity has it in an eighth field


class Mention(NamedTuple):
    """A mention's words (half open), its entity type, and whether it has a Wikipedia identity."""

    start: int
    end: int
    kind: str
    known: bool


def marked(sentences: list[Sentence], words: Words) -> Iterator[Marked]:
    """The names of each sentence of one document, in order."""
    pending: dict[str, list[Mention]] = {}
    for sentence in sentences:
        yield _mark(sentence, list(_mentions(sentence, pending)), words)


def _mentions(sentence: Sentence, pending: dict[str, list[Mention]]) -> Iterator[Mention]:
    """The mentions that end in the sentence; `pending` are those open, by entity id."""
    for i, misc in enumerate(sentence.misc):
        entity = ENTITY.search(misc)
        for bracket in BRACKET.findall(entity[1]) if entity else []:
            fields = bracket.strip("()").split("-")
            if bracket.startswith("("):
                pending.setdefault(fields[0], []).append(Mention(i, i, fields[1], len(fields) >= NAMED_FIELDS))
            if bracket.endswith(")") and pending.get(fields[0]):
                yield pending[fields[0]].pop()._replace(end=i + 1)


def _mark(sentence: Sentence, mentions: list[Mention], words: Words) -> Marked:
    found: set[Span] = set()
    unsure = {i for i, tag in enumerate(sentence.tags) if tag in PROPER or gazetteer.may_be_date(words, sentence.words[i])}
    for mention in mentions:
        if mention.end > mention.start:
            span = _date(sentence, mention, words) if mention.kind == "time" else _name(sentence, mention, words)
            found |= {span} if span and span.label else set()
            unsure.update(range(mention.start, mention.end) if mention.kind == "time" and not span else ())
    covered = {i for span in found for i in range(span.start, span.end)}
    capitals = (i for i, word in enumerate(sentence.words) if word[:1].isupper() and i not in covered)
    found |= {Span(i, i + 1, "NORP") for i in capitals if sentence.words[i].lower() in words.peoples}
    return mark(sentence.words, found, unsure)


def _date(sentence: Sentence, mention: Mention, words: Words) -> Span | None:
    """A short time mention with a date word in it, without its article or preposition."""
    inside = range(mention.start, mention.end)
    dated = any(gazetteer.may_be_date(words, sentence.words[i]) or sentence.tags[i] in PROPER for i in inside)
    if not dated or len(inside) > LONGEST_DATE:
        return None
    start = mention.start
    while mention.end - start > 1 and sentence.words[start].lower() in ("the", "a", "an", "in", "on"):
        start += 1
    return Span(start, mention.end, "DATE")


def _name(sentence: Sentence, mention: Mention, words: Words) -> Span | None:
    """The name at the head of a mention, labelled; label "" where the mention is a name of no kind of ours."""
    head = _head(sentence, mention)
    if head is None:
        return None
    if sentence.tags[head] not in PROPER:
        people = mention.known and mention.kind == "person" and sentence.words[head].lower() in words.peoples
        return Span(head, head + 1, "NORP") if people else None
    span = _grow(sentence, mention, head, words)._replace(label=LABELS.get(mention.kind, ""))
    name = " ".join(sentence.words[span.start : span.end])
    if span.label == "place":
        return span._replace(label=gazetteer.place(words, name))
    if span.label == "PERSON":
        bare = strip_titles(sentence.words, span, words)
        return span._replace(label="NORP") if gazetteer.is_people(words, name) else (bare if bare.end > bare.start else None)
    return span


def _head(sentence: Sentence, mention: Mention) -> int | None:
    """The first word of the mention that hangs on a word outside it, or is the sentence's root."""
    inside = range(mention.start, mention.end)
    return next((i for i in inside if sentence.heads[i] == i or sentence.heads[i] not in inside), None)


def _grow(sentence: Sentence, mention: Mention, head: int, words: Words) -> Span:
    """The proper nouns around the head, with the numbers, hyphens and particles between them."""
    start, end = head, head + 1
    while start > mention.start and _joins(sentence, start - 1, words):
        start -= 1
    while end < mention.end and _joins(sentence, end, words):
        end += 1
    while sentence.tags[start] not in PROPER:
        start += 1
    while sentence.tags[end - 1] not in (*PROPER, "CD"):
        end -= 1
    return Span(start, end, "")


def _joins(sentence: Sentence, i: int, words: Words) -> bool:
    return sentence.tags[i] in (*PROPER, "HYPH", "CD", "POS") or sentence.words[i].lower() in words.name_particles
