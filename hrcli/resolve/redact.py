"""Redaction: records and texts in which names of private persons are replaced by pseudonyms, the one place where that is done.

The same person has the same pseudonym in all that is made from one corpus with one key. Ids of persons and of their cases
are replaced too: they are digests of a name, and who has a list of names could find it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import unquote

import msgspec
from msgspec.structs import replace

from hrcli.records import DemandCount, DemandSource, Detention, Document, DocumentAnalysis, Entity, Evidence
from hrcli.report.answers import CaseReview
from hrcli.resolve import privacy
from hrcli.resolve.hiding import Names, Span, names
from hrcli.resolve.join import Corpus

T = TypeVar("T")
ADDRESSES = ("path", "url", "source")  # fields with words run together and without capitals
AS_THEY_ARE = ("document", "documents", "sha256", "language", "country")
SHOWN = 6  # digits of an id that stand for it
OFFSETS = ("start", "end", "action_start", "action_end")


def _case(case: Detention) -> tuple[bool, str, str]:
    return case.name is None, case.name or case.group or "", case.id


ORDERS: dict[type, Callable[[Any], Any]] = {
    Detention: _case,
    CaseReview: lambda review: _case(review.case),
    Entity: lambda entity: (-entity.mentions, entity.name, entity.id),
    DemandCount: lambda group: (-group.count, group.name),
}
"""The order of records that otherwise are in that of names, which would tell something of them."""


class Redactor:
    """Hides the private persons of a corpus."""

    def __init__(self, corpus: Corpus, key: bytes) -> None:
        self._key = key
        self._corpus = corpus
        self._texts: dict[tuple[str, bool, str | None], str] = {}

    @cached_property
    def _people(self) -> tuple[list[privacy.Private], list[Entity]]:
        return privacy.people(self._corpus, self._key)

    @cached_property
    def _names(self) -> Names:
        private, public = self._people
        return names(private, public, [entity for entity in self._corpus.entities if entity.type != "person"])

    @cached_property
    def _by_id(self) -> dict[str, str]:
        return {id_: person.pseudonym for person in self._people[0] for id_ in person.ids}

    def text(self, text: str, *, address: bool = False, document: str | None = None) -> str:
        """A text, of some document, in which pseudonyms stand for names."""
        if (text, address, document) not in self._texts:
            self._texts[text, address, document] = self._hidden(text, address=address, document=document)
        return self._texts[text, address, document]

    def records(self, records: Sequence[T]) -> list[T]:
        """Records without names of private persons; those in the order of names are in that of pseudonyms."""
        hidden = [self.record(each) for each in records]
        order = ORDERS.get(type(hidden[0])) if hidden else None
        return sorted(hidden, key=order) if order else hidden

    def record(self, record: T) -> T:
        """A record, or anything made of records, texts, lists and dicts, without names of private persons."""
        hidden: T = self._walk(record)
        return hidden

    def whole(self, analysis: DocumentAnalysis, text: str) -> tuple[DocumentAnalysis, str]:
        """An analysis and its text without names of private persons; offsets and quotes are those of the new text."""
        spans = self._names.spans(text, document=analysis.document.id)
        hidden = _rewritten(text, spans)
        moved = _moved(analysis, _Shift(spans), hidden)
        return self.record(moved), hidden

    def _hidden(self, text: str, *, address: bool, document: str | None) -> str:
        written = unquote(text) if address else text
        if written != text and self._names.spans(written, address=True, document=document):
            text = written
        return _rewritten(text, self._names.spans(text, address=address, document=document))

    def _walk(self, value: Any, field: str = "", document: str | None = None) -> Any:
        if isinstance(value, str):
            return value if field in AS_THEY_ARE else self.text(value, address=field in ADDRESSES, document=document)
        if isinstance(value, list):
            return [self._walk(each, field, document) for each in value]
        if isinstance(value, dict):
            return {self._walk(key, document=document): self._walk(each, document=document) for key, each in value.items()}
        if isinstance(value, msgspec.Struct):
            home = _home(value) or document
            fields = {name: self._walk(getattr(value, name), name, home) for name in value.__struct_fields__}
            return type(value)(**{**fields, **self._own(value)})
        return value

    def _own(self, record: msgspec.Struct) -> dict[str, Any]:
        """The fields of a private person, or of the case of one, that are the pseudonym or nothing."""
        if isinstance(record, DemandSource) and record.entity in self._by_id:
            return {"entity": self._hidden_id(record.entity)}
        if isinstance(record, Entity | Detention) and (pseudonym := self._by_id.get(record.id)):
            aliases: dict[str, Any] = {"aliases": []} if isinstance(record, Entity) else {}
            return {"id": self._hidden_id(record.id), "name": pseudonym, "native_name": None, **aliases}
        if isinstance(record, Entity) and record.type == "person":
            return {"name": record.name, "aliases": record.aliases, "native_name": record.native_name}
        return {}

    def revealed(self, reference: str) -> str:
        """The id that a pseudonym, or the beginning of a hidden id, stands for; anything else as it is."""
        if reference in self._by_id.values():
            return min(id_ for id_, pseudonym in self._by_id.items() if pseudonym == reference)
        found = {id_ for id_ in self._by_id if len(reference) >= SHOWN and self._hidden_id(id_).startswith(reference.lower())}
        return found.pop() if len(found) == 1 else reference

    def _hidden_id(self, id_: str) -> str:
        return privacy.digest(self._key, id_)[:16]


def _home(record: msgspec.Struct) -> str | None:
    """The id of the one document that a record is of."""
    own = record if isinstance(record, Document) else getattr(record, "document", None)
    if isinstance(own, Document):
        return own.id
    several = getattr(record, "documents", None)
    return own or (several[0] if several and len(several) == 1 else None)


class _Shift:
    """Where a place of a text is in the text that was made of it."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._before = [0]
        for span in spans:
            self._before.append(self._before[-1] + len(span.instead) - (span.end - span.start))

    def at(self, place: int, *, end: bool) -> int:
        """The new place; within what was replaced the edge of that."""
        n = bisect_right(self._starts, place - end)
        if n and place < self._spans[n - 1].end + end:
            span = self._spans[n - 1]
            first = span.start + self._before[n - 1]
            return first + len(span.instead) if end else first
        return place + self._before[n]


def _rewritten(text: str, spans: Sequence[Span]) -> str:
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], span.instead]
        at = span.end
    return "".join([*pieces, text[at:]])


def _moved(value: Any, shift: _Shift, text: str) -> Any:
    """Records with the offsets that they have in a new text, and its words as their quotes."""
    if isinstance(value, list):
        return [_moved(each, shift, text) for each in value]
    if isinstance(value, dict):
        return {key: _moved(each, shift, text) for key, each in value.items()}
    if not isinstance(value, msgspec.Struct):
        return value
    fields = {name: _moved(getattr(value, name), shift, text) for name in value.__struct_fields__}
    fields |= {name: shift.at(place, end=name.endswith("end")) for name in OFFSETS if (place := fields.get(name)) is not None}
    moved = type(value)(**fields)
    return replace(moved, quote=text[moved.start : moved.end]) if isinstance(moved, Evidence) else moved
