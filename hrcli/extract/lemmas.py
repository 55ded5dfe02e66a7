"""Lemmas as they should be: the trained lemmatizer slips now and then on verbs that the newswire it learnt from seldom has."""

from __future__ import annotations

from spacy.tokens import Token


def bases(token: Token) -> set[str]:
    """A word's lemma, and what it may be where the lemmatizer slips on a regular verb: "urged", "postpon", "jaile", "ratifie"."""
    word = token.lemma_.lower()
    found = {word, f"{word}e"}
    if token.tag_.startswith("V") and word.endswith("e"):
        found |= {word[:-1], f"{word[:-2]}y" if word.endswith("ie") else word}
    if token.tag_.startswith("V") and word.endswith("ed") and word == token.lower_:
        found |= {word[:-1], word[:-2]}
    return found
