"""What a project has settled once for all commands: `hrcli.toml` in the folder where one works, or in the nearest one above it.

    database = "cases.db"           # --db
    metadata = "sources.csv"        # --metadata, where files are read
    corrections = "who.toml"        # --corrections
    lexicon = "words.toml"          # in place of hrcli.lexicon.toml, see `hrcli lexicon`

    [columns]                       # --columns of tables
    demands = ["date", "who asks", "what"]

Paths count from the file. What is typed goes first, then the environment, then this file.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import msgspec

from hrcli.errors import ExitStatus, HrcliError
from hrcli.records import Demand, Detention, Document, Entity, Record, Term, TimelineEntry
from hrcli.report.answers import Found

NAME = "hrcli.toml"
LEXICON = "hrcli.lexicon.toml"
STORE = "hrcli.db"
OWN_WORDS = "HRCLI_LEXICON"  # as `hrcli.lexicon.own` calls it, which is loaded only where there are any
COMMANDS: dict[type[Record], str] = {
    Document: "documents",
    Entity: "entities",
    TimelineEntry: "timeline",
    Demand: "demands",
    Detention: "detained",
    Term: "lexicon",
    Found: "search",
}
"""The commands whose columns can be settled, by what they list."""


class ConfigError(HrcliError):
    """The configuration file says something that cannot be."""

    status = ExitStatus.USAGE


class Columns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The columns of tables, by command."""

    documents: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    timeline: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    detained: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()
    search: tuple[str, ...] = ()


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A configuration file as it is written."""

    database: str | None = None
    metadata: str | None = None
    corrections: str | None = None
    lexicon: str | None = None
    columns: Columns = Columns()

    def columns_of(self, kind: type[Record]) -> tuple[str, ...]:
        """The columns that are settled for tables of a kind of record."""
        columns: tuple[str, ...] = getattr(self.columns, COMMANDS[kind]) if kind in COMMANDS else ()
        return columns


def read() -> Config:
    """The configuration of the folder where one works; an empty one where there is none. ConfigError where it is not right."""
    file = found()
    if file is None:
        return Config()
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Config)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{file}: {_plainly(str(error))}", hint=_hint(str(error))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is no TOML: {error}") from error


def found() -> Path | None:
    """The configuration file that counts here, as a path from the folder where one works."""
    return _nearest(NAME)


def database() -> Path:
    """The store that --db stands for where it is left out."""
    return _beside(read().database) or Path(STORE)


def metadata() -> Path | None:
    """The table of metadata that --metadata stands for where it is left out."""
    return _beside(read().metadata)


def corrections() -> Path | None:
    """The corrections that --corrections stands for where it is left out."""
    return _beside(read().corrections)


def lexicon() -> Path | None:
    """The file with the user's own words."""
    return _beside(read().lexicon) or _nearest(LEXICON)


def use_lexicon() -> None:
    """Let the user's own words count, unless the environment names others."""
    if OWN_WORDS not in os.environ and (file := lexicon()):
        from hrcli.lexicon import own

        own.use(file)


def _beside(named: str | None) -> Path | None:
    """A path of the configuration file, as a path from the folder where one works."""
    file = found()
    return Path(os.path.relpath(file.parent / named)) if named and file else None


def _nearest(name: str) -> Path | None:
    return next((Path(os.path.relpath(folder / name)) for folder in _folders() if (folder / name).is_file()), None)


def _folders() -> Iterator[Path]:
    here = Path.cwd()
    yield from (here, *here.parents)


def _plainly(error: str) -> str:
    """msgspec's words for people: "unknown key `databse`", "columns.demands: expected `array`, got `str`"."""
    said = re.sub(r"Object contains unknown field", "unknown key", error)
    where = re.search(r" - at `\$\.?(.*)`$", said)
    said = re.sub(r" - at `.*`$", "", said)
    said = said[:1].lower() + said[1:]
    return f"{where[1]}: {said}" if where and where[1] else said


def _hint(error: str) -> str | None:
    unknown = re.search(r"unknown field `(.+?)`", error)
    if unknown is None:
        return None
    known = (Columns if "`$.columns" in error else Config).__struct_fields__
    similar = get_close_matches(unknown[1], known, n=1)
    return f"did you mean {similar[0]}?" if similar else f"one of {', '.join(known)}"
