"""What people type to search: words, "phrases", beginn*, and filters such as `type:demand` or `person:"Liu Xiaobo"`.

Also where the words stand in a text, so that they can be marked: without accents and case, as the index finds them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from hrcli.errors import UsageError
from hrcli.resolve.select import Query

FILTERS = ("entity", "type", "person", "org", "since", "until", "document")
TYPES = {
    "document": "documents", "text": "documents", "entity": "entities", "actor": "entities", "demand": "demands",
    "detention": "detained", "detained": "detained", "event": "timeline", "timeline": "timeline",
}  # fmt: skip
"""The fields of the corpus by what `type:` calls their records; a plural is understood too."""
FIELDS = ("documents", "entities", "demands", "detained", "timeline")
UNSPACED = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(r'(?P<name>[A-Za-z]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>\S+))|"(?P<phrase>[^"]*)"?|(?P<word>\S+)')


@dataclass(frozen=True)
class Sought:
    """A search: the words, as the index is asked for them, which kinds of records, and what narrows them."""

    words: str
    fields: tuple[str, ...]
    query: Query
    entity: str | None = None


def parse(typed: str) -> Sought:
    """What is searched for. UsageError for a filter or a type that is none, and where there is no word."""
    words: list[str] = []
    given: dict[str, str] = {}
    for token in _TOKEN.finditer(typed):
        name = (token["name"] or "").lower()
        if name in FILTERS:
            given[name] = token["quoted"] or token["value"] or ""
        elif name and (similar := get_close_matches(name, FILTERS, n=1, cutoff=0.7)):
            raise UsageError(f"there is no filter {name!r}", hint=f"did you mean {similar[0]}:? for the word itself write it in quotes")
        else:
            words.append(token.group())
    if not any(letter.isalnum() for letter in "".join(words)):
        raise UsageError("a search needs a word", hint="without one, `hrcli entities`, `demands`, `detained` and `timeline` list records")
    fields = _fields(given.pop("type", None))
    entity = given.pop("entity", None)
    return Sought(" ".join(words), fields, Query(**given), entity)  # type: ignore[arg-type]


def marks(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, in order, none within another."""
    folded, found, last = fold(text), [], 0
    for start, end in sorted({hit.span() for pattern in patterns(words) for hit in pattern.finditer(folded)}):
        if start >= last:
            found.append((start, end))
            last = end
    return found


def patterns(words: str) -> Iterator[re.Pattern[str]]:
    """An expression for each word and phrase, over folded text."""
    for token in _TOKEN.finditer(words):
        term = fold(token["phrase"] if token["phrase"] is not None else token.group())
        for passage in re.findall(f"[{UNSPACED}]+", term):
            yield re.compile(re.escape(passage))
        rest = re.findall(r"\w+", re.sub(f"[{UNSPACED}]+", " ", term))
        if rest:
            ending = r"\w*" if term.rstrip('"').endswith("*") else r"(?!\w)"
            yield re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, rest)) + ending)


def fold(text: str) -> str:
    """The text without case and accents, character by character, so that places stay."""
    return text.lower() if text.isascii() else "".join(unicodedata.normalize("NFD", c)[0].lower()[:1] for c in text)


def _fields(kind: str | None) -> tuple[str, ...]:
    if kind is None:
        return FIELDS
    for name in (kind.lower(), kind.lower().removesuffix("s"), re.sub("ies$", "y", kind.lower())):
        if name in TYPES:
            return (TYPES[name],)
    similar = get_close_matches(kind.lower(), TYPES, n=1)
    raise UsageError(f"type: {kind!r} is unknown", hint=f"did you mean {similar[0]}?" if similar else f"one of {', '.join(TYPES)}")
