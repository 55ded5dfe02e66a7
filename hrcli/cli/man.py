"""`hrcli man`: the manual, made of the same words as `--help`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from hrcli import __version__
from hrcli.cli import reference
from hrcli.errors import ExitStatus

STATUS = {
    ExitStatus.OK: "all went well, also where nothing was found",
    ExitStatus.FAILED: "nothing could be done",
    ExitStatus.USAGE: "what was typed, or the configuration, makes no sense",
    ExitStatus.SKIPPED: "some inputs could not be read; they are listed, and the others are done",
    ExitStatus.INTERRUPTED: "interrupted with Ctrl-C; what was kept till then is safe",
    ExitStatus.BROKEN_PIPE: "whoever read the output was gone before its end",
}
ENVIRONMENT = {
    "HRCLI_DB": "the store, where --db does not name it",
    "HRCLI_LEXICON": "a file of your own words, in place of hrcli.lexicon.toml",
    "HRCLI_PAGER, PAGER": "what shows long tables on a terminal; empty or cat for none",
    "NO_COLOR": "no colours, where it is not empty",
}
FILES = {
    "hrcli.db": "the store: one SQLite file",
    "hrcli.corrections.toml": "corrections of who is who, beside the store hrcli.db (see hrcli correct)",
    "hrcli.toml": "database, metadata, corrections, lexicon and [columns] of a project, in its folder or one above",
    "hrcli.lexicon.toml": "your own words (see hrcli lexicon)",
}


@click.command()
def command() -> None:
    """Print the manual page of all commands.

    \b
    Examples:
      hrcli man > hrcli.1
      hrcli man | man -l -
    """
    click.echo(page(), nl=False)


def page() -> str:
    """The manual as man reads it."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    root = reference.root()
    yield f'.TH HRCLI 1 "" "hrcli {__version__}" "User Commands"'
    yield ".ad l"  # words that cannot be parted, as lists of choices, leave no gaps
    yield from (".SH NAME", r"hrcli \- read who acts, what happened, who asks what, who is held from human-rights documents")
    yield from (".SH SYNOPSIS", r"\fBhrcli\fR \fICOMMAND\fR [\fIOPTIONS\fR] [\fIPATH\fR]...", ".SH DESCRIPTION", *_described(root.command))
    yield from _listed(root)
    yield ".SH COMMANDS"
    for context in list(reference.walk(root.command, root))[1:]:
        yield f".SS {_safe(' '.join([context.command_path, *context.command.collect_usage_pieces(context)]))}"
        yield from _described(context.command)
        yield from _listed(context)
    for title, entries in (("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES)):
        yield f".SH {title}"
        yield from _entries(entries.items())
    yield ".SH EXIT STATUS"
    yield from _entries((str(int(status)), meaning) for status, meaning in STATUS.items())


def _described(command: click.Command) -> Iterator[str]:
    for text in reference.paragraphs(command):
        if text.startswith("\b"):
            yield from (".PP", ".nf", *(_safe(line) for line in text.splitlines()[1:]), ".fi")
        else:
            yield from (".PP", _safe(" ".join(text.split())))


def _listed(context: click.Context) -> Iterator[str]:
    yield from _entries(reference.options(context))


def _entries(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, meaning in entries:
        yield from (".TP", rf"\fB{_safe(name)}\fR", _safe(" ".join(meaning.split())))


def _safe(text: str) -> str:
    """The text with nothing in it that man would take for a request."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    escaped = "".join(letter if letter.isascii() else rf"\[u{ord(letter):04X}]" for letter in escaped)
    return rf"\&{escaped}" if escaped[:1] in (".", "'") else escaped
