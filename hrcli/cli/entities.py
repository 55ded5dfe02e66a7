"""`hrcli entities`: the people, bodies, places and laws that the documents name, and the dossier of one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from hrcli import resolve, workflow
from hrcli.cli import complete, options
from hrcli.cli.asking import ask, found, repeat, warn
from hrcli.cli.output import Output, Rows
from hrcli.cli.reading import Reading, finish
from hrcli.errors import UsageError
from hrcli.records import Entity
from hrcli.report import dossier
from hrcli.report.answers import Dossier, Joined

A_PATH = re.compile(r"[/\\*?\[\]]|^-$|\.\w{1,5}$")
"""What looks like a path or a pattern rather than a name."""


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
    if not name and not why and len(paths) == 1 and _is_name(paths[0]):
        name, paths = paths[0], ()
    if name or why:
        _one(paths, name or why or "", joins=bool(why), **given)
    else:
        ask("entities", Entity, paths=paths, **given)


def _is_name(text: str) -> bool:
    return not A_PATH.search(text) and not Path(text).exists()


def _one(
    paths: Sequence[str],
    name: str,
    *,
    joins: bool,
    db: Path,
    corrections: Path | None,
    reading: Reading,
    output: Output,
    rows: Rows,
    with_duplicates: bool,
    **_: Any,
) -> None:
    """Print the dossier of one actor, or why its records are one."""
    batch = workflow.Batch()
    said, file = workflow.corrections(None if paths else db, corrections)
    analyses = found(paths, db, reading, batch, sketched=not with_duplicates)
    together = workflow.gather(analyses, batch=batch, with_duplicates=with_duplicates, corrections=said)
    where = ", ".join(paths) if paths else str(db)
    if joins:
        rows = rows.suited(Joined, output.chosen())
        output.print(Joined, resolve.reasons(together.corpus, name, where), together.documents, rows)
    else:
        _print(resolve.dossiers(together.corpus, together.analyses, name, where), together, output, None if paths else db)
    repeat(together.repeated)
    warn(together.corpus.unknown, file)
    finish(batch)


def _print(pages: Sequence[Dossier], together: workflow.Together, output: Output, db: Path | None) -> None:
    """Dossiers as pages to read, or as records."""
    format = output.chosen()
    if format == "csv":
        raise UsageError("a dossier is no table", hint="--format json, jsonl, markdown or table")
    if format in ("json", "jsonl"):
        output.print(Dossier, pages, together.documents, Rows())
        return
    with output.opened() as out:
        for each in pages:
            around = workflow.around(db, each.entity.evidence) if db else None
            dossier.write(each, together.documents, out, around)
