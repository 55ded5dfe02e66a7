"""`hrcli search`: words in texts and records."""

from __future__ import annotations

from pathlib import Path

import click

from hrcli import resolve, workflow
from hrcli.cli import config, options
from hrcli.cli.frame import tell
from hrcli.cli.output import Output, Rows
from hrcli.report.answers import Found

SHOWN = 20  # hits, where --limit does not say otherwise


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option("--with-furniture", is_flag=True, help="Look in menus and other page furniture, too.")
@options.limit
@options.db
@options.corrections
@options.output
def command(words: tuple[str, ...], with_furniture: bool, rows: Rows, db: Path, corrections: Path | None, output: Output) -> None:
    """Find words in the texts and records of the store, the best first, with the words marked.

    \b
    Examples:
      hrcli search torture
      hrcli search '"house arrest" lawyer*'      a phrase, and words that begin so
      hrcli search 刘晓波
      hrcli search release type:demand since:2009
      hrcli search trial 'person:"Liu Xiaobo"'
      hrcli search dialogue entity:CHRD --limit 5

    All words must be there; case and accents do not matter. What the shell's own quotes hold together is a phrase.
    Filters: type:document, entity, demand, detention or event; person: and entity: under any of their names; org: as in
    the other commands; document:, since: and until:. Without --limit the best 20 are printed.
    """
    output.suits(Found)
    rows = rows.suited(Found, output.chosen())
    sought = resolve.parse(" ".join(_quoted(each) for each in words))
    said = workflow.corrections(db, corrections)[0]
    every = rows.count or bool(rows.sort)
    limit = None if every else rows.offset + (SHOWN if rows.limit is None else rows.limit)
    own = corrections in (None, config.corrections())
    found = resolve.search(db, sought, said, keep=own, with_furniture=with_furniture, limit=None if limit is None else limit + 1)
    output.print(Found, found if limit is None else found[:limit], {}, rows)
    if not found:
        tell("nothing found")
    elif limit is not None and len(found) > limit:
        tell(f"the best {limit - rows.offset} are shown", "--limit shows more")


def _quoted(word: str) -> str:
    """A word that the shell has taken out of its quotes, with quotes again where it has blanks and none of its own."""
    return f'"{word}"' if " " in word and '"' not in word and ":" not in word else word
