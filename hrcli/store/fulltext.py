"""Words as the full-text indices hold them and as people ask for them.

SQLite's tokenizer parts words at spaces, so that a name in a Chinese sentence is never found. Passages in such scripts
are therefore kept once more with a space between characters, and what is asked for in them is looked for there, as a phrase.
"""

from __future__ import annotations

import re

_UNSPACED = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PASSAGE = re.compile(f"[{_UNSPACED}]+")
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_PARTED = " 0 "  # a word between passages, lest a phrase be found across them


def spaced(text: str) -> str | None:
    """The passages of a text in Chinese and Japanese characters, with spaces between these; None where there are none."""
    found = [" ".join(passage) for passage in _PASSAGE.findall(text)]
    return _PARTED.join(found) or None


def match(query: str, columns: str) -> str:
    """What FTS5 is to look for: all words of a query, "phrases" and beginn* of words; no other signs mean anything.

    Empty where there is nothing to look for. `columns` are those that hold words in scripts with spaces.
    """
    terms = [_sought(phrase or word, columns) for phrase, word in _TERM.findall(query)]
    return " AND ".join(term for term in terms if term)


def _sought(term: str, columns: str) -> str:
    parts = [f'han : "{" ".join(passage)}"' for passage in _PASSAGE.findall(term)]
    rest = "".join(letter if letter.isprintable() else " " for letter in _PASSAGE.sub(" ", term)).strip()
    if any(letter.isalnum() for letter in rest):
        begins = "*" if rest.endswith("*") else ""
        parts.append(f'{{{columns}}} : "{rest.replace(chr(34), " ")}"{begins}')
    return " AND ".join(parts)
