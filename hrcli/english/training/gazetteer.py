"""Knows which names are states, peoples, regions or buildings, to bring the data sets' place labels to one scheme."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec

NUMERAL = re.compile(r"[\d.,:/'%$£€-]*\d[\d.,:/%a-z-]*")
FULL_CAPITALS = ("US", "UK", "UAE")


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lists of `places.toml`, all lower case; `states` and `peoples` grow by the gazetteers' countries."""

    states: frozenset[str]
    peoples: frozenset[str]
    regions: frozenset[str]
    region_words: frozenset[str]
    facility_words: frozenset[str]
    organisations: frozenset[str]
    titles: frozenset[str]
    name_particles: frozenset[str]
    no_dates: frozenset[str]
    durations: frozenset[str]
    time_words: frozenset[str]
    number_words: frozenset[str]


def load(data: Path) -> Words:
    """The lists with the countries, capitals and demonyms of the data folder's gazetteer."""
    words = msgspec.toml.decode(Path(__file__).with_name("places.toml").read_bytes(), type=Words)
    countries = json.loads((data / "gazetteers/countries_mledoze_odbl/countries.json").read_text(encoding="utf-8"))
    states = {name for country in countries for name in _names(country)}
    peoples = {name for country in countries for name in _demonyms(country)}
    return msgspec.structs.replace(words, states=words.states | states, peoples=words.peoples | peoples)


def place(words: Words, name: str) -> str:
    """GPE, LOC or FAC for the name of a place, GPE where nothing tells."""
    name = name.lower()
    parts = name.split()
    if name in words.states:
        return "GPE"
    if name in words.regions:
        return "LOC"
    if parts[-1] in words.facility_words or parts[0] == "fort":
        return "FAC"
    return "GPE" if words.region_words.isdisjoint(parts) else "LOC"


def is_people(words: Words, name: str) -> bool:
    """Whether the name is that of a people, a creed or a party's followers and not also that of a state."""
    return name.lower() in words.peoples and name.lower() not in words.states


def may_be_date(words: Words, word: str) -> bool:
    """Whether the word can be part of a date, as a set that annotates none leaves it open."""
    word = word.lower()
    listed = word in words.time_words or word in words.durations or word in words.number_words
    return listed or NUMERAL.fullmatch(word) is not None


def _names(country: dict[str, Any]) -> set[str]:
    names = [country["name"]["common"], country["name"]["official"], *country.get("altSpellings", [])]
    long = [name for name in names if len(name) > 3 or name in FULL_CAPITALS]
    return {name.lower() for name in [*long, *country.get("capital", [])]}


def _demonyms(country: dict[str, Any]) -> set[str]:
    singular = {name.lower() for name in country.get("demonyms", {}).get("eng", {}).values() if name}
    return singular | {name + "s" for name in singular}
