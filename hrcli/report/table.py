"""Tables for people: as wide as the terminal, long cells folded, nothing untrusted taken as a command or markup."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hrcli.report import Listing
from hrcli.report.columns import Column, of_kind
from hrcli.report.visible import line

WIDTH = 120  # where neither a terminal nor COLUMNS tells it


def write(listing: Listing, out: TextIO) -> None:
    """A table with a row for each record."""
    page = console(out, color=listing.color)
    columns = [column for column in of_kind(listing.kind) if page.width >= column.from_width]
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, leading=1)
    for column in columns:
        _add(table, column)
    for record in listing.records:
        table.add_row(*(Text(line(column.cell(record, listing.documents))) for column in columns))
    page.print(table)


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


def _add(table: Table, column: Column) -> None:
    """Add a column: one of share 1 is as wide as its longest word, the others divide the rest."""
    if column.share == 1:
        table.add_column(column.heading, overflow="fold", min_width=len(column.heading))
    else:
        table.add_column(column.heading, ratio=column.share, overflow="fold")
