"""Forms of names, and the search for many of them at once in a text.

A text is cut into pieces (words and single signs), which depends on no tokenizer: "U.S." is found in "U.S.-backed", and a
straight apostrophe finds a curly one. An index of the pieces tells where a form can begin, so that a search costs no more
than the words that the text and the forms have in common.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
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


class Pieces:
    """A text cut into pieces, with the places of each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [match.span() for match in PIECE.finditer(text)]
        self._pieces = [plain(text[start:end]) for start, end in self._spans]
        self._places: dict[str, list[int]] = {}
        for at, piece in enumerate(self._pieces):
            self._places.setdefault(piece, []).append(at)

    def search(self, root: Node) -> Iterator[Hit]:
        """The forms of a trie in the text, in order, longest first, never overlapping."""
        free = 0
        for at in sorted(at for piece in self._places.keys() & root.next.keys() for at in self._places[piece]):
            if at >= free and (found := self._longest(at, root)):
                free, known = found
                yield self._spans[at][0], self._spans[free - 1][1], known

    def _longest(self, at: int, node: Node) -> tuple[int, Known] | None:
        best = None
        for i in range(at, len(self._pieces)):
            if i > at and "\n\n" in self._text[self._spans[i - 1][1] : self._spans[i][0]]:
                break
            below = node.next.get(self._pieces[i])
            if below is None:
                break
            node = below
            if node.known:
                best = (i + 1, node.known)
        return best
