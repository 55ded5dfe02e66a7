"""Phrases of the vocabulary as patterns: without case, outer punctuation and kinds of quotation mark; "*" is one to six words."""

from __future__ import annotations

import re
from functools import lru_cache

QUOTES = [(re.compile("[‘’‛`]"), "'"), (re.compile("[“”„]"), '"'), (re.compile("[–—]"), "-")]
OUTER = " \t-•*·>»›→←«|:.,;…!?()[]{}\"'#▪●▶►"
RUN = re.compile(r"\w+")
ASCII_WORDS = bytes(byte if chr(byte).isascii() and chr(byte).isalnum() else ord(" ") for byte in range(256))


class Phrases:
    """Phrases to be found between word boundaries in the `plain` form of a text.

    Few texts begin with the first word of any of them, or have all words of one: only these are made plain and searched.
    """

    def __init__(self, phrases: list[str]) -> None:
        parts = [" ".join(_word(word) for word in _bare(phrase).split()) for phrase in phrases]
        self.pattern = rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)"
        self._compiled = re.compile(self.pattern)
        self._needs = [runs(phrase) for phrase in phrases]
        firsts = [(phrase.startswith("*"), RUN.findall(_bare(phrase))[0]) for phrase in phrases]
        self._firsts = {word for starred, word in firsts if not starred}
        self._later = {word for starred, word in firsts if starred}

    def begin(self, text: str) -> bool:
        """Whether one of the phrases can stand at the beginning of `text`, by its first word alone (the first behind a "*")."""
        first = RUN.search(text)
        if first is None or first[0].casefold() in self._firsts:
            return first is not None
        folded = text.casefold() if self._later else ""
        return any(word in folded for word in self._later)

    def match(self, text: str) -> re.Match[str] | None:
        """The phrase that `text` begins with, in the plain text."""
        return self._compiled.match(plain(text)) if self.begin(text) else None

    def are(self, text: str) -> bool:
        """Whether `text` is one of the phrases."""
        return self.begin(text) and self._compiled.fullmatch(plain(text)) is not None

    def within(self, words: set[bytes]) -> bool:
        """Whether a text with these words (`runs`) can hold one of the phrases."""
        return any(need <= words for need in self._needs)

    def search(self, text: str) -> bool:
        """Whether one of the phrases stands anywhere in `text`."""
        return self._compiled.search(plain(text)) is not None


def runs(text: str) -> set[bytes]:
    """The words of a text, as phrases are compared with them; other letters than a to z part them, so that bytes will do."""
    return {*text.casefold().encode(errors="replace").translate(ASCII_WORDS).split()}


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """The text as phrases are compared with it."""
    return _bare(text).strip(OUTER)


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
