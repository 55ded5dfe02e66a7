"""For whom a person speaks or works: the organisation named in the role beside the name, around the name, or in its line."""

from __future__ import annotations

from itertools import pairwise

from hrcli.extract.findings import Mention
from hrcli.extract.naming import belonging, groups, owners, rows
from hrcli.extract.naming.employers import Employers, past_abbreviation, role_before
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import after, introduced, stretch, unadorned
from hrcli.extract.naming.vocabulary import roles, strangers, words
from hrcli.extract.naming.wording import LINKS, POSSESSIVE

SET_OFF = frozenset((",", ":"))
ENDS = frozenset((",", ".", ";", ")", "(", ":", "|", "”", '"'))


def read(page: Page, mentions: list[Mention]) -> None:
    """Set the affiliation of every person's mention that has one beside it; in place."""
    people = [m for m in mentions if m.type == "person"]
    employers = Employers(mentions if people else [])
    for mention in people:
        found = _beside(page, mention, employers) if employers.found else None
        mention.affiliation = found.name if found else rows.publisher(page, mention)
    groups.read(page, people, employers)
    for first, second in pairwise(people):
        groups.share(page, first, second)


def _beside(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    return (
        _after(page, mention, employers)
        or _before(page, mention.start, mention, employers)
        or _of(page, mention, employers)
        or _introduced(page, mention, employers)
        or belonging.read(page, mention, employers)
        or rows.read(page, mention, employers)
        or owners.read(page, mention, employers)
    )


def _after(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "Ada Brook, a lawyer with the Harbour Union", "Ada Brook, Chair, Harbour Union"."""
    where = after(page, mention.end).affiliation
    if where is None or _strange(page, *where):
        return None
    return employers.inside(*where) or _next(page, where, employers)


def _next(page: Page, role: tuple[int, int], employers: Employers) -> Mention | None:
    """The organisation behind a role and a comma; behind "a lawyer, " only where the role ends in a word for it ("the newspaper, X")."""
    start, end = role
    if end + 1 >= len(page) or page.words[end] != ",":
        return None
    employer = employers.starting(page, end + 1)
    if employer is None or page.lower[end - 1] in words().media_nouns:
        return employer
    bare = page.words[start - 1] in ENDS or page.words[start - 1] in ("–", "-", "—")
    return employer if bare and _closed(page, employer.end) else None


def _closed(page: Page, at: int) -> bool:
    """Whether nothing goes on behind an organisation but its place."""
    return at >= len(page) or page.words[at] in ENDS or page.words[at].isspace()


def _strange(page: Page, start: int, end: int) -> bool:
    """Whether a role is that of kin or of a critic."""
    head = next((word for word in page.lower[start:end] if word in roles()), None)
    return head in strangers()


def _before(page: Page, at: int, mention: Mention, employers: Employers) -> Mention | None:
    where = stretch(page, at)
    if where is None or _strange(page, *where):
        return None
    start = where[0]
    if start and page.words[start - 1] in POSSESSIVE:
        return employers.inside(start - 2, mention.start)
    if start > 2 and page.words[start - 1] == ")" and page.words[start - 3] == "(":
        return employers.inside(start - 4, start - 3)  # before its abbreviation: "Harbour Union (HU) leader Ada Brook"
    if found := employers.inside(start, mention.start):
        return found
    again = start > 1 and page.words[start - 1] == "," and page.lower[start - 2] in roles()
    return _before(page, start - 1, mention, employers) if again else None  # "another Harbour Times journalist, editor Ada Brook"


def _of(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "Ada Brook of the banned newspaper X", "Ada Brook (X)", "X/Ada Brook"."""
    at, start = mention.end, mention.start
    if at + 1 < len(page):
        if page.lower[at] in ("of", "from", "with"):
            return employers.told(page, at + 1)
        if page.words[at] == "," and page.lower[at + 1] in ("of", "from"):
            return _set_off(page, employers.told(page, at + 2))
        if page.words[at] == "(" and (found := employers.starting(page, at + 1)):
            return found if found.end < len(page) and page.words[found.end] in (")", ",") else None
        if page.words[at] == "/" and page.joined(at):
            return _credit(employers.starting(page, at + 1), mention)
    return _credit(employers.ending(start - 1), mention) if start > 1 and page.words[start - 1] == "/" else None


def _set_off(page: Page, employer: Mention | None) -> Mention | None:
    """An organisation that an aside ends with: "Judge Ada Brook, of the Harbour Court, said"."""
    return employer if employer and _closed(page, employer.end) else None


def _credit(employer: Mention | None, mention: Mention) -> Mention | None:
    """The outlet beside a full name and a slash, under a photograph."""
    return employer if employer and employer.type == "organization" and " " in mention.name else None


def _introduced(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "A Harbour Radio journalist, Ada Brook", "the director of X, Ada Brook", "members of X Ada Brook"."""
    start = unadorned(page, mention.start)
    if introduced(page, start, mention.end):
        return _before(page, start - 1, mention, employers)
    start = _past_ranks(page, start)
    comma = start - 1 if start > 1 and (page.words[start - 1] in SET_OFF or page.lower[start - 1] in ("called", "named")) else start
    employer = employers.ending(past_abbreviation(page, comma)) or employers.ending(_past_unit(page, comma))
    if employer is None:
        return None
    mandate = comma == start and not LINKS.isdisjoint(page.lower[employer.start : employer.end])
    if mandate and not roles().isdisjoint(page.lower[employer.start : employer.start + 2]):
        return employer  # "Special Rapporteur on fishing Ada Brook"
    return employer if role_before(page, employer) else None


def _past_ranks(page: Page, start: int) -> int:
    """Where the ranks before a name begin that a comma sets off: ", Major General Ada Brook"."""
    at = start
    while at > 1 and page.words[at - 1].istitle() and page.lower[at - 1] in roles():
        at -= 1
    return unadorned(page, at) if page.words[at - 1] in SET_OFF else start


def _past_unit(page: Page, end: int) -> int:
    """Where an organisation's name ends before the part of it that somebody heads: "the Harbour Union's legal desk"."""
    at = next((i for i in range(end - 2, max(end - 6, 0), -1) if page.words[i] in POSSESSIVE), 0)
    small = page.words[end - 1].islower() and roles().isdisjoint(page.lower[at + 1 : end])
    return at if at and at + 1 < end and small else -1
