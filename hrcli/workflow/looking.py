"""What is in a store: all of it, at a glance, or the one thing that somebody points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from hrcli import resolve, store
from hrcli.errors import StoreError
from hrcli.records import DocumentAnalysis, Evidence, Skipped
from hrcli.report.passages import passages
from hrcli.resolve.overview import Overview, beginning
from hrcli.resolve.overview import overview as at_a_glance
from hrcli.store.corrections import Corrections
from hrcli.workflow.together import corrections


def stored(place: Path) -> Iterator[DocumentAnalysis]:
    """The analyses of all documents in the store at `place`."""
    with store.open(place) as kept:
        yield from kept.analyses()


def skipped(place: Path) -> list[Skipped]:
    """What the store at `place` could not take in when it was last named, with the reasons."""
    with store.open(place) as kept:
        return kept.skipped()


def overview(place: Path, own: Path | None = None) -> Overview | None:
    """What is in the store at `place`, with the corrections in `own` or beside it; None where that cannot be told at a glance."""
    return at_a_glance(place, corrections(place, own)[0])


def names(place: Path, typed: str) -> list[str]:
    """The names in the store at `place` that begin as somebody types."""
    return beginning(place, typed, corrections(place, None)[0])


def around(place: Path, evidence: Iterable[Evidence]) -> dict[Evidence, str]:
    """Each piece of evidence with the words about it, from the texts in the store at `place`."""
    with store.open(place) as kept:
        return passages(lru_cache(maxsize=8)(kept.text), evidence)


def look_up(
    place: Path, reference: str, corrections: Corrections | None = None, hide: resolve.Redactor | None = None
) -> tuple[DocumentAnalysis, str]:
    """The document that an id's beginning, a path or a file name stands for, and its text.

    Where it stands for a record, the analysis holds that record alone. StoreError where it stands for nothing or for several.
    `hide` takes the names of private persons out.
    """
    wanted = hide.revealed(reference) if hide else reference
    with store.open(place) as kept:
        hit = hit_of(kept, wanted)
        analysis, text = kept.analysis(hit.document), kept.text(hit.document)
    found = _only(analysis, hit.id) if hit.table != "documents" else _corrected(analysis, corrections)
    return hide.whole(found, text) if hide else (found, text)


def hit_of(kept: store.Store, reference: str) -> store.Hit:
    """The one thing that a reference stands for."""
    hits = kept.find(reference)
    if not hits:
        message = f"nothing in {kept.path} is called {reference}"
        raise StoreError(message, hint="give the id, path or file name of a document, or a record's id")
    if len(hits) > 1:
        ids = ", ".join(hit.id for hit in hits[:5])
        raise StoreError(f"{reference} could be {ids}{' or others' if len(hits) > 5 else ''}", hint="give more of the id")
    return hits[0]


def _corrected(analysis: DocumentAnalysis, corrections: Corrections | None) -> DocumentAnalysis:
    if not corrections or corrections == Corrections():
        return analysis
    alone = resolve.join([analysis], corrections)
    return replace(analysis, entities=alone.entities, demands=alone.demands, detained=alone.detained, timeline=alone.timeline)


def _only(analysis: DocumentAnalysis, record: str) -> DocumentAnalysis:
    return replace(
        analysis,
        entities=[each for each in analysis.entities if each.id == record],
        demands=[each for each in analysis.demands if each.id == record],
        detained=[each for each in analysis.detained if each.id == record],
        timeline=[each for each in analysis.timeline if each.id == record],
    )
