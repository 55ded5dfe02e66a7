"""The words of the user: a TOML file with a table for each vocabulary that it adds to, in the shape of that vocabulary.

    [[organizations.organization]]
    name = "Amity Watch"
    aliases = ["AW"]

    [regions]
    names = ["Old Fort"]

Lists become longer by it; what hrcli knows already stays. Which file it is stands in the environment, so that processes that
are started to read documents know it too.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from hrcli.errors import LexiconError

VARIABLE = "HRCLI_LEXICON"
_AT = re.compile(r"\$((?:\.\w+|\[\d+\]|\[\.\.\.\])*)")


def use(file: Path | None) -> None:
    """Add the words of this file to the vocabularies, or none; it holds for what is loaded from now on, here and in child processes."""
    os.environ[VARIABLE] = str(file.resolve()) if file else ""


def used() -> Path | None:
    """The file whose words are added to the vocabularies."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def shown(file: Path | None) -> str:
    """The file as people call it: from the folder where they work, where it lies there."""
    here = Path.cwd()
    return str(file.relative_to(here) if file and file.is_relative_to(here) else file)


def read(file: Path, known: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the file adds, by vocabulary. LexiconError where it cannot be read, or adds to one that is not `known`."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{shown(file)} is no TOML: {error}", hint="see `hrcli lexicon --help` for an example") from error
    except OSError as error:
        raise LexiconError(f"{shown(file)} cannot be read: {error.strerror}", hint="it is named in hrcli.toml or HRCLI_LEXICON") from error
    for name, table in tables.items():
        if name not in known:
            similar = get_close_matches(name, known, n=1)
            hint = f"did you mean {similar[0]}?" if similar else f"one of {', '.join(known)}"
            raise LexiconError(f"{shown(file)}: there is no vocabulary {name!r}", hint=hint)
        if not isinstance(table, dict):
            raise LexiconError(f"{shown(file)}: {name} is no table", hint=f"write [{name}] or [[{name}.ENTRY]] above its entries")
    return tables


def joined(ours: Mapping[str, Any], added: Mapping[str, Any], where: str) -> dict[str, Any]:
    """A vocabulary with what is added to it. LexiconError where something would be changed."""
    whole = dict(ours)
    for key, value in added.items():
        there = whole.get(key)
        if isinstance(there, list) and isinstance(value, list):
            whole[key] = [*there, *value]
        elif isinstance(there, dict) and isinstance(value, dict):
            whole[key] = joined(there, value, f"{where}.{key}")
        elif there is not None:
            raise LexiconError(f"{where}.{key} is there already, and can only be added to", hint="write a list, or leave it out")
        else:
            whole[key] = value
    return whole


def placed(error: str, name: str, ours: Mapping[str, Any]) -> str:
    """An error of the joined vocabulary with its place in the user's file: the third `[[organizations.organization]]`."""

    def told(found: re.Match[str]) -> str:
        at: Any = ours
        said = name
        for part in re.findall(r"\.(\w+)|\[(\d+|\.\.\.)\]", found[1]):
            key, index = part
            if key:
                said, at = f"{said}.{key}", at.get(key) if isinstance(at, dict) else None
            elif index.isdigit():
                number = int(index) - (len(at) if isinstance(at, list) else 0)
                said, at = f"{said}, number {number + 1}", None
        return said

    return _AT.sub(told, error)
