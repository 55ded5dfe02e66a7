"""The top of a document: its lines before the running text, sorted into title, names of organisations, dates, labels."""

from __future__ import annotations

import re
from typing import NamedTuple

from hrcli.ingest import dates, labels
from hrcli.ingest.blocks import Block, is_item, is_prose, size
from hrcli.ingest.organisations import SMALL, is_confirmed, is_described, is_name, is_organisation
from hrcli.ingest.phrases import plain
from hrcli.ingest.vocabulary import Vocabulary

MOST_HEADINGS, MOST_DATED, MOST_ABOVE = 20, 24, 3
LONGEST_DATED = 40  # words of a block that does little else than give a date
LEADING = re.compile(r"(?:of|for|the|and|to|in|on|with|by|against|from|at|a|an)$|[,:–—-]$", re.IGNORECASE)
SUFFIX = re.compile(r"\s(?:[|│]|[–—-])\s+(?P<name>[^|–—-]{2,40})$")
SLOGAN = re.compile(r"\s+[|│•·]\s+|\s+[–—-]\s+")
ADDRESS = re.compile(r"\+\d[\d ().-]{6,}\d|[\w.+-]+@[\w.-]+\w|\bwww\.|https?://|\b(?:Tel|Fax|Phone)\b\s*[.:]")
POSTAL = re.compile(r"^\d+\w?,?\s+(?:[A-Z][\w.]*\s+){1,4}?[A-Z]?\w+,|,.*\b\d{4,}\b|\b[Bb][Oo][Xx]\s+\d")
REFERENCE = re.compile(r"[A-Z]{1,6}[/\s]\S*\d|\S*\d+/\d+\S*$|https?://|\S+@\S+")


class Headings(NamedTuple):
    """The blocks at the top of a document: those before its running text; of these the title's, and the names of its letterhead."""

    top: list[Block]
    title: list[Block]
    letterhead: list[str]


def find(blocks: list[Block], text: str, vocabulary: Vocabulary, holder: str | None = None) -> Headings:
    """The headings among `blocks` (furniture left out; `text` has it), `holder` being the holder of the copyright, which is no title."""
    first = next((i for i in range(min(len(blocks), MOST_HEADINGS)) if _begins(blocks, i, vocabulary)), min(len(blocks), MOST_HEADINGS))
    top = blocks[:first]
    addressed = _addressees(top, vocabulary)
    names = {i: name for i, name in _names(top, text, vocabulary).items() if i not in addressed}
    fit = [i for i, block in enumerate(top) if i not in addressed and _may_be_title(block, vocabulary)]
    at = _choice(top, [i for i in fit if i not in names and plain(top[i].text) != plain(holder or "")] or fit, vocabulary)
    if at is None:
        return Headings(top, [], list(names.values()))
    more = at + 1 < len(top) and not top[at + 1].gap and _goes_on(top[at], top[at + 1])
    return Headings(top, top[at : at + 2] if more else [top[at]], [name for i, name in names.items() if i != at])


def _choice(top: list[Block], fit: list[int], vocabulary: Vocabulary) -> int | None:
    """Which of the blocks that may be the title is it: the first below "Press release", else the first of three words or more."""
    release = next((i for i, block in enumerate(top) if labels.is_release(block.text, vocabulary)), -1)
    dated = next((i for i, block in enumerate(top) if fit and i > fit[0] and is_date_line(block, vocabulary)), len(top))
    fit = [i for i in fit if dated > release and i > release] or fit
    long = [i for i in fit if (i < dated or i > release >= 0) and len(top[i].text.split()) > 2]
    return next(iter(long or fit), None)


def _addressees(top: list[Block], vocabulary: Vocabulary) -> set[int]:
    """The lines of a letter's addressees: groups of lines above "Dear ...", that begin with an honorific."""
    dear = next((i for i, block in enumerate(top) if block.text.lower().startswith("dear ")), 0)
    out: set[int] = set()
    for i, block in enumerate(top[:dear]):
        if block.text.lower().startswith(tuple(vocabulary.labels.honorifics)) or (i - 1 in out and not block.gap):
            out.add(i)
    return out


