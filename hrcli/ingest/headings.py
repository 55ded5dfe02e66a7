"""The top of a document: its lines before the running text, sorted into title, names of organisations, dates, labels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from hrcli.ingest import dates, issues, labels
from hrcli.ingest.blocks import Block, is_item, is_prose, size
from hrcli.ingest.organisations import SMALL, is_confirmed, is_described, is_introduced, is_name, is_organisation
from hrcli.ingest.phrases import plain
from hrcli.ingest.vocabulary import Vocabulary

MOST_HEADINGS, MOST_DATED, MOST_ABOVE = 20, 24, 3
LONGEST_DATED = 40  # words of a block that does little else than give a date
LONGEST_NAME = 6  # words of a name that only its place tells
SAID = 16  # words of such a line
IMPRINTS = 3  # lines at the end of a text where an organisation says who it is
EDITION = re.compile(r"(?P<name>[^|–—-]+?)\s*(?:[|,–—-]\s*|\()(?:the\s+)?(?:\w+\s+)?(?:edition|version|service)\)?", re.IGNORECASE)
KICKER = 4  # words of a line above the title, at most
LEADING = re.compile(r"\b(?:of|for|the|and|to|in|on|with|by|against|from|at|a|an)$|[,:–—-]$", re.IGNORECASE)
SUFFIX = re.compile(r"\s(?:[|│]|[–—-])\s+(?P<name>[^|–—-]{2,40})$")
SLOGAN = re.compile(r"\s+[|│•·]\s+|\s+[–—-]\s+")
ADDRESS = re.compile(r"\+\d[\d ().-]{6,}\d|[\w.+-]+@[\w.-]+\w|\bwww\.|https?://|\b(?:Tel|Fax|Phone)\b\s*[.:]")
POSTAL = re.compile(r"^\d+\w?,?\s+(?:[A-Z][\w.]*\s+){1,4}?[A-Z]?\w+(?:,|$)|,.*\b\d{4,}\b|\b[Bb][Oo][Xx]\s+\d")
REFERENCE = re.compile(r"[A-Z]{1,6}[/\s]\S*\d(?!\S*:\s)|\S*\d+/\d+\S*$|https?://|\S+@\S+")


class Headings(NamedTuple):
    """The blocks at the top of a document: those before its running text; of these the title's, and the names of its letterhead."""

    top: list[Block]
    title: list[Block]
    letterhead: list[str]


def find(blocks: list[Block], text: str, vocabulary: Vocabulary, holder: str | None = None, menus: Iterable[int] = ()) -> Headings:
    """The headings among `blocks` (furniture left out; `text` has it).

    `holder` is the holder of the copyright, which is no title; `menus` are the places of the page's menus.
    """
    first = next((i for i in range(min(len(blocks), MOST_HEADINGS)) if _begins(blocks, i, vocabulary)), min(len(blocks), MOST_HEADINGS))
    top = blocks[:first]
    addressed = _addressees(top, vocabulary)
    names = {i: name for i, name in _names(top, text, vocabulary).items() if i not in addressed}
    fit = [i for i, block in enumerate(top) if i not in addressed and _may_be_title(block, vocabulary)]
    fit = _without_kickers(top, fit, names, [*menus], vocabulary)
    others = [i for i in fit if i not in names and plain(top[i].text) != plain(holder or "")]
    letter = any(labels.is_salutation(block.text, vocabulary) for block in blocks[: first + 1])
    at = _choice(top, others or ([] if letter else fit), vocabulary)
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


def _without_kickers(top: list[Block], fit: list[int], names: dict[int, str], menus: list[int], vocabulary: Vocabulary) -> list[int]:
    """Those of the blocks that may be the title, less the lines that stand above one: wherever another follows, they are none.

    So are "Press freedom alert", what stands above "Distr.: General", the agenda item's name, and an organisation's motto.
    """
    head = max((i for i, block in enumerate(top) if block.text.startswith(("Distr.", "Distr:", "DISTR."))), default=-1)
    out = list(fit)
    for i in fit[:-1]:
        longer = any(j > i and size(top[j].text) > KICKER for j in fit)
        after_menu = any(top[i].start < menu < top[j].start for menu in menus for j in fit if j > i)
        under_name = i - 1 in names and not top[i].gap
        motto = under_name and (after_menu or labels.is_motto(top[i].text, vocabulary))
        agenda = i > 0 and not top[i].gap and top[i - 1].text.lower().startswith("agenda item")
        kicker = (longer and _is_kind(top[i], vocabulary)) or labels.is_category(top[i].text, vocabulary)
        if i < head < fit[-1] or kicker or motto or agenda:
            out.remove(i)
    return out


