"""Words run together, taken apart: by an inner capital, or by a word list in a document that is full of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from hrcli.ingest import words
from hrcli.ingest.vocabulary import Vocabulary

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
BOUNDARY = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[A-Z]{3})(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[a-z]{3})")
GATE = 15 / 1000  # share of tokens that must come apart before the word list is believed
MOST_PARTS = 4
COMMON = 12  # a part of a glued word has been seen so often ...
COMMONEST = 1500  # ... and one of two letters so often
COST = 3.5  # what each further part costs, in natural logarithms


class Token(NamedTuple):
    start: int
    text: str


def splits(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """The places in `text` where two words are glued."""
    tokens = [Token(hit.start(), hit[0]) for hit in TOKEN.finditer(text)]
    seen = _seen(tokens, text)
    whole = {*vocabulary.mending.whole}
    cuts = {token: _cuts(token.text, seen) for token in {*tokens} if token.text not in whole and len(token.text) > 3}
    glued = sum(bool(cuts.get(token)) for token in tokens)
    if glued <= GATE * max(len(tokens), 100):
        cuts = {token: _sure(token.text, text, vocabulary) for token in tokens if token.text not in whole}
    for token, places in cuts.items():
        yield from (token.start + place for place in places)