def _names(top: list[Block], text: str, vocabulary: Vocabulary) -> dict[int, str]:
    """The blocks that are an organisation's name and little else, confirmed to be one by `text` or what surrounds them; their names."""
    out: dict[int, str] = {}
    for i, block in enumerate(top):
        name = labels.without_label(block.text, vocabulary)
        beside = top[max(i - 1, 0) : i] + top[i + 1 : i + 4]
        sure = bool(name) or any(labels.is_release(near.text, vocabulary) or is_address(near, vocabulary) for near in beside)
        joined = i - 1 in out and not block.gap
        name = name or _before_slogan(top, i, text, vocabulary) or block.text
        if is_organisation(name, vocabulary) and (sure or joined or is_confirmed(name, text, vocabulary)):
            out[i] = name
        elif i < MOST_ABOVE and is_name(name) and len(top) > i + 1 and not labels.is_label(name, vocabulary):
            out |= {i: name} if is_described(name, text, vocabulary) else {}
    return out


def _before_slogan(top: list[Block], i: int, text: str, vocabulary: Vocabulary) -> str | None:
    """The name in HARBOUR RIGHTS ALLIANCE - Freedom for all who write, where it stands first and a headline below it."""
    hit = SLOGAN.search(top[i].text) if len(top[i].text) <= labels.LONGEST else None
    name = top[i].text[: hit.start()] if hit else ""
    below = any(len(block.text.split()) > 3 and _may_be_title(block, vocabulary) for block in top[i + 1 :])
    return name if i == 0 and below and is_organisation(name, vocabulary) and is_confirmed(name, text, vocabulary) else None


def is_address(block: Block, vocabulary: Vocabulary) -> bool:
    """Whether a line is a postal address, or gives a telephone number, an e-mail address or a site."""
    if len(block.text) > labels.LONGEST:
        return False
    street = any(word.strip(",;").lower() in vocabulary.publishers.streets for word in block.text.split())
    return bool(ADDRESS.search(block.text) or (street and POSTAL.search(block.text)))


def without_site(title: str, vocabulary: Vocabulary) -> tuple[str, str | None]:
    """A title without the names of sites that end it ("... | Harbour Times"), and the foremost of these names."""
    site = None
    while (hit := SUFFIX.search(title)) and len(title[: hit.start()].split()) > 1 and _is_site(hit["name"], "|" in hit[0], vocabulary):
        title, site = title[: hit.start()].strip(), hit["name"].strip()
    return title, site


def _is_site(name: str, barred: bool, vocabulary: Vocabulary) -> bool:
    words = name.split()
    sites = {*vocabulary.publishers.outlets, *vocabulary.publishers.words}
    if labels.is_label(name, vocabulary):
        return False
    named = len(words) <= 5 and all(word[0].isupper() or word in SMALL for word in words) and not any(c.isdigit() for c in name)
    return named and (barred or name in vocabulary.publishers.agencies or words[-1].lower() in sites or words[0].lower() in sites)


def is_date_line(block: Block, vocabulary: Vocabulary) -> bool:
    """Whether the block does little else than give a date, that of the text or that of a session or deadline."""
    if size(block.text) > LONGEST_DATED:
        return False
    for found in dates.find(block.text, vocabulary):
        rest = plain(block.text[: found.start] + " " + block.text[found.end :])
        words = (*vocabulary.labels.lines, *vocabulary.publishers.kinds)
        day = len(found.value) == len("2009-02-13")
        other = dates.others(vocabulary).search(rest) and len(rest.split()) <= MOST_DATED // 2
        if other or (
            day
            and (
                len(rest.split()) <= 3
                or (len(rest.split()) <= MOST_DATED and (dates.announced(rest, vocabulary) or rest.startswith(words)))
            )
        ):
            return True
    return False


def _begins(blocks: list[Block], i: int, vocabulary: Vocabulary) -> bool:
    """Whether the running text begins with a block; a first sentence with a date line below it is a headline."""
    headline = i == 0 and size(blocks[0].text) <= MOST_DATED and len(blocks) > 1 and is_date_line(blocks[1], vocabulary)
    return is_prose(blocks[i]) and not headline


def _may_be_title(block: Block, vocabulary: Vocabulary) -> bool:
    text = block.text
    if is_date_line(block, vocabulary) or labels.is_label(text, vocabulary) or labels.is_labelled_start(text, vocabulary):
        return False
    if is_item(block) or is_address(block, vocabulary) or REFERENCE.match(text) or text.endswith((",", ";")) or re.match(r"[(\[*]", text):
        return False
    return len(text) > 5 and (text[1].isupper() or not text[0].islower()) and sum(c.isalpha() for c in text) > len(text) // 2


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a headline goes on in the next line: it breaks off before a name or a noun."""
    return bool(LEADING.search(above.text)) and not is_item(below)
