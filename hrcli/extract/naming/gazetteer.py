"""Names known beforehand: states with their governments, bodies, treaties, organisations, peoples, regions; found in plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from hrcli.extract.naming.forms import Hit, Known, Node, add, index, plain, search
from hrcli.lexicon import Entry, load

OFFICES = ("Special Rapporteur ", "Independent Expert ", "Working Group on ")
SMALL = frozenset(("on", "the", "of", "and", "or", "in", "to", "a", "for", "as", "against", "its", "while", "with"))


class State(Entry):
    """A state or a territory with a government of its own."""

    code: str
    name: str
    aliases: list[str] = []
    familiar: list[str] = []
    capitals: list[str] = []
    seats: list[str] = []
    adjectives: list[str] = []
    people: list[str] = []


class Countries(Entry):
    """lexicon/countries.toml"""

    examples: list[str]
    state: list[State]


class Body(Entry):
    """An intergovernmental body. `full`: the forms that count in place of the name; `weak`: those that need a context."""

    name: str
    aliases: list[str] = []
    full: list[str] = []
    weak: list[str] = []


class Bodies(Entry):
    """lexicon/bodies.toml"""

    examples: list[str]
    body: list[Body]


class Named(Entry):
    """A treaty or an organisation. `weak` forms need a context."""

    name: str
    aliases: list[str] = []
    weak: list[str] = []


class Treaties(Entry):
    """lexicon/treaties.toml"""

    examples: list[str]
    treaty: list[Named]


class Organizations(Entry):
    """lexicon/organizations.toml"""

    examples: list[str]
    weak_names: list[str]
    organization: list[Named]


class Agencies(Entry):
    """lexicon/agencies.toml"""

    examples: list[str]
    agency: list[Named]


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


def scan(text: str) -> list[Hit]:
    """The known names in a text as (start, end, what), in order, longest first, never overlapping; offsets in characters."""
    return list(search(text, index([(text, 0)]), trie()))


@lru_cache(maxsize=4096)
def within(name: str) -> tuple[Known, ...]:
    """What the known names inside a name stand for."""
    return tuple(known for _, _, known in scan(name))


@cache
def trie() -> Node:
    """The trie of all known names; where two vocabularies hold one form, the first wins."""
    root = Node()
    for form, known in _forms():
        add(root, form, known)
        if not form.isascii():
            add(root, bare(form), known)
        if len(form) > 3 and form.upper() != form:
            add(root, form.upper(), known)
    return root


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


@cache
def state_names() -> frozenset[str]:
    """The names of states."""
    return frozenset(form for s in states().values() for form in (s.name, *s.aliases))


def is_state(text: str) -> bool:
    """True for the name of a state and nothing else."""
    return text in state_names()


def find(name: str) -> Known | None:
    """What a name as a whole stands for, if it is known."""
    return lookup().get(plain(name))


@cache
def lookup() -> dict[str, Known]:
    """The known thing by any of its forms."""
    table: dict[str, Known] = {}
    for form, known in _forms():
        table.setdefault(plain(form), known)
        if not form.isascii():
            table.setdefault(plain(bare(form)), known)
    for form, known in familiar().items():
        table.setdefault(form, known)
    return table


@cache
def familiar() -> dict[str, Known]:
    """The states by names that are theirs only where they are spoken of anyway, with a small and a large first letter."""
    found = {form: Known(s.name, "place", "state", s.code) for s in states().values() for form in s.familiar}
    return found | {form[:1].upper() + form[1:]: known for form, known in found.items()}


@cache
def weak() -> Node:
    """The trie of the forms that are other things too: `known` where the context bears them out (`familiar.py`)."""
    root = Node()
    for body in load("bodies", Bodies).body:
        for form in body.weak:
            add(root, form, Known(body.name, "intergovernmental", "body"))
    for organization in load("organizations", Organizations).organization:
        for form in organization.weak:
            add(root, form, Known(organization.name, "organization", "organization"))
    for name in load("organizations", Organizations).weak_names:
        add(root, name, Known(name, "organization", "organization"))
    return root


def _forms() -> Iterator[tuple[str, Known]]:
    for body in load("bodies", Bodies).body:
        forms = [case for form in [*(body.full or [body.name]), *body.aliases] for case in _cases(form)]
        yield from _each(forms, Known(body.name, "intergovernmental", "body"))
    for treaty in load("treaties", Treaties).treaty:
        yield from _each([treaty.name, *treaty.aliases], Known(treaty.name, "law", "treaty"))
    for organization in load("organizations", Organizations).organization:
        yield from _each([organization.name, *organization.aliases], Known(organization.name, "organization", "organization"))
    for agency in load("agencies", Agencies).agency:
        yield from _each([agency.name, *agency.aliases], Known(agency.name, "public_body", "organization"))
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


def _cases(form: str) -> Iterator[str]:
    """A form as it is; that of a mandate also with its office in small letters, and with large ones throughout."""
    yield form
    office = next((office for office in OFFICES if form.startswith(office)), None)
    if office:
        topic = form[len(office) :]
        yield office.lower() + topic
        yield office + " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in topic.split(" "))


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
