"""Which mentions name the same thing: pure functions over names, without the text around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from hrcli.extract.findings import Mention
from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.vocabulary import heads, words
from hrcli.records import EntityType

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
FIRMS = frozenset(
    ("Inc", "Inc.", "Ltd", "Ltd.", "Limited", "LLC", "Corp", "Corp.", "Corporation", "Company", "Holdings", "GmbH", "plc", "PLC", "S.A.")
)
OUTLETS = frozenset(("News", "Press", "Radio", "TV", "Television", "Magazine"))
ORGANIZED = frozenset(("organization", "public_body", "intergovernmental"))
ACCENTED = str.maketrans("đłø", "dlo")
EDGES = re.compile(r"^(the|a|an)\s+|['’]s$")
SIGNS = re.compile(r"[\W_]+")
GAPS = re.compile(r"\s+|(?<=\b[AaEe]l)-")
OF = re.compile(r"(?:the )?(Court|Ministry|Department) of (?:the )?(\w+)", re.IGNORECASE)
CONFINED = re.compile(
    r"(?i)(?: (?:women|men)[’']s| central| maximum| high| security| closed| remand| type| district| [a-z]-type)* (?:prison|jail)$"
)
BRACKETS = re.compile(r"\s*\([^()]*\)")
YEAR = re.compile(r",?\s+(?:of )?(?:19|20)\d\d$")
SHORT = re.compile(r"[A-Z][A-Za-z&.]{1,9}")


@dataclass(slots=True)
class Cluster:
    """Mentions of one thing, in the order in which they were found to be so, with its names and what it is known by."""

    mentions: list[Mention] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def add(self, mentions: list[Mention], keys: Iterable[str]) -> None:
        """Take in mentions by one name, with the keys of it."""
        self.mentions += mentions
        self.names.append(mentions[0].name)
        self.keys.update(keys)


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A name as it is compared: no case, no accents, no punctuation, no white space."""
    text = name.lower() if name.isascii() else _unaccented(name)
    return SIGNS.sub("", EDGES.sub("", text))


def _unaccented(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).casefold().translate(ACCENTED)
    return "".join(c for c in text if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def keys_of(name: str, kind: EntityType) -> frozenset[str]:
    """All that a name may be recognised by: itself, the known name behind it, the name without "UN"."""
    found = {key(name)}
    known = gazetteer.find(name) or gazetteer.find(without_un(name))
    if known and known.type == kind:
        found.add(key(known.name))
    if kind in ORGANIZED or kind == "law":
        found.add(key(without_un(name)))
    if kind == "law" and "(" in name:
        short = name if "Amendment)" in name else BRACKETS.sub("", name)
        found |= {key(form) for whole in (name, short) for form in (whole, YEAR.sub("", whole))}
    if kind == "public_body" and (of := OF.fullmatch(name)):
        found.add(key(f"{of.group(2)} {of.group(1)}"))  # "Court of Appeal", "Appeal Court"
    return frozenset(found - {""})


def without_un(name: str) -> str:
    """A body's name without "UN" before it; "UN" itself stays."""
    return re.sub(r"^(?:UN|U\.N\.|United Nations)\s+(?=\w)", "", name) if name.startswith("U") else name


@lru_cache(maxsize=4096)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared, without initials' dots and particles' hyphens."""
    return tuple(k for part in GAPS.split(name) if (k := key(part)))


def persons(mentions: list[Mention]) -> list[Cluster]:
    """People: full names first, joined where one holds the other; then single names, each to the person named last who bears it.

    A surname that several bear is not that of somebody whom the text calls by the forename: "Castro's brother Jun Castro", "Jun".
    """
    clusters: list[Cluster] = []
    full = [same for same in _by_name(mentions) if len(tokens(same[0].name)) > 1]
    for same in sorted(full, key=lambda same: (-len(tokens(same[0].name)), same[0].start)):
        name, others = same[0].name, _other_names(same)
        homes = [c for c in clusters if any(same_person(mine, other) for other in c.names for mine in (name, *others))]
        home = homes[0] if homes and not (len(homes) > 1 and _is_brief(name)) else None
        _join(same, home, clusters, {word for mine in (name, *others) for word in (key(mine), *tokens(mine))}, others)
    single = [mention for mention in mentions if len(tokens(mention.name)) == 1]
    familiar = _familiar({word for mention in single for word in tokens(mention.name)}, clusters)
    for mention in single:
        _join([mention], _bearer(mention, clusters, familiar), clusters, tokens(mention.name))
    return [_ordered(c) for c in clusters]


def _by_name(mentions: list[Mention]) -> list[list[Mention]]:
    table: dict[str, list[Mention]] = {}
    for mention in mentions:
        table.setdefault(mention.name, []).append(mention)
    return list(table.values())


def _other_names(mentions: list[Mention]) -> list[str]:
    """The other names that mentions of a person give."""
    return [alias for m in mentions for alias in m.aliases]


def _join(mentions: list[Mention], home: Cluster | None, clusters: list[Cluster], keys: Iterable[str], others: Iterable[str] = ()) -> None:
    if home is None:
        clusters.append(home := Cluster())
    home.add(mentions, keys)
    home.names.extend(others)


def same_person(a: str, b: str) -> bool:
    """Whether two names of two words or more are one person's: one holds the other, in another order, glued, or misspelt by a letter."""
    whole_a, whole_b, words_a, words_b = key(a), key(b), tokens(a), tokens(b)
    if whole_a == whole_b:
        return True
    if not set(words_a).isdisjoint(words_b):
        short, long = sorted((words_a, words_b), key=len)
        if len(short) > 1 and (_within(short, long) or (len(short) == len(long) and sorted(short) == sorted(long))):
            return True
        if len(short) == len(long) == 2 and _initials(short, long):
            return True
    return len(whole_a) > 8 and whole_a[0] == whole_b[0] and one_letter_apart(whole_a, whole_b)


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
    for same in sorted(_by_name(mentions), key=lambda same: (-len(same[0].name), same[0].start)):
        keys = {key for m in same for name in (m.name, *m.aliases) for key in keys_of(name, m.type)}
        home = next((c for c in clusters if not c.keys.isdisjoint(keys)), None) or _by_form(same[0], clusters)
        _join(same, home, clusters, keys)
    return [_ordered(c) for c in clusters]


@lru_cache(maxsize=4096)
def initials(name: str) -> frozenset[str]:
    """The abbreviations that a name's first letters make, with and without its small words."""
    parts = re.findall(r"\w+|&", name.replace("’", "'").replace("'s", ""))
    full = "".join(p[0] for p in parts)
    return frozenset(s.casefold() for s in (full, "".join(p[0] for p in parts if p.casefold() not in SMALL)) if len(s) > 1)


def _by_form(mention: Mention, clusters: list[Cluster]) -> Cluster | None:
    name = mention.name
    if SHORT.fullmatch(name) and sum(c.isupper() for c in name) > 1:
        return next((c for c in clusters if any(key(name) in initials(other) for other in c.names)), None)
    if gazetteer.find(name):
        return None
    if mention.type == "place":
        return next((c for c in clusters if any(_same_place(other, name) for other in c.names) or _is_prison(mention, c)), None)
    words_ = tokens(name)
    if len(words_) < 2 and name not in heads():
        return next((c for c in clusters if any(_with_head(name, other) for other in c.names)), None)
    longer = [c for c in clusters if any(_short_form(words_, tokens(other)) or _middle(name, other) for other in c.names)]
    return longer[0] if len(longer) == 1 else None


def _with_head(short: str, long: str) -> bool:
    """Whether the longer name is the shorter one and the word for what it is: "Kalinga", "Kalinga Network"."""
    first, _, last = long.partition(" ")
    return last in DROPPED | FIRMS | OUTLETS and key(first) == key(short)


def _short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)


