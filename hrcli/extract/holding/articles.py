"""The article of law that somebody is charged, tried or sentenced under: "article 12 of the penal code"."""

from __future__ import annotations

from collections.abc import Iterable

from hrcli.extract.holding.reading import Found, Reading

UNITS = {"article", "articles", "art.", "art", "section", "sections", "sec.", "paragraph", "paragraphs"}
STATUTES = {"code", "law", "act", "constitution", "statute", "ordinance", "decree", "penal", "criminal"}
LINKS = {",", "and", "&", "or", "-", "/", "(", ")", "to"}
WITHIN = {"'s", "-", "of", "on", "and"}
LONGEST = 14


def article(reading: Reading, sentences: Iterable[tuple[int, int]]) -> Found | None:
    """The first article of law that the sentences name, with its statute where that follows."""
    for low, high in sentences:
        for at in range(low, high):
            if reading.words[at] in UNITS:
                end = _numbers(reading, at + 1, high)
                if end > at + 1:
                    end = _statute(reading, end, high)
                    return Found(reading.text(at, end).rstrip("."), at, end)
    return None


def _numbers(reading: Reading, start: int, high: int) -> int:
    """Where the numbers behind "article" end: "70 and 198", "124 - A", "206 ( 1 )"; `start` itself where there is none."""
    at = last = start
    while at < high and at - start < LONGEST:
        text = reading.tokens[at].text.rstrip(".")
        lettered = at > start and len(text) == 1 and text.isupper() and reading.words[at - 1] in {"-", "("}
        closed = text == ")" and last == at and "(" in "".join(reading.words[start:at])
        if text[:1].isdigit() or lettered or closed:
            last = at + 1
        elif at == start or reading.words[at] not in LINKS:
            break
        at += 1
    return last


def _statute(reading: Reading, start: int, high: int) -> int:
    """Where "of the penal code" ends; `start` itself where no statute follows."""
    if reading.words[start : start + 1] not in (["of"], ["under"]):
        return start
    end = start
    for at in range(start + 1, min(high, start + LONGEST)):
        if reading.tokens[at].pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "X") and reading.words[at] not in WITHIN:
            break
        if reading.words[at] in STATUTES:
            end = at + 1
    return end
