"""Title, publisher and date of a document, as far as the document itself tells them."""

from __future__ import annotations

import re
from typing import NamedTuple

from hrcli.ingest import dating, headings, publishers
from hrcli.ingest.blocks import Block
from hrcli.ingest.context import Context
from hrcli.ingest.furniture import Mark, is_copyright, within
from hrcli.ingest.labels import is_label
from hrcli.ingest.organisations import is_confirmed, is_organisation
from hrcli.ingest.page import Page
from hrcli.ingest.phrases import plain
from hrcli.ingest.vocabulary import Vocabulary

CRUMB = re.compile(r"\s*[|│>»›→]\s*|\s+[/·•]\s+| {2,}|\t")


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
    menus = [mark for mark in marks if mark.why == "navigation"]
    told = "\n".join(block.text for block in blocks)
    heads = headings.find(own, told, vocabulary, publishers.holder(notices), (mark.start for mark in menus))
    written, site = headings.without_site(_joined(heads.title), vocabulary)
    site = site or _of_crumbs([block for block in blocks[:3] if any(mark.start == block.start for mark in menus)], told, vocabulary)
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


def _of_crumbs(menus: list[Block], text: str, vocabulary: Vocabulary) -> str | None:
    """The organisation that a trail of crumbs or a menu at the top begins with: Harbour Rights Group > News > Statements."""
    for block in menus:
        name = CRUMB.split(block.text)[0].strip()
        if (
            name != block.text
            and is_organisation(name, vocabulary)
            and not is_label(name, vocabulary)
            and is_confirmed(name, text, vocabulary)
        ):
            return name
    return None


def _joined(blocks: list[Block]) -> str:
    """The words of a title, without the star of a footnote."""
    return " ".join(" ".join(block.text for block in blocks).split()).rstrip("* ")


def _notices(block: Block, marks: list[Mark], vocabulary: Vocabulary) -> list[str]:
    """The copyright notices among the furniture of a block."""
    texts = [block.text[mark.start - block.start : mark.end - block.start] for mark in within(block, marks)]
    parts = [part for text in texts for part in re.split(r"\s*[|│]\s*|(?<=[.!?])\s+(?=[A-Z©])", text)]
    return [part for part in parts if is_copyright(part, vocabulary)]
