"""What a text is recognised by when it comes again: a small sketch of it, stable on every machine, and how like two sketches are.

A bottom-k sketch (Broder, On the resemblance and containment of documents, 1997): of the hashes of all runs of a few words, the smallest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b
from math import ceil

SHINGLE = 4  # words
SIZE = 64  # hashes
SAME = 0.8  # the resemblance from which two texts are copies of one
SIGN = r"\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # of Chinese and Japanese: no spaces
WORD = re.compile(rf"[{SIGN}]|[^\W{SIGN}]+")


def sketch(text: str) -> list[int]:
    """At most SIZE hashes (64 bits, signed as SQLite keeps them), in order; fewer where the text has fewer runs of SHINGLE words.

    A word is a run of letters and digits, in Chinese and Japanese each sign. A text of fewer words is one run, a text without any has an
    empty sketch. Case, punctuation and white space do not count.
    """
    words = WORD.findall(unicodedata.normalize("NFKC", text).lower())
    runs = set(map(" ".join, zip(*(words[start:] for start in range(SHINGLE)), strict=False))) or {" ".join(words)} - {""}
    return sorted(map(_hash, runs))[:SIZE]


def similarity(a: Sequence[int], b: Sequence[int]) -> float:
    """An estimate of the Jaccard index of the runs of two texts, from 0 to 1, by their sketches: exact where both are shorter than SIZE.

    The standard error is below 0.07, for texts that are nearly the same below 0.05. A text without words is like no other.
    """
    smallest = sorted({*a, *b})[:SIZE]
    return len({*a} & {*b} & {*smallest}) / len(smallest) if smallest else 0.0


def bands(sketch: Sequence[int]) -> list[int]:
    """The hashes of which two sketches share at least one if they are alike by SAME or more.

    Of two sets of n things of which m are in both, the first n - m + 1 of each, in whatever order both are in, share one (prefix filtering:
    Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007). The sketches may be in any order that is the same for both.
    """
    return list(sketch[: len(sketch) - ceil(SAME * len(sketch)) + 1])


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
