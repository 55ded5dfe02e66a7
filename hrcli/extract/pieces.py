"""The page's own shape: list items with or without line breaks, the words that introduce them, and the headline.

Works on text alone: all positions are character offsets of the text, half open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BULLET = re.compile(
    r"[ \t]*(?:[•▪■●○◦‣·*o➢➔✓–—-]|\(?\d{1,2}[.)]?|(?:[A-Z]{1,2}[ \t]?[-–][ \t]?)?\d{1,3}(?:\.\d{1,3})+[.)]?|\(?[a-hivx]{1,4}\)|[a-hA-H]\.)[ \t]+(?=\S)"
)
INLINE = re.compile(
    r"(?:(?<=[:;.,])|(?<=and))\s*(?:\(?(?P<number>\d{1,2})[.)]|\((?P<letter>[a-h])\)|[•▪●])\s*(?=[A-Za-z])|(?<=\));\s+(?=[A-Z])"
)
SENTENCE = re.compile(
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bGen\.)(?<!\bCol\.)(?<!\bProf\.)(?<=[a-z0-9)\]][.!?;])[\s]*(?=[A-Z])"
)
ADDRESSED = re.compile(
    r"(?:(?:^|\bRecommendations?:?\s+)to|\bRecommendations?\s+for)\s+(?:the\s+|all\s+)?(?P<who>[^,:;]{2,90})$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or an item within one: its text's offsets, whether a bullet or number opens it, and its paragraph's number."""

    start: int
    end: int
    marked: bool


def pieces(text: str) -> Iterator[Piece]:
    """The lines of a text, cut further before numbers that run on within a line ("to: 1. Do this. 2. Do that")."""
    for line in re.finditer(r"[^\n]+", text):
        if not line.group().strip():
            continue
        bullet = BULLET.match(line.group())
        start = line.start() + (bullet.end() if bullet else 0)
        marked = bullet is not None
        for cut, after in _inline(text, start, line.end()):
            yield Piece(start, cut, marked)
            start, marked = after, True
        yield Piece(start, line.end(), marked)


def _inline(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places where a numbered or lettered item opens within a line: (end of what precedes, start of the item)."""
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


def states_in_brackets(text: str) -> list[str]:
    """The states in the brackets that end a recommendation: "Ratify it (Spain, Peru);" -> ["Spain", "Peru"]."""
    match = re.search(r"((?:\s*\([^()]{3,120}\))+)\s*[;.,]?\s*(?:and)?\s*$", text)
    if not match:
        return []
    names = [name.strip() for name in re.split(r"[,;()]|\band\b", match.group(1)) if name.strip()]
    return names if all(re.match(r"(?:the )?[A-ZÀ-Þ][^\d]*$", name) and len(name.split()) < 7 for name in names) else []


def salutation(text: str) -> tuple[int, int] | None:
    """The line that greets the one to whom a letter goes ("Dear Minister,"), as offsets without greeting and comma."""
    match = re.search(r"^[ \t]*(?:Dear|To)[ \t]+(?P<who>[^\n,:]{3,80})[,:]?[ \t]*$", text, re.MULTILINE)
    return match.span("who") if match and text[match.start() :].lstrip().startswith("Dear") else None
