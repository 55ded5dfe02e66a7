"""Lemmas as they should be: the trained lemmatizer slips now and then on verbs that the newswire it learnt from seldom has."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token


def bases(token: Token) -> frozenset[str]:
    """A word's lemma, and what it may be where the lemmatizer slips on a regular verb: "urged", "postpon", "jaile", "ratifie", "gunn"."""
    return _bases(token.lemma_.lower(), token.lower_, verb=token.tag_.startswith("V"))


@lru_cache(maxsize=50_000)
def _bases(lemma: str, word: str, *, verb: bool) -> frozenset[str]:
    found = {lemma, f"{lemma}e"}
    if verb and lemma.endswith("e"):
        found |= {lemma[:-1], f"{lemma[:-2]}y" if lemma.endswith("ie") else lemma}
    if verb and lemma.endswith("ed") and lemma == word:
        found |= {lemma[:-1], lemma[:-2]}
    stem = lemma.removesuffix("e")
    if verb and len(stem) > 3 and stem[-1] == stem[-2] and word.startswith((f"{stem}ed", f"{stem}ing")):
        found.add(stem[:-1])
    return frozenset(found)
