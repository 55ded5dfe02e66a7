"""Tables whose rows are documents: CSV and TSV, JSON Lines, and JSON arrays of objects, with a column that holds the text."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

import msgspec

from hrcli.errors import UnreadableError
from hrcli.ingest import limits
from hrcli.ingest.archives import size, stream
from hrcli.ingest.dates import is_edtf
from hrcli.ingest.member import Member
from hrcli.records import Skipped

SAMPLE = 65_536  # bytes by which encoding and dialect are told
MOST_ROW = 10_000_000  # bytes of a row: ten times what the language model takes of a text
MOST_BRACKETS = 5_000_000  # lists and objects in a JSON file: each takes some 60 bytes
DELIMITERS = ",\t;|"
TEXT = ("text", "body", "content", "article", "fulltext")
MOST_NAMES = 20  # columns that a message lists
DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:[T ]\d\d:?\d\d.*)?")
LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
URL = re.compile(r"https?://\S+", re.IGNORECASE)
MARKUP = re.compile(r"\s*<(?:!doctype html|html|head|body|div|p|h\d|article|section)\b", re.IGNORECASE)
SPACE = re.compile(r"\s*")
DECODER = json.JSONDecoder()


class Row(msgspec.Struct, frozen=True):
    """A row of a table: its number, from 1, and its cells by the names of their columns."""

    number: int
    cells: dict[str, object]


def read_csv(file: BinaryIO, path: str, text_column: str | None = None) -> Iterator[Member | Skipped]:
    """The rows of a CSV or TSV file with a line of column names; delimiter and encoding are told by its beginning."""
    return _documents(_csv_rows(file), path, text_column)


def read_jsonl(file: BinaryIO, path: str, text_column: str | None = None) -> Iterator[Member | Skipped]:
    """The objects of a file with one JSON object a line, numbered by their lines."""
    return _documents(_jsonl_rows(file, path), path, text_column)


def read_json(file: BinaryIO, path: str, text_column: str | None = None) -> Iterator[Member | Skipped]:
    """The objects of a JSON array, of the first such array in an object, or that one object."""
    return _documents(_json_rows(file, path), path, text_column)


def _documents(rows: Iterable[Row | Skipped], path: str, wanted: str | None) -> Iterator[Member | Skipped]:
    """The rows that hold text, and at the end how many hold none, or why no column is taken for the text."""
    column, names, bare = None, list[str](), 0
    for row in rows:
        if isinstance(row, Skipped):
            yield row
            continue
        names = names or [*row.cells]
        column = column or _text_column([*row.cells], wanted)
        text = row.cells.get(column or "")
        if isinstance(text, str) and text.strip():
            yield _member(row, text, path)
        else:
            bare += 1
    if bare and column is None:
        yield Skipped(source=path, reason=_no_column(names, wanted))
    elif bare:
        yield Skipped(source=path, reason=f"{bare:,} {'row' if bare == 1 else 'rows'} without text")


def _text_column(names: list[str], wanted: str | None) -> str | None:
    """The column named by the user, else the only one that is called text, body or the like."""
    if wanted in names:
        return wanted
    fitting = [name for name in names if name.strip().lower() in ((wanted.lower(),) if wanted else TEXT)]
    return fitting[0] if len(fitting) == 1 else None


def _no_column(names: list[str], wanted: str | None) -> str:
    listed = ", ".join(" ".join(name.split())[:40] for name in names[:MOST_NAMES]) + (" ..." if len(names) > MOST_NAMES else "")
    missing = f"there is no column {wanted!r}" if wanted else "no column is surely the text"
    return f"{missing}: name one with --text-column; the columns are {listed}"


def _member(row: Row, text: str, path: str) -> Member:
    cells = {name.strip().lower(): value for name, value in row.cells.items()}
    date = DATE.fullmatch(_first(cells, "date"))
    language = LANGUAGE.fullmatch(_first(cells, "language"))
    url = URL.fullmatch(_first(cells, "url", "link"))
    return Member(
        path=f"{path}!/{row.number}",
        data=text.encode("utf-8", "replace"),
        format="html" if MARKUP.match(text) else "text",
        title=_first(cells, "title") or None,
        publisher=_first(cells, "publisher", "source") or None,
        authors=_authors(cells.get("authors") or cells.get("author")),
        date=date[1] if date and is_edtf(date[1]) else None,
        url=url[0] if url else None,
        language=language[1].lower() if language else None,
    )


def _first(cells: dict[str, object], *names: str) -> str:
    """The first of these cells that is filled, on one line."""
    values = (cells.get(name) for name in names)
    return next((" ".join(str(value).split()) for value in values if isinstance(value, str | int) and str(value).strip()), "")


def _authors(cell: object) -> list[str]:
    """A list of names, or names in one cell with semicolons between them: commas also stand within names."""
    names = cell if isinstance(cell, list) else str(cell or "").split(";")
    return [" ".join(name.split()) for name in names if isinstance(name, str) and name.strip()]


def _csv_rows(file: BinaryIO) -> Iterator[Row]:
    head = file.read(SAMPLE)
    encoding = _encoding(head)
    content = io.TextIOWrapper(stream(chain([head], iter(partial(file.read, SAMPLE), b""))), encoding, errors="replace", newline="")
    csv.field_size_limit(MOST_ROW)  # a text too long for the language model is refused by itself, not with its table
    lines = iter(partial(content.readline, MOST_ROW), "")
    rows = csv.reader(lines, delimiter=_delimiter(head.decode(encoding, "replace")))
    names = next(rows, [])
    for number, cells in enumerate(filter(None, rows), 1):
        yield Row(number, dict(zip(names, cells, strict=False)))


def _delimiter(sample: str) -> str:
    """The delimiter that cuts the line of column names into most cells."""

    def cells(delimiter: str) -> int:
        try:
            return len(next(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), []))
        except csv.Error:
            return 0

    return max(DELIMITERS, key=cells)


def _encoding(head: bytes) -> str:
    """The encoding of a file that begins with these bytes: by its mark, else UTF-8 if it fits, else guessed."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
        return "utf-8-sig"
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(head).best()
        return best.encoding if best else "utf-8-sig"


