"""The key of pseudonyms: random, in a file beside the store that its owner alone can read.

Who has it can try names until one makes a pseudonym; without it nobody can.
"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from hrcli.errors import HrcliError

LENGTH = 32  # bytes


class KeyFileError(HrcliError):
    """The file of the key cannot be read or made."""


def beside(store: Path) -> Path:
    """Where the key of a store is: `hrcli.redact.key` for `hrcli.db`."""
    return store.with_name(f"{store.stem}.redact.key")


def throwaway() -> bytes:
    """A key that is kept nowhere."""
    return secrets.token_bytes(LENGTH)


def read(path: Path) -> tuple[bytes, bool]:
    """The key in a file, which is made where it is missing; and whether it was."""
    try:
        made = not path.exists() and _make(path)
        text = path.read_bytes().strip()
    except OSError as error:
        raise KeyFileError(f"cannot read or make {path}: {error.strerror}", hint="give another place with --redact-key") from error
    if not re.fullmatch(rb"[0-9a-f]{64}", text):
        raise KeyFileError(
            f"{path} holds no key", hint=f"a key is {2 * LENGTH} hexadecimal digits; name a file that is missing to make one"
        )
    return bytes.fromhex(text.decode()), made


def _make(path: Path) -> bool:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(secrets.token_hex(LENGTH).encode() + b"\n")
    return True
