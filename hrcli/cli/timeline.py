"""`hrcli timeline`: what happened when."""

from __future__ import annotations

from typing import Any

import click

from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.records import TimelineEntry


@click.command()
@options.paths
@options.filters("person", "actor", "event", "precision", "since", "until", "document")
@options.duplicates
@options.limit
@options.db
@options.reading
@options.output
def command(**given: Any) -> None:
    """List what happened when, in the store or in the files at PATH, by date.

    \b
    Examples:
      hrcli timeline --since 2009-02 --until 2009
      hrcli timeline --type trial --person "Liu Xiaobo"
      cat statement.txt | hrcli timeline - --date 2011-04-26

    Dates are written in EDTF: 2009-02 is a month, 2009-02-16/2009-02-18 from one day to another,
    XXXX-03-12 a day of an unknown year. With --since or --until undated entries are left out.
    """
    ask("timeline", TimelineEntry, **given)
