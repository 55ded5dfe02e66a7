"""What the user knows of the documents: a CSV table with a column `path` and any of title, publisher, date, url, language."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path, PurePath

import msgspec

from hrcli.errors import UsageError
from hrcli.ingest.dates import is_edtf


class Overrides(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says of a document; None leaves what the document itself tells."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None


COLUMNS = Overrides.__struct_fields__


def read_metadata(path: str) -> dict[str, Overrides]:
    """The table in the CSV file `path`, by the path that it gives; UsageError, naming the line, if it cannot be understood."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the table cannot be read: {error}", hint="give a CSV file in UTF-8") from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        _check_columns(path, list(rows.fieldnames or []))
        return dict(_row(path, rows.line_num, row) for row in rows if any(row.values()))
    except csv.Error as error:
        raise UsageError(f"{path}, line {rows.line_num}: {error}", hint="give a CSV file with a line of column names") from error


def look_up(table: Mapping[str, Overrides], path: str) -> Overrides | None:
    """The entry for a document: under its path as given, else under the same file, else under its file name if only one has it."""
    if not table or path in table:
        return table.get(path)
    resolved = Path(path).resolve()
    same = [entry for key, entry in table.items() if Path(key).resolve() == resolved]
    found = same or [entry for key, entry in table.items() if PurePath(key).name == PurePath(path).name]
    return found[0] if len(found) == 1 else None


def _check_columns(path: str, names: list[str]) -> None:
    hint = f"the columns are path, {', '.join(COLUMNS)}"
    if "path" not in names:
        raise UsageError(f"{path}, line 1: there is no column named path", hint=hint)
    if unknown := [name for name in names if name not in (*COLUMNS, "path")]:
        raise UsageError(f"{path}, line 1: unknown column {unknown[0]!r}", hint=hint)
    if len({*names}) < len(names):
        raise UsageError(f"{path}, line 1: a column is named twice", hint=hint)


def _row(path: str, line: int, row: dict[str, str | list[str] | None]) -> tuple[str, Overrides]:
    """A line of the table: the path in it, and what it says."""
    if None in row or not all(isinstance(value, str) for value in row.values()):
        raise UsageError(f"{path}, line {line}: as many cells as columns are needed", hint="put cells that hold a comma in quotes")
    cells = {name: str(value).strip() for name, value in row.items()}
    if not cells["path"]:
        raise UsageError(f"{path}, line {line}: the path is empty", hint="give the path of the document")
    if cells.get("date") and not is_edtf(cells["date"]):
        raise UsageError(f"{path}, line {line}: {cells['date']!r} is no date", hint="write dates as 2011-04-26, 2009-02 or 2009")
    return cells["path"], Overrides(**{name: cells.get(name) or None for name in COLUMNS})
