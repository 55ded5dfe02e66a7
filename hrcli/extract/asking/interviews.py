"""Interviews: which stretches of a text are the answers of the one interviewed. Pure text; offsets are half open."""

from __future__ import annotations

import re
from functools import lru_cache

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
LONGEST = 220  # characters of a question
FEWEST = 2  # questions in a text that is an interview
YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
LABEL = re.compile(r"(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) ?(?:(?<=\b[QA])\.|:)[ \t]+(?=\S)")
ASKING = re.compile(r"q|question|interviewer|moderator|reporter|journalist|host", re.IGNORECASE)
ANSWERING = re.compile(r"a|answer", re.IGNORECASE)
FIRST = re.compile(r"\b(?:I|we|me|my|our)\b")
OWN = '“"‘«[('


@lru_cache(maxsize=4)
def answers(text: str) -> tuple[tuple[int, int, str | None], ...]:
    """The paragraphs of the answers, each with the label before it ("Lee: ..."), if it has one."""
    if "?" not in text:
        return ()
    paragraphs = [(m.start(), m.end()) for m in PARAGRAPH.finditer(text)]
    labelled = _labelled(text, paragraphs)
    return labelled or _plain(text, paragraphs)


def _plain(text: str, paragraphs: list[tuple[int, int]]) -> tuple[tuple[int, int, str | None], ...]:
    """The paragraphs between questions that stand alone, from the first to a page's end; a person has to speak in them."""
    asked = [n for n, (a, b) in enumerate(paragraphs) if _is_question(text[a:b])]
    if sum(text[slice(*paragraphs[n])].rstrip().endswith("?") for n in asked) < FEWEST:
        return ()
    first = next(n for n in asked if text[slice(*paragraphs[n])].rstrip().endswith("?"))
    told = [(a, b) for n, (a, b) in enumerate(paragraphs) if n > first and n not in asked]
    answering = [n for n in asked if n + 1 < len(paragraphs) and FIRST.search(text[slice(*paragraphs[n + 1])])]
    return tuple((a, b, None) for a, b in told) if 2 * len(answering) >= len(asked) else ()


def _is_question(paragraph: str) -> bool:
    """True for a paragraph of one sentence that asks, or tells the one asked of "you", outside quotation marks."""
    words = paragraph.strip()
    if len(words) > LONGEST or words[:1] in OWN or not words[:1].isupper():
        return False
    return words.endswith("?") or (words.endswith(".") and YOU.search(words) is not None and not re.search(r"[.!] [A-Z]", words))


def _labelled(text: str, paragraphs: list[tuple[int, int]]) -> tuple[tuple[int, int, str | None], ...]:
    """The paragraphs behind labels that take turns ("Q:" and "A:", "Lake News:" and "Lee:"), those that ask most left out."""
    turns = [(a, b, m["label"], m.end()) for a, b in paragraphs if (m := LABEL.match(text, a, b))]
    labels = {label for *_, label, _ in turns}
    asking = {
        label
        for label in labels
        if ASKING.fullmatch(label) or _share(text, [(start, b) for _, b, each, start in turns if each == label]) > 0.5
    }
    counts = [sum(label in asking for *_, label, _ in turns), sum(label not in asking for *_, label, _ in turns)]
    if min(counts) < FEWEST or len(labels - asking) > 3:
        return ()
    found: list[tuple[int, int, str | None]] = []
    current: str | None = None
    for a, b in paragraphs:
        turn = next((t for t in turns if t[0] == a), None)
        current = (turn[2] if turn[2] not in asking else None) if turn else current
        if current is not None:
            found.append((turn[3] if turn else a, b, None if ANSWERING.fullmatch(current) else current))
    return tuple(found)


def _share(text: str, turns: list[tuple[int, int]]) -> float:
    return sum(text[a:b].rstrip().endswith("?") for a, b in turns) / len(turns)
