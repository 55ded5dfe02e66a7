"""A document as the finders of names look at it: its words in lists, and the known names in it, made once for all questions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
from spacy.tokens import Doc, Token

from hrcli.extract.findings import text_of
from hrcli.extract.naming.forms import Hit, Known, Node, index, search
from hrcli.extract.naming.gazetteer import trie
from hrcli.extract.naming.tries import Word, begins, words_of
from hrcli.extract.wordids import number
from hrcli.records import Document

REACH = 120
PROPN, NNP, NNPS = map(number, ("PROPN", "NNP", "NNPS"))

Doc.set_extension("page", default=None, force=True)


class Page:
    """`words` are the texts of the tokens, `lower` the same in small letters, `starts` where they begin in the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.starts: list[int] = doc.to_array("IDX").tolist()
        known = words_of(doc.vocab.strings)
        self._words = list(map(known.__getitem__, doc.to_array("ORTH").tolist()))
        self.words = [word.text for word in self._words]
        self.lower = [word.lower for word in self._words]
        self._roots: dict[tuple[int, int], Token] = {}

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def document(self) -> Document | None:
        """What is known of the document beside its text."""
        return self.doc._.source.document if self.doc._.source else None

    @cached_property
    def openers(self) -> frozenset[int]:
        """The tokens that start a sentence, as far as anybody has said so."""
        return frozenset(np.flatnonzero(self.doc.to_array("SENT_START") == 1).tolist())

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as token ranges."""
        starts = sorted(self.openers | {0})
        return list(zip(starts, [*starts[1:], len(self)], strict=True)) if self.words else []

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that a token stands in."""
        return self.sentences[bisect_right(self.sentences, (at, len(self))) - 1]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the text, as they are written."""
        return frozenset(self.words)

    @cached_property
    def _starters(self) -> list[tuple[int, Word]]:
        """The tokens with a piece that a form may begin with; all that begin with a capital letter are among them."""
        return [(at, word) for at, word in enumerate(self._words) if word.pieces]

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital letter."""
        return [at for at, word in self._starters if word.capital]

    @cached_property
    def proper(self) -> frozenset[int]:
        """Those of them that either tagger takes for a proper noun."""
        tags = self.doc.to_array("TAG")
        proper = (self.doc.to_array("POS") == PROPN) | (tags == NNP) | (tags == NNPS)
        return frozenset(self.capitals).intersection(np.flatnonzero(proper).tolist())

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where the pieces stand that a form may begin with."""
        found: dict[str, list[int]] = {}
        for at, word in self._starters:
            for piece, inside in word.pieces:
                found.setdefault(piece, []).append(self.starts[at] + inside)
        return found

    @cached_property
    def known(self) -> list[Hit]:
        """The known names in the text."""
        return list(search(self.text, self._places, trie()))

    def hits(self, root: Node) -> Iterator[tuple[int, int, Known]]:
        """The forms of a static trie that whole tokens make up, as token ranges."""
        return self.aligned(search(self.text, self._places, root))

    def spot(self, root: Node) -> Iterator[tuple[int, int, Known]]:
        """The forms of a trie made for this document, which may begin with any word."""
        strange = {piece for piece in root.next if not begins(piece)}
        return self.aligned(search(self.text, self._places | self._elsewhere(strange) if strange else self._places, root))

    def _elsewhere(self, pieces: set[str]) -> dict[str, list[int]]:
        """Where pieces stand that no static form begins with."""
        found = index((word, at) for word, at in zip(self.words, self.starts, strict=True) if word in pieces or not word.isalnum())
        return {piece: found[piece] for piece in pieces & found.keys()}

    def aligned(self, hits: Iterable[Hit]) -> Iterator[tuple[int, int, Known]]:
        """The hits that whole tokens make up, as token ranges."""
        for start, end, known in hits:
            if span := self.tokens(start, end):
                yield *span, known

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that make up a stretch of text; None where it begins or ends inside one."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        whole = first < last and self.starts[first] == start and self.end(last) == end
        return (first, last) if whole else None

    def end(self, at: int) -> int:
        """Where the token before `at` ends in the text."""
        return self.starts[at - 1] + len(self.words[at - 1])

    def slice(self, start: int, end: int) -> str:
        """The text of the tokens `start:end`."""
        return self.words[start] if end - start == 1 else self.text[self.starts[start] : self.end(end)]

    def line(self, start: int, end: int) -> str:
        """The words of the tokens `start:end` on one line."""
        return " ".join(self.slice(start, end).split())

    def rest(self, end: int) -> str:
        """What follows the tokens before `end`, as far as it may tell of them."""
        return self.text[self.end(end) : self.end(end) + REACH]

    def line_before(self, at: int) -> str:
        """What stands before a token on its line."""
        return self.text[self.text.rfind("\n", 0, self.starts[at]) + 1 : self.starts[at]]

    def root(self, start: int, end: int) -> Token:
        """The token that the others of `start:end` hang on."""
        found = self._roots.get((start, end))
        if found is None:
            found = self._roots[start, end] = self.doc[start] if end - start == 1 else self.doc[start:end].root
        return found

    def joined(self, at: int) -> bool:
        """Whether a token follows the one before it without white space."""
        return self.starts[at] == self.end(at)

    def where(self, words: frozenset[str]) -> list[int]:
        """The tokens whose text is one of these words, in whatever letters."""
        return [i for i, word in enumerate(self.lower) if word in words]


def page_of(doc: Doc) -> Page:
    """The page of a Doc, laid out at the first question."""
    page: Page | None = doc._.page
    if page is None:
        page = doc._.page = Page(doc)
    return page
