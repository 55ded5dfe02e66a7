"""Lists of organisations, one a line: the signatories of letters and statements, the members of networks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.candidates import LISTED, Candidate
from hrcli.extract.naming.cluster import ORGANIZED
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import heads, honorifics, never, personal, roles, words
from hrcli.lexicon import Entry, load

LONGEST_HEADING = 90
LONGEST_NAME = 110
MOST_WORDS = 15
FEWEST = {"heading": 2, "closing": 3, "none": 6}
"""So many names make a list under a heading, under the end of a letter, and under nothing that tells."""
SHARE = {"heading": 0.3, "closing": 0.5, "none": 0.7}
"""Such a part of them must be made as organisations' names are."""
BULLET = re.compile(r"[\s•·▪●*+–—-]*(?:\(?\d{1,3}[.)]\s+)?")
CELLS = re.compile(r"\t+| {3,}|\s*\|\s*")
BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?\s*[\d*†]*$")
COMMA = re.compile(r",\s+")
ABBREVIATION = re.compile(r"\([A-Z][A-Za-z]*[A-Z]\)")
DASH = re.compile(r"\s+[–—-]+\s+")
ENDING = re.compile(r"[\s;,&*†.]+$|\s+and$")
SHORTENED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp)\.$")
NO_NAME = re.compile(r"[?@:“”\"]|https?|www\.|\d{5,}|[.!] [A-Z]|[a-z]\.$")
FINITE = frozenset(("VBZ", "VBD", "VBP", "MD", "PRP", "EX", "WP"))


class Signatories(Entry):
    """lexicon/signatories.toml"""

    examples: list[str]
    headings: frozenset[str]
    closings: frozenset[str]
    people: frozenset[str]
    foreign: frozenset[str]
    small: frozenset[str]
    aims: frozenset[str]


class Cell(NamedTuple):
    """A name that fills a line or a column: its tokens; whether it has a word for an organisation, one for an aim, is known."""

    start: int
    end: int
    headed: bool
    aiming: bool
    known: bool


@cache
def cues() -> Signatories:
    """The words of lists."""
    found: Signatories = load("signatories", Signatories)
    return found


def find(page: Page) -> Iterator[Candidate]:
    """The lines of such lists, each an organisation."""
    for kind, lines in _blocks(page):
        cells = [cell for start, line in lines for cell in _cells(page, start, line)]
        made = sum(cell.headed or (cell.aiming and kind != "none") for cell in cells)
        if made >= FEWEST[kind] and made >= SHARE[kind] * len(cells):
            yield from (Candidate(cell.start, cell.end, "organization", LISTED) for cell in cells if not cell.known)


