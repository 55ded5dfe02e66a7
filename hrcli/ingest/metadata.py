"""Title, publisher and date of a document, as far as the document itself tells them."""

from __future__ import annotations

import re
from typing import NamedTuple

from hrcli.ingest import dates, headings, publishers
from hrcli.ingest.blocks import Block
from hrcli.ingest.context import Context
from hrcli.ingest.furniture import Mark, is_copyright, within
from hrcli.ingest.page import Page
from hrcli.ingest.phrases import plain
from hrcli.ingest.vocabulary import Vocabulary
from hrcli.records import DateSource

MOST_WORDS, DAY = 24, len("2009-02-13")
LABELLED, ALONE = 400, 40  # characters of a line that a label and a date, or a date alone may fill
RANGE = re.compile(r"\d\s*[-–]\s*\d{0,2}\s*$")
DATELINE = re.compile(r"(?:[A-Z(][^.]{0,90})?")
AFTER = re.compile(r"\s*\)?\s*(?:\([^()]{2,40}\)\s*)?(?:[–—-]+|:|\))")
YEARS = re.compile(r"(?:19|20)\d\d")
FILE_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")


class Facts(NamedTuple):
    """What the document tells of itself; `title_blocks` are the places in the text where the title stands."""

    title: str | None
    publisher: str | None
    date: str | None
    date_source: DateSource | None
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
    date, source = _date(page, path, own, heads, notices, vocabulary)
    repeated = [block for block in own[:12] if block in title or (name and plain(block.text) == plain(name))]
    return Facts(name or None, publisher, date, source, repeated)


def _joined(blocks: list[Block]) -> str:
    """The words of a title, without the star of a footnote."""
    return " ".join(" ".join(block.text for block in blocks).split()).rstrip("* ")


def _notices(block: Block, marks: list[Mark], vocabulary: Vocabulary) -> list[str]:
    """The copyright notices among the furniture of a block."""
    texts = [block.text[mark.start - block.start : mark.end - block.start] for mark in within(block, marks)]
    parts = [part for text in texts for part in re.split(r"\s*[|│]\s*|(?<=[.!?])\s+(?=[A-Z©])", text)]
    return [part for part in parts if is_copyright(part, vocabulary)]


def _date(
    page: Page, path: str, own: list[Block], heads: headings.Headings, notices: list[str], vocabulary: Vocabulary
) -> tuple[str | None, DateSource | None]:
    """The publication date and where it stands: date line, dateline, metadata, a labelled line, copyright, file name."""
    above = [block for block in heads.top if block not in heads.title]
    if found := _of_heads(above, vocabulary) or _of_dateline(own[: len(heads.top) + 2], vocabulary):
        return found, "dateline"
    if page.date:
        return page.date, "metadata"
    if found := _of_labels(own, vocabulary) or _alone(own, vocabulary) or _of_notices(notices, own, vocabulary):
        return found, "text"
    named = FILE_DATE.search(re.split(r"[/\\]", path)[-1])
    return (named[0], "filename") if named and dates.is_edtf(named[0]) else (None, None)


def _of_heads(heads: list[Block], vocabulary: Vocabulary) -> str | None:
    """The date of the line above the text that says least else; lines that speak of other dates (sessions, deadlines) only last."""
    avoid = dates.others(vocabulary)
    ranked = []
    for order, block in enumerate(block for block in heads if len(block.text.split()) <= MOST_WORDS):
        for found in dates.find(block.text, vocabulary):
            rest = plain(block.text[: found.start] + " " + block.text[found.end :])
            announced = rest.startswith(tuple(vocabulary.dates.labels))
            if announced or not (avoid.search(rest) or RANGE.search(block.text[: found.start])):
                ranked.append((len(found.value) < DAY, len(rest.split()) > 3 and not announced, order, found.value))
    return min(ranked)[-1] if ranked else None


def _of_dateline(blocks: list[Block], vocabulary: Vocabulary) -> str | None:
    """The date in (Harbour Rights Group, 4 May 2012) or LIMA, May 4, 2012 - at the head of the text."""
    for block in blocks:
        for found in dates.days(block.text[:140], vocabulary):
            if DATELINE.fullmatch(block.text[: found.start]) and AFTER.match(block.text[found.end :]):
                return found.value
    return None


def _of_labels(blocks: list[Block], vocabulary: Vocabulary) -> str | None:
    """The date of a line such as "Issue date: 4 May 2012" or "Published in Harbour Times, May 4th, 2012", anywhere."""
    labels = tuple(vocabulary.dates.labels)
    for block in blocks:
        bare = plain(block.text) if len(block.text) <= LABELLED else ""
        if bare.startswith(labels) and len(bare.split()) <= 12:
            found = dates.days(block.text, vocabulary)
            if found:
                return found[0].value
    return None


def _alone(blocks: list[Block], vocabulary: Vocabulary) -> str | None:
    """The date that stands alone on a line, where only one does."""
    days = {
        found.value
        for block in blocks
        if len(block.text) <= LABELLED and len(plain(block.text)) <= ALONE
        for found in dates.days(block.text, vocabulary)
        if plain(block.text) == plain(block.text[slice(*found[:2])])
    }
    return days.pop() if len(days) == 1 else None


def _of_notices(notices: list[str], blocks: list[Block], vocabulary: Vocabulary) -> str | None:
    """The last year of a copyright notice; its month too, where all the days that the text names without a year are of one month."""
    years = [year for notice in notices for year in YEARS.findall(notice)]
    if not years:
        return None
    month = "|".join(vocabulary.dates.months)
    text = "\n".join(block.text for block in blocks)
    days = re.findall(rf"\b({month})\.? \d{{1,2}}\b(?!,? ?\d{{3}})|\b\d{{1,2}} ({month})\b(?!,? ?\d)", text, re.IGNORECASE)
    months = {vocabulary.dates.months[(a or b).lower()] for a, b in days}
    return f"{years[-1]}-{months.pop():02}" if len(months) == 1 and len(days) > 1 else years[-1]
