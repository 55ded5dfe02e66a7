"""For whom a person speaks or works: the organisation named in the role beside the name, right after it, or in the line of contacts."""

from __future__ import annotations

import re
from itertools import pairwise

from hrcli.extract.findings import Mention
from hrcli.extract.naming import titles
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import roles, words

EMPLOYERS = frozenset(("organization", "public_body", "intergovernmental"))
LINKS = frozenset(("of", "from", "with", "at", "for"))
CONTACTS = re.compile(r"(?im)^.{0,40}\bcontacts?\b.{0,40}$")
BLOCK = 500
"""Characters below a heading of contacts in which they stand."""


def read(page: Page, mentions: list[Mention]) -> None:
    """Set the affiliation of every person's mention that has one beside it; in place."""
    people = [m for m in mentions if m.type == "person"]
    employers = Employers(mentions if people else [])
    for mention in people:
        found = _beside(page, mention, employers)
        mention.affiliation = found.name if found else _publisher(page, mention)
    for first, second in pairwise(people):
        _share(page, first, second)


class Employers:
    """The organisations of a text by the tokens where they start and end, and by all their tokens."""

    def __init__(self, mentions: list[Mention]) -> None:
        found = [m for m in mentions if m.type in EMPLOYERS]
        self._starting = {m.start: m for m in found}
        self._ending = {m.end: m for m in found}
        self._holding = {i: m for m in found for i in range(m.start, m.end)}

    def starting(self, page: Page, at: int) -> Mention | None:
        """The one that starts at a token, or behind "the" there."""
        return self._starting.get(at + (page.lower[at] == "the"))

    def ending(self, at: int) -> Mention | None:
        """The one that ends before a token."""
        return self._ending.get(at)

    def inside(self, start: int, end: int) -> Mention | None:
        """The first of which a token is among these."""
        return next((self._holding[i] for i in range(start, end) if i in self._holding), None)


def _beside(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    return (
        _after(page, mention, employers)
        or _before(page, mention.start, mention, employers)
        or _of(page, mention, employers)
        or _introduced(page, mention, employers)
        or _being(page, mention, employers)
        or _line(page, mention, employers)
    )


def _after(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    where = titles.after(page, mention.end).affiliation
    if where is None:
        return None
    end = where[1]
    named = end + 2 < len(page) and page.lower[end - 1] in words().media_nouns and page.words[end] == ","
    return employers.inside(*where) or (employers.starting(page, end + 1) if named else None)


def _before(page: Page, at: int, mention: Mention, employers: Employers) -> Mention | None:
    where = titles.stretch(page, at)
    if where is None:
        return None
    start = where[0]
    if start and page.words[start - 1] in ("'s", "’s", "'", "’"):
        return employers.inside(start - 2, mention.start)
    if start > 2 and page.words[start - 1] == ")" and page.words[start - 3] == "(":
        return employers.inside(start - 4, start - 3)  # before its abbreviation: "Harbour Union (HU) leader Ada Brook"
    return employers.inside(start, mention.start)


def _of(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    at = mention.end
    if at + 1 >= len(page) or page.lower[at] not in ("of", "from", "with"):
        return None
    return employers.starting(page, at + 1)


def _introduced(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "A Harbour Radio journalist, Ada Brook", "a reporter working for The Harbour Times, Ada Brook": a role, a comma, the name."""
    comma = mention.start - 1
    if comma < 2 or page.words[comma] != ",":
        return None
    if titles.introduces(page, mention.start, mention.end):
        return _before(page, comma, mention, employers)
    employer = employers.ending(comma)
    if employer is None:
        return None
    before = page.lower[max(employer.start - 4, 0) : employer.start]
    return employer if not roles().isdisjoint(before) and not LINKS.isdisjoint(before) else None


def _being(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "Ada Brook is an officer at the Harbour Union"."""
    root = page.root(mention.start, mention.end)
    if root.dep_ != "nsubj" or root.head.lower_ not in roles():
        return None
    after = root.head.i + 1
    if after + 1 < len(page) and page.lower[after] in LINKS:
        return employers.starting(page, after + 1)
    return employers.inside(mention.end, root.head.i)


def _line(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "Ada Brook, Harbour Union": a line of a name and its organisation alone."""
    if mention.end + 1 >= len(page) or page.words[mention.end] != ",":
        return None
    employer = employers.starting(page, mention.end + 1)
    if employer is None or not (employer.end == len(page) or "\n" in page.words[employer.end]):
        return None
    return employer if len(page.line_before(mention.start).split()) < 3 else None


def _publisher(page: Page, mention: Mention) -> str | None:
    """The publisher, for whom those speak whose names and roles stand in lines under a heading of contacts."""
    publisher = page.document.publisher if page.document else None
    if not publisher or not mention.role or page.line_before(mention.start).strip():
        return None
    start = page.starts[mention.start]
    return publisher if CONTACTS.search(page.text[max(0, start - BLOCK) : start]) else None


def _share(page: Page, first: Mention, second: Mention) -> None:
    """ "Journalists A and B": the second has the role and the affiliation of the first."""
    if second.role is not None or not first.role or not first.role.endswith("s"):
        return
    if [word for word in page.lower[first.end : second.start] if not word.isspace()] in ([","], ["and"], [",", "and"]):
        second.role = first.role
        second.affiliation = second.affiliation or first.affiliation
