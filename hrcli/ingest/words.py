"""How common English words are: counts from the texts that the language model was trained on, and the UN's recommendations.

`words.txt.gz` has a line a word: the word in lower case, how often it was seen, how often without a capital.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources


@cache
def counts() -> dict[str, tuple[int, int]]:
    """How often each word (lower case) was seen, and how often of that without a capital; words seen once are left out."""
    data = gzip.decompress(resources.files("hrcli.ingest").joinpath("words.txt.gz").read_bytes()).decode("ascii")
    rows = (line.split(" ") for line in data.splitlines())
    return {word: (int(seen), int(lower)) for word, seen, lower in rows}


@cache
def total() -> int:
    """The number of words counted."""
    return sum(seen for seen, _ in counts().values())


def known(word: str) -> bool:
    """Whether `word` is in the list, as it stands or without a common ending or beginning."""
    word = word.lower()
    if word in counts():
        return True
    stems = {word.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing", "ly", "ness")}
    stems |= {word.removesuffix("ing") + "e", word.removesuffix("ies") + "y", word.replace("is", "iz"), word.replace("our", "or")}
    stems |= {word.removeprefix(beginning) for beginning in ("un", "non", "re")}
    return any(stem in counts() for stem in stems if len(stem) > 2)
