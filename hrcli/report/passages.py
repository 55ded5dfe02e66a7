"""Evidence with the words about it, where a quote alone says too little: a name in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hrcli.records import Evidence

REACH = 70  # characters before and behind


def passages(text_of: Callable[[str], str], evidence: Iterable[Evidence]) -> dict[Evidence, str]:
    """Each piece of evidence with the words about it; `text_of` gives the text of a document by its id."""
    return {each: passage(text_of(each.document), each.start, each.end) for each in evidence}


def passage(text: str, start: int, end: int) -> str:
    """A stretch of a text with whole words before and behind it, on one line."""
    first, last = max(start - REACH, 0), min(end + REACH, len(text))
    before, behind = text[first:start], text[end:last]
    if first and not text[first - 1].isspace():
        before = before.partition(" ")[2]
    if last < len(text) and not text[last].isspace():
        behind = behind.rpartition(" ")[0]
    return " ".join(f"{'… ' if first else ''}{before}{text[start:end]}{behind}{' …' if last < len(text) else ''}".split())
