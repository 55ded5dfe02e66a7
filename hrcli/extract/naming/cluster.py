"""Which mentions name the same thing: pure functions over names, without the text around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from hrcli.extract.findings import Mention
from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.vocabulary import heads, words

SMALL = frozenset(("of", "the", "and", "for", "on", "in", "to", "against", "de", "a", "an", "la", "&"))
DROPPED = frozenset(
    (
        "Network",
        "Movement",
        "Foundation",
        "Group",
        "Party",
        "Organization",
        "Organisation",
        "Collective",
        "Alliance",
        "Platform",
        "Initiative",
        "Media",
    )
)
"""Words at the end of organisations' names that are left out in short: a university is not called by its town alone."""
ORGANIZED = frozenset(("organization", "public_body", "intergovernmental"))


@dataclass(slots=True)
class Cluster:
    """Mentions of one thing, in the order in which they were found to be so."""

    mentions: list[Mention] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Take a mention in, with its names."""
        self.mentions.append(mention)
        self.keys.update(keys_of(mention))


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A name as it is compared: no case, no accents, no punctuation, no white space."""
    text = unicodedata.normalize("NFKD", name).casefold().replace("đ", "d").replace("ł", "l").replace("ø", "o")
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"^(the|a|an)\s+|['’]s$", "", text)
    return re.sub(r"[\W_]+", "", text)


def keys_of(mention: Mention) -> set[str]:
    """All that a mention may be recognised by: its name, its aliases, the known name behind it, the name without "UN"."""
    names = [mention.name, *mention.aliases]
    found = {key(name) for name in names}
    for name in names:
        known = gazetteer.lookup().get(gazetteer.plain(name)) or gazetteer.lookup().get(gazetteer.plain(without_un(name)))
        found |= {key(known.name)} if known and known.type == mention.type else set()
        found |= {key(without_un(name))} if mention.type in ORGANIZED or mention.type == "law" else set()
    return found - {""}


def without_un(name: str) -> str:
    """A body's name without "UN" before it; "UN" itself stays."""
    return re.sub(r"^(?:UN|U\.N\.|United Nations)\s+(?=\w)", "", name)


@lru_cache(maxsize=4096)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared, without initials' dots and particles' hyphens."""
    return tuple(k for part in re.split(r"\s+|(?<=\b[AaEe]l)-", name) if (k := key(part)))


def persons(mentions: list[Mention]) -> list[Cluster]:
    """People: full names first, joined where one holds the other; then single names, each to the person named last who bears it."""
    clusters: list[Cluster] = []
    single = [m for m in mentions if len(tokens(m.name)) == 1]
    for mention in sorted((m for m in mentions if len(tokens(m.name)) > 1), key=lambda m: (-len(tokens(m.name)), m.start)):
        home = next((c for c in clusters if any(same_person(mention.name, m.name) for m in c.mentions)), None)
        if home is None:
            clusters.append(home := Cluster())
        home.add(mention)
    for mention in single:
        home = _bearer(mention, clusters)
        if home is None:
            clusters.append(home := Cluster())
        home.add(mention)
    return [_ordered(c) for c in clusters]


@lru_cache(maxsize=4096)
def same_person(a: str, b: str) -> bool:
    """Whether two names of two words or more are one person's: one holds the other, in another order, glued, or misspelt by a letter."""
    if key(a) == key(b):
        return True
    short, long = sorted((tokens(a), tokens(b)), key=len)
    if len(short) > 1 and (_within(short, long) or (len(short) == len(long) and sorted(short) == sorted(long))):
        return True
    if len(short) == len(long) == 2 and _initials(short, long):
        return True
    return len(key(a)) > 8 and key(a)[0] == key(b)[0] and one_letter_apart(key(a), key(b))


def one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes one word of the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at:] == long[at + 1 :]


