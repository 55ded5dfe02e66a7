"""The date of a document: by its date line or dateline, its metadata, its address, the name of its file, its copyright; the surest first.

Nothing is taken from the page's frame, from what the text tells, or from the clock.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from hrcli.ingest import dates, issues, named
from hrcli.ingest.blocks import Block, is_prose
from hrcli.ingest.dates import Found
from hrcli.ingest.headings import Headings
from hrcli.ingest.organisations import SMALL
from hrcli.ingest.phrases import plain
from hrcli.ingest.vocabulary import Vocabulary
from hrcli.records import DateSource

MOST_WORDS, DAY, YEAR = 24, len("2009-02-13"), len("2009")
LABELLED, ALONE = 400, 40  # characters of a line that a label and a date, or a date alone may fill
OPENING, CLOSING = 140, 4  # characters of a paragraph that a dateline ends in; lines at the end where place and date may stand
FEW = 7  # days by which sources may differ: a statement is put on a site some days after it was made
RANGE = re.compile(r"\d\s*(?:[-–—]|to|until)\s*\d{0,2}\s*$")
TO = re.compile(r"\s*(?:[-–—]|to|until)\s*")
PLACE = re.compile(r"(?:[A-Z(\[](?:[^.]|(?<=\b[A-Z])\.|(?<=\bSt)\.|(?<=\bFt)\.|(?<=\bMt)\.){0,90})?")
SENTENCE = re.compile(r"(?:On|In|Since|From|By|Until|Till|Before|After|At|As|During)\b")
AFTER = re.compile(r"\s*[)\]]?\s*(?:\([^()]{2,40}\)\s*)?(?:[–—-]+|:|[)\]])")
STOP = re.compile(r"\.\s+(?=[\"“‘]?[A-Z])")
PLACE_AFTER = re.compile(r",\s+(?:[A-Z][\w.'’-]*,?\s?){1,4}(?:[:–—]|-\s)")
BYLINE = re.compile(r"(?:posted |written |published )?by\s+[^\W\d]", re.IGNORECASE)
BY = re.compile(r"\W*by\s+[A-Z]")
DUE = re.compile(r"\b(?:by|before|until)\s*$", re.IGNORECASE)
COMMENTS = re.compile(r"(?:\d+ )?(?:comments?|repl(?:y|ies)|responses?)\b.{0,30}|leave a (?:reply|comment).{0,30}")
CLAUSE = re.compile(r",\s+(?!in\b|by\b|at\b|on\b)[a-z]")  # "Released on 4 May 2012, the four men went home"
POSTED = re.compile(r"(?:First |Originally )?(?:Posted|Published|Uploaded|Submitted)(?: online)?(?: on|:)? ")
POSTED_END = re.compile(r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b)?)?(?:\.(?:\s|$)|\s*[|·•–—]|\s+by\s|\s+in\s+[A-Z])")
YEARS = re.compile(r"(?:19|20)\d\d")
SEASONS = {21: (4, 15), 22: (7, 15), 23: (10, 15), 24: (12, 31)}
ENTRIES = 3  # days alone on lines that make a log
ALONE_LINE = "a line by itself"


class Said(NamedTuple):
    """A date that something tells of the document: its value (EDTF), what kind of source that is, and what to call it."""

    value: str
    source: DateSource
    where: str


class Dated(NamedTuple):
    """The date of a document and its source, and what is odd about it."""

    value: str | None = None
    source: DateSource | None = None
    warnings: tuple[str, ...] = ()


class Parts(NamedTuple):
    """What a date is looked for in: all blocks, those that are no furniture, the headings, the copyright notices."""

    blocks: list[Block]
    own: list[Block]
    heads: Headings
    notices: list[str]


def find(stated: str | None, address: str | None, path: str, parts: Parts, vocabulary: Vocabulary) -> Dated:
    """The date of publication: `stated` is that of the metadata, `address` the page's own on the web, `path` the file's."""
    line = _of_top(parts, vocabulary)
    others = [*_said(stated, address, path, parts, vocabulary)]
    if line:
        text, found = line
        wrong = dates.misnamed(text, found, vocabulary)
        return _agreed([Said(found.value, "dateline", "the dateline"), *others], [wrong] if wrong else [])
    notice = _of_notices(parts.notices, parts.own, vocabulary)
    hints = [said.value for said in others] + [year for year in (notice, named.year(address or ""), named.year(path)) if year]
    if whole := _completed(parts, hints, vocabulary):
        return _agreed([Said(whole, "dateline", "the dateline"), *others], [])
    return _agreed(others or ([Said(notice, "text", "the copyright")] if notice else []), [])


def _said(stated: str | None, address: str | None, path: str, parts: Parts, vocabulary: Vocabulary) -> list[Said]:
    """What tells the date of a document beside its dateline and its copyright, the surest first."""
    story = _before_comments(parts)
    posted = next((day for block in _opening(parts) if (day := _posted(block.text, vocabulary))), None)
    found: list[tuple[str | None, DateSource, str]] = [
        (dates.stated(stated, vocabulary) if stated else None, "metadata", "the metadata"),
        (_of_labels(story, vocabulary) or posted, "text", "a labelled line"),
        (issues.season(parts.heads.top, vocabulary), "dateline", "the season of the issue"),
        (named.of_address(address, vocabulary) if address else None, "filename", "the address"),
        (_alone(story, vocabulary), "text", ALONE_LINE),
        (named.of_file(path, vocabulary), "filename", "the file name"),
    ]
    return [Said(value, source, where) for value, source, where in found if value]


def _agreed(said: list[Said], warnings: list[str]) -> Dated:
    """The date of the surest source; a warning names the first of the others that tells another one.

    A copyright is not heard here beside others, since it is renewed every year, nor a line by itself, which may date an event.
    """
    if not said:
        return Dated()
    best = said[0]
    for other in said[1:]:
        if other.where != ALONE_LINE and _apart(best.value, other.value) > FEW:
            warnings.append(f"dated {best.value} by {best.where}, but {other.value} by {other.where}")
            break
    return Dated(best.value, best.source, tuple(warnings))


def _apart(one: str, other: str) -> int:
    """By how many days two dates differ at least."""
    (a, b), (c, d) = _days(one), _days(other)
    return max((c - b).days, (a - d).days, 0)


def _days(value: str) -> tuple[date, date]:
    """The first and the last day of a year, month or day in EDTF; of a season its middle day."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 2 and parts[1] in SEASONS:
        parts[1:] = SEASONS[parts[1]]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    first = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return first, first if len(value) == DAY else (first + timedelta(31)).replace(day=1) - timedelta(1)