def _is_kind(block: Block, vocabulary: Vocabulary) -> bool:
    """Whether a short line ends in what a text is: "Press freedom alert"."""
    words = block.text.split()
    return len(words) <= KICKER and ":" not in block.text and words[-1].lower() in vocabulary.labels.kickers


def _addressees(top: list[Block], vocabulary: Vocabulary) -> set[int]:
    """The lines of a letter's addressees: groups of lines above "Dear ..." or "Excellency,", that begin with an honorific."""
    dear = next((i for i, block in enumerate(top) if labels.is_salutation(block.text, vocabulary)), 0)
    out: set[int] = set()
    for i, block in enumerate(top[:dear]):
        beside = i > 0 and not block.gap and (i - 1 in out or is_address(top[i - 1], vocabulary))
        if block.text.lower().startswith(tuple(vocabulary.labels.honorifics)) or beside:
            out.add(i)
    return out


def _names(top: list[Block], text: str, vocabulary: Vocabulary) -> dict[int, str]:
    """The blocks that are an organisation's name and little else, confirmed to be one by `text` or what surrounds them; their names."""
    out: dict[int, str] = {}
    for i, block in enumerate(top):
        name = labels.without_label(block.text, vocabulary)
        beside = top[max(i - 1, 0) : i] + top[i + 1 : i + 4]
        sure = bool(name) or any(labels.is_release(near.text, vocabulary) or is_address(near, vocabulary) for near in beside)
        joined = (i - 1 in out and not block.gap) or _is_foremost(top, i, text, vocabulary)
        edition = EDITION.fullmatch(block.text) if i < MOST_ABOVE and len(top) > i + 1 else None
        if edition and is_name(edition["name"]):
            out[i] = edition["name"]
            continue
        name = name or _before_slogan(top, i, text, vocabulary) or block.text
        if is_organisation(name, vocabulary) and (sure or joined or is_confirmed(name, text, vocabulary)):
            out[i] = name
        elif i < MOST_ABOVE and is_name(name) and len(top) > i + 1 and not labels.is_label(name, vocabulary):
            known = is_described(name, text, vocabulary) or is_introduced(name, text, vocabulary) or _is_imprinted(name, text, top[i:])
            out |= {i: name} if known else {}
    return out


def _is_imprinted(name: str, text: str, below: list[Block]) -> bool:
    """Whether one of the last lines begins with a name that stands at the top, and says more of it: "Harbour Watch, Lima"."""
    lines = text.rstrip().split("\n")[-IMPRINTS:]
    told = re.compile(rf"(?:The )?{re.escape(name)}(?:,(?! (?:which|who|whose|where|and)\b)|\.? \| )", re.IGNORECASE)
    return (
        len(name.split()) > 1
        and len(below) > 1
        and len(lines) == IMPRINTS
        and any(told.match(line.strip()) for line in lines if size(line) <= SAID)
    )


def _is_foremost(top: list[Block], i: int, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line stands first, with a headline below it and no date between: there an organisation heads its paper.

    The words of a headline come again in the text ("Police Raid Office of Lawyers Group"), those of a name do not.
    """
    if not all(labels.is_label(block.text, vocabulary) or is_date_line(block, vocabulary) for block in top[:i]):
        return False
    below = next((block for block in top[i + 1 :] if is_date_line(block, vocabulary) or _is_headline(block, vocabulary)), None)
    if below is None or is_date_line(below, vocabulary):
        return False
    words = [word for word in top[i].text.lower().split() if word not in SMALL]
    again = sum(re.search(rf"\b{re.escape(word)}\b", text) is not None for word in words)
    return 1 < len(words) <= LONGEST_NAME and 2 * again <= len(words)


def _is_headline(block: Block, vocabulary: Vocabulary) -> bool:
    return len(block.text.split()) > 2 and _may_be_title(block, vocabulary) and not is_organisation(block.text, vocabulary)


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
    if (
        is_date_line(block, vocabulary)
        or issues.is_line(text, vocabulary)
        or labels.is_label(text, vocabulary)
        or labels.is_labelled_start(text, vocabulary)
    ):
        return False
    if labels.is_label(without_site(text, vocabulary)[0], vocabulary):
        return False
    if is_item(block) or is_address(block, vocabulary) or REFERENCE.match(text) or text.endswith((",", ";")) or re.match(r"[(\[*]", text):
        return False
    return (
        len(text) > 5
        and (text[1].isupper() or not text[0].islower())
        and 2 * sum(c.isalpha() for c in text) >= sum(not c.isspace() for c in text)
    )


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a headline goes on in the next line: it breaks off before a name or a noun."""
    return bool(LEADING.search(above.text)) and not is_item(below)
