"""Who is one across documents: the pairs of names in `pairs.toml` and `pairs_unseen.toml`, and how well `resolve` tells them.

usage: python tests/gold/pairs.py [--errors]     prints precision and recall of joining, for each half and both together
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from hrcli import resolve
from hrcli.records import Document, DocumentAnalysis, Entity, EntityType, Evidence

HERE = Path(__file__).parent
HALVES = {"seen": "pairs.toml", "unseen": "pairs_unseen.toml"}


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one document says of somebody, the document's date, and who else is in it ("person:NAME", "place:NAME@COUNTRY")."""

    name: str
    type: EntityType = "person"
    native_name: str | None = None
    aliases: list[str] = []
    roles: list[str] = []
    affiliations: list[str] = []
    country: str | None = None
    date: str | None = None
    company: list[str] = []


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two sides that are one, or not, and why; `beside` are other documents of the same store."""

    same: bool
    kind: str
    why: str
    one: Side
    other: Side
    beside: list[Side] = []

    @property
    def joined(self) -> bool:
        """Whether `resolve` makes one row of the two sides."""
        corpus = resolve.join(analysis(f"d{number}", side) for number, side in enumerate([self.one, self.other, *self.beside]))
        return any({"d0-0", "d1-0"} <= {e.quote for e in row.evidence} for row in corpus.entities)


def read(file: Path) -> list[Pair]:
    """The pairs of a file."""
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8"))["pair"], list[Pair])


def analysis(where: str, side: Side) -> DocumentAnalysis:
    """The analysis of a document with a side and its company; the quote of each entity's evidence names it: "d0-0"."""
    document = Document(id=where, path=f"{where}.txt", sha256=where, words=100, date=side.date)
    own = {field: getattr(side, field) for field in ("name", "type", "native_name", "aliases", "roles", "affiliations", "country")}
    entities = [_entity(where, number, values) for number, values in enumerate([own, *map(_companion, side.company)])]
    return DocumentAnalysis(document=document, entities=entities)


def _companion(text: str) -> dict[str, Any]:
    kind, _, named = text.partition(":")
    name, _, country = named.partition("@")
    return {"type": kind, "name": name, "country": country or None}


def _entity(where: str, number: int, values: dict[str, Any]) -> Entity:
    mark = f"{where}-{number}"
    evidence = Evidence(document=where, path=f"{where}.txt", start=number * 10, end=number * 10 + len(mark), quote=mark)
    return Entity(id=mark, mentions=1, documents=[where], evidence=[evidence], **values)


def score(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Precision and recall of joining."""
    right = sum(pair.joined for pair in pairs if pair.same)
    wrong = sum(pair.joined for pair in pairs if not pair.same)
    return right / max(right + wrong, 1), right / max(sum(pair.same for pair in pairs), 1)


def errors(pairs: Iterable[Pair]) -> list[str]:
    """The pairs that are not told rightly."""
    wrong = [pair for pair in pairs if pair.joined is not pair.same]
    return [f"{'not joined' if pair.same else 'JOINED'}: {pair.kind}: {pair.one.name} / {pair.other.name}: {pair.why}" for pair in wrong]


def main() -> None:
    """Print the figures, and the errors of the seen half if asked."""
    halves = {name: read(HERE / file) for name, file in HALVES.items()}
    for name, pairs in {**halves, "both": [pair for half in halves.values() for pair in half]}.items():
        precision, recall = score(pairs)
        sys.stdout.write(f"joining across documents, {name:6} ({len(pairs)} pairs): precision {precision:.3f}, recall {recall:.3f}\n")
    if "--errors" in sys.argv[1:]:
        sys.stdout.writelines(f"{line}\n" for line in errors(halves["seen"]))


if __name__ == "__main__":
    main()
