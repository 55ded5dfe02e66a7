"""Damaged text made whole in the view: wrong encodings, ligatures, hyphens and breaks at line ends, white space that was lost.

Each step names places and what to put there, and the view keeps the map, so that every character has its place in the document.
What is lost after a full stop, a comma or a bracket is put back everywhere. Words are taken apart by a word list (`glue.py`)
freely only in a document that is full of glued words; in others a rare name is likelier than a slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hrcli.ingest import glue, mojibake, view, wrap
from hrcli.ingest.vocabulary import Vocabulary
from hrcli.records import View

BREAK = "\n\n"
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|(?<!\w)[@#]\w+|[\w-]+\.[a-z]{2,4}/\S*"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:pdf|docx?|html?|txt|xlsx?|jpe?g|png)\b"
)
ADDRESS_SIGN = re.compile(r"[@#/]|www\.|\.(?:pdf|doc|htm|txt|xls|jpe?g|png)")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Each matches with an empty group at the place where a space is missing.
LOST = [
    re.compile(r"[^\W\d_]{2}[.?!][\"'”’)\]]?()(?:(?<![A-Z]{2}[.])[A-Z][^\W\d_]|[A-Z][a-z]|[AI]\s)"),
    re.compile(r"\b(?:[A-Z]\.){2,}()(?=[A-Z][a-z]{2}|[a-z]{3})"),
    re.compile(r"[.”’]?[\[(]\d{1,3}[\])]()(?=[A-Z“][^\W\d_])"),
    re.compile(r"[\w)\]\"”’],()(?=[^\W\d_]{2}|[“‘])"),
    re.compile(r"[^\W\d_],()(?=\d)"),
    re.compile(r"[a-z]{2}()(?=[$€£]\d)"),
    re.compile(r"\b(?:in|since|of|by|before|until|from|after|and|to)()(?=(?:19|20)\d\d\b)"),
    re.compile(r"[^\W_]\)?;()(?=[^\W_“(])"),
    re.compile(r"[a-z]{2}[”\]]?:()(?=[A-Z][^\W\d_]|\d{1,2}\.\s?[A-Z])"),
    re.compile(r"[^\W\d_]{3}()\([^\W\d_]{3}"),
    re.compile(r"[^\W\d_]()\([^\x00-\x7f]"),
    re.compile(r"[^\W_]{4}\)()(?=[^\W\d_]{2})"),
    re.compile(r"\d\)()(?=(?:was|were|and|or|of|the|who|which|that|in|is|has|had|to|by|for|from|with|on)\b)"),
    re.compile(r"[\w.,!?]”()(?=[^\W_])"),
    re.compile(r"[^\W_][.,;:!?]?()“(?=\w)"),
    re.compile(r"(?<![\d.])\d{1,2}\.()(?=[A-Z][a-z])"),
    re.compile(r"\d{3}\.()(?=[A-Z][a-z])"),
    re.compile(r"[a-z]\.()(?=[+©]|\d{1,2}\.\s*[A-Z])"),
    re.compile(r"\b(?:No|Art|Nos|para|Sec|Vol)\.()(?=\d)"),
]
# Where one of them can match at all: they are tried around these places only, since few texts have many.
# Not in "www.org", "3,000" and the middle of "U.S.", which are common. The first character is of one class, for a fast search.
SUSPECT = re.compile(
    r"[.,;:!?)\]”\"(\[“$€£12](?:(?<=[a-z]1)(?=9\d\d)|(?<=[a-z]2)(?=0\d\d)|(?<=\w[^\d])"
    r"(?!(?<=[a-z]\.)[a-z]|(?<=\d[.,:])\d{1,3}(?!\d)|(?<=\b[A-Z]\.)[A-Z]\.)[.,;:!?)\]”\"(\[“$€£]*(?=[\w“(\[+©$€£]))"
)
AROUND = 24
LONGEST = 2_000  # characters that an address may have
PHONE = re.compile(r"\+\d[\d ()-]{6,}\d()(?=[A-Z][a-z])")
DIGITS, LETTERS = [str(i) for i in range(1, 100)], [*"abcdefghijklmnopqrstuvwxyz"]
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
ALIKE = [""] * 100
LEAD = re.compile(r"(?:[.:;!?)”]|\b(?:to|that|for|are))$")  # what stands before the first item of a list
LEAD_SURE = re.compile(r"(?::|\b(?:to|that|for))$")
ENDED = re.compile(r"[.;:!?)”’\"](?: (?:and|or))?$")  # what the item before another ends with
ANYTHING = re.compile("")
HEADING = 40  # characters that a heading before the first item has at most
HEAD = re.compile(r"(?<![^\W\d_])To [^.;:]{3,70}:\s*$")
HEAD_LENGTH = 80
NOTE = re.compile(r"\[(\d{1,3})\]")
LINE = re.compile(r"[^\r\n]+")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
OPENING = "([{«“‘\"'-–—/"  # what a word may follow, or begin with
LIGATURE = re.compile("[ﬀ-ﬆ]")
ITEM_SIGN = re.compile(r"3\.|[cij3]\)|[\[+•▪●]|- ")
ODD_SPACE = re.compile(r"[^\S \t\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")


class Style(NamedTuple):
    """How the items of a list are marked: by which labels, and what must stand before the first item and the others."""

    sign: str
    pattern: re.Pattern[str]
    labels: list[str]
    lead: re.Pattern[str]
    ended: re.Pattern[str]


STYLES = [
    Style(
        "3.",
        re.compile(r"(?:(?<![\w.\[(])|(?<=[a-z][.;:,)])|(?<=[A-Z]{2}[.;]))(?P<label>\d{1,2})\.\s*(?=[A-Z“]|(?<=\s)[a-z])"),
        DIGITS,
        LEAD,
        ENDED,
    ),
    *(
        Style(f"{labels[2]})", re.compile(rf"(?<!\S){opening}(?P<label>{label})\)\s+(?=\S)"), labels, LEAD, ENDED)
        for label, labels in ((r"\d{1,2}", DIGITS), ("[a-z]", LETTERS), ("[ivx]{1,4}", ROMAN))
        for opening in ("", r"\(")
    ),
    Style("•", re.compile(r"(?<!\S)[•▪●](?P<label>)\s*(?=\w)"), ALIKE, LEAD_SURE, ANYTHING),
    Style("- ", re.compile(r"(?<!\S)-(?P<label>)\s+(?=\w)"), ALIKE, LEAD_SURE, ENDED),
]


def mended(page: View, vocabulary: Vocabulary) -> View:
    """The view of a page with its damaged characters, line ends and lost spaces mended, its invisible characters left out."""
    for _ in range(mojibake.ROUNDS):
        if not (changes := [*mojibake.changes(page.text)]):
            break
        page = replaced(page, changes)
    page = replaced(page, [*wrap.soft(page.text)])
    page = replaced(page, [*wrap.hyphens(page.text)])
    page = view.clean(page)
    page = replaced(page, [*_characters(page.text)])
    page = replaced(page, [*wrap.joins(page.text, vocabulary)])
    return view.spaced(page, gaps(page.text, vocabulary))


def replaced(page: View, changes: list[wrap.Change]) -> View:
    """The view with each of `changes` (in order, apart) made.

    What stands for several characters has the offset of the first of them where it begins a word, else of the last, so that a
    passage that begins or ends with it has its full place in the text.
    """
    if not changes:
        return page
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end, new in changes:
        text += [page.text[at:start], new]
        inside = start > 0 and not page.text[start - 1].isspace() and page.text[start - 1] not in OPENING and new not in OPENING
        place = page.offsets[end - 1 if inside else start]
        offsets += [*page.offsets[at:start], *[place] * len(new)]
        at = end
    return View(text="".join([*text, page.text[at:]]), offsets=[*offsets, *page.offsets[at:]])


def _characters(text: str) -> Iterator[wrap.Change]:
    """Ligatures become letters, and every odd space a plain one."""
    if text.isascii():
        return
    odd = {hit.start(): " " for hit in ODD_SPACE.finditer(text)}
    odd |= {hit.start(): LIGATURES[hit[0]] for hit in LIGATURE.finditer(text)}
    for place in sorted(odd):
        yield place, place + 1, odd[place]


def gaps(text: str, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """The places in `text` where white space is missing, in order, each with what to put before it: a space or a blank line."""
    found = dict.fromkeys([*_lost(text, vocabulary), *glue.splits(text, vocabulary)], " ")
    found = {place: space for place, space in found.items() if not _in_address(text, place, vocabulary)}
    found |= dict.fromkeys(_breaks(text, vocabulary), BREAK)
    return sorted(found.items())


def _in_address(text: str, place: int, vocabulary: Vocabulary) -> bool:
    """Whether an address holds the place ("Pravda.Ru"); none has white space in it."""
    word = WORD.match(text, place, place + AROUND) if text[place - 1] == "." else None
    if word and word[0].lower() in vocabulary.mending.domains:
        return True
    start = text.rfind(" ", max(0, place - LONGEST), place) + 1 or max(0, place - LONGEST)
    end = text.find(" ", place, place + LONGEST)
    around = start, end if end >= 0 else place + LONGEST
    return ADDRESS_SIGN.search(text, *around) is not None and any(
        hit.start() < place < hit.end() for hit in ADDRESS.finditer(text, *around)
    )


def _lost(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where a space is missing after a full stop, a comma, a bracket, between a month and a year."""
    anything = _anything(vocabulary)
    for suspect in SUSPECT.finditer(text):
        around = max(0, suspect.start() - AROUND), suspect.end() + AROUND
        if anything.search(text, *around):
            for pattern in (*LOST, _dates(vocabulary)):
                yield from (hit.start(hit.lastindex or 1) for hit in pattern.finditer(text, *around))


