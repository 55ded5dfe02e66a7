"""What is said on a terminal while something takes long, once it does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from threading import Timer
from typing import TypeVar

from hrcli.cli.frame import tell

T = TypeVar("T")

PATIENCE = 1.0  # seconds before something is said
JOINING = "putting together what all documents say"
ONCE = "once after every change of them or of the corrections"


@contextmanager
def waiting(what: str, hint: str | None = None, *, patience: float = PATIENCE) -> Iterator[None]:
    """Say what takes so long, if it does, and standard error is a terminal."""
    if not shows():
        yield
        return
    timer = Timer(patience, tell, (what, hint))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def joined(answers: AbstractContextManager[T]) -> Iterator[T]:
    """What a store answers, which may have to join all its documents first."""
    with ExitStack() as stack:
        with waiting(JOINING, ONCE):
            answer = stack.enter_context(answers)
        yield answer


def shows() -> bool:
    """Whether standard error is a terminal that can show something for a while."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
