"""Words as the numbers that spaCy keeps them under: lists and sets of numbers tell where a cue can stand, without a Token made."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.strings import get_string_id
from spacy.tokens import Doc

KEPT = "hrcli_lowers"


def ids(words: Iterable[str]) -> frozenset[int]:
    """The numbers of words, to look up numbers of tokens in."""
    return frozenset(map(number, words))


def number(word: str) -> int:
    """The number of one word."""
    return int(get_string_id(word))


def lowers(doc: Doc) -> list[int]:
    """The numbers of all words of a Doc, lower-cased; every step needs them, so the Doc keeps them."""
    found: list[int] | None = doc.user_data.get(KEPT)
    if found is None:
        found = doc.user_data[KEPT] = doc.to_array("LOWER").tolist()
    return found


def places(doc: Doc, wanted: frozenset[int]) -> list[int]:
    """Where the wanted words stand."""
    return [at for at, word in enumerate(lowers(doc)) if word in wanted]
