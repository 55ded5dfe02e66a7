"""The options that commands share, as decorators.

@options.reading    gives a command `reading: Reading`   --metadata, --date, --publisher, --text-column, --model
@options.output     gives a command `output: Output`     --format, -o, --force, --no-color, --no-pager
@options.db         gives a command `db: Path`           --db
@options.filters    gives a command `query: Query`       those of --org, --target ... that it names
@options.jobs       gives a command `jobs: int | None`   --jobs
@options.corrections gives a command `corrections`   --corrections
@options.redaction  gives a command `redaction: Redaction`   --redact, --redact-key
@options.limit      gives a command `rows: Rows`         --limit, --offset, --sort, --columns, --count
@options.duplicates gives a command `with_duplicates`    --with-duplicates
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, get_args

import click

from hrcli import resolve
from hrcli.cli import complete, config
from hrcli.cli.output import Output, Rows
from hrcli.cli.reading import Reading
from hrcli.cli.redaction import LIMITS, Redaction
from hrcli.errors import UsageError
from hrcli.records import EntityType, EventType, Force, Polarity, Precision, Status
from hrcli.report import FORMATS

Function = Callable[..., Any]
Decorator = Callable[[Function], Function]

FILE = click.Path(dir_okay=False, path_type=Path)


def _gather(name: str, make: Callable[..., Any], options: Mapping[str, Decorator]) -> Decorator:
    """A decorator that puts the values of `options` into one argument `name` of the command, made by `make`."""

    def decorate(command: Function) -> Function:
        @wraps(command)
        def run(**given: Any) -> Any:
            values = {option: given.pop(option) for option in options}
            return command(**given, **{name: make(**values)})

        decorated: Function = run
        for option in list(options.values())[::-1]:
            decorated = option(decorated)
        return decorated

    return decorate


def date(check: Callable[[str], object]) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """An option's callback that lets `check` complain before any work is done."""

    def callback(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
        if value is not None:
            check(value)
        return value

    return callback


def _names(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The names in an option's value, which are parted by commas."""
    return tuple(name.strip() for name in (value or "").split(",") if name.strip())


def _published(value: str) -> None:
    from hrcli.ingest import dates

    if not dates.is_edtf(value):
        raise UsageError(f"--date: {value!r} is not a date", hint="write a year, a month or a day: 2009, 2009-02 or 2009-02-16")


paths: Decorator = click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete.files)
needed_paths: Decorator = click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=complete.files)
duplicates: Decorator = click.option("--with-duplicates", is_flag=True, help="Count documents that repeat others too.")
db: Decorator = click.option(
    "--db",
    type=FILE,
    envvar="HRCLI_DB",
    default=config.database,
    show_envvar=True,
    help=f"The file that is the store; {config.STORE} where nothing names it.",
)
corrections: Decorator = click.option(
    "--corrections",
    type=FILE,
    default=config.corrections,
    metavar="FILE",
    help="Apply these corrections; by default those beside the store (see `hrcli correct`).",
)
jobs: Decorator = click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Read with N processes.  [default: one a core]")
reading = _gather(
    "reading",
    Reading,
    {
        "metadata": click.option(
            "--metadata", type=FILE, help="CSV with a column path and any of title, publisher, date, url, language; - for standard input."
        ),
        "date": click.option(
            "--date", metavar="DATE", callback=date(_published), help="When the files were published: 2009, 2009-02 or 2009-02-16."
        ),
        "publisher": click.option("--publisher", metavar="NAME", help="Who published the files."),
        "text_column": click.option("--text-column", metavar="NAME", help="The column of a CSV or JSON file that holds the text."),
        "model": click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline for English, installed or on disk."),
    },
)
output = _gather(
    "output",
    Output,
    {
        "format": click.option("-f", "--format", type=click.Choice(list(FORMATS)), help="Default: table on a terminal, else jsonl."),
        "file": click.option(
            "-o",
            "--output",
            "file",
            type=FILE,
            callback=lambda _context, _option, path: None if path == Path("-") else path,
            help="Write to this file (- for standard output); its ending chooses the format.",
        ),
        "force": click.option("--force", is_flag=True, help="Overwrite the file."),
        "no_color": click.option("--no-color", is_flag=True, help="No colours (as with NO_COLOR)."),
        "no_pager": click.option("--no-pager", is_flag=True, help="Print long tables at once, not through $PAGER."),
    },
)
limit = _gather(
    "rows",
    Rows,
    {
        "limit": click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Print at most N rows (a table: 50)."),
        "offset": click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N rows."),
        "sort": click.option(
            "--sort",
            callback=_names,
            shell_complete=complete.columns,
            metavar="COLUMNS",
            help="Sort by these columns, with commas; -NAME turns one around.",
        ),
        "columns": click.option(
            "--columns",
            callback=_names,
            shell_complete=complete.columns,
            metavar="COLUMNS",
            help="Only these, with commas: headings of the table, or fields (hrcli schema).",
        ),
        "count": click.option("--count", is_flag=True, help="Print how many rows there are, and none of them."),
    },
)
_redaction = _gather(
    "redaction",
    Redaction,
    {
        "redact": click.option("--redact", is_flag=True, help="Hide private persons behind pseudonyms."),
        "redact_key": click.option("--redact-key", type=FILE, metavar="FILE", help="Make pseudonyms with this key; made if missing."),
    },
)


