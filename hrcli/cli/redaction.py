"""What commands that can hide private persons have in common: the key, and what is said of the limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hrcli import store
from hrcli.cli.frame import tell
from hrcli.errors import UsageError

LIMITS = """
    --redact puts pseudonyms ("Person 3f2a1b") in the place of private persons, in every field, quote, title and path.
    Officials, those who speak for a body, and authors keep their names, unless they are or were held. One person has one pseudonym
    in all outputs of a store: it is a digest with a random key, kept beside the store (hrcli.redact.key) or in
    --redact-key FILE. Without a store and a FILE it holds for one run. Who has the key can try names: keep it to yourself.

    Limits of --redact: texts may tell who it is by other details, and a document may be found by its words or its id.
    Parts of a name that are words, places or months stay where they stand alone ("May"), and so do surnames in Chinese
    characters. Names that were not read as persons, or misread, stay. An official whose office no document tells is
    hidden. A part of a name that several bear becomes [name] where the document does not tell which. Telephone numbers
    and addresses stay. Quotes no longer stand at their offsets, and ids of people are others.
"""
"""Stands in the help of each command that hides."""


@dataclass(frozen=True)
class Redaction:
    """The answers to --redact and --redact-key."""

    redact: bool = False
    redact_key: Path | None = None

    def __post_init__(self) -> None:
        """Raise UsageError where there is a key for nothing."""
        if self.redact_key and not self.redact:
            raise UsageError("--redact-key is for --redact", hint="add --redact, or leave it out")

    def key(self, db: Path | None) -> bytes | None:
        """The key to hide with, for the store at `db` or, without, for this run; None where nothing is to be hidden."""
        if not self.redact:
            return None
        file = self.redact_key or (store.secret.beside(db) if db and db.exists() else None)
        if file is None:
            if db is None:
                tell("these pseudonyms are for this run only", "--redact-key FILE keeps them")
            return store.secret.throwaway()
        key, made = store.secret.read(file)
        if made:
            tell(f"made {file}, the key of the pseudonyms", "keep it to yourself")
        return key
