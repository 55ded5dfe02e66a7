"""What the Tab key offers: names in the store, columns, words of the vocabularies. Whatever is wrong, it offers nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

from hrcli.cli import config
from hrcli.errors import HrcliError

VARIABLE = "_HRCLI_COMPLETE"
Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


class Bash(BashComplete):
    """click's completion for bash, which would leave a name of several words as several words."""

    def format_completion(self, item: CompletionItem) -> str:
        """What bash reads: escaped for the line, unless somebody is typing between quotes, and once more for bash's `read`."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        if item.type != "plain" or words[-1][:1] in ("'", '"'):
            return super().format_completion(item)
        escaped = re.sub(r"([^\w@%+=:,./-])", r"\\\\\1", item.value)
        return f"{item.type},{escaped}"


def names(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The names in the store that begin so."""
    from hrcli import workflow

    with suppress(HrcliError, OSError):
        place = context.params.get("db") or config.database()
        return [CompletionItem(name) for name in workflow.names(place, typed.lstrip("\"'"))]
    return []


def files(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Files and folders, which the shell knows itself."""
    return [CompletionItem(typed, type="file")]


def names_or_files(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Names, where any begins so, else files."""
    found = names(context, parameter, typed) if typed and not Path(typed).exists() else []
    return found or files(context, parameter, typed)


def columns(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The columns of what the command lists, behind the last comma."""
    from hrcli.report import chosen

    kind = next((kind for kind, command in config.COMMANDS.items() if command == context.info_name), None)
    before, comma, last = typed.rpartition(",")
    known = chosen.known(kind) if kind else []
    return [CompletionItem(f"{before}{comma}{name}") for name in known if name.startswith(last)]


def words(of: Callable[[], Iterable[tuple[str, str]]]) -> Offer:
    """Words with what they mean, as `of` tells them."""
    return lambda _context, _parameter, typed: [
        CompletionItem(word, help=said) for word, said in of() if word.casefold().startswith(typed.casefold())
    ]


def themes() -> Iterable[tuple[str, str]]:
    """The codes of themes, with their labels."""
    from hrcli import lexicon

    return [(theme["code"], theme["label"]) for theme in lexicon.read("themes")["theme"]]


def countries() -> Iterable[tuple[str, str]]:
    """The codes of countries, with their names."""
    from hrcli import lexicon

    return [(state["code"], state["name"]) for state in lexicon.read("countries")["state"]]


def vocabularies() -> Iterable[tuple[str, str]]:
    """The names of the vocabularies."""
    from hrcli import lexicon

    return [(name, "") for name in lexicon.names()]


def prepare() -> None:
    """Let click complete as above, where it is asked to."""
    if VARIABLE in os.environ:
        add_completion_class(Bash)
