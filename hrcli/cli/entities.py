"""`hrcli entities`: the people, bodies, places and laws that the documents name."""

from __future__ import annotations

from typing import Any

import click

from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.records import Entity


@click.command()
@options.paths
@options.filters("org", "person", "entity", "since", "until", "document")
@options.duplicates
@options.limit
@options.db
@options.reading
@options.output
def command(**given: Any) -> None:
    """List who and what is named, in the store or in the files at PATH, the most mentioned first.

    \b
    Examples:
      hrcli entities --type person
      hrcli entities statement.txt
      hrcli entities --org CHRD --format jsonl | jq .aliases

    --org keeps the organisation and its people, --person the person. With --since or --until only
    documents of that time count.
    """
    ask("entities", Entity, **given)
