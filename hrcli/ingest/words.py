"""How common English words are: counts from the texts that the language model was trained on (see english/training)."""

from __future__ import annotations

import gzip
import math
from functools import cache
from importlib import resources


@cache
def counts() -> dict[str, int]:
    """How often each word (lower case) was seen; words seen once are left out."""
    data = gzip.decompress(resources.files("hrcli.ingest").joinpath("words.txt.gz").read_bytes()).decode("ascii")
    return {word: int(count) for word, count in (line.split(" ") for line in data.splitlines())}


@cache
def total() -> float:
    """The logarithm of the number of words counted."""
    return math.log(sum(counts().values()))
