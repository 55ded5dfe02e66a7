"""`hrcli schema`: what the JSON of a record looks like."""

from __future__ import annotations

import click
import msgspec

from hrcli import records
from hrcli.report.answers import CaseFile, CaseReview, Dossier

KINDS = (
    records.DocumentAnalysis,
    records.Document,
    records.Entity,
    records.Demand,
    records.DemandCount,
    records.Campaign,
    records.Detention,
    records.TimelineEntry,
    Dossier,
    CaseReview,
    CaseFile,
)
RECORDS = {kind.__name__: kind for kind in KINDS}


@click.command()
@click.argument("name", required=False, type=click.Choice(list(RECORDS), case_sensitive=False), metavar="[NAME]")
def command(name: str | None) -> None:
    """Print the JSON Schema of the record NAME; without NAME, the names.

    \b
    Examples:
      hrcli schema
      hrcli schema Demand > demand.schema.json
    """
    if name is None:
        click.echo("\n".join(RECORDS))
        return
    click.echo(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(RECORDS[name])), indent=2))
