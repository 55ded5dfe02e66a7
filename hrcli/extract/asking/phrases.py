"""Phrases around the words of asking, by the patterns of lexicon/demands.toml: what asks nothing, leads to a list, or is for readers."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc

from hrcli.extract.asking.demandcues import words
from hrcli.extract.findings import words_of


@cache
def _union(name: str) -> re.Pattern[str]:
    """One pattern for all of a list; where each of them begins at a word's edge or with the text, elsewhere one look is enough."""
    patterns = getattr(words(), name)
    edge = r"(?:\b|^)" if all(pattern.startswith((r"\b", "^")) for pattern in patterns) else ""
    return re.compile(f"{edge}(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)})", re.IGNORECASE)


def is_pseudo(doc: Doc, at: int, start: int, end: int) -> bool:
    """True where the cue at token `at` is part of a phrase that asks for nothing, in the sentence `start:end`."""
    base = doc[start].idx
    text = words_of(doc, start, end)
    a, b = doc[at].idx - base, doc[at].idx + len(doc[at]) - base
    return any(m.start() <= a and b <= m.end() for m in _union("pseudo").finditer(text))


def is_for_readers(text: str, *, letter: bool = False) -> bool:
    """True for a sentence that speaks to the page's readers about the page; a `letter` sends its addressee on errands in earnest."""
    return _union("readers").search(text) is not None or (not letter and _union("errands").search(text) is not None)


def is_message(text: str) -> bool:
    """True for words before a colon that introduce what somebody says to somebody: "To the king I say only this"."""
    return _union("messages").search(text.strip()) is not None


def leads_to_nouns(text: str) -> bool:
    """True for words before a colon that introduce things asked for: "calls for: the release of ...; an end to ..."."""
    return _union("noun_leads").search(text.strip()) is not None


def is_review(text: str) -> bool:
    """True for a heading that speaks of a review by other states or of recommendations."""
    return _union("reviews").search(text) is not None


def is_lead(text: str) -> bool:
    """True for words before a colon that introduce a list of demands."""
    return _union("leads").search(text.strip()) is not None or is_message(text)
