"""`hrcli detained`: who is or was deprived of liberty."""

from __future__ import annotations

from typing import Any

import click

from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.records import Detention


@click.command()
@options.paths
@options.filters("person", "status", "since", "until", "document")
@options.duplicates
@options.limit
@options.db
@options.corrections
@options.reading
@options.output
def command(**given: Any) -> None:
    """List who is or was deprived of liberty, in the store or in the files at PATH: a row a person.

    \b
    Examples:
      hrcli detained
      hrcli detained --status imprisoned --since 2008
      hrcli detained urgent-action.html --format json

    Where several documents speak of one person, the row has the status that the latest one tells.
    --since and --until look at the arrest and at the release.
    """
    ask("detained", Detention, **given)
