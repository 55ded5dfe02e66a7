"""Furniture by repetition: what stands on at least three pages of a site is its frame, unless its place and length say otherwise.

A first pass over the documents fills a `Repetition`, a second asks it. Only its counts are kept, not the lines: the counting is lossy
(Manku and Motwani, "Approximate frequency counts over data streams", 2002), so that memory is bounded and a line can be missed but
never counted too often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from hrcli.ingest import contacts, dates, labels
from hrcli.ingest.blocks import CLOSED, Block, is_item, is_prose, size
from hrcli.ingest.furniture import Mark
from hrcli.ingest.vocabulary import Vocabulary

WHY = "repeated"
PAGES = 3  # on so many pages of a site a line of its frame stands
OFTEN = 2  # and on each at most so many times: what stands there more often is a row of a table, "He was released."
MOST_LINES = 200_000  # kept of all sites together: about 20 MB
SHORT = 8  # words of a label, a menu item, a tag
SLOGAN = 6  # words of a sentence that is still the document's own where it stands next to its text
DIGITS = re.compile(r"\d+")
READER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
ISSUER = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)


class Repetition:
    """On how many pages of its site each line stands; at most `most` lines are kept, the rarest go first."""

    def __init__(self, most: int = MOST_LINES) -> None:
        self._most = most
        self._pages: dict[int, int] = {}

    def add(self, site: str, lines: Iterable[str]) -> None:
        """Count the lines of one page of `site`; a page with the same lines as an earlier one counts for nothing."""
        counts = Counter(filter(None, map(plain, lines)))
        whole = _key(site, "\n".join(counts))
        if not counts or whole in self._pages:
            return
        for key in (whole, *(_key(site, line) for line, times in counts.items() if times <= OFTEN)):
            self._pages[key] = self._pages.get(key, 0) + 1
        self._prune()

    def repeated(self, site: str, line: str) -> bool:
        """Whether at least three pages of `site` have the line, as far as is known."""
        return self._pages.get(_key(site, plain(line)), 0) >= PAGES

    def __len__(self) -> int:
        return len(self._pages)

    def _prune(self) -> None:
        """Forget the lines of the fewest pages until half of the room is free."""
        rare = 1
        while len(self._pages) > (self._most if rare == 1 else self._most // 2):
            self._pages = {key: pages for key, pages in self._pages.items() if pages > rare}
            rare += 1


def site(path: str, url: str | None = None) -> str:
    """What a document's lines are counted under: the host of its address, else the folder or container it comes from."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else str(PurePosixPath(path.replace("\\", "/")).parent)


def plain(line: str) -> str:
    """The line as lines are compared: no white space, lower case, every number 0."""
    return DIGITS.sub("0", "".join(line.casefold().split()))


def find(blocks: list[Block], on: str, pages: Repetition, vocabulary: Vocabulary) -> list[Mark]:
    """The furniture among `blocks` that the site `on` repeats, in order; each mark covers a block.

    Text that is the page's own is prose that no other page has. Before the first and after the last of it every repeated block is
    furniture but datelines, labels of releases and contacts; and, as long as nothing between it and the text is, short sentences ("Free him
    now!"), names of organisations (they sign) and prose that does not speak of "you" and "us" (appeals for gifts do). Between
    the first and the last only rows of short lines are, which end as no sentence does, less the last of a row, which may be a heading.
    A page of which most prose is repeated is itself a copy of others, and nothing of it is marked.
    """
    repeated = [pages.repeated(on, block.text) for block in blocks]
    prose = [i for i, block in enumerate(blocks) if is_prose(block)]
    own = [i for i in prose if not repeated[i]]
    if not own or 2 * len(own) < len(prose):
        return []
    kept = _kept(blocks, vocabulary)
    found = {*_outward(blocks, range(own[-1] + 1, len(blocks)), repeated, kept, vocabulary)}
    found |= {*_outward(blocks, range(own[0] - 1, -1, -1), repeated, kept, vocabulary)}
    found |= {*_inside(blocks, range(own[0] + 1, own[-1] + 1), repeated, kept)}
    return [Mark(blocks[i].start, blocks[i].end, WHY) for i in sorted(found)]


def _kept(blocks: list[Block], vocabulary: Vocabulary) -> set[int]:
    """The starts of blocks that tell when, by whom and to whom: never furniture for being repeated."""
    told = {block.start for block in contacts.find(blocks, vocabulary)}
    return told | {
        block.start
        for block in blocks
        if size(block.text) <= 3 * SHORT and (labels.is_release(block.text, vocabulary) or dates.days(block.text, vocabulary))
    }


def _outward(blocks: list[Block], places: range, repeated: list[bool], kept: set[int], vocabulary: Vocabulary) -> Iterator[int]:
    """The furniture on one side of the text, `places` leading away from it."""
    beyond = False
    for i in places:
        block = blocks[i]
        if repeated[i] and block.start not in kept and (beyond or not _is_own(block, vocabulary)):
            beyond = True
            yield i


def _is_own(block: Block, vocabulary: Vocabulary) -> bool:
    """Whether a repeated block may be the document's own where it stands next to its text."""
    text, words = block.text, size(block.text)
    if is_prose(block):
        return not (READER.search(text) and ISSUER.search(text))
    if is_item(block):
        return True
    if CLOSED.search(text):
        return words <= SLOGAN
    return words <= SHORT and any(word.lower() in vocabulary.publishers.words for word in text.split())


def _inside(blocks: list[Block], places: range, repeated: list[bool], kept: set[int]) -> Iterator[int]:
    """The short lines within the text that are repeated, in a row of them; not the last, which may be a heading."""
    row: list[int] = []
    for i in places:
        block = blocks[i]
        short = size(block.text) <= SHORT and not CLOSED.search(block.text) and not is_item(block)
        if repeated[i] and short and block.start not in kept:
            row.append(i)
            continue
        yield from row[:-1]
        row = []


def _key(site: str, line: str) -> int:
    return int.from_bytes(blake2b(f"{site}\0{line}".encode(errors="surrogatepass"), digest_size=8).digest(), "big")
