"""Abbreviations of common phrases: "internally displaced persons (IDPs)" names nobody."""

from __future__ import annotations

import re

from hrcli.extract.naming.vocabulary import heads

BRACKET = re.compile(r"\(([A-Z]{2,7})s?\)")
BACK = 120
"""Characters before a bracket in which its phrase stands."""
SMALL = frozenset(("of", "the", "and", "for", "on", "in", "to", "a", "an", "at", "by", "with", "from"))


def common(text: str) -> frozenset[str]:
    """The abbreviations in brackets behind words in small letters whose initials they are, with their plurals."""
    brackets = BRACKET.finditer(text) if "(" in text else ()
    found = {m.group(1) for m in brackets if _spelt(m.group(1).lower(), text[max(0, m.start() - BACK) : m.start()])}
    return frozenset(found | {f"{short}s" for short in found})


def _spelt(short: str, before: str) -> bool:
    """Whether the last words, all in small letters, have these initials, with their small words or without; bodies excepted."""
    words = re.findall(r"[\w’']+", before.rpartition(".")[2])
    if len(words) < len(short) or words[-1].title() in heads():
        return False  # "civil disobedience movement (CDM)"
    last = words[-len(short) :]
    if "".join(word[0] for word in last) == short:
        return all(word.islower() for word in last)
    last = [word for word in words if word not in SMALL][-len(short) :]
    return "".join(word[0] for word in last) == short and all(word.islower() for word in last)
