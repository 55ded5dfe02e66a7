"""Columns by choice: what --columns and --sort name, which is a field of the record or a heading of its table.

Where a name is both, tables have what stands under the heading, and programs get the field.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from operator import itemgetter
from typing import Any

import msgspec

from hrcli.errors import UsageError
from hrcli.records import Record
from hrcli.report import fields
from hrcli.report.cells import Documents
from hrcli.report.columns import COLUMNS, Column, of_kind


def plain(name: str) -> str:
    """A name as it is compared: `Who asks`, `who-asks` and `who_asks` are one."""
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def known(kind: type[Record]) -> list[str]:
    """All that --columns may name of a kind of record, headings first."""
    headings = [plain(column.heading) for column in COLUMNS.get(kind, ())]
    return list(dict.fromkeys([*headings, *fields.names(kind), *kind.__struct_fields__]))


def check(kind: type[Record], asked: Sequence[str], option: str) -> None:
    """Raise UsageError for a name that is none of the columns of this kind of record."""
    there = known(kind)
    for name in asked:
        if plain(name) not in there:
            similar = get_close_matches(plain(name), there, n=3)
            hint = f"did you mean {' or '.join(similar)}?" if similar else f"one of {', '.join(there)}"
            raise UsageError(f"{option}: no column {name!r}", hint=hint)


def shown(kind: type[Record], asked: Sequence[str], width: int | None = None) -> list[Column]:
    """The columns of a table: those asked for, else those that a page of this width has room for."""
    if not asked:
        return list(of_kind(kind) if width is None else of_kind(kind, width))
    by_heading = {plain(column.heading): column for column in COLUMNS.get(kind, ())}
    return [by_heading.get(plain(name)) or _field(plain(name)) for name in asked]


def rows(kind: type[Record], asked: Sequence[str]) -> list[str]:
    """The flat columns that are asked for; a field with parts is all of them."""
    wanted = [part for name in asked for part in (fields.parts(kind, plain(name)) if _is_field(kind, name) else [plain(name)])]
    return wanted or fields.names(kind)


def value(record: Record, name: str, documents: Documents) -> Any:
    """What a record has under a name: the field, else a part of one, else what the table shows."""
    name = plain(name)
    if _is_field(type(record), name):
        return msgspec.to_builtins(getattr(record, name))
    flat = fields.flat(record)
    return flat[name] if name in flat else shown(type(record), [name])[0].cell(record, documents)


def ordered(records: Sequence[Record], names: Sequence[str], documents: Documents) -> list[Record]:
    """The records sorted by the columns named; `-name` from the last to the first. Those that lack a value come last."""
    found = list(records)
    for name in reversed(names):
        down, bare = name.startswith("-"), name.removeprefix("-")
        keyed = [(_key(value(record, bare, documents)), record) for record in found]
        there = sorted((each for each in keyed if each[0] is not None), key=itemgetter(0), reverse=down)
        found = [record for _, record in [*there, *(each for each in keyed if each[0] is None)]]
    return found


def _key(value: Any) -> tuple[float, str] | None:
    """What a value is sorted by, numbers before words; None where there is nothing."""
    if value is None or value in ("", [], {}):
        return None
    return (value, "") if isinstance(value, int | float) else (float("inf"), fields.text(value).casefold())


def _is_field(kind: type[Record], name: str) -> bool:
    return plain(name) in kind.__struct_fields__


def _field(name: str) -> Column:
    return Column(name, lambda record, documents: fields.text(value(record, name, documents)))
