"""The command line: one file a command, imported when it is used. Only this folder prints.

A new command is a module with a `command`, and its line here.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from hrcli.cli import config
from hrcli.cli.frame import Commands, show_version
from hrcli.cli.late import wait

wait("hrcli.workflow", "hrcli.extract", "hrcli.ingest", "hrcli.resolve", "hrcli.store")

COMMANDS = {
    "analyze": "Analyse documents and print all that they say, one document a line.",
    "ingest": "Analyse documents and keep the results in a store.",
    "documents": "List the documents.",
    "entities": "List who and what is named: people, bodies, places, laws.",
    "timeline": "List what happened when.",
    "demands": "List who asks what of whom.",
    "detained": "List who is or was deprived of liberty.",
    "search": "Find words in the texts and records of the store.",
    "correct": "Put right who is who, for good.",
    "review": "Decide what is doubtful about who is who, one key each.",
    "show": "Print a document with its records marked in the text.",
    "lexicon": "Say which words hrcli knows, and what they mean to it.",
    "completion": "Let the shell complete commands, options and names.",
    "man": "Print the manual page.",
    "verify": "Check the store against its sources, and list the chain of custody.",
    "upgrade": "Read again what this version reads otherwise.",
    "forget": "Remove a document and all that was made of it.",
    "schema": "Print the JSON Schema of a record.",
}


@click.group(
    cls=Commands,
    commands_in="hrcli.cli",
    summaries=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.pass_context
@click.option("--debug", is_flag=True, help="Show where in the program an unexpected error arose.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version, help="Print the versions and exit.")
def hrcli(context: click.Context, debug: bool) -> None:  # noqa: ARG001
    """Who acts, what happened when, who demands what of whom, who is detained: read from human-rights
    documents, with the evidence for every cell.

    \b
    Examples:
      hrcli ingest reports/              keep what a folder of documents says
      hrcli demands --org Amnesty        who is asked for what by Amnesty
      hrcli detained statement.txt       without a store, straight from a file
      hrcli timeline --since 2009 -o timeline.csv
      hrcli                              what is in the store, and what to try next
    """
    if context.invoked_subcommand is None:
        from hrcli.cli.welcome import welcome

        welcome(Path(os.environ["HRCLI_DB"]) if os.environ.get("HRCLI_DB") else config.database())


def main() -> None:
    """The entry point of the console script."""
    hrcli()
