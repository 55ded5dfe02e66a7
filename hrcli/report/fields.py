"""The fields of records as flat columns of plain values: for spreadsheets and data frames, to choose from and to sort by.

A nested object is a column for each of its parts (`source_name`), a list of evidence the columns of the first. What fits no cell
(further evidence, the evidence of single fields) is in JSON only.
"""

from __future__ import annotations

import re
from functools import cache
from inspect import get_annotations
from typing import Any

import msgspec

from hrcli.records import DemandSource, Record, Timex3

NESTED = {
    "source": DemandSource.__struct_fields__,
    "timex3": Timex3.__struct_fields__,
    "evidence": ("path", "place", "start", "end", "quote"),
}
LEFT_OUT = ("fields",)
FORMULA = re.compile(r"[=+\-@\t\r].", re.DOTALL)  # a sign alone is none: the path of standard input is "-"


def names(kind: type[Record]) -> list[str]:
    """The names of all flat columns of a kind of record."""
    return [flat for name in kind.__struct_fields__ if name not in LEFT_OUT for flat in parts(kind, name)]


def parts(kind: type[Record], name: str) -> list[str]:
    """The flat columns that a field is shown in: itself, or one for each of its parts."""
    return [f"{name}_{part}" for part in NESTED[name]] if _is_nested(kind, name) else [name]


def flat(record: Record) -> dict[str, Any]:
    """The values of a record by the names of its flat columns."""
    fields = msgspec.to_builtins(record)
    row: dict[str, Any] = {}
    for name, value in fields.items():
        if name in LEFT_OUT:
            continue
        if not _is_nested(type(record), name):
            row[name] = value
            continue
        nested = (value[0] if value else {}) if isinstance(value, list) else value or {}
        row |= {f"{name}_{part}": nested.get(part) for part in NESTED[name]}
    return row


def text(value: Any) -> str:
    """A value as the text of one cell; lists joined with "; "."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(map(text, value))
    if isinstance(value, dict):
        return " ".join(text(part) for part in value.values() if part is not None and not isinstance(part, list))
    return str(value)


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


@cache
def _is_nested(kind: type[Record], name: str) -> bool:
    """Whether a field is an object with parts; a `source` that is plain text is not."""
    if name not in NESTED:
        return False
    said = next((found[name] for base in kind.__mro__ if name in (found := get_annotations(base))), "")
    return any(part in said for part in ("DemandSource", "Timex3", "Evidence"))
