"""The page's own shape: list items with or without line breaks, the words that introduce them, and the headline.

Works on text alone: all positions are character offsets of the text, half open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BULLET = re.compile(
    r"[ \t]*(?:[•▪■●○◦‣·*o➢➔✓–—-]|\(?\d{1,2}[.)]?|(?:[A-Z]{1,2}[ \t]?[-–][ \t]?)?\d{1,3}(?:\.\d{1,3})+[.)]?"
    r"|\(?[a-hivx]{1,5}\)|[ivx]{1,5}\.|[a-hA-H]\.)[ \t]+(?=\S)"
)
NUMBER = re.compile(r"[ \t]*(\d{1,2})[.)][ \t]")
INLINE = re.compile(
    r"(?:(?<=[:;.,])|(?<=and))\s*(?:\(?(?P<number>\d{1,2})[.)]|\((?P<letter>[a-h])\)|[•▪●])\s*(?=[A-Za-z])|(?<=\))[;/]\s+(?=[A-Z])"
)
ITEM = re.compile(r"[•▪●]|\)[;/]\s+[A-Z]|(?:\([a-h]\)|(?<!\d\d)\d[.)])\s*[A-Za-z]")
SENTENCE = re.compile(
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bGen\.)(?<!\bCol\.)(?<!\bProf\.)(?<=[a-z0-9)\]][.!?;])[\s]*(?=[A-Z])"
)
ADDRESSED = re.compile(
    r"(?:(?:^|\bRecommendations?:?\s+)to|\bRecommendations?\s+for)\s+(?:the\s+|all\s+)?(?P<who>[^,:;]{2,90})$", re.IGNORECASE
)

LONGEST_NAME = 110
ATTACHED = re.compile(r"[a-z]{1,3}[-’'][A-ZÀ-Þ]")  # an article within a name: "al-Amin", "d'Arc"
SMALL = frozenset(
    [
        "and",
        "of",
        "for",
        "the",
        "in",
        "on",
        "to",
        "against",
        "without",
        "de",
        "des",
        "du",
        "la",
        "le",
        "los",
        "las",
        "y",
        "e",
        "et",
        "per",
        "para",
        "pour",
        "der",
        "die",
        "und",
        "von",
        "van",
        "bin",
        "al",
        "el",
    ]
)
BRACKETS = re.compile(r"((?:\s*\((?:[^()]|\([^()]* of(?: the)?\)){3,300}\))+)\s*[;.,]?\s*(?:and)?\s*$")
CLOSED = re.compile(r"\)\s*[;.,]?\s*(?:and)?\s*$")
REMARKS = ("source", "position", "status", "theme")
REMARK = re.compile(rf"[;.,]?\s*(?:Source of position|{'|'.join(REMARKS)})\s*:.*$", re.IGNORECASE)
GREETING = re.compile(
    r"^[ \t]*(?:(?:Dear|To)[ \t]+(?P<dear>[^\n,:]{3,80})"
    r"|(?P<title>(?:Your|His|Her)[ \t]+[A-Z][^\n,:]{4,70}|Excellenc(?:y|ies)|(?:Mr|Madam|Honou?rable)\.?[ \t]+[A-Z][^\n,:]{3,60}))[,:]\s*?$"
    r"|^[ \t]*(?:Dear|To)[ \t]+(?P<bare>[^\n,:]{3,80})[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or an item within one: its text's offsets, whether a bullet or number opens it, and the number that opens its line."""

    start: int
    end: int
    marked: bool
    number: int | None = None


def pieces(text: str) -> Iterator[Piece]:
    """The lines of a text, cut further before numbers that run on within a line ("to: 1. Do this. 2. Do that")."""
    for line in re.finditer(r"[^\n]+", text):
        if not line.group().strip():
            continue
        bullet = BULLET.match(line.group())
        start = line.start() + (bullet.end() if bullet else 0)
        marked, numbered = bullet is not None, NUMBER.match(line.group())
        number = int(numbered.group(1)) if numbered else None
        for cut, after in _inline(text, start, line.end()):
            yield Piece(start, cut, marked, number)
            start, marked = after, True
        yield Piece(start, line.end(), marked, number)


