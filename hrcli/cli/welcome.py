"""What `hrcli` alone says: what is in the store, and what to try next."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from hrcli import workflow
from hrcli.cli import config
from hrcli.report import visible

WIDTH = 48  # of what is to be typed, before what it does


def welcome(db: Path) -> None:
    """Print it."""
    if db.is_file():
        lines = [*_there(db), ("hrcli --help", "all commands")]
    else:
        click.echo(f"There is no store here yet ({db}): read a folder into one, or ask files straight away.\n")
        lines = [
            ("hrcli ingest FOLDER", "keep what documents say, to ask it quickly"),
            ("hrcli detained FILE", "without a store, straight from files"),
            ("hrcli --help", "all commands"),
        ]
    for typed, said in lines:
        click.echo(visible(f"  {typed:{WIDTH}}{said}" if len(typed) < WIDTH else f"  {typed}"))


def _there(db: Path) -> Iterator[tuple[str, str]]:
    """What to try in this store, below a line that says what is in it."""
    known = workflow.overview(db, own=config.corrections())
    if known is None:
        click.echo(f"{db} is in use, or made with other corrections. Try next:\n")
    else:
        copies = f" ({_many(known.repeated, 'more repeats one', 'more repeat them')})" if known.repeated else ""
        click.echo(
            f"{db}: {_many(known.documents, 'document')}{copies}, {_many(known.entities, 'name', 'names')}, "
            f"{_many(known.demands, 'demand')}, {_many(known.detained, 'person or group held', 'people or groups held')}, "
            f"{_many(known.timeline, 'date')}.\n\nTry next:\n"
        )
    yield "hrcli detained", "who is held, and what became of them"
    if known and known.person:
        yield f"hrcli entities {_quoted(known.person)}", "all that is known of one"
    if known and known.organization:
        yield f"hrcli demands --org {_quoted(known.organization)}", "who asks what of whom"
    yield "hrcli timeline --since 2010", "what happened when"
    yield 'hrcli search "house arrest"', "words in texts and records"


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name and not set(name) & set('"$`\\!') else shlex.quote(name)


def _many(count: int, one: str, more: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else more or one + 's'}"
