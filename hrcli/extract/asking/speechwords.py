"""The words of saying: the shape of lexicon/speech.toml."""

from __future__ import annotations

from functools import cache

from hrcli import lexicon
from hrcli.lexicon import Entry


class Speech(Entry):
    """The whole of lexicon/speech.toml."""

    says: list[str]
    nouns: list[str]
    examples: list[str]


@cache
def words() -> Speech:
    """The vocabulary of saying."""
    loaded: Speech = lexicon.load("speech", Speech)
    return loaded


@cache
def says() -> frozenset[str]:
    """The verbs of saying by their lemmas."""
    return frozenset(words().says)


@cache
def nouns() -> frozenset[str]:
    """The nouns that announce what somebody says."""
    return frozenset(words().nouns)
