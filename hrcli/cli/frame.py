"""The frame around every command: late import, and one place where errors become a line and an exit status."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any, NoReturn

import click
from click.shell_completion import CompletionItem

from hrcli import __version__
from hrcli.cli import complete, config
from hrcli.errors import ExitStatus, HrcliError
from hrcli.report import visible


class Commands(click.Group):
    """A group whose commands lie in the modules of a package, named with their summaries, and are imported on use."""

    def __init__(self, *args: Any, commands_in: str, summaries: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self._package = commands_in
        self._summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self._summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self._summaries:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self._summaries and not args[0].startswith("-"):
            similar = get_close_matches(args[0], self._summaries)
            raise click.UsageError(f"No such command '{args[0]}'." + (f" Did you mean '{similar[0]}'?" if similar else ""), ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, without importing them, and the options."""
        found = [CompletionItem(name, help=said) for name, said in self._summaries.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            self._invoke_and_flush(ctx)
        except BrokenPipeError:
            _close_output()
            ctx.exit(ExitStatus.BROKEN_PIPE)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            ctx.exit(_explain(error, debug=ctx.params["debug"]))

    def _invoke_and_flush(self, ctx: click.Context) -> None:
        try:
            config.use_lexicon()
            super().invoke(ctx)
        finally:
            sys.stdout.flush()

    def main(self, *args: Any, **options: Any) -> NoReturn:
        complete.prepare()
        if not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        try:
            status = super().main(*args, **{**options, "prog_name": "hrcli", "standalone_mode": False})
        except click.Abort:
            tell("interrupted")
            status = ExitStatus.INTERRUPTED
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            status = error.exit_code
        except click.ClickException as error:
            tell(error.format_message(), _help_for(error))
            status = error.exit_code
        except Exception as error:
            status = _explain(error, debug=False)
        sys.exit(status or 0)


def tell(message: str, hint: str | None = None) -> None:
    """Say something on standard error, on one line."""
    text = f"{message} ({hint})" if hint else message
    click.echo(visible(f"hrcli: {' '.join(text.split())}"), err=True)


def show_version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    """Print the versions of hrcli, of the language model it ships with, and of its word lists."""
    if not asked:
        return
    from hrcli import english, lexicon

    name, version = english.shipped()
    click.echo(f"hrcli {__version__}\nlanguage model {name} {version}\nlexicon {lexicon.digest()}")
    ctx.exit()


def _help_for(error: click.ClickException) -> str | None:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"see `{context.command_path} --help`" if context else None


def _close_output() -> None:
    """Point standard output nowhere: whoever read it is gone, and the interpreter will flush it once more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        sys.stdout = sys.__stdout__ = None  # type: ignore[assignment, misc]


def _explain(error: Exception, *, debug: bool) -> ExitStatus:
    """Say on one line what went wrong; with `debug` also where. Returns the exit status that goes with it."""
    if isinstance(error, HrcliError):
        tell(error.message, error.hint)
        return error.status
    if debug:
        click.echo(visible("".join(traceback.format_exception(error))), err=True)
    if isinstance(error, OSError):
        tell(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    else:
        tell(f"this should not have happened: {type(error).__name__}: {error}", None if debug else "`hrcli --debug ...` shows where")
    return ExitStatus.FAILED