def _jsonl_rows(file: BinaryIO, path: str) -> Iterator[Row | Skipped]:
    number, ended = 0, True
    for line in iter(partial(file.readline, MOST_ROW + 1), b""):
        begins, ended = ended, line.endswith(b"\n")
        number += begins
        if len(line) > MOST_ROW and begins:
            yield Skipped(source=path, reason=f"line {number:,} is longer than {size(MOST_ROW)}")
        elif begins and line.strip():
            yield _object(line, number, path)


def _object(line: bytes, number: int, path: str) -> Row | Skipped:
    try:
        value = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return Skipped(source=path, reason=f"line {number:,} is no JSON")
    return Row(number, value) if isinstance(value, dict) else Skipped(source=path, reason=f"line {number:,} is no JSON object")


def _json_rows(file: BinaryIO, path: str) -> Iterator[Row]:
    data = file.read(limits.MOST_BYTES + 1)
    if len(data) > limits.MOST_BYTES:
        raise UnreadableError(f"{path}: larger than {size(limits.MOST_BYTES)}", hint="save it as JSON Lines")
    text = data.decode(json.detect_encoding(data), "replace")
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise UnreadableError(f"{path}: more than {MOST_BRACKETS:,} lists and objects", hint="save it as JSON Lines")
    start = _array(text)
    values = _elements(text, start) if start is not None else iter([json.loads(text)])
    for number, value in enumerate(values, 1):
        if isinstance(value, dict):
            yield Row(number, value)


def _array(text: str) -> int | None:
    """Where the array starts that the text is, or the first array of objects in the object that it is."""
    at = _past_space(text, 0)
    if text[at] == "[":
        return at
    for start in _values(text, at) if text[at] == "{" else ():
        if text[start] == "[" and text[_past_space(text, start + 1)] == "{":
            return start
    return None


def _values(text: str, at: int) -> Iterator[int]:
    """Where the values start of the object that starts at `at`; ValueError or IndexError where it is broken."""
    at = _past_space(text, at + 1)
    while text[at] != "}":
        _, at = DECODER.raw_decode(text, at)
        at = _past_space(text, text.index(":", at) + 1)
        yield at
        _, at = DECODER.raw_decode(text, at)
        at = _next(text, at)


def _elements(text: str, at: int) -> Iterator[object]:
    """The elements of the array that starts at `at`, one at a time: all together they would need many times the memory of the text."""
    at = _past_space(text, at + 1)
    while text[at] != "]":
        value, at = DECODER.raw_decode(text, at)
        yield value
        at = _next(text, at)


def _next(text: str, at: int) -> int:
    """Where the next element starts, or the bracket that closes the last."""
    at = _past_space(text, at)
    if text[at] == ",":
        return _past_space(text, at + 1)
    if text[at] in "]}":
        return at
    raise ValueError("no comma between two values")


def _past_space(text: str, at: int) -> int:
    hit = SPACE.match(text, at)
    return hit.end() if hit else at
