"""The words of names and titles, loaded once and laid out for quick questions."""

from __future__ import annotations

from functools import cache

from hrcli.lexicon import Entry, load
from hrcli.records import EntityType


class Titles(Entry):
    """lexicon/titles.toml"""

    examples: list[str]
    male: frozenset[str]
    female: frozenset[str]
    neutral: frozenset[str]
    suffixes: frozenset[str]
    surnames: frozenset[str]
    offices: frozenset[str]
    occupations: frozenset[str]
    of_many: frozenset[str]
    male_kin: frozenset[str]
    female_kin: frozenset[str]
    outside: frozenset[str]
    sole: frozenset[str]
    sole_before: frozenset[str]
    speaking: frozenset[str]
    heading: frozenset[str]
    serving: frozenset[str]
    headed: frozenset[str]
    employing: frozenset[str]
    around: frozenset[str]
    naming: frozenset[str]


class NameWords(Entry):
    """lexicon/name_words.toml"""

    examples: list[str]
    public_body: frozenset[str]
    public_or_not: frozenset[str]
    of_state: frozenset[str]
    organization: frozenset[str]
    foreign: frozenset[str]
    intergovernmental: frozenset[str]
    law: frozenset[str]
    event: frozenset[str]
    work: frozenset[str]
    place: frozenset[str]
    possessors: frozenset[str]
    held_in: frozenset[str]
    legislated: frozenset[str]
    public_body_lower: frozenset[str]
    place_lower: frozenset[str]
    government: frozenset[str]
    named_after_leaders: frozenset[str]
    forces: frozenset[str]
    ministries: frozenset[str]
    laws: frozenset[str]
    openers: frozenset[str]
    calendar: frozenset[str]
    no_person: frozenset[str]
    particles: frozenset[str]
    banded: frozenset[str]
    kindred: frozenset[str]
    sites: frozenset[str]
    confining: frozenset[str]
    dedicated: frozenset[str]
    works: frozenset[str]
    creative: frozenset[str]
    peoples: frozenset[str]
    envoys: frozenset[str]
    offices_of_state: frozenset[str]
    portfolios: frozenset[str]
    numerals: frozenset[str]
    firms: frozenset[str]
    event_lower: frozenset[str]
    human: frozenset[str]
    before_place: frozenset[str]
    media_nouns: frozenset[str]
    place_nouns: frozenset[str]
    never: frozenset[str]


class PersonNames(Entry):
    """lexicon/person_names.toml"""

    examples: list[str]
    female: frozenset[str]
    male: frozenset[str]
    either: frozenset[str]
    surnames: frozenset[str]


@cache
def genders() -> dict[str, str | None]:
    """The gender that a forename tells, None where it is borne by both; keys are forenames as written."""
    names = load("person_names", PersonNames)
    table: dict[str, str | None] = dict.fromkeys(names.either)
    return table | dict.fromkeys(names.female, "female") | dict.fromkeys(names.male, "male")


@cache
def personal() -> frozenset[str]:
    """Forenames and surnames."""
    names: PersonNames = load("person_names", PersonNames)
    return names.surnames | genders().keys()


@cache
def titles() -> Titles:
    """The words that stand beside a person's name."""
    found: Titles = load("titles", Titles)
    return found


@cache
def words() -> NameWords:
    """The words that names are made of."""
    found: NameWords = load("name_words", NameWords)
    return found


@cache
def heads() -> dict[str, EntityType]:
    """The head words of names by what they name; one of two kinds has the first of law, public body, organisation, place, event, work."""
    table: dict[str, EntityType] = {}
    kinds: list[tuple[EntityType, frozenset[str]]] = [
        ("intergovernmental", words().intergovernmental),
        ("law", words().law),
        ("public_body", words().public_body),
        ("organization", words().public_or_not | words().organization),
        ("place", words().place),
        ("event", words().event),
        ("work", words().work),
    ]
    for kind, forms in kinds:
        for form in forms:
            table.setdefault(form, kind)
    return table


@cache
def roles() -> frozenset[str]:
    """Offices, occupations and kin, in small letters, singular and plural."""
    single = titles().offices | titles().occupations | titles().male_kin | titles().female_kin
    plural = {word[:-1] + "ies" if word.endswith("y") else word + "s" for word in single}
    return single | plural | {"police"}


@cache
def officers() -> frozenset[str]:
    """Offices that stand before one surname: "Representative Brook"."""
    return titles().offices - titles().of_many


@cache
def strangers() -> frozenset[str]:
    """Roles beside an organisation that do not make somebody one of it: kin, critics, victims; singular and plural."""
    return titles().outside | {word + "s" for word in titles().outside}


@cache
def honorifics() -> frozenset[str]:
    """Forms of address, as they are written."""
    forms = titles().male | titles().female | titles().neutral
    return forms | {form.upper() for form in forms if len(form) > 1}


@cache
def never() -> frozenset[str]:
    """What is no name, in small letters."""
    return frozenset(word.casefold() for word in words().never)
