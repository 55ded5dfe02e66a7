"""Names known beforehand: states with their governments, bodies, treaties, organisations, peoples, regions; found in plain text.

The search runs over pieces of text (words and single signs), so it depends on no tokenizer: "U.S." is found in
"U.S.-backed", and a straight apostrophe finds a curly one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from hrcli.lexicon import Entry, load
from hrcli.records import EntityType

Kind = Literal[
    "state", "capital", "seat", "adjective", "people", "region", "body", "treaty", "organization", "group", "group adjective", "occasion"
]
PIECE = re.compile(r"\w+|[^\w\s]")


class State(Entry):
    """A state or a territory with a government of its own."""

    code: str
    name: str
    aliases: list[str] = []
    capitals: list[str] = []
    seats: list[str] = []
    adjectives: list[str] = []
    people: list[str] = []


class Countries(Entry):
    """lexicon/countries.toml"""

    examples: list[str]
    state: list[State]


class Body(Entry):
    """An intergovernmental body. `full`: the forms that count in place of the name."""

    name: str
    aliases: list[str] = []
    full: list[str] = []


class Bodies(Entry):
    """lexicon/bodies.toml"""

    examples: list[str]
    body: list[Body]


class Named(Entry):
    """A treaty or an organisation."""

    name: str
    aliases: list[str] = []


class Treaties(Entry):
    """lexicon/treaties.toml"""

    examples: list[str]
    treaty: list[Named]


class Organizations(Entry):
    """lexicon/organizations.toml"""

    examples: list[str]
    organization: list[Named]


class People(Entry):
    """A people, a faith, a movement."""

    name: str
    nouns: list[str] = []
    adjectives: list[str] = []


class Peoples(Entry):
    """lexicon/peoples.toml"""

    examples: list[str]
    people: list[People]


class Regions(Entry):
    """lexicon/regions.toml"""

    examples: list[str]
    names: list[str]


class Occasions(Entry):
    """lexicon/occasions.toml"""

    examples: list[str]
    events: list[str]
    works: list[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What a known form stands for: `name` is the same for all forms of one thing; `code` the state that it belongs to."""

    name: str
    type: EntityType
    kind: Kind
    code: str | None = None


@dataclass(slots=True)
class Node:
    """A node of the trie over pieces."""

    known: Known | None = None
    next: dict[str, Node] = field(default_factory=dict)


def scan(text: str) -> list[tuple[int, int, Known]]:
    """The known names in a text as (start, end, what), in order, longest first, never overlapping; offsets in characters."""
    return list(search(text, trie()))


def search(text: str, root: Node) -> Iterator[tuple[int, int, Known]]:
    """As `scan`, with a trie of one's own."""
    pieces = [(m.start(), m.end(), plain(m.group())) for m in PIECE.finditer(text)]
    at = 0
    while at < len(pieces):
        hit = _longest(text, pieces, at, root)
        if hit is None:
            at += 1
        else:
            yield pieces[at][0], pieces[hit[0] - 1][1], hit[1]
            at = hit[0]


@cache
def trie() -> Node:
    """The trie of all known names; where two vocabularies hold one form, the first wins."""
    root = Node()
    for form, known in _forms():
        add(root, form, known)
        add(root, bare(form), known)
        if len(form) > 3 and form.upper() != form:
            add(root, form.upper(), known)
    return root


def add(root: Node, form: str, known: Known) -> None:
    """Put a form into a trie, unless it is there."""
    node = root
    for piece in PIECE.findall(form):
        node = node.next.setdefault(plain(piece), Node())
    node.known = node.known or known


def plain(piece: str) -> str:
    """A piece as it is compared: composed, with straight apostrophes and hyphens."""
    return unicodedata.normalize("NFC", piece).translate({0x2019: "'", 0x2018: "'", 0x2010: "-", 0x2011: "-"})


def bare(form: str) -> str:
    """A form without accents, as many newspapers print it: "Yaounde"."""
    return "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))


@cache
def states() -> dict[str, State]:
    """The states by code."""
    return {state.code: state for state in load("countries", Countries).state}


@cache
def joint_names() -> frozenset[str]:
    """The names of states with an "and" of their own ("Trinidad and Tobago"), without case."""
    return frozenset(form.casefold() for s in states().values() for form in (s.name, *s.aliases) if " and " in form)


def is_state(text: str) -> bool:
    """True for the name of a state and nothing else."""
    return any(text == form for s in states().values() for form in (s.name, *s.aliases))


@cache
def lookup() -> dict[str, Known]:
    """The known thing by any of its forms."""
    table: dict[str, Known] = {}
    for form, known in _forms():
        table.setdefault(plain(form), known)
        table.setdefault(plain(bare(form)), known)
    return table


def _longest(text: str, pieces: list[tuple[int, int, str]], at: int, root: Node) -> tuple[int, Known] | None:
    node, best = root, None
    for i in range(at, len(pieces)):
        if i > at and "\n\n" in text[pieces[i - 1][1] : pieces[i][0]]:
            break
        follower = node.next.get(pieces[i][2])
        if follower is None:
            break
        node = follower
        if node.known:
            best = (i + 1, node.known)
    return best


def _forms() -> Iterator[tuple[str, Known]]:
    for body in load("bodies", Bodies).body:
        yield from _each([*(body.full or [body.name]), *body.aliases], Known(body.name, "intergovernmental", "body"))
    for treaty in load("treaties", Treaties).treaty:
        yield from _each([treaty.name, *treaty.aliases], Known(treaty.name, "law", "treaty"))
    for organization in load("organizations", Organizations).organization:
        yield from _each([organization.name, *organization.aliases], Known(organization.name, "organization", "organization"))
    for people in load("peoples", Peoples).people:
        yield from _each(people.nouns, Known(people.name, "group", "group"))
        yield from _each(people.adjectives, Known(people.name, "group", "group adjective"))
    for state in states().values():
        yield from _state_forms(state)
    for event in load("occasions", Occasions).events:
        yield event, Known(event, "event", "occasion")
    for work in load("occasions", Occasions).works:
        yield work, Known(work, "work", "occasion")
    for region in load("regions", Regions).names:
        yield region, Known(region, "place", "region")


def _state_forms(state: State) -> Iterator[tuple[str, Known]]:
    yield from _each([state.name, *state.aliases], Known(state.name, "place", "state", state.code))
    for capital in state.capitals:
        yield capital, Known(capital, "place", "capital", state.code)
    for seat in state.seats:
        yield seat, Known(seat, "public_body", "seat", state.code)
    yield from _each(state.people, Known(state.people[0], "group", "people", state.code) if state.people else None)
    yield from _each(state.adjectives, Known(state.adjectives[0], "group", "adjective", state.code) if state.adjectives else None)


def _each(forms: list[str], known: Known | None) -> Iterator[tuple[str, Known]]:
    for form in forms:
        if known is not None:
            yield form, known
