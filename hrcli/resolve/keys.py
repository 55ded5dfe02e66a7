"""Names as they are compared: what is left when case, accents, word order and manner of writing are taken away.

Pure functions from a name to keys; two names that share a key are the same name. Who bears it is for `people` and `bodies`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from hrcli import lexicon

_JOINED = re.compile(r"['’ʼʻ`´.·‧•\-‐‑­]")
_ARTICLE = re.compile(r"\b(al|el)[-‐‑](?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = re.compile(r"[A-Z][A-Z&0-9.]{1,9}s?")


class Example(lexicon.Entry, frozen=True):
    """Two names, and whether they are the same."""

    one: str
    other: str
    same: bool


class Vocabulary(lexicon.Entry, frozen=True):
    """`lexicon/names.toml`; lists of words in one string are separated by white space."""

    family_first: str
    titles: list[str]
    generations: list[str]
    particles: list[str]
    qualifiers: list[str]
    role_fillers: list[str]
    generic: list[str]
    government: list[str]
    traditional: str
    spellings: dict[str, str]
    short: dict[str, str]
    examples: list[Example]


@dataclass(frozen=True)
class PersonKey:
    """A personal name: its spellings in every order, its surnames, and the marks that tell namesakes apart."""

    orders: frozenset[str]
    surnames: frozenset[str]
    full: bool
    marks: Mapping[str, frozenset[str]] = field(default_factory=dict)


def vocabulary() -> Vocabulary:
    """The words that the keys are made with."""
    loaded: Vocabulary = lexicon.load("names", Vocabulary)
    return loaded


def fold(text: str) -> str:
    """`text` without case, accents and outer white space; inner white space becomes one space."""
    plain = text.casefold()
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).casefold()
    return " ".join(plain.split())


def words(name: str) -> list[str]:
    """The folded words of a name; hyphens, dots and apostrophes join what they stand between."""
    return re.findall(r"\w+", _JOINED.sub("", fold(_POSSESSIVE.sub("", name.strip())).replace("&", " and ").replace("_", " ")))


@lru_cache(maxsize=1 << 16)
def body_words(name: str) -> tuple[str, ...]:
    """The words of the name of a body, place, law ...: no leading article, long and short forms made one."""
    text = " ".join(words(name))
    text = re.sub(r"^(the|a|an) (?=.)", "", text)
    return tuple(_short_forms().sub(lambda m: vocabulary().short[m[0]], text).split())


def body_key(name: str) -> str:
    """The one key of the name of a body, place, law, event, group or work; may be empty."""
    return "".join(body_words(name))


def is_short(name: str) -> bool:
    """Whether a name is an abbreviation that may stand for several things (ABC), not one that is a name by itself (UN)."""
    return bool(_SHORT.fullmatch(name.strip())) and body_key(name) not in vocabulary().short.values()


def is_generic(name: str) -> bool:
    """Whether every word of a name may occur in the names of many countries' bodies: "Ministry of Justice"."""
    return all(word in _generic() or word.isdigit() for word in body_words(name))


def initials(name: str) -> set[str]:
    """The abbreviations that a name of several words may have: with and without its small words."""
    parts = [word for word in re.findall(r"\w+", name) if word]
    if len(parts) < 2:
        return set()
    every = "".join(word[0] for word in parts)
    large = "".join(word[0] for word in parts if word[0].isupper())
    return {fold(every), fold(large)}


def is_native(name: str) -> bool:
    """Whether a name is written in another script than the Latin one."""
    return script(name) not in ("LATIN", "")


def script(name: str) -> str:
    """The script of the first letter ("LATIN", "CJK", "ARABIC" ...), "" where there is no letter."""
    letter = next((c for c in name if c.isalpha()), None)
    return unicodedata.name(letter, "").split("-")[0].split(" ")[0] if letter else ""


def native_key(name: str) -> str:
    """The key of a name in its own script; traditional and simplified characters are the same."""
    return "".join(c for c in fold(name) if c.isalnum()).translate(_simplified())


@lru_cache(maxsize=1 << 16)
def person_key(name: str) -> PersonKey | None:
    """The key of a personal name in Latin letters; None where no word of a name is left."""
    parts = [_spelled(word) for word in _untitled(words(_reordered(_ARTICLE.sub("", name))))]
    core = [word for i, word in enumerate(parts) if len(word) > 1 and not (i and word in vocabulary().particles)]
    marks = {"initials": frozenset(word for word in parts if len(word) == 1)}
    if len(core) > 1 and core[-1] in vocabulary().generations:
        marks["generation"] = frozenset({core.pop()})
    if not core:
        return None
    return PersonKey(
        orders=_orders(core), surnames=_surnames(core), full=len(core) > 1, marks={kind: found for kind, found in marks.items() if found}
    )


def title_of(name: str) -> str | None:
    """The title that a name is written with: "President Clinton" -> "president"."""
    parts = words(name)
    kept = len(_untitled(parts))
    return " ".join(parts[: len(parts) - kept]) or None


def role_key(role: str) -> frozenset[str]:
    """The words of a role that say which one it is; may be empty."""
    return frozenset(words(role)) - set(vocabulary().role_fillers)


def same_role(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two role keys may be one role: the words of one are among the other's, the qualifiers the same."""
    qualifiers = set(vocabulary().qualifiers)
    return bool(one and other) and (one <= other or other <= one) and one & qualifiers == other & qualifiers


def _reordered(name: str) -> str:
    """ "Ortega, José" as "José Ortega"."""
    last, comma, first = name.partition(",")
    return f"{first} {last}" if comma and first.strip() and "," not in first and len(words(last)) == 1 else name


def _untitled(parts: list[str]) -> list[str]:
    while title := next((t for t in _titles() if len(parts) > len(t) and parts[: len(t)] == list(t)), None):
        parts = parts[len(title) :]
    return parts


def _orders(core: list[str]) -> frozenset[str]:
    found = {"".join(core)}
    if core[0] in _family_first():
        found.add("".join(core[1:] + core[:1]))
    if core[-1] in _family_first():
        found.add("".join(core[-1:] + core[:-1]))
    return frozenset(found)


def _surnames(core: list[str]) -> frozenset[str]:
    first = {core[0]} & _family_first()
    return frozenset(first | {core[-1]} if not first or core[-1] in _family_first() else first)


def _spelled(word: str) -> str:
    return vocabulary().spellings.get(word, word)


@cache
def _titles() -> list[tuple[str, ...]]:
    return [tuple(title.split()) for title in sorted(vocabulary().titles, key=lambda title: -len(title.split()))]


@cache
def _family_first() -> frozenset[str]:
    return frozenset(vocabulary().family_first.split())


@cache
def _generic() -> frozenset[str]:
    return frozenset(vocabulary().generic)


@cache
def _simplified() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in vocabulary().traditional.split()}


@cache
def _short_forms() -> re.Pattern[str]:
    longest = sorted(vocabulary().short, key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b")
