"""One writer at a time: a lock file beside the store, which the system frees when its holder ends, however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from hrcli.errors import StoreError


class Lock:
    """The right to write a store, from the moment it is made until it is freed; StoreError where another process has it."""

    def __init__(self, store: Path) -> None:
        self._place = store.with_name(f"{store.name}.lock")
        self._file = self._taken(store)

    def free(self) -> None:
        """Let others write. The file goes first: who has opened it in the meantime will see that it is not the one that counts."""
        with suppress(OSError):  # Windows removes no open file
            self._place.unlink()
        os.close(self._file)

    def _taken(self, store: Path) -> int:
        while True:
            try:
                file = os.open(self._place, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError as error:
                raise StoreError(f"cannot write the store {store}: {error.strerror}", hint="give another place with --db") from error
            if not _lock(file):
                os.close(file)
                raise StoreError(f"the store {store} is in use", hint="wait until the other hrcli has finished")
            if self._counts(file):
                return file
            os.close(file)

    def _counts(self, file: int) -> bool:
        """Whether the file that was locked is the one that others will find."""
        try:
            return os.path.samestat(os.fstat(file), self._place.stat())
        except FileNotFoundError:
            return False


def _lock(file: int) -> bool:
    """Whether the file is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