def _blocks(page: Page) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The runs of lines that can be names, each with what stands above it: a heading, the end of a letter, nothing that tells."""
    kind, block, at = "none", list[tuple[int, str]](), 0
    for line in page.text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip():
            continue
        told = _heading(line)
        if told is None and _may_be_name(line):
            block.append((start, line))
            continue
        if len(block) > 2 and kind != "people":
            yield kind, block
        kind, block = told or "none", []
    if len(block) > 2 and kind != "people":
        yield kind, block


def _heading(line: str) -> str | None:
    """What a short line says of the list below it."""
    lower = line.strip(" *_#").lower()
    if len(lower) > LONGEST_HEADING or lower.endswith("."):
        return None
    if lower.endswith(":") and any(word in lower for word in cues().people):
        return "people"
    if any(lower.startswith(word) or (lower.endswith(":") and word in lower) for word in cues().headings):
        return "heading"
    return "closing" if lower.endswith(",") and any(word in lower for word in cues().closings) else None


def _may_be_name(line: str) -> bool:
    """Whether a line is short, opens with a capital or a figure, and has nothing that no name has."""
    bare = ENDING.sub("", line[BULLET.match(line).end() :])  # type: ignore[union-attr]  # it matches nothing too
    if not 1 < len(bare) <= 2 * LONGEST_NAME or len(bare.split()) > 2 * MOST_WORDS:
        return False
    return (bare[0].isupper() or bare[0].isdigit() or any(c.isupper() for c in bare[1:12])) and not NO_NAME.search(bare)


def _cells(page: Page, start: int, line: str) -> Iterator[Cell]:
    """The names in a line, without bullets, numbers, and the countries in brackets or behind a comma."""
    for piece, at in _pieces(line):
        name = _name(piece)
        where = page.tokens(start + at, start + at + len(name)) if 1 < len(name) <= LONGEST_NAME else None
        if where and not _no_organization(page, *where, piece[len(name) :]):
            known = gazetteer.find(page.slice(*where)) is not None
            yield Cell(*where, _headed(page, *where), _aiming(page, *where, piece), known)


def _pieces(line: str) -> Iterator[tuple[str, int]]:
    """The columns of a line with where they begin."""
    at = 0
    for match in [*CELLS.finditer(line), None]:
        end = match.start() if match else len(line)
        begin = at + BULLET.match(line[at:end]).end()  # type: ignore[union-attr]
        if piece := line[begin:end].rstrip():
            yield piece, begin
        at = match.end() if match else end


def _name(piece: str) -> str:
    """A piece without what stands behind the name."""
    name = BRACKET.sub("", piece) or piece
    before, behind = _parted(name, DASH)
    if behind and gazetteer.find(behind):
        name = before
    before, behind = _parted(name, COMMA)
    if _bodied(behind) and not _bodied(before) and " and " not in behind:
        return ""  # somebody of an organisation: "Ada Brook, Harbour Union"
    if behind and (behind[0].islower() or gazetteer.find(behind.rpartition(", ")[2]) or _is_address(behind)):
        name = before
    return name if SHORTENED.search(name) else ENDING.sub("", name)


def _is_address(behind: str) -> bool:
    """Whether a few words behind a comma are a place: no "and" among them, and no word for an organisation."""
    parts = behind.split()
    return len(parts) < 4 and "and" not in parts and not _bodied(behind)


def _bodied(text: str) -> bool:
    """Whether a text has a word for an organisation."""
    return any(heads().get(part) in ORGANIZED for part in text.split())


def _parted(name: str, sign: re.Pattern[str]) -> tuple[str, str]:
    """A name before a sign and what is behind it."""
    match = sign.search(name)
    return (name[: match.start()], name[match.end() :]) if match and match.end() < len(name) else (name, "")


def _no_organization(page: Page, start: int, end: int, behind: str) -> bool:
    """Whether a name is a person's or a known one of another kind, or the words are a sentence, a role or a label."""
    name = page.slice(start, end)
    if end - start > MOST_WORDS or name.casefold() in never():
        return True
    if known := gazetteer.find(name):
        return known.type not in ORGANIZED
    if any(word in roles() for word in re.findall(r"[\w-]+", behind.lower())):
        return True
    if any(page.doc[i].tag_ in FINITE and page.words[i].islower() and page.words[i] not in cues().small for i in range(start, end)):
        return True
    return _personal(page, start, end)


def _personal(page: Page, start: int, end: int) -> bool:
    """Whether a name begins with a title, or has a forename or a surname and no word for an organisation, or is a role."""
    tokens = page.words[start:end]
    if tokens[0] in honorifics() or (page.lower[start] in _single_roles() and cues().aims.isdisjoint(page.lower[start + 1 : start + 2])):
        return True
    if _headed(page, start, end):
        return False
    named = 1 < len(tokens) < 5 and not personal().isdisjoint((tokens[0], tokens[-1])) and cues().aims.isdisjoint(tokens)
    just = tokens[-1] == "Justice" and page.lower[start] not in roles() and not cues().aims.isdisjoint(tokens[1:-1])  # "Norvik for Justice"
    return named or (page.lower[end - 1] in _single_roles() and not just)


@cache
def _single_roles() -> frozenset[str]:
    """Roles of one person."""
    return frozenset(role for role in roles() if not role.endswith("s"))


def _headed(page: Page, start: int, end: int) -> bool:
    """Whether a name has a word for an organisation, or a known one inside."""
    tokens = page.words[start:end]
    if tokens[0] in words().banded or any(heads().get(word) in ORGANIZED or word in _foreign() for word in tokens):
        return True
    return any(known.kind in ("organization", "body") for known in gazetteer.within(page.slice(start, end)))


@cache
def _foreign() -> frozenset[str]:
    """Nouns for organisations in other languages."""
    return cues().foreign | words().foreign


def _aiming(page: Page, start: int, end: int, piece: str) -> bool:
    """Whether a name has a small word for an aim inside, or an abbreviation behind it."""
    return not cues().aims.isdisjoint(page.words[start + 1 : end - 1]) or bool(ABBREVIATION.search(piece))
