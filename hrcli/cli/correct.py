"""`hrcli correct`: what the program got wrong about who is who, put right for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click

from hrcli import resolve, store, workflow
from hrcli.cli import complete, config, options
from hrcli.cli.frame import tell
from hrcli.errors import UsageError
from hrcli.records import EntityType

Command = Callable[..., Any]
name = click.argument("name", shell_complete=complete.names)


@click.group()
def command() -> None:
    """Put right who is who: corrections are kept in a file beside the store and hold for every command.

    \b
    Examples:
      hrcli correct merge "Rosa Quispe" "R. Quispe Mamani"
      hrcli correct split "Wang Wei" --document report.txt
      hrcli correct rename "Clinton Administration" "U.S. government"
      hrcli correct retype "Amity Watch" organization
      hrcli correct reject "Read More Foundation"

    A NAME is a name or an id, as `hrcli entities` prints them. The file (hrcli.corrections.toml for hrcli.db) is plain
    text to read, edit, share and compare; it outlives the store. `hrcli review` asks about what is doubtful.
    """


def _options(function: Command) -> Command:
    """The options that all corrections share."""
    why = click.option("--why", metavar="TEXT", help="The reason, for those who share the file.")
    file = click.option(
        "--corrections",
        type=options.FILE,
        default=config.corrections,
        metavar="FILE",
        help="Write to this file, not to the one beside the store.",
    )
    return options.db(file(why(function)))


@command.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME NAME...", shell_complete=complete.names)
@_options
def merge(names: tuple[str, ...], why: str | None, **where: Any) -> None:
    """These are one, called by the first name."""
    if len(names) < 2:
        raise UsageError("a merge needs two names", hint='hrcli correct merge "NAME" "OTHER NAME"')
    _write(lambda full: store.corrections.Merge(names=[full(each) for each in names], why=why), **where)


@command.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME [NAME]...", shell_complete=complete.names)
@click.option("--document", "documents", multiple=True, metavar="DOC", help="The one in this document (id, path or file name) is another.")
@_options
def split(names: tuple[str, ...], documents: tuple[str, ...], why: str | None, **where: Any) -> None:
    """NAME in these documents is another than elsewhere, or in every document another; or these NAMEs are not one."""
    if len(names) > 1 and documents:
        raise UsageError("--document goes with one name", hint='hrcli correct split "NAME" --document DOC')
    if len(names) > 1:
        _write(lambda full: store.corrections.Split(names=[full(each) for each in names], why=why), **where)
    else:
        _write(lambda full: store.corrections.Split(name=full(names[0]), documents=list(documents) or None, why=why), **where)


@command.command()
@name
@click.argument("to", metavar="NEW")
@_options
def rename(name: str, to: str, why: str | None, **where: Any) -> None:
    """What is called NAME is to be called NEW."""
    _write(lambda full: store.corrections.Rename(name=full(name), to=to, why=why), **where)


@command.command()
@name
@click.argument("type", type=click.Choice(get_args(EntityType)), metavar="TYPE")
@_options
def retype(name: str, type: EntityType, why: str | None, **where: Any) -> None:
    """What is called NAME is of this TYPE: person, organization, public_body, place ..."""
    _write(lambda full: store.corrections.Retype(name=full(name), type=type, why=why), **where)


@command.command()
@name
@_options
def reject(name: str, why: str | None, **where: Any) -> None:
    """What is called NAME is nothing; or, where NAME is but another name of something, that is not its name."""
    _write(lambda full: store.corrections.Reject(name=full(name), why=why), **where)


@command.command()
@name
@click.argument("alias")
@_options
def alias(name: str, alias: str, why: str | None, **where: Any) -> None:
    """What is called NAME is known as ALIAS too."""
    _write(lambda full: store.corrections.Alias(name=full(name), alias=alias, why=why), **where)


@command.command()
@name
@click.argument("text")
@_options
def note(name: str, text: str, why: str | None, **where: Any) -> None:
    """Remember TEXT about NAME; the dossier shows it."""
    if why:
        raise UsageError("a note is its own reason", hint="leave --why out")
    _write(lambda full: store.corrections.Note(name=full(name), note=text), **where)


def _write(make: Callable[[Callable[[str], str]], store.corrections.Correction], *, db: Path, corrections: Path | None) -> None:
    """Check a correction against the store, and write it; `make` gets a function that makes beginnings of ids whole."""
    file = corrections or store.corrections.beside(db)
    said = workflow.corrections(db, corrections if corrections and corrections.exists() else None)[0]
    together = workflow.gather(workflow.stored(db), corrections=said, with_duplicates=True)
    new = make(lambda given: resolve.whole(together.corpus, given))
    workflow.correct(together, said, new, file)
    tell(f"{type(new).__name__.lower()} written to {file}")
