"""Names as they are compared: what is left when case, accents, word order and manner of writing are taken away.

Pure functions from a name to keys; two names that share a key are the same name. Who bears it is for `people` and `bodies`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from hrcli import lexicon

_JOINED = re.compile(r"['’ʼʻ`´.·‧•\-‐‑­]")
_ARTICLE = re.compile(r"\b(al|el)[-‐‑](?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = re.compile(r"[A-Z][A-Z&0-9.]{1,9}s?")
_SERVANT = re.compile(r"\babd(?: ?(?:[aeu][ldnrsz]))? ?(?=\w{3})")
"""The "servant of the" that opens Arabic names, in its many ways: Abdul Rahman, Abd al-Rahman, Abdurrahman."""
_MINISTRY = re.compile(r"^ministry of (?:the )?(\w+)$")


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
    offices: list[str]
    posts: list[str]
    generic: list[str]
    government: list[str]
    company_forms: list[str]
    letters: str
    traditional: str
    spellings: dict[str, str]
    endings: dict[str, str]
    short: dict[str, str]
    examples: list[Example]


@dataclass(frozen=True)
class PersonKey:
    """A personal name: its spellings in every order, its surnames, and the marks that tell namesakes apart.

    `parts` are its words in order, initials among them; a name that is not `full` is one word, with or without initials.
    """

    orders: frozenset[str]
    surnames: frozenset[str]
    full: bool
    parts: tuple[str, ...]
    marks: Mapping[str, frozenset[str]] = field(default_factory=dict)


def vocabulary() -> Vocabulary:
    """The words that the keys are made with."""
    loaded: Vocabulary = lexicon.load("names", Vocabulary)
    return loaded


def fold(text: str) -> str:
    """`text` without case, accents and outer white space; inner white space becomes one space."""
    plain = text.casefold()
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).casefold().translate(_letters())
    return " ".join(plain.split())


def words(name: str) -> list[str]:
    """The folded words of a name; hyphens, dots and apostrophes join what they stand between."""
    return re.findall(r"\w+", _JOINED.sub("", fold(_POSSESSIVE.sub("", name.strip())).replace("&", " and ").replace("_", " ")))


def has_words(texts: Iterable[str | None], wanted: str) -> bool:
    """Whether all words of `wanted` begin words of some texts."""
    known = " " + " ".join(word for each in texts if each for word in words(each))
    return all(f" {word}" in known for word in words(wanted))


@lru_cache(maxsize=1 << 16)
def body_words(name: str) -> tuple[str, ...]:
    """The words of the name of a body, place, law ...: no leading article, long and short forms made one."""
    text = " ".join(words(name))
    text = re.sub(r"^(the|a|an) (?=.)", "", text)
    text = _MINISTRY.sub(r"\1 ministry", _short_forms().sub(lambda m: vocabulary().short[m[0]], text))
    found = text.split()
    while len(found) > 1 and found[-1] in vocabulary().company_forms:
        found.pop()
    return tuple(found)


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
    return not name.isascii() and script(name) not in ("LATIN", "")


def script(name: str) -> str:
    """The script of the first letter ("LATIN", "CJK", "ARABIC" ...), "" where there is no letter."""
    letter = next((c for c in name if c.isalpha()), None)
    return unicodedata.name(letter, "").split("-")[0].split(" ")[0] if letter else ""


def plain_key(name: str) -> str:
    """The key of a name as a whole, whoever bears it: case, accents, hyphens and the manner of writing do not count."""
    return native_key(name) if is_native(name) else body_key(name)


def native_key(name: str) -> str:
    """The key of a name in its own script; traditional and simplified characters are the same."""
    return "".join(c for c in fold(name) if c.isalnum()).translate(simplified())


@lru_cache(maxsize=1 << 16)
def person_key(name: str) -> PersonKey | None:
    """The key of a personal name in Latin letters; None where no word of a name is left."""
    text = " ".join(_untitled(words(_reordered(_ARTICLE.sub("", name)))))
    parts = [_spelled(word) for word in _SERVANT.sub("abdul", text).split()]
    parts = [word for i, word in enumerate(parts) if not (i and word in vocabulary().particles)]
    core = [word for word in parts if len(word) > 1]
    marks = {"initials": frozenset(word for word in parts if len(word) == 1)}
    if len(core) > 1 and core[-1] in vocabulary().generations:
        marks["generation"] = frozenset({core.pop()})
    if not core:
        return None
    return PersonKey(
        orders=_orders(core),
        surnames=_surnames(core),
        full=len(core) > 1,
        parts=tuple(word for word in parts if len(word) == 1 or word in core),
        marks={kind: found for kind, found in marks.items() if found},
    )


def title_of(name: str) -> str | None:
    """The title that a name is written with: "President Clinton" -> "president"."""
    parts = words(name)
    kept = len(_untitled(parts))
    return " ".join(parts[: len(parts) - kept]) or None


@cache
def title_words() -> frozenset[str]:
    """All words of titles."""
    return frozenset(word for title in vocabulary().titles for word in title.split())


@lru_cache(maxsize=1 << 16)
def role_key(role: str) -> frozenset[str]:
    """The words of a role that say which one it is; may be empty."""
    return frozenset(words(role)).difference(vocabulary().role_fillers)


def same_role(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two role keys may be one role: the words of one are among the other's, the qualifiers the same."""
    return bool(one and other) and (one <= other or other <= one) and one & _qualifiers() == other & _qualifiers()