def _of_top(parts: Parts, vocabulary: Vocabulary) -> tuple[str, Found] | None:
    """The date of the line above the text that says least else, or of the dateline that begins the text."""
    above = [block for block in parts.heads.top if block not in parts.heads.title]
    return _of_heads(above, _log(parts.own, vocabulary), vocabulary) or _of_dateline(parts, vocabulary)


def _opening(parts: Parts) -> list[Block]:
    """The blocks that may begin with a dateline."""
    return parts.own[: len(parts.heads.top) + 2]


def _of_heads(heads: list[Block], log: set[int], vocabulary: Vocabulary) -> tuple[str, Found] | None:
    """The date line; lines that speak of other dates (sessions, deadlines) are none, and the day of a change comes last.

    Behind that come the dates alone on a line that begin the entries of a `log`.
    """
    ranked = []
    for order, block in enumerate(block for block in heads if len(block.text.split()) <= MOST_WORDS):
        last = 0
        for found in dates.find(block.text, vocabulary):
            rest = plain(block.text[: found.start] + " " + block.text[found.end :])
            announced = dates.announced(rest, vocabulary) or _is_byline(block.text, found)
            entry = not rest and block.start in log
            if announced or not _is_other(block.text, found, rest, vocabulary):
                changed = dates.changed(block.text[last : found.start], vocabulary)
                beside = 3 if entry else 0 if announced or not rest else 1 + (len(rest.split()) > 3)
                ranked.append(((len(found.value) < DAY, changed or entry, beside, order, found.start), block.text, found))
            last = found.end
    return min(ranked)[1:] if ranked else None


def _log(blocks: list[Block], vocabulary: Vocabulary) -> set[int]:
    """Where the lines stand that are a day and nothing else, if the text has several days in such lines, as a log has."""
    lines = {
        block.start: found.value
        for block in blocks
        if len(block.text) <= ALONE
        for found in dates.days(block.text, vocabulary)
        if not plain(block.text[: found.start] + block.text[found.end :])
    }
    return {*lines} if len({*lines.values()}) >= ENTRIES else set()


def _is_byline(text: str, found: Found) -> bool:
    if not found.start:
        return BY.match(text, found.end) is not None
    return BYLINE.match(text) is not None and found.start > len("by ") and not DUE.search(text[: found.start])


