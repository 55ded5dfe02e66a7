"""`hrcli analyze`: all that documents say, without a store."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import click

from hrcli import workflow
from hrcli.cli import options
from hrcli.cli.output import Output
from hrcli.cli.reading import Reading, finish
from hrcli.cli.redaction import Redaction
from hrcli.records import DocumentAnalysis
from hrcli.report import Listing, write


@click.command()
@options.needed_paths
@options.reading
@options.redaction
@options.output
def command(paths: Sequence[str], reading: Reading, redaction: Redaction, output: Output) -> None:
    """Analyse the documents at PATH (files, folders, patterns, or - for standard input) and print all that they say.

    \b
    Examples:
      hrcli analyze statement.txt | jq .demands
      hrcli analyze reports/ -o reports.jsonl
      hrcli analyze reports/ --format table
      hrcli analyze - --date 2011-04-26 < statement.txt

    One object a line for each input (copies too), by default also on a terminal. What stands in a row of --metadata wins
    over --date and --publisher, and both win over what is found in the file. With --redact nothing is printed before
    all documents are read.
    """
    output.suits(DocumentAnalysis)
    batch = workflow.Batch()
    analyses = reading.analyses(paths, batch, copies=True)
    if key := redaction.key(None):
        analyses = iter(workflow.redacted(analyses, key, batch))
    first = next(analyses, None)
    if first is not None:
        with output.opened(paged=False) as out:
            write(output.chosen(shown="jsonl"), Listing(DocumentAnalysis, chain([first], analyses), color=output.color), out)
    finish(batch)
