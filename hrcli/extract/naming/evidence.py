"""What kind of thing an unknown name names: the language model's votes, and what stands around and inside the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from hrcli.extract.findings import Mention
from hrcli.extract.naming import votes
from hrcli.extract.naming.candidates import UNSURE, Candidate
from hrcli.extract.naming.cluster import DROPPED, FIRMS, initials, key, one_letter_apart
from hrcli.extract.naming.forms import plain
from hrcli.extract.naming.gazetteer import lookup
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import personal
from hrcli.records import EntityType

OPEN = frozenset(("person", "organization", "place"))
GUESSES = 3.0
"""What the model's guesses at one name weigh together at most."""
LISTED = frozenset(("state", "capital", "region", "organization"))
LINKS = frozenset((",", "and", "or", "&"))
PRISONS = frozenset(("prison", "jail", "camp"))


def retype(page: Page, found: list[Candidate]) -> list[Candidate]:
    """The candidates with one type for each unknown name: the one with the most votes over all its mentions."""
    names = {c.start: key(page.slice(c.start, c.end)) for c in found if _open(c)}
    if not names:
        return found
    tallies: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    times = Counter(names.values())
    for c, kind in (*_between(page, found), *_listed(page, found), *_wider(page, found)):
        tallies[names[c.start]][kind] += 1.5
    for c in found:
        if (name := names.get(c.start)) is not None:
            for kind, weight in ((c.type, min(1.0, GUESSES / times[name])), *votes.inside(page, c), *votes.around(page, c)):
                tallies[name][kind] += weight
    kinds = {name: max(tally, key=lambda kind: tally[kind]) for name, tally in tallies.items()}
    kinds |= _of_persons(page, found, names, kinds) | _of_bodies(page, found, names) | _of_prisons(page, found, names)
    told = {start: kinds[name] for start, name in names.items()}
    return [c._replace(type=told[c.start]) if told.get(c.start, c.type) != c.type else c for c in found]


def _between(page: Page, found: list[Candidate]) -> Iterator[tuple[Candidate, EntityType]]:
    """Unknown names between two people in a list."""
    for before, c, after in zip(found, found[1:], found[2:], strict=False):
        alone = before.end == c.start - 1 and page.words[before.end] == page.words[c.end] == ","
        if alone and before.type == after.type == "person" and _open(c):
            yield c, "person"


def _listed(page: Page, found: list[Candidate]) -> Iterator[tuple[Candidate, EntityType]]:
    """Unknown names in a list with known places or organisations: "Lima, Ayabaca and Cusco" are of one type."""
    runs: list[list[Candidate]] = [[]]
    for c in found:
        if runs[-1] and not _next_in_list(page, runs[-1][-1].end, c.start):
            runs.append([])
        runs[-1].append(c)
    for run in runs:
        kinds = {c.type for c in run if c.known and c.known.kind in LISTED} if len(run) > 2 else set()
        if not kinds and len(run) > 3 and not any(c.known for c in run) and _some_personal(page, run):
            yield from ((c, "person") for c in run if _open(c))
        if len(kinds) == 1:
            yield from ((c, kind) for kind in kinds for c in run if _open(c) and not (kind == "place" and _full_name(page, c)))


def _some_personal(page: Page, run: list[Candidate]) -> bool:
    """Whether some of a list are taken for people, and one bears a forename or a surname that is known."""
    people = [c for c in run if c.type == "person"]
    return len(people) > 1 and any(not personal().isdisjoint(page.words[c.start : c.end]) for c in people)


def _full_name(page: Page, c: Candidate) -> bool:
    """Whether the model takes two words or more, a forename among them, for a person: "boys from Lima, Ada Maria Brook and Eve Gray"."""
    return c.type == "person" and c.end - c.start > 1 and not personal().isdisjoint(page.words[c.start : c.end])


def _wider(page: Page, found: list[Candidate]) -> Iterator[tuple[Candidate, EntityType]]:
    """Unknown names behind a place that somebody is in: "at her clinic in Kabala, Norvik Occidental, before dawn"."""
    for before, c in pairwise(found):
        inside = before.type == "place" and before.start > 0 and page.lower[before.start - 1] in ("in", "at", "near", "from")
        if inside and _open(c) and c.start == before.end + 1 and page.words[before.end] == ",":
            behind = page.words[c.end] if c.end < len(page) else "."
            if behind in (",", ".", ";", ")") or "\n" in behind:
                yield c, "place"


def _next_in_list(page: Page, end: int, start: int) -> bool:
    """Whether nothing but a comma, or "and", stands between two names."""
    first = page.lower[end]
    if first not in LINKS and first != "the" and not first.isspace():
        return False
    between = [word for word in page.lower[end:start] if word != "the" and not word.isspace()]
    return between == [",", "and"] or (len(between) == 1 and between[0] in LINKS)


def abbreviations(mentions: list[Mention]) -> None:
    """Give an abbreviation the type of the name that it abbreviates in this text; in place."""
    table: dict[str, EntityType] = {}
    for m in mentions:
        if " " in m.name and m.type != "person":
            table |= dict.fromkeys([key(short) for short in (*initials(m.name), *m.aliases)], m.type)
    for m in mentions:
        if m.name.isupper() and m.name.isalpha() and 1 < len(m.name) < 8 and key(m.name) in table and not lookup().get(plain(m.name)):
            m.type = table[key(m.name)]


def _open(candidate: Candidate) -> bool:
    return candidate.known is None and candidate.rank == UNSURE and candidate.type in OPEN


def _of_persons(page: Page, found: list[Candidate], names: dict[int, str], kinds: dict[str, EntityType]) -> dict[str, EntityType]:
    """Single words that a full name of a person in the text begins or ends with are that person's."""
    edges: set[str] = set()
    single: set[str] = set()
    for c in found:
        if (name := names.get(c.start)) is not None:
            text = page.slice(c.start, c.end)
            if " " not in text:
                single.add(name)
            if kinds[name] == "person" and len(parts := text.split()) > 1:
                edges |= {key(parts[0]), key(parts[-1])} - {""}
    long = [edge for edge in edges if len(edge) > 5]
    return {name: "person" for name in single if name in edges or (len(name) > 5 and any(_misspelt(name, edge) for edge in long))}


def _of_bodies(page: Page, found: list[Candidate], names: dict[int, str]) -> dict[str, EntityType]:
    """Single words before the one head word of an organisation's name are that organisation's: "Kalinga" of the "Kalinga Network"."""
    ends = DROPPED | FIRMS
    full = [c for c in found if c.end - c.start == 2 and page.words[c.end - 1] in ends and c.type == "organization" and c.known is None]
    if not full:
        return {}
    single = {names[c.start] for c in found if c.end - c.start == 1 and c.start in names}
    return dict.fromkeys(single & {key(page.words[c.start]) for c in full}, "organization")


def _of_prisons(page: Page, found: list[Candidate], names: dict[int, str]) -> dict[str, EntityType]:
    """Words before "Prison" in a name are the prison's where they stand alone later on: "held in Kelma" after "Kelma Prison"."""
    bare = {key(page.slice(c.start, c.end - 1)): c.start for c in found if c.end - c.start > 1 and page.lower[c.end - 1] in PRISONS}
    return {names[c.start]: "place" for c in found if c.start in names and bare.get(names[c.start], c.start) < c.start}


def _misspelt(name: str, edge: str) -> bool:
    return name[0] == edge[0] and one_letter_apart(name, edge)