def _inline(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places where a numbered or lettered item opens within a line: (end of what precedes, start of the item)."""
    if not ITEM.search(text, start, end):
        return  # the search below is slow, and one of these is in all that it finds
    last = 0
    for match in INLINE.finditer(text, start, end):
        if not match["number"] and not match["letter"]:
            yield match.start(), match.end()
            continue
        number = int(match["number"]) if match["number"] else ord(match["letter"]) - ord("a") + 1
        if number == last + 1 or (last == 0 and text[: match.start()].rstrip().endswith(":")):
            last = number
            yield match.start(), match.end()


def lead(text: str, piece: Piece) -> tuple[int, int] | None:
    """The clause before the colon that ends a piece, or None: what introduces the list that follows."""
    words = text[piece.start : piece.end].rstrip()
    if not words.endswith(":"):
        return None
    begin = max((m.end() for m in SENTENCE.finditer(words[:-1])), default=0)
    return piece.start + begin, piece.start + len(words) - 1


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of an item, cut also where a space after the full stop is lost."""
    at = start
    for match in SENTENCE.finditer(text, start, end):
        if text[match.start() - 1] != ";":
            yield at, match.start()
            at = match.end()
    yield at, end


def addressed(text: str) -> str | None:
    """The one to whom a heading speaks: "Recommendations to the Government of Chad" -> "Government of Chad"."""
    match = ADDRESSED.search(text.strip())
    return match.group("who").strip() if match else None


def states_in_brackets(text: str, whole: frozenset[str] = frozenset()) -> list[str]:
    """The states in the brackets that end a recommendation: "Ratify it (Spain, Peru);" -> ["Spain", "Peru"].

    `whole` holds names that have an "and" of their own, without case.
    """
    if ":" in text and any(word in text.lower() for word in REMARKS):
        text = REMARK.sub("", text)
    match = BRACKETS.search(text) if CLOSED.search(text) else None
    parts = re.split(r"[,;/](?![^()]*of(?: the)?\))|(?<!of)(?<!of the)\)\s*\(", match.group(1).strip()[1:-1]) if match else []
    names = [name.strip() for part in parts for name in _single(part.strip(), whole) if name.strip()]
    return names if all(re.match(r"(?:the )?[A-ZÀ-Þ][^\d]*$", name) and len(name.split()) < 9 for name in names) else []


def _single(names: str, whole: frozenset[str]) -> list[str]:
    """The names that "and" joins, unless it belongs to a name ("Trinidad and Tobago")."""
    return [names] if names.removeprefix("and ").casefold() in whole else re.split(r"\band\b", names)


def salutation(text: str) -> tuple[int, int] | None:
    """The line that greets the one to whom a letter goes ("Dear Minister,"), as offsets without greeting and comma."""
    for match in GREETING.finditer(text):
        opens = match.group().lstrip()
        if match["title"] or opens.startswith("Dear"):
            return match.span(match.lastgroup or 0)
    return None


def closed_at(text: str, words: str, start: int = 0) -> int:
    """Where the line begins that closes a letter (`words`, a regular expression); the end of the text where none does."""
    match = _closed(text, words, start)
    return match.start() if match else len(text)


def _closed(text: str, words: str, start: int = 0) -> re.Match[str] | None:
    return re.compile(rf"\n[ \t]*(?:{words})[ \t]*[,:]?[ \t]*$", re.MULTILINE | re.IGNORECASE).search(text, start)


def closing(text: str, words: str) -> Iterator[tuple[int, int]]:
    """The lines below the words that close a letter (`words`, a regular expression): those who sign it."""
    match = _closed(text, words)
    while match and (more := _closed(text, words, match.end())) and not text[match.end() : more.start()].strip():
        match = more  # "Yours faithfully, / Signed by:"
    for line in re.finditer(r"[^\n]+", text[match.end() :]) if match else ():
        if len(line.group()) > LONGEST_NAME or ":" in line.group() or line.group().rstrip().endswith("."):
            return
        if line.group().strip():
            yield match.end() + line.start(), match.end() + line.end()  # type: ignore[union-attr]


def signer(line: str) -> str | None:
    """The name that a line below a letter gives, without office and place; None where the line is no name."""
    bullet = BULLET.match(line)
    whole = re.split(r"\s*[,;(]", line[bullet.end() if bullet else 0 :])[0].strip()
    first = re.split(r"\s[–—-]\s", whole)[0].strip()
    name = first if " " in first else whole
    words = name.split()
    capitals = [word for word in words if word[:1].isupper()]
    if len(words) < 2 or name.isupper() or not re.fullmatch(r"[^\d\[\]@/]+", name) or not words[0][:1].isupper():
        return None
    return name if all(word in capitals or word.casefold() in SMALL or word in "–—-" or ATTACHED.match(word) for word in words) else None
