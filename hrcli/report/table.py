"""Tables for people: as wide as the terminal, long cells folded, nothing untrusted taken as a command or markup."""

from __future__ import annotations

import os
import shutil
from itertools import compress
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hrcli.report import Listing
from hrcli.report.cells import MARKS
from hrcli.report.chosen import shown
from hrcli.report.columns import Column
from hrcli.report.visible import line

ROOMY = 120  # columns of a page that has room for a column with nothing in it
WIDTH = 120  # where neither a terminal nor COLUMNS tells it


def write(listing: Listing, out: TextIO) -> None:
    """A table with a row for each record; on a narrow page without the columns in which no row has anything."""
    page = console(out, color=listing.color)
    records = list(listing.records)
    columns = shown(listing.kind, listing.columns, page.width)
    rows = [[line(column.cell(record, listing.documents)) for column in columns] for record in records]
    told = [bool(listing.columns) or page.width >= ROOMY or not rows or any(row[at] for row in rows) for at in range(len(columns))]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), leading=1)
    for column in compress(columns, told):
        table.add_column(column.heading, overflow="fold", no_wrap=column.whole, min_width=len(column.heading))
    for row in rows:
        table.add_row(*(_text(*each, page) for each in compress(zip(columns, row, strict=True), told)))
    page.print(table)


def _text(column: Column, cell: str, page: Console) -> Text:
    """A cell as it is shown: what is marked in it bold on a terminal, in brackets elsewhere."""
    if not column.marked:
        return Text(cell)
    if not page.is_terminal:
        return Text(cell.replace(MARKS[0], "[").replace(MARKS[1], "]"))
    shown = Text()
    for number, piece in enumerate(cell.split(MARKS[0])):
        word, _, rest = piece.partition(MARKS[1]) if number else ("", "", piece)
        shown.append(word, style="bold red").append(rest)
    return shown


def console(out: TextIO, *, color: bool) -> Console:
    """A console that writes escape sequences to terminals only, whatever the environment forces."""
    width = shutil.get_terminal_size((WIDTH, 0)).columns
    return Console(
        file=out,
        force_terminal=out.isatty(),
        no_color=not color or "NO_COLOR" in os.environ,
        width=width,
        highlight=False,
        markup=False,
        emoji=False,
    )
