"""`hrcli verify`: whether the store still says what its sources say, and the chain of custody of every document."""

from __future__ import annotations

from pathlib import Path

import click

from hrcli import workflow
from hrcli.cli import options
from hrcli.cli.frame import tell
from hrcli.cli.output import Output, Rows
from hrcli.errors import ExitStatus
from hrcli.report.answers import Custody


@click.command()
@click.option("--all", "every", is_flag=True, help="List every document, not only those of which something does not hold.")
@options.limit
@options.db
@options.output
def command(every: bool, rows: Rows, db: Path, output: Output) -> None:
    """Check the store: the files it was read from, every quote against its text, and the file that it is itself.

    \b
    Examples:
      hrcli verify
      hrcli verify --all --format csv -o custody.csv     the chain of custody of every document

    A source is compared by its sha-256: "changed" where the file is another today, "missing" where there is none. With
    --all each document is listed with its sha-256, when it was read, and by which version, model and lexicon. The exit
    status is 1 where a quote, the file or a source that is there does not hold.
    """
    output.suits(Custody)
    rows = rows.suited(Custody, output.chosen())
    found = list(workflow.verify(db))
    documents = [each for each in found if isinstance(each, Custody)]
    faults = [each for each in found if isinstance(each, str)]
    wrong = [each for each in documents if each.faults or each.source == "changed"]
    missing = sum(each.source == "missing" for each in documents)
    if every or wrong:
        output.print(Custody, documents if every else wrong, {}, rows)
    for fault in faults:
        tell(fault)
    quotes = sum(each.quotes for each in documents)
    tell(f"{len(documents)} documents and {quotes} quotes checked: {_outcome(len(wrong), len(faults), missing)}")
    if wrong or faults:
        click.get_current_context().exit(ExitStatus.FAILED)


def _outcome(wrong: int, faults: int, missing: int) -> str:
    found = [f"something is wrong with {wrong}"] * bool(wrong) + [f"{faults} faults of the file"] * bool(faults)
    found += [f"the sources of {missing} are missing"] * bool(missing)
    return ", ".join(found) or "all is as it was read"
