"""What the classifier sees of an action: its words, its pairs of neighbours and the beginnings of its long words, as numbers.

Pure text and integers; training and use call the same function.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
STEM = 5  # letters of a beginning: "discrimination", "discriminatory"


def features(text: str) -> set[int]:
    """The numbers of all that a text shows; the same text always gives the same."""
    words = ["^", *WORD.findall(text.lower())]
    found = {_pair(one, other) for one, other in pairwise(words)}
    return found.union(*map(_of_word, words))


def stack(texts: Iterable[str]) -> list[set[int]]:
    """The features of each text."""
    return [features(text) for text in texts]


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> tuple[int, ...]:
    whole = crc32(word.encode())
    return (whole, crc32(f"{word[:STEM]}-".encode())) if len(word) > STEM else (whole,)


@lru_cache(maxsize=1 << 16)
def _pair(one: str, other: str) -> int:
    return crc32(f"{one} {other}".encode())
