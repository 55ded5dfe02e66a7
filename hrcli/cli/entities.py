"""`hrcli entities`: the people, bodies, places and laws that the documents name, and the dossier of one of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from hrcli import resolve, workflow
from hrcli.cli import complete, options
from hrcli.cli.asking import ask
from hrcli.cli.output import Output, Rows
from hrcli.cli.page import Page, about, asked, hidden, is_name, print_pages
from hrcli.errors import UsageError
from hrcli.records import Entity
from hrcli.report import dossier
from hrcli.report.answers import Dossier, Joined

DOSSIER = Page(Dossier, "dossier", dossier.write, lambda each: each.entity.evidence)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...|NAME", shell_complete=complete.names_or_files)
@click.option("--dossier", "name", metavar="NAME", shell_complete=complete.names, help="All that is known of this one: a name or an id.")
@click.option(
    "--why", metavar="NAME", shell_complete=complete.names, help="What was joined to make the row of this one, and on which evidence."
)
@options.filters("org", "person", "entity", "country", "min_mentions", "search", "since", "until", "document")
@options.duplicates
@options.limit
@options.db
@options.corrections
@options.reading
@options.redaction
@options.output
def command(paths: tuple[str, ...], name: str | None, why: str | None, **given: Any) -> None:
    """List who and what is named, in the store or in the files at PATH, the most mentioned first.

    \b
    Examples:
      hrcli entities --type person
      hrcli entities statement.txt
      hrcli entities --org CHRD --format jsonl | jq .aliases
      hrcli entities --country CN --min-mentions 3 --search lawyer
      hrcli entities "Teng Biao"         the dossier of one
      hrcli entities reports/ --dossier "Teng Biao"
      hrcli entities --why CHRD          why the row is one

    A single argument that is no file, no folder and no pattern is a NAME of the store. --org keeps the organisation and
    its people, --person the person. With --since or --until only documents of that time count.
    """
    if name and why:
        raise UsageError("--dossier and --why are two questions", hint="ask one at a time")
    if not name and not why and len(paths) == 1 and is_name(paths[0]):
        name, paths = paths[0], ()
    if why:
        about(paths, partial(_joins, why, given["output"], given["rows"]), partial(resolve.of_reasons, name=why), **given)
    elif name:
        show = partial(_dossier, name, given["output"], None if paths else given["db"])
        about(paths, show, partial(resolve.of_dossier, name=name), **given)
    else:
        ask("entities", Entity, paths=paths, **given)


def _joins(name: str, output: Output, rows: Rows, together: workflow.Together, where: str) -> None:
    """Print why the records of an actor are one."""
    found = resolve.reasons(together.corpus, asked(together, name), where)
    output.print(Joined, hidden(together, found), hidden(together, together.documents), rows.suited(Joined, output.chosen()))


def _dossier(name: str, output: Output, db: Path | None, together: workflow.Together, where: str) -> None:
    """Print all that is known of an actor."""
    print_pages(resolve.dossiers(together.corpus, together.analyses, asked(together, name), where), DOSSIER, together, output, db)
