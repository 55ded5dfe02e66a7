"""secret.py: the key of pseudonyms."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hrcli.store.secret import KeyFileError, beside, read, throwaway


def test_made_once(tmp_path: Path) -> None:
    """A missing file is made; then it is read."""
    key, made = read(tmp_path / "key")
    assert (read(tmp_path / "key"), made, len(key)) == ((key, False), True, 32)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_for_the_owner_alone(tmp_path: Path) -> None:
    """Nobody else can read it."""
    read(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_keys_are_random(tmp_path: Path) -> None:
    """No two are alike."""
    assert len({read(tmp_path / "a")[0], read(tmp_path / "b")[0], throwaway(), throwaway()}) == 4


def test_what_is_no_key(tmp_path: Path) -> None:
    """A file with something else is not overwritten."""
    (tmp_path / "key").write_text("secret", encoding="utf-8")
    with pytest.raises(KeyFileError, match="holds no key"):
        read(tmp_path / "key")


def test_no_place_for_it(tmp_path: Path) -> None:
    """A folder that is missing is an error with a hint."""
    with pytest.raises(KeyFileError, match="cannot read or make"):
        read(tmp_path / "none" / "key")


def test_beside_the_store() -> None:
    """It goes by the name of the store."""
    assert beside(Path("x/cases.db")) == Path("x/cases.redact.key")
