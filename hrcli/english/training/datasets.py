"""The data sets by name, as `datasets.toml` lists them: their files, their terms and the meaning of their labels."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec


class DataSet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A data set, where it comes from and on what terms; `files` are relative to the data folder."""

    name: str
    source: str
    licence: str
    files: list[str]


class Treebank(DataSet, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parsed texts: a train and a dev file; `genres` are those whose texts may be used (empty: all)."""

    genres: frozenset[str] = frozenset()


class NameSet(DataSet, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Texts with names only; `labels` leads from the set's labels to ours, "place" and "people" being looked up.

    The last `measures` of its files are not trained on. Each of its sentences comes `times` times, those that name somebody as
    often again with other names. In a `silver` set, marked by a program, a person without a capital is a mistake.
    """

    use: str
    format: Literal["conll", "iob2", "csv"]
    labels: dict[str, str]
    silver: bool = False
    measures: int = 0
    times: int = 1


class DataSets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that training reads."""

    treebanks: list[Treebank]
    names: list[NameSet]
    lists: list[DataSet]


def load() -> DataSets:
    """The table of data sets."""
    return msgspec.toml.decode(Path(__file__).with_name("datasets.toml").read_bytes(), type=DataSets)


def credits() -> list[dict[str, str]]:
    """Name, URL or origin, and licence of every data set, in the shape of spaCy's meta.json `sources`."""
    sets = load()
    every: list[DataSet] = [*sets.treebanks, *sets.names, *sets.lists]
    return [{"name": each.name, "url": each.source, "license": each.licence} for each in every]
