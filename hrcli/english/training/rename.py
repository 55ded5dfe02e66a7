"""Gives the persons in training sentences names from all over the world, with the words that our texts put around them.

Newswire of 2003-2010 names presidents; our texts name prisoners: Chinese, Arabic, Turkic, Slavic, Khmer names, often
with the name in its own script in brackets ("Sun Wenlu (孙文鲁)"), a role ("lawyer") or a title ("Ms") before it.
"""

from __future__ import annotations

import csv
import json
import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from hrcli.english.training import lists
from hrcli.english.training.entities import Marked, spans

CHINESE = 0.15  # share of the new names that are Chinese, of the surname corpus
ORIGIN = 0.6  # share of the new names that are of people.toml's origins; the others are of the countries' commonest names
ROLE = 0.3
OTHERS = 0.5  # share of the organisations and places that become others
POOLED = ("ORG", "GPE")
LONGEST = 7  # words of a name that takes another's place
NATIVE = 0.25  # share of names followed by their own script, where it is known
SINGLE_MIDDLE = 0.3
CHINESE_GIVEN = 150  # the commonest surnames, whose characters also make given names


Pools = dict[str, list[list[str]]]


class Roles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lists of `roles.toml`."""

    before: list[str]
    particles: dict[str, list[str]]


class Origin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How names of one origin are made: given names and family names, their order, how many given names, how joined.

    `native` has whole names in the origin's own script.
    """

    name: str
    order: Literal["family first", "given first", "single"]
    given: list[str]
    family: list[str]
    parts: list[int]
    joined: str
    native: list[str]