@cache
def _anything(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Where at least one of the patterns of lost spaces matches."""
    return re.compile("|".join(pattern.pattern for pattern in (*LOST, _dates(vocabulary))))


@cache
def _dates(vocabulary: Vocabulary) -> re.Pattern[str]:
    month = "|".join(vocabulary.dates.months)
    return re.compile(rf"\b(?i:{month})(?:\.? ?\d{{1,2}},()(?=(?:19|20)\d\d\b)|\.()(?=\d{{1,2}}\b))")


def _breaks(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where a paragraph begins in a line that many were run together in: items of a list, notes, contacts."""
    for line in LINE.finditer(text) if ITEM_SIGN.search(text) else ():
        noted = _notes(line[0]) if "[" in line[0] else []
        for place in [*_items(line[0]), *noted, *_contacts(line[0], vocabulary)]:
            if place:
                yield line.start() + place


def _items(line: str) -> list[int]:
    """The places of items in one line, three at least and in their order, and of "To the government of ...:" before them."""
    places = [place for style in STYLES if style.sign in line for place in _run(line, style)]
    heads = [head.start() for place in places if (head := HEAD.search(line, max(0, place - HEAD_LENGTH), place))]
    return places + heads


def _run(line: str, style: Style) -> list[int]:
    """The places of the items of one style. An item ends as a sentence or clause does: an inline list with commas stays in the line."""
    places: list[int] = []
    for hit in style.pattern.finditer(line):
        if len(places) == len(style.labels):
            break
        before = line[max(0, hit.start() - HEADING) : hit.start()].rstrip()
        fits = style.ended.search(before) if places else style.lead.search(before) or _is_heading(before, hit.start(), style)
        if hit["label"] == style.labels[len(places)] and fits:
            places.append(hit.start())
    return places if len(places) > 2 else []


def _is_heading(before: str, start: int, style: Style) -> bool:
    """Whether a list has only a heading before it in its line, or nothing."""
    return style.lead is LEAD and start <= HEADING and len(before.split()) < 5


def _notes(line: str) -> list[int]:
    """The places of notes [1] [2] ... at the end of a line that has already referred to them."""
    seen = Counter[str]()
    places = []
    for hit in NOTE.finditer(line):
        if seen[hit[1]]:
            places.append(hit.start())
        seen[hit[1]] += 1
    return places


def _contacts(line: str, vocabulary: Vocabulary) -> Iterator[int]:
    """The place of "Media contacts" in a long line with a telephone number after it, and of the names after such numbers."""
    if len(line) < 200 or "+" not in line:
        return
    for hit in PHONE.finditer(line):
        yield hit.start(1)
    for hit in _heads(vocabulary).finditer(line):
        if re.search(r"\+\d", line[hit.end() : hit.end() + 200]):
            yield hit.start(1)
            if line[hit.end() : hit.end() + 1].isupper():
                yield hit.end()


@cache
def _heads(vocabulary: Vocabulary) -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in vocabulary.contacts.heads if " " in head)
    return re.compile(rf"(?<=[.!?”\]]\s)\s*()(?i:{heads})")
