"""Title, publisher and date of a document, as far as the document itself tells them."""

from __future__ import annotations

import re
from typing import NamedTuple

from hrcli.ingest import dating, headings, publishers
from hrcli.ingest.blocks import Block
from hrcli.ingest.context import Context
from hrcli.ingest.furniture import Mark, is_copyright, within
from hrcli.ingest.page import Page
from hrcli.ingest.phrases import plain
from hrcli.ingest.vocabulary import Vocabulary


class Facts(NamedTuple):
    """What the document tells of itself; `title_blocks` are the places in the text where the title stands."""

    title: str | None
    publisher: str | None
    dated: dating.Dated
    title_blocks: list[Block]


def find(page: Page, path: str, blocks: list[Block], marks: list[Mark], vocabulary: Vocabulary) -> Facts:
    """The facts of a document whose text has `blocks`, of which `marks` are furniture. What the text does not tell is None."""
    places = {mark.start: mark for mark in marks}
    own = [block for block in blocks if block.start not in places or places[block.start].end < block.end]
    notices = [text for block in blocks for text in _notices(block, marks, vocabulary)]
    heads = headings.find(own, "\n".join(block.text for block in blocks), vocabulary, publishers.holder(notices))
    written, site = headings.without_site(_joined(heads.title), vocabulary)
    title = heads.title
    if page.title and not title:
        title = [block for block in own[:8] if plain(block.text) == plain(page.title)]
    name = headings.without_site(page.title, vocabulary)[0] if page.title else written
    text = "\n".join(block.text for block in own)
    credits = [
        block.text[mark.start - block.start : mark.end - block.start]
        for block in blocks
        for mark in within(block, marks)
        if mark.why == "credit"
    ]
    publisher = publishers.find(Context(own, heads, notices, credits, text, vocabulary), page.publisher, site)
    dated = dating.find(page.date, page.url, path, dating.Parts(blocks, own, heads, notices), vocabulary)
    repeated = [block for block in own[:12] if block in title or (name and plain(block.text) == plain(name))]
    return Facts(name or None, publisher, dated, repeated)


def _joined(blocks: list[Block]) -> str:
    """The words of a title, without the star of a footnote."""
    return " ".join(" ".join(block.text for block in blocks).split()).rstrip("* ")


def _notices(block: Block, marks: list[Mark], vocabulary: Vocabulary) -> list[str]:
    """The copyright notices among the furniture of a block."""
    texts = [block.text[mark.start - block.start : mark.end - block.start] for mark in within(block, marks)]
    parts = [part for text in texts for part in re.split(r"\s*[|│]\s*|(?<=[.!?])\s+(?=[A-Z©])", text)]
    return [part for part in parts if is_copyright(part, vocabulary)]