def redaction(command: Function) -> Function:
    """--redact and --redact-key, and in the help of the command what they do and what not."""
    command.__doc__ = f"{command.__doc__}{LIMITS}"
    return _redaction(command)


FILTERS: dict[str, Decorator] = {
    "country": click.option(
        "--country", metavar="COUNTRY", shell_complete=complete.words(complete.countries), help="Of this country: an ISO code or a name."
    ),
    "min_mentions": click.option("--min-mentions", type=click.IntRange(min=1), metavar="N", help="Named at least N times."),
    "search": click.option("--search", metavar="WORDS", help="With these words, or beginnings of words, in names, roles or affiliations."),
    "org": click.option("--org", metavar="NAME", shell_complete=complete.names, help="By this organisation, under any of its names."),
    "source": click.option(
        "--source", metavar="NAME", shell_complete=complete.names, help="By this body or person in its own name, whoever published it."
    ),
    "target": click.option("--target", metavar="NAME", shell_complete=complete.names, help="Asked of this body or person."),
    "person": click.option("--person", metavar="NAME", shell_complete=complete.names, help="About this person, under any name."),
    "actor": click.option(
        "--actor", metavar="NAME", shell_complete=complete.names, help="With this person or body among the actors, under any name."
    ),
    "entity": click.option("--type", type=click.Choice(get_args(EntityType)), help="Of this type."),
    "event": click.option("--type", type=click.Choice(get_args(EventType)), help="Events of this type."),
    "status": click.option("--status", type=click.Choice(get_args(Status)), help="With this status."),
    "precision": click.option("--precision", type=click.Choice(get_args(Precision)), help="Dated this exactly."),
    "charge": click.option("--charge", metavar="WORDS", help="With these words, or beginnings of words, in the charge or the law."),
    "at": click.option(
        "--at",
        metavar="DATE",
        callback=date(lambda value: resolve.periods.at(value)),
        help="Held on this day, or at some time in this month or year.",
    ),
    "since": click.option(
        "--since",
        metavar="DATE",
        callback=date(lambda value: resolve.periods.since(value)),
        help="Not before 2009, 2009-02 or 2009-02-16.",
    ),
    "until": click.option(
        "--until", metavar="DATE", callback=date(lambda value: resolve.periods.until(value)), help="Not after 2009, 2009-02 or 2009-02-16."
    ),
    "theme": click.option(
        "--theme",
        metavar="CODE|WORDS",
        shell_complete=complete.words(complete.themes),
        help="About this theme of the UHRI index: D3, D, or words of its label.",
    ),
    "category": click.option("--category", type=click.IntRange(1, 5), help="Of this category of action of UPR Info."),
    "polarity": click.option("--polarity", type=click.Choice(get_args(Polarity)), help="To do something, or to refrain from it."),
    "asked_as": click.option("--as", "asked_as", type=click.Choice(get_args(Force)), help="Made with this force."),
    "own_voice": click.option("--own-voice", is_flag=True, help="Made by the document itself, not reported from others."),
    "document": click.option("--document", metavar="DOC", help="In this document: its id, path, file name, or words of its title."),
}


def filters(*names: str) -> Decorator:
    """The named filters of FILTERS, of which "entity" and "event" both are --type."""
    return _gather(
        "query", lambda **given: resolve.Query(**given), {"type" if name in ("entity", "event") else name: FILTERS[name] for name in names}
    )
