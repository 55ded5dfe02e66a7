"""A document as the finders of names look at it: its words in lists, and the known names in it, made once for all questions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from spacy.tokens import Doc, Token

from hrcli.extract.findings import text_of
from hrcli.extract.naming.forms import Hit, Known, Node, index, search
from hrcli.extract.naming.gazetteer import trie
from hrcli.records import Document

REACH = 120

Doc.set_extension("page", default=None, force=True)


class Page:
    """`words` are the texts of the tokens, `lower` the same in small letters, `starts` and `ends` their places in the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.starts: list[int] = doc.to_array("IDX").tolist()
        self.ends: list[int] = (doc.to_array("IDX") + doc.to_array("LENGTH")).tolist()
        self.words = [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        self.lower = [word.lower() for word in self.words]
        self._places = index(zip(self.words, self.starts, strict=True))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def document(self) -> Document | None:
        """What is known of the document beside its text."""
        return self.doc._.source.document if self.doc._.source else None

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as token ranges."""
        return [(sentence.start, sentence.end) for sentence in self.doc.sents]

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that a token stands in."""
        return self.sentences[bisect_right(self.sentences, (at, len(self))) - 1]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the text, as they are written."""
        return frozenset(self.words)

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital letter."""
        return [i for i, word in enumerate(self.words) if word[0].isupper()]

    @cached_property
    def proper(self) -> frozenset[int]:
        """Those of them that either tagger takes for a proper noun."""
        strings = self.doc.vocab.strings
        noun, names = strings["PROPN"], (strings["NNP"], strings["NNPS"])
        kinds = self.doc.to_array(["POS", "TAG"])[self.capitals].tolist()
        return frozenset(i for i, (kind, tag) in zip(self.capitals, kinds, strict=True) if kind == noun or tag in names)

    @cached_property
    def known(self) -> list[Hit]:
        """The known names in the text."""
        return list(self.search(trie()))

    def search(self, root: Node) -> Iterator[Hit]:
        """The forms of a trie in the text."""
        return search(self.text, self._places, root)

    def hits(self, root: Node) -> Iterator[tuple[int, int, Known]]:
        """The forms of a trie that whole tokens make up, as token ranges."""
        return self.aligned(self.search(root))

    def aligned(self, hits: Iterable[Hit]) -> Iterator[tuple[int, int, Known]]:
        """The hits that whole tokens make up, as token ranges."""
        for start, end, known in hits:
            if span := self.tokens(start, end):
                yield *span, known

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that make up a stretch of text; None where it begins or ends inside one."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        whole = first < last and self.starts[first] == start and self.ends[last - 1] == end
        return (first, last) if whole else None

    def slice(self, start: int, end: int) -> str:
        """The text of the tokens `start:end`."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def line(self, start: int, end: int) -> str:
        """The words of the tokens `start:end` on one line."""
        return " ".join(self.slice(start, end).split())

    def rest(self, end: int) -> str:
        """What follows the tokens before `end`, as far as it may tell of them."""
        return self.text[self.ends[end - 1] : self.ends[end - 1] + REACH]

    def line_before(self, at: int) -> str:
        """What stands before a token on its line."""
        return self.text[self.text.rfind("\n", 0, self.starts[at]) + 1 : self.starts[at]]

    def root(self, start: int, end: int) -> Token:
        """The token that the others of `start:end` hang on."""
        return self.doc[start] if end - start == 1 else self.doc[start:end].root

    def joined(self, at: int) -> bool:
        """Whether a token follows the one before it without white space."""
        return self.starts[at] == self.ends[at - 1]

    def where(self, words: frozenset[str]) -> list[int]:
        """The tokens whose text is one of these words, in whatever letters."""
        return [i for i, word in enumerate(self.lower) if word in words]


def page_of(doc: Doc) -> Page:
    """The page of a Doc, laid out at the first question."""
    page: Page | None = doc._.page
    if page is None:
        page = doc._.page = Page(doc)
    return page