@lru_cache(maxsize=1 << 12)
def office_of(role: frozenset[str]) -> str | None:
    """The word or words that make a role key one that a single person holds: "president", "minister" of something; else None."""
    if office := next((office for office in vocabulary().offices if role >= set(office.split())), None):
        return office
    return next((post for post in vocabulary().posts if post in role and len(role) > 1), None)


def _reordered(name: str) -> str:
    """ "Ortega, José" and "ORTEGA José" as "José Ortega"."""
    last, comma, first = name.partition(",")
    if comma and first.strip() and "," not in first and len(words(last)) < 4 and not set(words(first)) <= set(vocabulary().generations):
        return f"{first} {last}"
    loud, *rest = name.split() or [""]
    if len(loud) > 2 and loud.isupper() and rest and not any(word.isupper() and len(word) > 2 for word in rest):
        return " ".join([*rest, loud])
    return name


def _untitled(parts: list[str]) -> list[str]:
    while parts and (title := next((t for t in _titles().get(parts[0], ()) if len(parts) > len(t) and parts[: len(t)] == list(t)), None)):
        parts = parts[len(title) :]
    return parts


def _orders(core: list[str]) -> frozenset[str]:
    found = {"".join(core)}
    if core[0] in _family_first():
        found |= {"".join(core[1:] + core[:1]), "".join(core[::-1])}
    if core[-1] in _family_first():
        found |= {"".join(core[-1:] + core[:-1]), "".join(core[::-1])}
    return frozenset(found)


def _surnames(core: list[str]) -> frozenset[str]:
    first = {core[0]} & _family_first()
    return frozenset(first | {core[-1]} if not first or core[-1] in _family_first() else first)


def is_common(parts: tuple[str, ...]) -> bool:
    """Whether a name of these words is of the kind that many bear: two short words, one of them a surname that may stand first."""
    return len(parts) == 2 and not _family_first().isdisjoint(parts) and max(map(len, parts)) < 6


def _spelled(word: str) -> str:
    known = vocabulary().spellings.get(word)
    if known is None and (ending := next((end for end in vocabulary().endings if word.endswith(end) and len(word) > len(end) + 1), None)):
        return word.removesuffix(ending) + vocabulary().endings[ending]
    return known or word


@cache
def _titles() -> dict[str, list[tuple[str, ...]]]:
    """The titles by their first word, longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for title in sorted(vocabulary().titles, key=lambda title: -len(title.split())):
        found[title.split()[0]].append(tuple(title.split()))
    return dict(found)


@cache
def _family_first() -> frozenset[str]:
    return frozenset(vocabulary().family_first.split())


@cache
def _qualifiers() -> frozenset[str]:
    return frozenset(vocabulary().qualifiers)


@cache
def _letters() -> dict[int, str]:
    return {ord(pair[0]): pair[1:] for pair in vocabulary().letters.split()}


@cache
def _generic() -> frozenset[str]:
    return frozenset(vocabulary().generic)


@cache
def simplified() -> dict[int, str]:
    """The simplified character for each traditional one, as `str.translate` takes them."""
    return {ord(pair[0]): pair[1] for pair in vocabulary().traditional.split()}


@cache
def _short_forms() -> re.Pattern[str]:
    longest = sorted(vocabulary().short, key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b")