class Origins(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The list of `people.toml`."""

    origins: list[Origin]


class Name(NamedTuple):
    """A part of a name in Latin letters and, where that is not how it is written at home, in its own script."""

    latin: str
    native: str


class Country(NamedTuple):
    """The forenames and surnames of a country, and the particles between them."""

    forenames: list[Name]
    surnames: list[Name]
    particles: list[str]


class Names(NamedTuple):
    """All that new names are made of: origins, countries, Chinese surnames and the syllables of given names, roles."""

    origins: list[Origin]
    countries: list[Country]
    chinese: list[Name]
    roles: list[str]


def load(data: Path) -> Names:
    """The names of the data folder's gazetteers."""
    here = Path(__file__)
    roles = msgspec.toml.decode(here.with_name("roles.toml").read_bytes(), type=Roles)
    origins = msgspec.toml.decode(here.with_name("people.toml").read_bytes(), type=Origins).origins
    folder = data / "gazetteers/names_cc0"
    forenames = _by_country(folder / "common-forenames-by-country.csv")
    surnames = _by_country(folder / "common-surnames-by-country.csv")
    countries = [Country(names, surnames.get(code, names), roles.particles.get(code, [])) for code, names in forenames.items()]
    chinese = json.loads((data / "gazetteers/chinese_surnames/corpus.json").read_text(encoding="utf-8"))
    return Names(origins, countries, [Name(each["mainland"].split("/")[0], each["zh_sim"]) for each in chinese], roles.before)


def rename(marked: Marked, names: Names, pools: Pools, rng: random.Random) -> Marked:
    """The sentence with new names for its persons, and for half of its organisations and places others of the pools.

    The same name gets the same new one. Replacing mentions keeps a model from learning names by heart (Dai and Adel 2020,
    "An analysis of simple data augmentation for named entity recognition").
    """
    words: list[str] = []
    labels: list[str | None] = []
    given: dict[tuple[str, ...], tuple[list[str], str]] = {}
    done = 0
    for start, end, label in (span for span in spans(marked.labels) if span.label == "PERSON" or span.label in pools):
        words += marked.words[done:start]
        labels += marked.labels[done:start]
        done = end
        old = tuple(marked.words[start:end])
        if label == "PERSON":
            new = given.setdefault(old, new_name(len(old), names, rng))
            _write(words, labels, *new, names.roles, rng)
        else:
            other, _ = given.setdefault(old, (rng.choice(pools[label]) if rng.random() < OTHERS else list(old), ""))
            words += other
            labels += [f"B-{label}"] + [f"I-{label}"] * (len(other) - 1)
    return Marked(words + marked.words[done:], labels + marked.labels[done:])


def pools_of(sets: Iterable[Iterable[Marked]], data: Path) -> Pools:
    """The organisations and places that the sentences name, and of places as many towns and countries again."""
    found: dict[str, set[tuple[str, ...]]] = {label: set() for label in POOLED}
    for marked in chain.from_iterable(sets):
        for start, end, label in spans(marked.labels):
            if label in POOLED and end - start <= LONGEST and marked.words[start][:1].isupper():
                found[label].add(tuple(marked.words[start:end]))
    pools = {label: [list(name) for name in sorted(each)] for label, each in found.items()}
    towns = sorted(name for name, _ in lists.cities())
    countries = sorted(lists.countries(data))
    share = len(pools["GPE"])
    rng = random.Random(0)
    pools["GPE"] += [name.split() for name in rng.choices(towns, k=share) + rng.choices(countries, k=share // 2)]
    return pools


def _write(words: list[str], labels: list[str | None], name: list[str], native: str, roles: list[str], rng: random.Random) -> None:
    if rng.random() < ROLE and (not words or words[-1].islower() or words[-1] == ","):
        role = rng.choice(roles).replace("'s", " 's").split()
        words += role
        labels += ["O"] * len(role)
    words += name
    labels += ["B-PERSON"] + ["I-PERSON"] * (len(name) - 1)
    if native and rng.random() < NATIVE:
        script = ["(", *native.split(), ")"]
        words += script
        labels += ["O"] * len(script)


def new_name(length: int, names: Names, rng: random.Random) -> tuple[list[str], str]:
    """A name of about `length` words, and the same in its own script ("" where that is Latin)."""
    draw = rng.random()
    if draw < CHINESE:
        return _chinese(length, names.chinese, rng)
    if draw < CHINESE + ORIGIN:
        return _of_origin(length, rng.choice(names.origins), rng)
    country = rng.choice(names.countries)
    first, last = rng.choice(country.forenames), rng.choice(country.surnames)
    middle = [rng.choice(country.forenames)] if length > 2 and rng.random() < SINGLE_MIDDLE else []
    parts = [first, *middle, last] if length > 1 else [rng.choice((first, last))]
    latin = [word for part in parts for word in part.latin.split()]
    if country.particles and length > 1 and rng.random() < SINGLE_MIDDLE:
        latin[-1:-1] = rng.choice(country.particles).split()
    return latin, " ".join(part.native for part in parts) if all(part.native for part in parts) else ""


def _of_origin(length: int, origin: Origin, rng: random.Random) -> tuple[list[str], str]:
    """A name in the origin's own order; a short one is the family name, or the given names where there is none."""
    first, *more = rng.choices(origin.given, k=rng.choice(origin.parts))
    given = [first + "".join(origin.joined + part.lower() for part in more)] if origin.joined else [first, *more]
    family = [rng.choice(origin.family)] if origin.family and origin.order != "single" else []
    parts = [*family, *given] if origin.order == "family first" else [*given, *family]
    words = [word for part in (parts if length > 1 else family or given) for word in part.split()]
    return words, rng.choice(origin.native) if origin.native and length > 1 else ""


def _chinese(length: int, chinese: list[Name], rng: random.Random) -> tuple[list[str], str]:
    """Surname first, then one or two syllables in one word."""
    surname = rng.choice(chinese[:CHINESE_GIVEN])
    given = rng.choices(chinese[:CHINESE_GIVEN], k=rng.choice((1, 2, 2)))
    latin = [surname.latin, "".join(part.latin for part in given).capitalize()]
    return (latin if length > 1 else latin[:1]), (surname.native + "".join(part.native for part in given) if length > 1 else "")


def _by_country(path: Path) -> dict[str, list[Name]]:
    table: dict[str, list[Name]] = defaultdict(list)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            latin, native = row["Romanized Name"].strip(), row["Localized Name"].strip()
            if latin:
                table[row["Country"]].append(Name(latin, "" if _is_latin(native) else native))
    return table


def _is_latin(name: str) -> bool:
    return any("LATIN" in unicodedata.name(letter, "") for letter in name) or not name
