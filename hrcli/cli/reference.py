"""All commands with all that their help says, for what is made of it: the man page, the README's reference, and the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc

import click

EXAMPLE = re.compile(r"^ +(?P<typed>(?:\S.*?)??\bhrcli\b.*?)(?:  +.*)?$", re.MULTILINE)
"""A line below `Examples:`; what stands behind two spaces says what it does."""


def walk(command: click.Command, context: click.Context) -> Iterator[click.Context]:
    """A context for the command itself, then for each of those below it, in the order of its help."""
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            if below := command.get_command(context, name):
                yield from walk(below, click.Context(below, info_name=name, parent=context, **below.context_settings))


def root(width: int | None = None) -> click.Context:
    """The context of `hrcli` itself; its help and all below it are as wide as `width`."""
    from hrcli.cli import hrcli

    return click.Context(hrcli, info_name="hrcli", terminal_width=width, **hrcli.context_settings)


def paragraphs(command: click.Command) -> list[str]:
    """The paragraphs of a command's help; those with lines of their own begin with a \\b line."""
    return [part for part in re.split(r"\n\s*\n", cleandoc(command.help or "")) if part.strip()]


def examples(command: click.Command) -> list[str]:
    """What the examples of a command's help type."""
    found = [each for each in paragraphs(command) if each.removeprefix("\b\n").startswith("Examples:")]
    return [hit["typed"].strip() for each in found for hit in EXAMPLE.finditer(each.partition("Examples:")[2])]


def options(context: click.Context) -> list[tuple[str, str]]:
    """The options of a command, as its help names and explains them."""
    parameters = [each for each in context.command.get_params(context) if isinstance(each, click.Option)]
    return [record for each in parameters if (record := each.get_help_record(context))]
