"""The words of saying: the shape of lexicon/speech.toml."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from hrcli import lexicon
from hrcli.extract.asking.demandcues import forms
from hrcli.extract.wordids import ids
from hrcli.lexicon import Entry


class Speech(Entry):
    """The whole of lexicon/speech.toml."""

    says: list[str]
    irregular: list[str]
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
def saying() -> frozenset[str]:
    """The verbs of saying in all their forms, for where there are no lemmas."""
    return frozenset([*(form for word in words().says for form in forms(word)), *words().irregular])


@cache
def cue_forms() -> frozenset[str]:
    """The words, in all their forms, beside which somebody may be quoted or reported."""
    regular = (form for word in (*words().says, *words().nouns) for form in forms(word))
    return frozenset([*regular, *words().irregular, "according", "put", "view", "opinion", "eyes"])


@cache
def cues() -> frozenset[int]:
    """The numbers of these words."""
    return ids(cue_forms())


@cache
def nouns() -> frozenset[str]:
    """The nouns that announce what somebody says."""
    return frozenset(words().nouns)


def is_saying(token: Token) -> bool:
    """True for a verb of saying in a form that has a speaker, and for "put it"."""
    if token.lower_ in {"put", "puts"} and token.tag_.startswith("V"):
        return token.i + 1 < len(token.doc) and token.nbor().lower_ == "it"
    if token.tag_ == "VBN" and not any(t.lemma_ == "have" for t in token.doc[max(0, token.i - 3) : token.i]):
        return token.lower_ in {"said", "wrote", "told"} and token.doc[token.i - 1].lower_ not in {"was", "were", "been", "be", "is", "are"}
    return (token.lower_ in saying() and token.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}) or token.lower_ in {
        "said",
        "says",
        "wrote",
        "told",
    }
