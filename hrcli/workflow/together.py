"""What documents say together, and how somebody puts it right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hrcli import resolve, store
from hrcli.errors import NotNamedError
from hrcli.records import Document, DocumentAnalysis
from hrcli.store.corrections import Correction, Corrections
from hrcli.workflow.reading import Batch


@dataclass(frozen=True)
class Together:
    """What documents say together, their analyses, how many were left out because they repeat others, and all documents by id.

    `hide` hides private persons, where that was asked for.
    """

    corpus: resolve.Corpus
    analyses: Sequence[DocumentAnalysis]
    repeated: int
    documents: Mapping[str, Document]
    hide: resolve.Redactor | None = None


def gather(
    analyses: Iterable[DocumentAnalysis],
    *,
    batch: Batch | None = None,
    with_duplicates: bool = False,
    corrections: Corrections | None = None,
    key: bytes | None = None,
) -> Together:
    """What the documents say together, as the user has corrected it; with a `key` there is what hides private persons.

    A document that repeats another is left out: the store knows which do, and of documents just read `batch` holds the sketches.
    """
    found = list(analyses)
    links = resolve.link((each.document, batch.sketches[each.document.id]) for each in found) if batch and batch.sketches else {}
    kept = [each for each in found if with_duplicates or not (each.document.duplicate_of or each.document.id in links)]
    corpus = resolve.join(kept, corrections)
    hide = resolve.Redactor(corpus if len(kept) == len(found) else resolve.join(found, corrections), key) if key else None
    return Together(corpus, kept, len(found) - len(kept), {document.id: document for document in corpus.documents}, hide)


def corrections(place: Path | None, file: Path | None) -> tuple[Corrections, Path | None]:
    """The corrections in `file`, else those beside the store at `place`, and where they are; none for files that are just read."""
    where = file or (store.corrections.beside(place) if place else None)
    return (store.corrections.read(where, needed=file is not None) if where else Corrections()), where


def correct(together: Together, said: Corrections, new: Correction, file: Path) -> None:
    """Write down a correction of what the documents say together; NotNamedError where it would find nobody, or not know which."""
    known = set(together.corpus.unknown)
    for line in resolve.join(together.analyses, said.plus(new)).unknown:
        if line not in known:
            similar = [like for name in new.names_in() for like in resolve.names_like(together.corpus, name) if like != name]
            raise NotNamedError(line, hint=resolve.did_you_mean(similar[:3]) or "nothing was written")
    store.corrections.add(file, new)
