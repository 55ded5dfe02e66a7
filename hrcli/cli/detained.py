"""`hrcli detained`: who is or was deprived of liberty."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from hrcli import resolve, workflow
from hrcli.cli import options
from hrcli.cli.asking import ask
from hrcli.cli.output import Output
from hrcli.cli.page import Page, about, asked, is_name, print_pages
from hrcli.errors import UsageError
from hrcli.records import Detention
from hrcli.report import casefile
from hrcli.report.answers import CaseFile, CaseReview

CASE_FILE = Page(CaseFile, "case file", casefile.write, casefile.evidence)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...|NAME")
@click.option("--case", "name", metavar="NAME", help="The whole case file of this one: a name or an id.")
@options.filters("person", "status", "country", "org", "charge", "at", "since", "until", "document")
@click.option("--contradictions", is_flag=True, help="Only cases that documents contradict each other about, and how.")
@click.option("--stale", type=click.IntRange(min=1), metavar="YEARS", help="Only who was last reported held YEARS ago, and nothing since.")
@click.option(
    "--asof",
    metavar="DATE",
    callback=options.date(lambda value: resolve.periods.asof(value)),
    help="Count the years of silence back from here.",
)
@options.duplicates
@options.limit
@options.db
@options.corrections
@options.reading
@options.redaction
@options.output
def command(paths: tuple[str, ...], name: str | None, contradictions: bool, stale: int | None, asof: str | None, **given: Any) -> None:
    """List who is or was deprived of liberty, in the store or in the files at PATH: a row a person.

    \b
    Examples:
      hrcli detained
      hrcli detained --status imprisoned --since 2008
      hrcli detained --at 2009-06-04 --country China
      hrcli detained --charge subversion --format csv -o subversion.csv
      hrcli detained --contradictions
      hrcli detained --stale 5
      hrcli detained --format cecc -o cases.csv
      hrcli detained urgent-action.html --format json
      hrcli detained "Teng Biao"         the whole case file of one
      hrcli detained reports/ --case "Teng Biao"

    A single argument that is no file, no folder and no pattern is a NAME of the store: the case file has every fact with
    its quote and where that stands, the events in order, the status as each document tells it, contradictions, silence,
    and what is demanded for the person.

    Where several documents speak of one person, the row has the status that the latest one tells.
    --since and --until look at the arrest and at the release. --org is who published a document that tells of the
    case, to whom the person belongs, or who holds the person. --country is where the place of detention lies, else
    whose the authority is, else whose the person is; where nothing tells it the case is left out.

    --at DATE takes dates as wide as they may be: "in May 2009" may be any day of that month. Custody of which no
    beginning is dated begins with the earliest dated document that tells of it. It ends with the release or death;
    where that is not dated, with the sentence counted from its beginning, or with the latest document that still
    tells of it, if later; with neither, it has not ended. A release without a date is one by the latest document.
    Someone of whom no date is known is left out.

    --format cecc makes a CSV with the columns and codes of the CECC Political Prisoner Database; groups without names
    are left out of it.

    --stale, and the silence in a case file, count back from the newest document, or from --asof, never from today.
    """
    if name is None and len(paths) == 1 and is_name(paths[0]):
        name, paths = paths[0], ()
    if asof and stale is None and name is None:
        raise UsageError("--asof is for --stale and for a case file", hint="--stale 5 --asof 2015")
    if name is not None:
        show = partial(_file, name, asof, given["output"], None if paths else given["db"])
        about(paths, show, partial(resolve.of_case_file, name=name), **given)
    elif contradictions or stale is not None:
        review = partial(resolve.reviewed, contradictory=contradictions, stale=stale, asof=asof)
        ask("detained", CaseReview, paths=paths, group=review, **given)
    else:
        ask("detained", Detention, paths=paths, **given)


def _file(name: str, asof: str | None, output: Output, db: Path | None, together: workflow.Together, where: str) -> None:
    """Print all that is known of somebody held."""
    day = resolve.periods.asof(asof) if asof else None
    print_pages(resolve.case_files(together.corpus, asked(together, name), where, asof=day), CASE_FILE, together, output, db)