def bodies(mentions: list[Mention]) -> list[Cluster]:
    """Everything but people: joined by a common key, by initials, by a short form that only one longer name begins or ends with."""
    clusters: list[Cluster] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.name), m.start)):
        keys = keys_of(mention)
        home = next((c for c in clusters if c.keys & keys), None) or _by_form(mention, clusters)
        if home is None:
            clusters.append(home := Cluster())
        home.add(mention)
    return [_ordered(c) for c in clusters]


def initials(name: str) -> set[str]:
    """The abbreviations that a name's first letters make, with and without its small words."""
    parts = re.findall(r"\w+|&", name.replace("’", "'").replace("'s", ""))
    full = "".join(p[0] for p in parts)
    return {s.casefold() for s in (full, "".join(p[0] for p in parts if p.casefold() not in SMALL)) if len(s) > 1}


def _by_form(mention: Mention, clusters: list[Cluster]) -> Cluster | None:
    if re.fullmatch(r"[A-Z][A-Za-z&.]{1,9}", mention.name) and sum(c.isupper() for c in mention.name) > 1:
        short = key(mention.name)
        return next((c for c in clusters if any(short in initials(m.name) for m in c.mentions)), None)
    if gazetteer.lookup().get(gazetteer.plain(mention.name)):
        return None
    if mention.type == "place":
        return next((c for c in clusters if any(_same_place(m.name, mention.name) for m in c.mentions)), None)
    words_ = tokens(mention.name)
    if len(words_) < 2 and mention.name not in heads():
        return next((c for c in clusters if any(_with_head(mention.name, m.name) for m in c.mentions)), None)
    longer = [c for c in clusters if any(_short_form(words_, tokens(m.name)) for m in c.mentions)]
    return longer[0] if len(longer) == 1 else None


def _with_head(short: str, long: str) -> bool:
    """Whether the longer name is the shorter one and the word for what it is: "Kalinga", "Kalinga Network"."""
    first, _, last = long.partition(" ")
    return last in DROPPED and key(first) == key(short)


def _short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)


def _same_place(long: str, short: str) -> bool:
    """Whether one is the other with "Province" or the like, or misspelt by a letter."""
    a, b = key(long), key(short)
    return _bare_place(long) == b or (len(b) > 6 and a[0] == b[0] and a[-1] == b[-1] and one_letter_apart(a, b))


def _bare_place(name: str) -> str | None:
    parts = name.split()
    if len(parts) > 1 and (parts[-1] in words().place or parts[-1] in words().place_lower):
        return key(" ".join(parts[:-1])) if parts[-1].lower() not in ("prison", "jail", "camp", "sea", "islands") else None
    return None


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _initials(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return a[1] == b[1] and a[0][0] == b[0][0] and 1 in (len(a[0]), len(b[0]))


def _bearer(mention: Mention, clusters: list[Cluster]) -> Cluster | None:
    word = tokens(mention.name)[0]
    bearing = [c for c in clusters if any(word in tokens(m.name) or word == key(m.name) for m in c.mentions)]
    if not bearing and len(word) > 5:
        bearing = [c for c in clusters if any(one_letter_apart(word, t) for m in c.mentions for t in tokens(m.name) if len(t) > 5)]
    return min(bearing, key=lambda c: _distance(mention, c), default=None)


def _distance(mention: Mention, cluster: Cluster) -> tuple[bool, int]:
    """Earlier mentions are nearer than later ones."""
    before = [mention.start - m.start for m in cluster.mentions if m.start < mention.start]
    return (not before, min(before, default=cluster.mentions[0].start))


def _ordered(cluster: Cluster) -> Cluster:
    cluster.mentions.sort(key=lambda m: m.start)
    return cluster


def families(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions that may be one thing: people, places, bodies, laws, events, groups, works."""
    table: dict[str, list[Mention]] = {}
    for mention in mentions:
        table.setdefault("body" if mention.type in ORGANIZED else mention.type, []).append(mention)
    return list(table.values())
