"""The vocabularies: TOML files that say what words mean, and the strict loader that reads them.

A file's shape is the msgspec type that its reader asks for: an unknown key, a missing key or a value of the wrong
type is a `LexiconError` naming the file and the key. One file of the user's may add to all of them (see `own`).
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar, dataclass_transform

import msgspec

from hrcli.errors import LexiconError
from hrcli.lexicon import own

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every lexicon entry: immutable, built by keyword, no unknown keys."""


def load(name: str, shape: type[T]) -> T:
    """The vocabulary `name` (a file `name.toml` in this package, and what the user adds to it) checked against and converted to `shape`."""
    loaded: T = _load(name, shape, own.used())  # type: ignore[arg-type]  # a type is hashable
    return loaded


def digest() -> str:
    """The first 16 hex digits of the sha-256 of all vocabularies together, the user's with them: part of every document's recipe."""
    return _digest(own.used())


def names() -> list[str]:
    """The names of all vocabularies, sorted."""
    return sorted(file.name[:-5] for file in resources.files(__name__).iterdir() if file.name.endswith(".toml"))


def source(name: str) -> str:
    """The file of a vocabulary as it is written, with its comments."""
    return _bytes(name).decode("utf-8")


def read(name: str) -> dict[str, Any]:
    """A vocabulary of this package as plain values."""
    try:
        return tomllib.loads(source(name))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, FileNotFoundError) as error:
        raise LexiconError(f"lexicon/{name}.toml cannot be read: {error}", hint="reinstall hrcli") from error


@cache
def _load(name: str, shape: type[T], file: Path | None) -> T:
    ours = read(name)
    added = own.read(file, names()).get(name) if file else None
    try:
        return msgspec.convert(own.joined(ours, added, f"{own.shown(file)}: {name}") if added else ours, type=shape)
    except msgspec.ValidationError as error:
        if added:
            raise LexiconError(
                f"{own.shown(file)}: {own.placed(str(error), name, ours)}", hint=f"`hrcli lexicon --in {name}` shows entries"
            ) from error
        raise LexiconError(f"lexicon/{name}.toml: {error}", hint="see the other entries of the file for its shape") from error


@cache
def _digest(file: Path | None) -> str:
    total = hashlib.sha256()
    for name in names():
        total.update(name.encode())
        total.update(_bytes(name))
    if file:
        own.read(file, names())
        total.update(file.read_bytes())
    return total.hexdigest()[:16]


def _bytes(name: str) -> bytes:
    return resources.files(__name__).joinpath(f"{name}.toml").read_bytes()
