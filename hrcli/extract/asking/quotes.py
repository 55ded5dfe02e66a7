"""Quotation marks: which stretches of a text stand between them. Pure text; offsets are half open and include the marks."""

from __future__ import annotations

import re

PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "'": "'"}
LONGEST = 1500
MARK = re.compile("[“«\"„‘']")


def spans(text: str) -> list[tuple[int, int]]:
    """The quotations of a text in order, marks included; none lies in another.

    A quotation of several paragraphs repeats its opening mark at each and closes once: each paragraph is a span.
    Single marks count only where they can't be apostrophes: opened after a space, closed before one.
    """
    found: list[tuple[int, int]] = []
    at = 0
    while (start := _opening(text, at)) is not None:
        end = _closing(text, start)
        if end is None:
            at = start + 1
            continue
        found.append((start, end))
        at = end
    return found


def _opening(text: str, at: int) -> int | None:
    for match in MARK.finditer(text, at):
        i = match.start()
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        if after and not after.isspace() and (not before or before.isspace() or before in "([—–-:"):
            return i
        if text[i] in "“«" and after and not after.isspace():
            return i
    return None


def _closing(text: str, start: int) -> int | None:
    """The end of the quotation that opens at `start`: behind its closing mark, or at the end of its paragraph."""
    mark = PAIRS[text[start]]
    marks = mark if mark in "'’" else {"”": '”"', '"': '"”'}.get(mark, mark)
    stop = _paragraph_end(text, start)
    for i in range(start + 1, min(stop, start + LONGEST)):
        if text[i] in marks and (mark not in "'’" or _closes(text, i)):
            return i + 1
    return stop if mark not in "'’" and text[stop : stop + 3].strip()[:1] in {"“", '"', "«"} else None


def _closes(text: str, i: int) -> bool:
    """True for a single mark that is no apostrophe: before a space or stop, and not after the "s" of a plural that owns what follows."""
    after = text[i + 1 : i + 2]
    if after and (after.isalnum() or after == "\u2019"):
        return False
    return not (
        text[i - 1].isalpha() and text[i - 1] == "s" and re.match(r"\s+[a-z]", text[i + 1 : i + 4]) and "'" in text[i + 1 : i + 400]
    )


def _paragraph_end(text: str, start: int) -> int:
    match = re.search(r"\n\s*\n|\n(?=[ \t]*[“\"«])", text[start:])
    return start + match.start() if match else len(text)
