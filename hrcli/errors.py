"""What can go wrong, in words for the user: each error has a message, a hint and an exit status."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit statuses of the command line."""

    OK = 0
    FAILED = 1
    USAGE = 2
    SKIPPED = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class HrcliError(Exception):
    """A failure that the user can do something about: one line that says what is wrong, and a hint."""

    status = ExitStatus.FAILED

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(HrcliError):
    """The command line asks for something that cannot be."""

    status = ExitStatus.USAGE


class UnreadableError(HrcliError):
    """One input cannot be read; in a batch it becomes a `Skipped` and the others go on."""


class ModelError(HrcliError):
    """The language model is missing or does not fit."""


class NotNamedError(HrcliError):
    """Nobody and nothing has the name that was asked for."""


class StoreError(HrcliError):
    """The store is missing, locked, damaged or of another version."""


class LexiconError(HrcliError):
    """A word list in the package is malformed."""
