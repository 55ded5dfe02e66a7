"""The user's corrections: a TOML file beside the store, read strictly, written by appending, so that comments and order stay.

It is keyed by names and stable ids only: it outlives the store, and can be shared, compared and edited by hand.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Any, dataclass_transform

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from hrcli.errors import HrcliError
from hrcli.records import EntityType

Text = Annotated[str, Meta(min_length=1, pattern=r"\S")]
Several = Annotated[list[Text], Meta(min_length=2)]


class CorrectionsError(HrcliError):
    """The file of corrections cannot be read or written as it is."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of all corrections; `why` is for those who share the file. A name may be an id everywhere."""

    def names_in(self) -> list[str]:
        """The names or ids of what the correction speaks of."""
        name = getattr(self, "name", None)
        return [name] if name else list(getattr(self, "names", None) or ())


class Merge(Correction, frozen=True, kw_only=True):
    """These are one, and called by the first name."""

    names: Several
    why: Text | None = None


class Split(Correction, frozen=True, kw_only=True):
    """These are not one; or: the one so called in these documents is another than elsewhere."""

    names: Several | None = None
    name: Text | None = None
    documents: Annotated[list[Text], Meta(min_length=1)] | None = None
    why: Text | None = None

    def __post_init__(self) -> None:
        """Either `names`, or `name` with or without `documents`."""
        if (self.names is None) is (self.name is None) or (self.names and self.documents):
            raise ValueError("give either names, or a name, with or without documents")


class Rename(Correction, frozen=True, kw_only=True):
    """What is called `name` is to be called `to`."""

    name: Text
    to: Text
    why: Text | None = None


class Retype(Correction, frozen=True, kw_only=True):
    """What is called `name` is of this type."""

    name: Text
    type: EntityType
    why: Text | None = None


class Reject(Correction, frozen=True, kw_only=True):
    """What is called `name` is nothing."""

    name: Text
    why: Text | None = None


class Alias(Correction, frozen=True, kw_only=True):
    """What is called `name` is known as `alias` too."""

    name: Text
    alias: Text
    why: Text | None = None


class Note(Correction, frozen=True, kw_only=True):
    """Something to remember about what is called `name`."""

    name: Text
    note: Text


class Corrections(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a file of corrections holds; each kind in the order of the file."""

    merge: list[Merge] = []
    split: list[Split] = []
    rename: list[Rename] = []
    retype: list[Retype] = []
    reject: list[Reject] = []
    alias: list[Alias] = []
    note: list[Note] = []

    def plus(self, correction: Correction) -> Corrections:
        """These corrections and one more."""
        kind = type(correction).__name__.lower()
        return replace(self, **{kind: [*getattr(self, kind), correction]})


def beside(store: Path) -> Path:
    """Where the corrections of a store are: `hrcli.corrections.toml` for `hrcli.db`."""
    return store.with_name(f"{store.stem}.corrections.toml")


def read(path: Path, *, needed: bool = False) -> Corrections:
    """The corrections in a file; none where there is no file, unless one is `needed`."""
    if not needed and not path.exists():
        return Corrections()
    return _parse(path, _text(path))


def add(path: Path, correction: Correction) -> None:
    """Append a correction to a file, which is made where it is missing, readable by its owner alone: it names people at risk."""
    before = _text(path) if path.exists() else ""
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    text = f"{before}{gap}{_written(correction)}"
    _parse(path, text)
    try:
        path.touch(mode=0o600)
        fresh = path.with_name(f".{path.name}.new")
        fresh.touch(mode=0o600)
        fresh.write_text(text, encoding="utf-8", newline="")
        fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    except OSError as error:
        raise CorrectionsError(f"cannot write {path}: {error.strerror}", hint="give another place with --corrections") from error


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CorrectionsError(f"cannot read {path}: {error.strerror}", hint="give another file with --corrections") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise CorrectionsError(f"{path}, line {line}: not UTF-8", hint="save the file as UTF-8") from error


def _parse(path: Path, text: str) -> Corrections:
    try:
        return msgspec.toml.decode(text, type=Corrections)
    except msgspec.ValidationError as error:
        raise CorrectionsError(f"{path}: {_plain(str(error))}", hint="`hrcli correct --help` shows what a correction holds") from error
    except msgspec.DecodeError as error:
        raise CorrectionsError(f"{path}: {error}", hint="the file is TOML: https://toml.io") from error


def _plain(message: str) -> str:
    """A complaint of msgspec with the place as people count: "- at `$.merge[0].names`" as "in merge, entry 1, names"."""
    said, _, place = message.partition(" - at `$")
    said = said.replace("Object contains unknown field", "unknown key").replace("Object missing required field", "missing key")
    parts = [f"entry {int(part[1:-1]) + 1}" if part[0] == "[" else part for part in re.findall(r"\w+|\[\d+\]", place)]
    return f"{said} in {', '.join(parts)}" if parts else said


def _written(correction: Correction) -> str:
    fields: dict[str, Any] = msgspec.to_builtins(correction)
    lines = [f"{name} = {_value(value)}" for name, value in fields.items() if value is not None]
    return "\n".join([f"[[{type(correction).__name__.lower()}]]", *lines, ""])


def _value(value: Any) -> str:
    """A string or a list of strings; JSON's escapes are TOML's, but for one character that JSON leaves as it is."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
