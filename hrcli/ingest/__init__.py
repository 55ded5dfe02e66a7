"""The room where documents come in: a path becomes a `Source`, its text with what is known of it and a view to read.

`find` expands what the user names, `documents` opens what was found, `read` turns the bytes of one document into a `Source`,
`read_metadata` and `look_up` bring in what the user knows of a document. The vocabulary is handed in: ingest knows no lexicon.
A name is imported when it is first used: commands that only ask a store start without the readers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hrcli.ingest.again import digests, file_of, members, told_before
    from hrcli.ingest.inputs import Found, Passed, find
    from hrcli.ingest.member import Member
    from hrcli.ingest.opening import documents
    from hrcli.ingest.overrides import Overrides, look_up, read_metadata
    from hrcli.ingest.reading import fingerprint, identity, read, survey
    from hrcli.ingest.sandbox import Sandbox
    from hrcli.ingest.vocabulary import Vocabulary

__all__ = [
    "Found", "Member", "Overrides", "Passed", "Sandbox", "Vocabulary",
    "digests", "documents", "file_of", "find", "fingerprint", "identity",
    "look_up", "members", "read", "read_metadata", "survey", "told_before",
]  # fmt: skip

_NAMES = {
    "again": ("digests", "file_of", "members", "told_before"),
    "inputs": ("Found", "Passed", "find"),
    "member": ("Member",),
    "opening": ("documents",),
    "overrides": ("Overrides", "look_up", "read_metadata"),
    "reading": ("fingerprint", "identity", "read", "survey"),
    "sandbox": ("Sandbox",),
    "vocabulary": ("Vocabulary",),
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """A name of `__all__`, from the module that has it."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
