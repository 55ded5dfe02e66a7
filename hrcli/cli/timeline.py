"""`hrcli timeline`: what happened when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

import click

from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.records import TimelineEntry


@click.command()
@options.paths
@options.filters("person", "actor", "event", "precision", "since", "until", "document")
@click.option("--no-chart", is_flag=True, help="Only the table on a terminal, without the chart of events per year.")
@options.duplicates
@options.limit
@options.db
@options.corrections
@options.reading
@options.redaction
@options.output
def command(no_chart: bool, **given: Any) -> None:
    """List what happened when, in the store or in the files at PATH, by date.

    \b
    Examples:
      hrcli timeline --since 2009-02 --until 2009
      hrcli timeline --type trial --person "Liu Xiaobo"
      hrcli timeline --actor "Amnesty International" --precision day
      hrcli timeline --since 2019 --format ics -o events.ics
      cat statement.txt | hrcli timeline - --date 2011-04-26

    What several documents tell of one event on one day is one row with the evidence of all.

    Tables have dates as people write them: 2009-02 is a month, "2009-02-16 to 02-18" several days,
    "Mar 12, year unknown" a day of an unknown year. The other formats have EDTF: 2009-02,
    2009-02-16/2009-02-18, XXXX-03-12. With --since or --until undated entries are left out.

    --precision is how exact a date is: "range" is from one date to another, or a century. --actor is any
    person or body that takes part, --person a person alone.

    --format ics makes a calendar of whole days for what is dated to the day, week, month or a range of up
    to three months. The rest is left out and counted.
    """
    ask("timeline", TimelineEntry, above=None if no_chart else _chart, **given)


def _chart(entries: Iterable[TimelineEntry], out: TextIO, color: bool) -> None:
    from hrcli.report import chart

    chart.write(entries, out, color=color)
