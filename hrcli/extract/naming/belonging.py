"""Affiliations that a clause tells: "X is the director of Y", "X, who heads Y", "Y, led by X", "X and her colleagues at Y"."""

from __future__ import annotations

from functools import cache

from hrcli.extract.findings import Mention
from hrcli.extract.naming.employers import LINKS, Employers
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import unadorned
from hrcli.extract.naming.vocabulary import roles, strangers, titles

BEING = frozenset(("is", "was", "are", "were", "been", "became", "becomes", "become", "remains", "remained"))
HELPING = frozenset(("has", "had", "have", "is", "was", "also", "currently", "now", "then", "long", "once"))
PASSIVE = frozenset((",", "is", "was", "which", "been", "has", "and", "a", "group"))
NEAR = 14
"""So many tokens behind the verb may hold the organisation."""


def read(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """The organisation that a clause with the person in it tells."""
    return _led_by(page, mention, employers) or _with_others(page, mention, employers) or _who(page, mention, employers)


def _led_by(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "The Harbour Union, represented by Ada Brook"."""
    by = unadorned(page, mention.start) - 1
    if by < 2 or page.lower[by] != "by" or page.lower[by - 1] not in titles().headed:
        return None
    at = by - 1
    while at > 0 and page.lower[at - 1] in PASSIVE:
        at -= 1
    return employers.ending(at)


def _with_others(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "Ada Brook and her colleagues at the Harbour Union"."""
    at = mention.end
    if page.lower[at : at + 1] != ["and"]:
        return None
    link = next((i for i in range(at + 2, min(at + 5, len(page))) if page.lower[i - 1] in titles().around and page.lower[i] in LINKS), None)
    return None if link is None else employers.told(page, link + 1)


def _who(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """What the verb right behind the name, or behind ", who", tells."""
    at = mention.end
    return clause(page, at + 2 if page.lower[at : at + 2] == [",", "who"] else at, employers)


def clause(page: Page, at: int, employers: Employers) -> Mention | None:
    """The organisation of a person whose name, or a word that stands for it, ends right before a verb at a token."""
    while at < len(page) and page.lower[at] in HELPING and page.doc[at + 1 : at + 2] and _verb_follows(page, at + 1):
        at += 1
    if at >= len(page):
        return None
    verb, end = page.lower[at], min(at + NEAR, page.sentence(at)[1])
    if verb in BEING:
        return _in_role(page, at + 1, end, employers)
    if page.lower[at : at + 3] == ["co", "-", "founded"]:
        return employers.told(page, at + 3)
    if verb in titles().heading:
        return employers.told(page, at + 1)
    return _linked(page, at + 1, end, employers) if verb in titles().serving else None


def may_tell(page: Page, at: int) -> bool:
    """Whether the verb of such a clause may stand at a token."""
    return at < len(page) and page.lower[at] in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return BEING | HELPING | titles().heading | titles().serving | {"co"}


def _verb_follows(page: Page, at: int) -> bool:
    """Whether an auxiliary goes on to a verb: "has worked", "is also running"; "was a reporter" does not."""
    return page.doc[at].pos_ in ("VERB", "AUX", "ADV")


def _in_role(page: Page, start: int, end: int, employers: Employers) -> Mention | None:
    """The organisation in or behind the role that somebody is said to have."""
    head = next((i for i in range(start, end) if page.lower[i] in roles()), None)
    if head is None or page.lower[head] in strangers() or any(page.doc[i].pos_ in ("VERB", "PRON", "SCONJ") for i in range(start, head)):
        return None
    return employers.inside(start, head) or _linked(page, head + 1, min(head + 6, end), employers)


def _linked(page: Page, start: int, end: int, employers: Employers) -> Mention | None:
    """The first organisation behind "of", "for", "at", before the clause ends."""
    for i in range(start, end):
        if page.lower[i] in LINKS and (found := employers.told(page, i + 1)):
            return found
        if page.words[i] in (",", ";", ":", ".") or page.doc[i].pos_ in ("VERB", "PRON", "SCONJ"):
            return None
    return None
