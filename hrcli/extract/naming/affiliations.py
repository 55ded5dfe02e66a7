"""For whom a person speaks or works: the organisation named in the role beside the name, right after it, or in the line of contacts."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Doc

from hrcli.extract.findings import Mention, source_of, text_of
from hrcli.extract.naming import titles
from hrcli.extract.naming.vocabulary import roles, words

EMPLOYERS = frozenset(("organization", "public_body", "intergovernmental"))
LINKS = frozenset(("of", "from", "with", "at", "for"))
CONTACTS = re.compile(r"(?im)^.{0,40}\bcontacts?\b.{0,40}$")
BLOCK = 500
"""Characters below a heading of contacts in which they stand."""


def read(doc: Doc, mentions: list[Mention]) -> None:
    """Set the affiliation of every person's mention that has one beside it; in place."""
    employers = [m for m in mentions if m.type in EMPLOYERS]
    people = [m for m in mentions if m.type == "person"]
    for mention in people:
        found = _beside(doc, mention, employers)
        mention.affiliation = found.name if found else _publisher(doc, mention)
    for first, second in pairwise(people):
        _share(doc, first, second)


def _beside(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    return (
        _after(doc, mention, employers)
        or _before(doc, mention.start, mention, employers)
        or _of(doc, mention, employers)
        or _introduced(doc, mention, employers)
        or _being(doc, mention, employers)
        or _line(doc, mention, employers)
    )


def _after(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    where = titles.after(doc, mention.end).affiliation
    if where is None:
        return None
    end = where[1]
    named = end + 2 < len(doc) and doc[end - 1].lower_ in words().media_nouns and doc[end].text == ","
    return _inside(employers, *where) or (_starting(doc, end + 1, employers) if named else None)


def _before(doc: Doc, at: int, mention: Mention, employers: list[Mention]) -> Mention | None:
    where = titles.stretch(doc, at)
    if where is None:
        return None
    start = where[0] - 1 if where[0] and doc[where[0] - 1].text in ("'s", "’s", "'", "’") else where[0]
    if start == where[0] and start > 2 and doc[start - 1].text == ")" and doc[start - 3].text == "(":
        start -= 3  # the abbreviation in brackets: "Harbour Union (HU) leader Ada Brook"
        return _inside(employers, start - 1, start)
    return _inside(employers, start - 1 if start < where[0] else start, mention.start)


def _of(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    at = mention.end
    if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "from", "with"):
        return None
    return _starting(doc, at + 1, employers)


def _introduced(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    """ "A Harbour Radio journalist, Ada Brook", "a reporter working for The Harbour Times, Ada Brook": a role, a comma, the name."""
    comma = mention.start - 1
    if comma < 2 or doc[comma].text != ",":
        return None
    if titles.introduces(doc, mention.start, mention.end):
        return _before(doc, comma, mention, employers)
    employer = next((m for m in employers if m.end == comma), None)
    if employer is None:
        return None
    before = doc[max(employer.start - 4, 0) : employer.start]
    return employer if any(t.lower_ in roles() for t in before) and any(t.lower_ in LINKS for t in before) else None


def _being(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    """ "Ada Brook is an officer at the Harbour Union"."""
    root = doc[mention.start : mention.end].root
    if root.dep_ != "nsubj" or root.head.lower_ not in roles():
        return None
    after = root.head.i + 1
    if after + 1 < len(doc) and doc[after].lower_ in LINKS:
        return _starting(doc, after + 1, employers)
    return _inside(employers, mention.end, root.head.i)


def _line(doc: Doc, mention: Mention, employers: list[Mention]) -> Mention | None:
    """ "Ada Brook, Harbour Union": a line of a name and its organisation alone."""
    if mention.end + 1 >= len(doc) or doc[mention.end].text != ",":
        return None
    employer = _starting(doc, mention.end + 1, employers)
    if employer is None or not (employer.end == len(doc) or "\n" in doc[employer.end].text):
        return None
    line = text_of(doc)[: doc[mention.start].idx].rsplit("\n", 1)[-1]
    return employer if len(line.split()) < 3 else None


def _publisher(doc: Doc, mention: Mention) -> str | None:
    """The publisher, for whom those speak whose names and roles stand in lines under a heading of contacts."""
    publisher = source_of(doc).document.publisher if doc._.source else None
    start = doc[mention.start].idx
    if not publisher or not mention.role or text_of(doc)[:start].rsplit("\n", 1)[-1].strip():
        return None
    return publisher if CONTACTS.search(text_of(doc)[max(0, start - BLOCK) : start]) else None


def _share(doc: Doc, first: Mention, second: Mention) -> None:
    """ "Journalists A and B": the second has the role and the affiliation of the first."""
    between = [t.lower_ for t in doc[first.end : second.start] if not t.is_space]
    if second.role is None and first.role and first.role.endswith("s") and between in ([","], ["and"], [",", "and"]):
        second.role = first.role
        second.affiliation = second.affiliation or first.affiliation


def _starting(doc: Doc, at: int, employers: list[Mention]) -> Mention | None:
    at += doc[at].lower_ == "the"
    return next((m for m in employers if m.start == at), None)


def _inside(employers: list[Mention], start: int, end: int) -> Mention | None:
    return next((m for m in employers if m.start < end and start < m.end), None)