def _middle(short: str, long: str) -> bool:
    """Whether a name with a head at its end is what another is called before its "on" or "of": "Fact-Finding Mission"."""
    at = long.find(f" {short} ")
    return at > 0 and " " in short and short.split()[-1] in heads() and long[at + len(short) + 2 :].split()[0] in ("on", "of", "for", "in")


def _same_place(long: str, short: str) -> bool:
    """Whether one is the other with "Province" or the like, or misspelt by a letter."""
    a, b = key(long), key(short)
    return _bare_place(long) == b or (len(b) > 6 and a[:1] == b[0] and a[-1] == b[-1] and one_letter_apart(a, b))


def _is_prison(mention: Mention, cluster: Cluster) -> bool:
    """Whether a place is called as a prison without the noun, which the text has named first: "sent to Kelma" after "Kelma Prison"."""
    longer = (name for name in cluster.names if name.rpartition(" ")[2].lower() in ("prison", "jail"))
    later = min(m.start for m in cluster.mentions) < mention.start
    return later and any(key(CONFINED.sub("", name)) == key(mention.name) for name in longer)


@lru_cache(maxsize=4096)
def _bare_place(name: str) -> str | None:
    parts = name.split()
    if len(parts) > 1 and (parts[-1] in words().place or parts[-1] in words().place_lower):
        return key(" ".join(parts[:-1])) if parts[-1].lower() not in ("prison", "jail", "camp", "sea", "islands") else None
    return None


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _initials(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names differ in that one has an initial, for the forename ("J. Brook") or for the surname ("Ada B.")."""
    return any(a[1 - i] == b[1 - i] and a[i][0] == b[i][0] and 1 in (len(a[i]), len(b[i])) for i in (0, 1))


def _is_brief(name: str) -> bool:
    """Whether a name has an initial in place of the surname, which many may share."""
    return len(tokens(name)[-1]) == 1


def _familiar(words_: set[str], clusters: list[Cluster]) -> dict[int, str]:
    """By the id of a cluster the forename, one of these words, by which the text calls that person and nobody else."""
    bearers = {word: [c for c in clusters if word in c.keys] for word in words_}
    return {id(c): word for word, (c, *others) in ((w, b) for w, b in bearers.items() if b) if not others and _opens(word, c)}


def _opens(word: str, cluster: Cluster) -> bool:
    return any(tokens(name)[:1] == (word,) for name in cluster.names)


def _bearer(mention: Mention, clusters: list[Cluster], familiar: Mapping[int, str]) -> Cluster | None:
    word = tokens(mention.name)[0]
    bearing = [c for c in clusters if word in c.keys]
    if not bearing and len(word) > 5:
        bearing = [c for c in clusters if any(len(k) > 5 and one_letter_apart(word, k) for k in c.keys)]
    if len(bearing) > 1:
        bearing = [c for c in bearing if familiar.get(id(c), word) == word] or bearing
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
