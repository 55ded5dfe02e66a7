"""`hrcli documents`: the documents, with publisher and date."""

from __future__ import annotations

from typing import Any

import click

from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.records import Document


@click.command()
@options.paths
@options.filters("org", "since", "until", "document")
@options.limit
@options.db
@options.reading
@options.output
def command(**given: Any) -> None:
    """List the documents of the store, or those at PATH.

    \b
    Examples:
      hrcli documents
      hrcli documents --org Amnesty --since 2009
      hrcli documents reports/ --format csv -o documents.csv

    --org keeps what the organisation published.
    """
    ask("documents", Document, **given)
