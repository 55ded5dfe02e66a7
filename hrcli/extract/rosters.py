"""Lists of prisoners: people listed under a line that says what happened to them."""

from __future__ import annotations

from hrcli.extract.accounts import Account
from hrcli.extract.custody import Sign
from hrcli.extract.reading import Reading


def accounts(reading: Reading, signs: list[Sign], told: list[Account]) -> list[Account]:
    """To come."""
    return []
