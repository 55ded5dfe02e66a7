"""`hrcli completion`: what makes the shell complete commands, options, columns, and the names in the store."""

from __future__ import annotations

import click

LINES = {
    "bash": 'eval "$(_HRCLI_COMPLETE=bash_source hrcli)"',
    "zsh": 'eval "$(_HRCLI_COMPLETE=zsh_source hrcli)"',
    "fish": "_HRCLI_COMPLETE=fish_source hrcli | source",
}


@click.command()
@click.argument("shell", type=click.Choice(list(LINES)), metavar="bash|zsh|fish")
def command(shell: str) -> None:
    """Print the line that makes the shell complete what you type after `hrcli`; add it to what the shell reads at its start.

    \b
    Examples:
      hrcli completion bash >> ~/.bashrc
      hrcli completion zsh >> ~/.zshrc
      hrcli completion fish >> ~/.config/fish/config.fish

    Commands, options and their values, columns and the names in the store are completed with the Tab key.
    """
    click.echo(LINES[shell])
