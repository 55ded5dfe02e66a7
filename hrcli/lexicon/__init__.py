"""The vocabularies: TOML files that say what words mean, and the strict loader that reads them.

A file's shape is the msgspec type that its reader asks for: an unknown key, a missing key or a value of the wrong
type is a `LexiconError` naming the file and the key.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import TypeVar, dataclass_transform

import msgspec

from hrcli.errors import LexiconError

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every lexicon entry: immutable, built by keyword, no unknown keys."""


@cache
def load(name: str, shape: type[T]) -> T:
    """The vocabulary `name` (a file `name.toml` in this package) checked against and converted to `shape`."""
    try:
        return msgspec.toml.decode(_bytes(name), type=shape)
    except msgspec.ValidationError as error:
        raise LexiconError(f"lexicon/{name}.toml: {error}", hint="see the other entries of the file for its shape") from error
    except (msgspec.DecodeError, FileNotFoundError) as error:
        raise LexiconError(f"lexicon/{name}.toml cannot be read: {error}", hint="reinstall hrcli") from error


@cache
def digest() -> str:
    """The first 16 hex digits of the sha-256 of all vocabularies together: part of every document's recipe."""
    total = hashlib.sha256()
    for name in names():
        total.update(name.encode())
        total.update(_bytes(name))
    return total.hexdigest()[:16]


def names() -> list[str]:
    """The names of all vocabularies, sorted."""
    return sorted(file.name[:-5] for file in resources.files(__name__).iterdir() if file.name.endswith(".toml"))


def _bytes(name: str) -> bytes:
    return resources.files(__name__).joinpath(f"{name}.toml").read_bytes()
