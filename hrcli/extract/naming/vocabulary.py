"""The words of names and titles, loaded once and laid out for quick questions."""

from __future__ import annotations

from functools import cache

from hrcli.lexicon import Entry, load
from hrcli.records import EntityType


class Titles(Entry):
    """lexicon/titles.toml"""

    examples: list[str]
    male: list[str]
    female: list[str]
    neutral: list[str]
    suffixes: list[str]
    offices: list[str]
    occupations: list[str]
    of_many: list[str]
    male_kin: list[str]
    female_kin: list[str]


class NameWords(Entry):
    """lexicon/name_words.toml"""

    examples: list[str]
    public_body: list[str]
    public_or_not: list[str]
    of_state: list[str]
    organization: list[str]
    intergovernmental: list[str]
    law: list[str]
    event: list[str]
    place: list[str]
    possessors: list[str]
    public_body_lower: list[str]
    place_lower: list[str]
    government: list[str]
    named_after_leaders: list[str]
    forces: list[str]
    ministries: list[str]
    laws: list[str]
    openers: list[str]
    calendar: list[str]
    no_person: list[str]
    particles: list[str]
    human: list[str]
    before_place: list[str]
    media_nouns: list[str]
    place_nouns: list[str]
    never: list[str]


class PersonNames(Entry):
    """lexicon/person_names.toml"""

    examples: list[str]
    female: list[str]
    male: list[str]
    either: list[str]
    surnames: list[str]


@cache
def genders() -> dict[str, str | None]:
    """The gender that a forename tells, None where it is borne by both; keys are forenames as written."""
    names = load("person_names", PersonNames)
    table: dict[str, str | None] = dict.fromkeys(names.either)
    return table | dict.fromkeys(names.female, "female") | dict.fromkeys(names.male, "male")


@cache
def personal() -> frozenset[str]:
    """Forenames and surnames."""
    return frozenset(genders()) | frozenset(load("person_names", PersonNames).surnames)


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
    """The head words of names by what they name; a word of two kinds has the first of law, public body, place, organisation, event."""
    table: dict[str, EntityType] = {}
    kinds: list[tuple[EntityType, list[str]]] = [
        ("intergovernmental", words().intergovernmental),
        ("law", words().law),
        ("public_body", words().public_body),
        ("organization", [*words().public_or_not, *words().organization]),
        ("place", words().place),
        ("event", words().event),
    ]
    for kind, forms in kinds:
        for form in forms:
            table.setdefault(form, kind)
    return table


@cache
def roles() -> frozenset[str]:
    """Offices, occupations and kin, in small letters, singular and plural."""
    single = {*titles().offices, *titles().occupations, *titles().male_kin, *titles().female_kin}
    plural = {word[:-1] + "ies" if word.endswith("y") else word + "s" for word in single}
    return frozenset(single | plural | {"police"})


@cache
def honorifics() -> frozenset[str]:
    """Forms of address, as they are written."""
    forms = [*titles().male, *titles().female, *titles().neutral]
    return frozenset(forms) | frozenset(form.upper() for form in forms if len(form) > 1)


@cache
def never() -> frozenset[str]:
    """What is no name, in small letters."""
    return frozenset(word.casefold() for word in words().never)
