"""The layout of a text: its blocks (paragraph, heading, list item)."""

from __future__ import annotations

import re
from typing import NamedTuple

BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
ODD_SPACE = re.compile(r"[^\S ]")
LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
ITEM = re.compile(r"(?:[-–—•*·▪●◦‣]|\(?[0-9]{1,3}[.)](?!\d)|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}\)|\[\d+\])\s")
CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
PROSE_WORDS = 18


class Block(NamedTuple):
    """A stretch of text that stands by itself; `text` is as long as `end - start`, every white space in it a space."""

    start: int
    end: int
    text: str
    gap: bool
    """Whether a blank line stands before it."""


def split(text: str) -> list[Block]:
    """The non-empty blocks of `text`, in order."""
    lines = [line for line in (_line(text, hit.start(), hit.end()) for hit in LINE.finditer(text)) if line]
    return [line._replace(gap=_blank(text, lines[i - 1].end if i else 0, line.start)) for i, line in enumerate(lines)]


def size(text: str) -> int:
    """The number of words in the text of a block, or in a stretch of it with no white space at its ends."""
    return len(text.split()) if "  " in text else text.count(" ") + 1


def is_item(block: Block) -> bool:
    """Whether the block begins as an item of a list does."""
    return bool(ITEM.match(block.text))


def is_prose(block: Block) -> bool:
    """Whether the block is running text: long, or a full sentence of some length."""
    words = size(block.text)
    return words >= 2 * PROSE_WORDS or (words >= PROSE_WORDS * 2 // 3 and bool(CLOSED.search(block.text)))


def _line(text: str, start: int, end: int) -> Block | None:
    raw = text[start:end]
    bare = raw.strip()
    plain = bare.isprintable()  # as most lines are: then no white space in it but spaces
    if not bare or not (plain or any(c.isprintable() and not c.isspace() for c in bare)):
        return None
    at = start + raw.index(bare)
    return Block(at, at + len(bare), bare if plain else ODD_SPACE.sub(" ", bare), gap=False)


def _blank(text: str, start: int, end: int) -> bool:
    return len(BREAK.findall(text, start, end)) > 1