def _is_other(text: str, found: Found, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether a date is that of a session, an event, a deadline, or one end of a period."""
    before, to = text[: found.start], TO.match(text, found.end)
    ranged = to is not None and any(other.start == to.end() for other in dates.find(text, vocabulary))
    return ranged or RANGE.search(before) is not None or dates.told(before, vocabulary) or dates.others(vocabulary).search(rest)


def _of_dateline(parts: Parts, vocabulary: Vocabulary) -> tuple[str, Found] | None:
    """The date in (Harbour Rights Group, 4 May 2012) or LIMA, May 4, 2012 - at the head of the text."""
    for block in _opening(parts):
        for found in dates.days(block.text[:OPENING], vocabulary):
            if _is_placed(block, found) and block is not parts.own[-1] and not dates.told(block.text[: found.start], vocabulary):
                return block.text, found
            before = block.text[: found.start]
            if not before.strip() and (block in parts.heads.title or _is_chronology(parts.own, vocabulary)):
                continue
            ends = (AFTER, PLACE_AFTER, STOP) if before.strip() else (AFTER, PLACE_AFTER)
            if _is_place(before) and any(end.match(block.text, found.end) for end in ends):
                return block.text, found
    return None


def _is_placed(block: Block, found: Found) -> bool:
    """Whether a line is a place and a day and nothing else: "Lima, 4 May 2012"."""
    before = block.text[: found.start]
    return before.endswith((", ", "– ", "— ")) and not plain(block.text[found.end :]) and _is_place(before)


def _is_chronology(blocks: list[Block], vocabulary: Vocabulary) -> bool:
    """Whether several blocks begin with a date as entries do ("4 May 2012: ...")."""
    heads = (block.text[:ALONE] for block in blocks if block.text[0].isalnum())
    entries = (head for head in heads for found in dates.days(head, vocabulary) if not found.start and AFTER.match(head, found.end))
    return len(list(islice(entries, 2))) > 1


def _is_place(text: str) -> bool:
    """Whether what stands before a date can be the place or the agency of a dateline: names and small words, no sentence."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    named_ones = all(word[0].isupper() or word in SMALL for word in words)
    return PLACE.fullmatch(text) is not None and named_ones and not SENTENCE.match(text)


def _completed(parts: Parts, hints: list[str], vocabulary: Vocabulary) -> str | None:
    """The date of a dateline without a year ("LIMA, May 4 -"), with that of the surest hint if it tells of about the same day."""
    for block in _opening(parts) if hints else ():
        text = block.text[:OPENING]
        for start, end, month, day in dates.yearless(text, vocabulary):
            if (start or len(hints[0]) > YEAR) and _is_place(text[:start]) and AFTER.match(text, end):
                years = range(int(hints[0][:YEAR]) - 1, int(hints[0][:YEAR]) + 2)
                values = [value for year in years if (value := dates.edtf(year, month, day))]
                return next((value for value in values if _fits(value, hints[0])), None)
    return None


def _fits(value: str, hint: str) -> bool:
    return value[:YEAR] == hint if len(hint) == YEAR else _apart(value, hint) <= FEW


def _before_comments(parts: Parts) -> list[Block]:
    """The document's own blocks, up to what readers have written below the text."""
    begun = False
    for block in parts.blocks:
        begun = begun or is_prose(block)
        if begun and len(block.text) <= ALONE and COMMENTS.fullmatch(plain(block.text)):
            return [own for own in parts.own if own.start < block.start]
    return parts.own


def _of_labels(blocks: list[Block], vocabulary: Vocabulary) -> str | None:
    """The date of a line such as "Issue date: 4 May 2012" or "Published in Harbour Times, May 4th, 2012", anywhere."""
    changed = None
    for block in blocks:
        first = dates.announced(block.text, vocabulary) and len(plain(block.text).split()) <= MOST_WORDS // 2
        for found in dates.days(block.text, vocabulary) if (first or ":" in block.text) and len(block.text) <= LABELLED else ():
            before = block.text[: found.start]
            if first and CLAUSE.match(block.text, found.end):
                continue
            if dates.labelled(before, vocabulary) or (first and not dates.changed(before, vocabulary)):
                return found.value
            changed = changed or (found.value if first else None)
    return changed


def _posted(text: str, vocabulary: Vocabulary) -> str | None:
    """The day of "Posted on 4 May 2012 at 8:14 pm." at the head of a paragraph that goes on."""
    hit = POSTED.match(text)
    days = dates.days(text[:OPENING], vocabulary) if hit else []
    return days[0].value if hit and days and days[0].start == hit.end() and POSTED_END.match(text, days[0].end) else None


def _alone(blocks: list[Block], vocabulary: Vocabulary) -> str | None:
    """The day that stands alone on a line, or with a place on one of the last (there also a month), where only one does."""
    told: dict[bool, set[str]] = {True: set(), False: set()}
    last = max((i for i, block in enumerate(blocks) if is_prose(block)), default=len(blocks))
    for i, block in enumerate(blocks):
        if len(block.text) <= 2 * ALONE and len(plain(block.text)) <= ALONE:
            for found in dates.find(block.text, vocabulary):
                day, closing = len(found.value) == DAY, i >= min(len(blocks) - CLOSING, last + 1)
                before, after = block.text[: found.start], plain(block.text[found.end :])
                if not after and ((closing and _is_placed(block, found)) or (day and not plain(before))):
                    told[day].add(found.value)
    days = told[True] or told[False]
    return days.pop() if len(days) == 1 else None


def _of_notices(notices: list[str], blocks: list[Block], vocabulary: Vocabulary) -> str | None:
    """The last year of a copyright notice; its month too, where all the days that the text names without a year are of one month."""
    years = [year for notice in notices for year in YEARS.findall(notice)]
    if not years:
        return None
    months = [month for block in blocks for _, _, month, _ in dates.yearless(block.text, vocabulary)]
    return f"{years[-1]}-{months[0]:02}" if len({*months}) == 1 and len(months) > 1 else years[-1]
