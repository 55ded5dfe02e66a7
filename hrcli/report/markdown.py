"""Markdown: a table that keeps its shape whatever the cells say."""

from __future__ import annotations

import re
from typing import TextIO

from hrcli.report import Listing
from hrcli.report.cells import MARKS
from hrcli.report.chosen import shown
from hrcli.report.columns import Column
from hrcli.report.visible import line

SPECIAL = re.compile(r"([\\|<\[`*_])")


def write(listing: Listing, out: TextIO) -> None:
    """A table with a row for each record."""
    columns = shown(listing.kind, listing.columns)
    out.write(_row([column.heading for column in columns]) + _row(["---"] * len(columns)))
    for record in listing.records:
        out.write(_row([_cell(column, column.cell(record, listing.documents)) for column in columns]))


def escape(text: str) -> str:
    """The text on one line, with what Markdown would take for marks escaped."""
    return SPECIAL.sub(r"\\\1", line(text))


def _cell(column: Column, text: str) -> str:
    escaped = escape(text)
    return escaped.replace(MARKS[0], "**").replace(MARKS[1], "**") if column.marked else escaped


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
