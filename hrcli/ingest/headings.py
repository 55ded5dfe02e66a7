"""The top of a document: its lines before the running text, sorted into title, names of organisations, dates, labels."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from hrcli.ingest import dates
from hrcli.ingest.blocks import Block, is_item, is_prose
from hrcli.ingest.organisations import SMALL, is_organisation
from hrcli.ingest.phrases import pattern, plain
from hrcli.ingest.vocabulary import Vocabulary

MOST_HEADINGS, MOST_DATED = 20, 24
LEADING = re.compile(r"(?:of|for|the|and|to|in|on|with|by|against|from|at|a|an)$|[,:–—-]$", re.IGNORECASE)
SUFFIX = re.compile(r"\s+(?:[|│]|[–—-])\s+(?P<name>[^|–—-]{2,40})$")
REFERENCE = re.compile(r"[A-Z]{1,6}[/\s]\S*\d|\S*\d+/\d+\S*$|https?://|\S+@\S+")


class Headings(NamedTuple):
    """The blocks at the top of a document: those before its running text, and of these the title's."""

    top: list[Block]
    title: list[Block]


def find(blocks: list[Block], vocabulary: Vocabulary, holder: str | None = None) -> Headings:
    """The headings among `blocks` (furniture left out); `holder` is the holder of the copyright, a name that is no title."""
    first = next((i for i in range(min(len(blocks), MOST_HEADINGS)) if _begins(blocks, i, vocabulary)), min(len(blocks), MOST_HEADINGS))
    top = blocks[:first]
    fit = [i for i, block in enumerate(top) if _may_be_title(block, vocabulary)]
    own = [i for i in fit if not is_organisation(top[i].text, vocabulary) and plain(top[i].text) != plain(holder or "")]
    # An organisation's name is the title only where nothing else can be.
    at = next(iter(own), next(iter(fit), None))
    if at is None:
        return Headings(top, [])
    more = at + 1 < len(top) and not top[at + 1].gap and _goes_on(top[at], top[at + 1])
    return Headings(top, top[at : at + 2] if more else [top[at]])


def without_site(title: str, vocabulary: Vocabulary) -> tuple[str, str | None]:
    """A title without the names of sites that end it ("... | Harbour Times"), and the foremost of these names."""
    site = None
    while (hit := SUFFIX.search(title)) and len(title[: hit.start()].split()) > 1 and _is_site(hit["name"], "|" in hit[0], vocabulary):
        title, site = title[: hit.start()].strip(), hit["name"].strip()
    return title, site


def _is_site(name: str, barred: bool, vocabulary: Vocabulary) -> bool:
    words = name.split()
    sites = {*vocabulary.publishers.outlets, *vocabulary.publishers.words}
    named = len(words) <= 5 and all(word[0].isupper() or word in SMALL for word in words) and not any(c.isdigit() for c in name)
    return named and (barred or name in vocabulary.publishers.agencies or words[-1].lower() in sites or words[0].lower() in sites)


def is_date_line(block: Block, vocabulary: Vocabulary) -> bool:
    """Whether the block does little else than give a date, that of the text or that of a session or deadline."""
    for found in dates.find(block.text, vocabulary):
        rest = plain(block.text[: found.start] + " " + block.text[found.end :])
        words = vocabulary.dates.labels + vocabulary.labels.lines + vocabulary.publishers.kinds
        day = len(found.value) == len("2009-02-13")
        other = bool(pattern(vocabulary.dates.avoid).search(rest)) and len(rest.split()) <= MOST_DATED
        if other or (day and (len(rest.split()) <= 3 or (len(rest.split()) <= MOST_DATED and rest.startswith(tuple(words))))):
            return True
    return False


def _begins(blocks: list[Block], i: int, vocabulary: Vocabulary) -> bool:
    """Whether the running text begins with a block; a first sentence with a date line below it is a headline."""
    headline = i == 0 and len(blocks[0].text.split()) <= MOST_DATED and len(blocks) > 1 and is_date_line(blocks[1], vocabulary)
    return is_prose(blocks[i]) and not headline


def _may_be_title(block: Block, vocabulary: Vocabulary) -> bool:
    text = block.text
    bare = plain(text)
    if is_date_line(block, vocabulary) or _label(vocabulary)[0].fullmatch(bare) or _label(vocabulary)[1].match(text.casefold()):
        return False
    if is_item(block) or REFERENCE.match(text) or text.endswith((",", ";")) or re.match(r"[(\[*]", text):
        return False
    return len(text) > 5 and (text[1].isupper() or not text[0].islower()) and sum(c.isalpha() for c in text) > len(text) // 2


@cache
def _label(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return pattern(vocabulary.labels.lines), re.compile("|".join(re.escape(start) for start in vocabulary.labels.starts))


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a headline goes on in the next line: it breaks off before a name or a noun."""
    return bool(LEADING.search(above.text)) and not is_item(below)
