"""Help starts at once: what answers questions is not executed for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hrcli.cli.late import wait

PROGRAM = """
import sys
from click.testing import CliRunner
from hrcli.cli import COMMANDS, hrcli
for name in COMMANDS:
    assert CliRunner().invoke(hrcli, [name, "--help"]).exit_code == 0, name
print(*sys.modules)
"""


def test_help_executes_nothing_that_answers() -> None:
    """After the help of every command there is no database, no word list, no parser of mail and no table in the process."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert "hrcli.cli.demands" in done.stdout.split()
    assert {"sqlite3", "rich", "email", "hrcli.resolve.join", "hrcli.ingest.mend", "numpy"}.isdisjoint(done.stdout.split())


def test_a_module_that_is_not_there() -> None:
    """A name that no module has is an error at once, not when it is used."""
    with pytest.raises(ModuleNotFoundError, match=r"no module hrcli\.nonsense"):
        wait("hrcli.nonsense")


def test_the_views_of_demands() -> None:
    """`--by` offers what `resolve` can count by; it is written twice, so that help need not load the one for the other."""
    from hrcli.cli.demands import command
    from hrcli.resolve import VIEWS

    assert tuple(next(each for each in command.params if each.name == "view").type.choices) == VIEWS
