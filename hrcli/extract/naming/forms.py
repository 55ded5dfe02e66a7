"""Forms of names, and the search for many of them at once in a text.

A text is cut into pieces (words and single signs), which depends on no tokenizer: "U.S." is found in "U.S.-backed", and a
straight apostrophe finds a curly one. An index of the pieces tells where a form can begin, so that a search costs no more
than the words that the text and the forms have in common.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from hrcli.records import EntityType

Kind = Literal[
    "state", "capital", "seat", "adjective", "people", "region", "body", "treaty", "organization", "group", "group adjective", "occasion"
]
PIECE = re.compile(r"\w+|[^\w\s]")
SIGNS = {0x2019: "'", 0x2018: "'", 0x2010: "-", 0x2011: "-"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a known form stands for: `name` is the same for all forms of one thing; `code` the state that it belongs to."""

    name: str
    type: EntityType
    kind: Kind
    code: str | None = None


Hit = tuple[int, int, Known]
"""A form found in a text: its start and end in characters, and what it stands for."""


@dataclass(slots=True)
class Node:
    """A node of the trie over pieces."""

    known: Known | None = None
    next: dict[str, Node] = field(default_factory=dict)


def add(root: Node, form: str, known: Known) -> None:
    """Put a form into a trie, unless it is there."""
    node = root
    for piece in PIECE.findall(plain(form)):
        below = node.next.get(piece)
        if below is None:
            below = node.next[piece] = Node()
        node = below
    node.known = node.known or known


def plain(form: str) -> str:
    """A form as it is compared: composed, with straight apostrophes and hyphens."""
    return form if form.isascii() else unicodedata.normalize("NFC", form).translate(SIGNS)


def index(words: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """The places of each word, and of each piece of those that are more than one, from words with the places where they stand."""
    places: dict[str, list[int]] = {}
    for word, start in words:
        places.setdefault(word, []).append(start)
    for word in [word for word in places if not word.isalnum() and len(word) > 1]:
        for piece in PIECE.finditer(word):
            places.setdefault(plain(piece.group()), []).extend([start + piece.start() for start in places[word]])
    return places


def search(text: str, places: dict[str, list[int]], root: Node) -> Iterator[Hit]:
    """The forms of a trie in an indexed text, in order, longest first, never overlapping."""
    free = 0
    for start, first in sorted((place, piece) for piece in places.keys() & root.next.keys() for place in places[piece]):
        if start >= free and (found := _longest(text, start + len(first), root.next[first])):
            free, known = found
            yield start, free, known


def _longest(text: str, end: int, node: Node) -> tuple[int, Known] | None:
    """The longest form whose first piece ends at `end` and has led to a node."""
    best = (end, node.known) if node.known else None
    for piece in PIECE.finditer(text, end) if node.next else ():
        below = node.next.get(plain(piece.group()))
        if below is None or "\n\n" in text[end : piece.start()]:
            break
        node, end = below, piece.end()
        best = (end, node.known) if node.known else best
    return best
