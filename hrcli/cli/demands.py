"""`hrcli demands`: who asks what of whom."""

from __future__ import annotations

from typing import Any

import click

from hrcli import resolve
from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.errors import UsageError
from hrcli.records import Campaign, Demand, DemandCount


@click.command()
@options.paths
@options.filters(
    "org", "source", "target", "person", "theme", "category", "polarity", "asked_as", "own_voice", "since", "until", "document"
)
@click.option(
    "--by",
    "view",
    type=click.Choice(["target", "source", "theme", "person"]),
    help="Count them: a row for each addressee, asker, theme or person.",
)
@click.option("--similar", is_flag=True, help="Only what several ask or several documents say, a row for each such demand.")
@options.duplicates
@options.limit
@options.db
@options.corrections
@options.reading
@options.redaction
@options.output
def command(view: str | None, similar: bool, **given: Any) -> None:
    """List who asks what of whom, in the store or in the files at PATH.

    \b
    Examples:
      hrcli demands
      hrcli demands --org CHRD --since 2009
      hrcli demands reports/ --target Beijing --format csv -o demands.csv
      hrcli demands --theme D3 --own-voice
      hrcli demands --by target
      hrcli demands --similar --person "Liu Xiaobo"

    --org is who asks: the organisation, its people, or a document that it published; --source whoever is named as asking.
    --person is for whom. --since and --until look at the day on which the demand was published.
    """
    if view and similar:
        raise UsageError("--by and --similar do not go together", hint="ask for one of them")
    if similar:
        ask("demands", Campaign, group=lambda found, corpus: resolve.similar(found, corpus.entities), **given)
    elif view:
        ask("demands", DemandCount, group=lambda found, corpus: resolve.count(found, corpus.entities, view=view), **given)
    else:
        ask("demands", Demand, **given)
