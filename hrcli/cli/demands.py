"""`hrcli demands`: who asks what of whom."""

from __future__ import annotations

from typing import Any

import click

from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.records import Demand


@click.command()
@options.paths
@options.filters("org", "target", "person", "since", "until", "document")
@options.duplicates
@options.limit
@options.db
@options.corrections
@options.reading
@options.output
def command(**given: Any) -> None:
    """List who asks what of whom, in the store or in the files at PATH.

    \b
    Examples:
      hrcli demands
      hrcli demands --org CHRD --since 2009
      hrcli demands reports/ --target Beijing --format csv -o demands.csv
      hrcli demands --person "Liu Xiaobo" --format jsonl | jq .action

    --org is who asks: the organisation, its people, or a document that it published. --person is for whom.
    --since and --until look at the day on which the demand was published.
    """
    ask("demands", Demand, **given)
