"""For whom a person speaks or works: the organisation named in the role beside the name, or right after it with "of"."""

from __future__ import annotations

from spacy.tokens import Doc

from hrcli.extract import titles
from hrcli.extract.findings import Mention

EMPLOYERS = frozenset(("organization", "public_body", "intergovernmental"))


def read(doc: Doc, mentions: list[Mention]) -> None:
    """Set the affiliation of every person's mention that has one beside it; in place."""
    employers = [m for m in mentions if m.type in EMPLOYERS]
    for mention in mentions:
        if mention.type == "person":
            found = _after(doc, mention, employers) or _before(doc, mention, employers) or _of(doc, mention, employers)
            mention.affiliation = found.name if found else None


def _after(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    where = titles.after(doc, mention.end).affiliation
    return _inside(employers, *where) if where else None


def _before(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    where = titles.stretch(doc, mention.start)
    if where is None:
        return None
    start = where[0] - 1 if where[0] and doc[where[0] - 1].text in ("'s", "’s", "'", "’") else where[0]
    return _inside(employers, start - 1 if start < where[0] else start, mention.start)


def _of(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    at = mention.end
    if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "from", "with"):
        return None
    at += 2 if doc[at + 1].lower_ == "the" else 1
    return next((m for m in employers if m.start == at), None)


def _inside(employers: list[Mention], start: int, end: int) -> Mention | None:
    return next((m for m in employers if m.start < end and start < m.end), None)
