"""The tries of common nouns for bodies and places, and the index of where a form can begin in a document."""

from __future__ import annotations

from functools import cache
from itertools import chain

from spacy.strings import StringStore

from hrcli.extract.naming.forms import PIECE, Known, Node, add, plain
from hrcli.extract.naming.gazetteer import trie
from hrcli.extract.naming.vocabulary import words
from hrcli.records import EntityType

MOST = 100_000
"""So many words are remembered."""


class Word:
    """A word as a text writes it, in small letters, whether a capital begins it, and its pieces that a form can begin with."""

    __slots__ = ("capital", "lower", "pieces", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower()
        self.capital = text[0].isupper()
        found = [(piece.group(), piece.start()) for piece in PIECE.finditer(text)]
        self.pieces = [(plain(piece), at) for piece, at in found if begins(plain(piece))]


class Words(dict[int, Word]):
    """Words by the numbers that spaCy keeps them under, each made when it is first asked for."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> Word:
        if len(self) >= MOST:
            self.clear()
        word = self[number] = Word(self._strings[number])
        return word


@cache
def words_of(strings: StringStore) -> Words:
    """The words of all documents whose numbers are kept in one place."""
    return Words(strings)


def begins(piece: str) -> bool:
    """Whether a form may begin with a piece: one with a capital, or one that some static form begins with."""
    return piece[0].isupper() or piece in _starters()


@cache
def _starters() -> frozenset[str]:
    return frozenset(
        piece for piece in chain(trie().next, nouns().next, ministries().next, actors().next, sites().next) if not piece[0].isupper()
    )


@cache
def nouns() -> Node:
    """Common nouns for bodies, places and laws, which are names beside that of a place: "police", "prison"."""
    return _trie([("public_body", words().public_body_lower), ("place", words().place_lower), ("law", words().laws | {"constitution"})])


@cache
def sites() -> Node:
    """Small nouns behind names of their own: "hospital", "shoe factory", "massacre"."""
    kinds: list[tuple[EntityType, frozenset[str]]] = [
        ("place", words().sites | words().confining),
        ("organization", words().firms),
        ("event", words().event_lower),
    ]
    root = Node()
    for kind, forms in kinds:
        for form in forms:
            add(root, form, Known(form, kind, "body"))
    return root


@cache
def ministries() -> Node:
    """Those that are names alone: "the interior ministry", "the penal code"."""
    return _trie([("public_body", words().ministries), ("law", words().laws)])


@cache
def actors() -> Node:
    """Those that stand for a state's government or its forces where they act."""
    return _trie([("public_body", words().government), ("public_body", words().forces)])


def _trie(kinds: list[tuple[EntityType, frozenset[str]]]) -> Node:
    root = Node()
    for kind, forms in kinds:
        for form in forms:
            for shape in (form, form[:1].upper() + form[1:]):
                add(root, shape, Known(form, kind, "body"))
    return root
