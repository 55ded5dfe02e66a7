"""Phrases of the vocabulary as patterns: without case, outer punctuation and kinds of quotation mark; "*" is one to six words."""

from __future__ import annotations

import re

QUOTES = [(re.compile("[‘’‛`]"), "'"), (re.compile("[“”„]"), '"'), (re.compile("[–—]"), "-")]
OUTER = " \t-•*·>»›→←«|:.,;…!?()[]{}\"'#▪●▶►"


def plain(text: str) -> str:
    """The text as phrases are compared with it."""
    return _bare(text).strip(OUTER)


def pattern(phrases: list[str]) -> re.Pattern[str]:
    """What matches any of `phrases` between word boundaries in a `plain` text; nothing where there are none."""
    if not phrases:
        return re.compile(r"(?!)")
    parts = [" ".join(_word(word) for word in _bare(phrase).split()) for phrase in phrases]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _bare(phrase: str) -> str:
    if not phrase.isascii():
        for quotes, plain_one in QUOTES:
            phrase = quotes.sub(plain_one, phrase)
    return " ".join(phrase.casefold().split())


def _word(word: str) -> str:
    return r"[^\s,;]+(?: [^\s,;]+){0,5}?" if word == "*" else re.escape(word)


def raw_pattern(phrases: list[str]) -> re.Pattern[str]:
    """What matches any of `phrases` in a text as it is, case apart."""
    words = [r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else re.compile(r"(?!)")
