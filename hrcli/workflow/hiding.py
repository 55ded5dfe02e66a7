"""Private persons, hidden in what is shown of analyses, of a store and of the inputs themselves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hrcli import resolve
from hrcli.records import DocumentAnalysis
from hrcli.store.corrections import Corrections
from hrcli.workflow.looking import stored
from hrcli.workflow.reading import Batch


def redactor(place: Path, key: bytes, corrections: Corrections | None = None) -> resolve.Redactor:
    """What hides the private persons of the store at `place`."""
    return resolve.Redactor(resolve.join(stored(place), corrections), key)


def redacted(analyses: Iterable[DocumentAnalysis], key: bytes, batch: Batch) -> list[DocumentAnalysis]:
    """Analyses without the names of persons who are private in any of them."""
    found = list(analyses)
    hide = resolve.Redactor(resolve.join(found), key)
    conceal(batch, hide)
    return hide.records(found)


def conceal(batch: Batch, hide: resolve.Redactor) -> None:
    """Hide private persons in what a batch tells of inputs."""
    batch.skipped = hide.record(batch.skipped)
    batch.passed = [hide.text(line, address=True) for line in batch.passed]
