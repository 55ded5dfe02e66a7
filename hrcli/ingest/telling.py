"""What others than a document itself tell of it: the container that it came in, and the user."""

from __future__ import annotations

from msgspec.structs import astuple

from hrcli.ingest.member import Member
from hrcli.ingest.overrides import Overrides
from hrcli.records import stable_id

TOLD = ("title", "publisher", "authors", "date", "url", "language")  # what a container may say of a document


def digest(member: Member, overrides: Overrides) -> str:
    """A digest of all that is told of a document: it is read anew when that changes."""
    return stable_id(*(getattr(member, name) for name in ("format", *TOLD)), *astuple(overrides))
