"""`hrcli lexicon`: which words hrcli knows, and what they mean to it."""

from __future__ import annotations

from difflib import get_close_matches

import click

from hrcli import lexicon
from hrcli.cli import complete, options
from hrcli.cli.frame import tell
from hrcli.cli.output import Output, Rows
from hrcli.errors import UsageError
from hrcli.lexicon import terms
from hrcli.records import Record, Term, Vocabulary


@click.command()
@click.argument("term", required=False, metavar="[TERM]")
@click.option(
    "--in",
    "vocabulary",
    metavar="VOCABULARY",
    shell_complete=complete.words(complete.vocabularies),
    help="Only of this vocabulary; without TERM, all its terms.",
)
@options.limit
@options.output
def command(term: str | None, vocabulary: str | None, rows: Rows, output: Output) -> None:
    """Say what a word or phrase means to hrcli, in which list, with its examples; without TERM, list the vocabularies.

    \b
    Examples:
      hrcli lexicon
      hrcli lexicon release
      hrcli lexicon "Human Rights Watch"
      hrcli lexicon --in organizations --limit 10

    Your own words go to hrcli.lexicon.toml in the folder where you work or one above it (or to the file that hrcli.toml names
    as `lexicon`): a table for each vocabulary, with entries of the same shape.

    \b
      [[organizations.organization]]
      name = "Amity Watch"
      aliases = ["AW"]
    \b
      [regions]
      names = ["Old Fort"]

    Documents that were read without them are read anew by the next `hrcli ingest`.
    """
    kind: type[Record] = Term if term or vocabulary else Vocabulary
    output.suits(kind)
    rows = rows.suited(kind, output.chosen())
    found = _terms(term, vocabulary) if kind is Term else terms.vocabularies()
    output.print(kind, found, {}, rows)
    if term and not found:
        similar = terms.like(term)
        tell(f"hrcli knows no term {term!r}", f"did you mean {' or '.join(similar)}?" if similar else None)


def _terms(term: str | None, vocabulary: str | None) -> list[Term]:
    known = lexicon.names()
    if vocabulary and vocabulary not in known:
        similar = get_close_matches(vocabulary, known, n=1)
        raise UsageError(
            f"--in: there is no vocabulary {vocabulary!r}", hint=f"did you mean {similar[0]}?" if similar else f"one of {', '.join(known)}"
        )
    return terms.find(term, vocabulary) if term else list(terms.terms(vocabulary))
