"""Documents that were read before, found again where they were: on disk, or in the container that held them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain, combinations

from hrcli.errors import UnreadableError
from hrcli.ingest.inputs import STDIN, Found, find
from hrcli.ingest.member import Member
from hrcli.ingest.opening import documents
from hrcli.ingest.overrides import COLUMNS, Overrides
from hrcli.ingest.telling import digest
from hrcli.records import Document


def file_of(path: str) -> str:
    """The file on disk that a document's path leads to or into."""
    return path.partition("!/")[0]


def digests(files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The sha-256 of every document in some files, with the file; nothing of a file that is gone or cannot be opened."""
    for file in files:
        for member in members(file):
            yield file, hashlib.sha256(member.data).hexdigest()


def members(file: str) -> Iterator[Member]:
    """The documents in a file, as far as they can be read without being told how."""
    for found in find([file] if file != STDIN else []):
        if isinstance(found, Found):
            try:
                yield from (member for member in documents(found) if isinstance(member, Member))
            except UnreadableError:
                return


def told_before(member: Member, document: Document, told: str) -> Overrides | None:
    """What the user said of a document when it was read, found out by the digest `told` of it; None where no guess fits."""
    names = [name for name in COLUMNS if getattr(document, name)]
    several = chain.from_iterable(combinations(names, count) for count in range(len(names) + 1))
    guesses = (Overrides(**{name: getattr(document, name) for name in said}) for said in several)
    return next((guess for guess in guesses if digest(member, guess) == told), None)
