"""The command line: one file a command, imported when it is used. Only this folder prints.

A new command is a module with a `command`, and its line here.
"""

from __future__ import annotations

import click

from hrcli.cli.frame import Commands, show_version

COMMANDS = {
    "analyze": "Analyse documents and print all that they say, one document a line.",
    "ingest": "Analyse documents and keep the results in a store.",
    "documents": "List the documents.",
    "entities": "List who and what is named: people, bodies, places, laws.",
    "timeline": "List what happened when.",
    "demands": "List who asks what of whom.",
    "detained": "List who is or was deprived of liberty.",
    "correct": "Put right who is who, for good.",
    "review": "Decide what is doubtful about who is who, one key each.",
    "show": "Print a document with its records marked in the text.",
    "verify": "Check the store against its sources, and list the chain of custody.",
    "upgrade": "Read again what this version reads otherwise.",
    "forget": "Remove a document and all that was made of it.",
    "schema": "Print the JSON Schema of a record.",
}


@click.group(cls=Commands, commands_in="hrcli.cli", summaries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show where in the program an unexpected error arose.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version, help="Print the versions and exit.")
def hrcli(debug: bool) -> None:
    """Who acts, what happened when, who demands what of whom, who is detained: read from human-rights
    documents, with the evidence for every cell.

    \b
    Examples:
      hrcli ingest reports/              keep what a folder of documents says
      hrcli demands --org Amnesty        who is asked for what by Amnesty
      hrcli detained statement.txt       without a store, straight from a file
      hrcli timeline --since 2009 -o timeline.csv
    """


def main() -> None:
    """The entry point of the console script."""
    hrcli()
