"""Affiliations that a clause tells: "X is the director of Y", "X, who heads Y", "Y, led by X", "X and her colleagues at Y"."""

from __future__ import annotations

from functools import cache

from hrcli.extract.findings import Mention
from hrcli.extract.naming import owners
from hrcli.extract.naming.employers import Employers
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import unadorned
from hrcli.extract.naming.vocabulary import roles, strangers, titles
from hrcli.extract.naming.wording import LINKS

BEING = frozenset(("is", "was", "are", "were", "been", "became", "becomes", "become", "remains", "remained"))
COORDINATING = frozenset(("coordinates", "coordinated", "co-ordinates", "co-ordinated", "oversees", "oversaw"))
"""Verbs that may take the work, not the organisation: "coordinates the work of X"."""
HELPING = frozenset(("has", "had", "have", "is", "was", "also", "currently", "now", "then", "long", "once"))
PASSIVE = frozenset((",", "is", "was", "which", "been", "has", "and", "a", "group"))
ASIDE = 16
OPENING_ASIDES = frozenset(("born", "aged", "a", "an", "the", "now", "then", "also"))
NEAR = 14
"""So many tokens behind the verb may hold the organisation."""


def read(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """The organisation that a clause with the person in it tells."""
    return _led_by(page, mention, employers) or _with_others(page, mention, employers) or _who(page, mention, employers)


def _led_by(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "The Harbour Union, represented by Ada Brook"."""
    by = _past_roles(page, unadorned(page, mention.start)) - 1
    over = by > 2 and page.lower[by - 1] in ("over", "up")  # "presided over by"
    if by < 2 or page.lower[by] != "by" or page.lower[by - 1 - over] not in titles().headed:
        return None
    at = by - 1 - over
    while at > 0 and page.lower[at - 1] in PASSIVE:
        at -= 1
    return employers.ending(at)


def _past_roles(page: Page, at: int) -> int:
    """Where the titles before a name begin: "Judge" Ada Brook."""
    while at > 0 and page.lower[at - 1] in roles() and page.words[at - 1][0].isupper():
        at -= 1
    return at


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
    return clause(page, at + 2 if page.lower[at : at + 2] == [",", "who"] else _past_aside(page, at), employers)


def _past_aside(page: Page, at: int) -> int:
    """The token behind an aside of a few words: "Ada Brook, born in 1974, is"; "Ada Brook (Ада), a reporter, works"."""
    if page.words[at : at + 1] == ["("] and ")" in page.words[at : at + ASIDE]:
        at = page.words.index(")", at) + 1
    words = page.words[at : at + ASIDE]
    opens = words[:1] == [","] and len(words) > 2 and (words[1].isdigit() or words[1] in OPENING_ASIDES)
    return at + words.index(",", 2) + 1 if opens and "," in words[2:] else at


def own(page: Page, at: int, employers: Employers) -> Mention | None:
    """The organisation named behind a noun for whose somebody is: "(his) employer, the Harbour Times"."""
    if page.lower[at : at + 1] and page.lower[at] in titles().employing:
        comma = page.words[at + 1 : at + 2] == [","]
        return employers.starting(page, at + 1 + comma)
    return None


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
        told = employers.told(page, at + 1) or owners.by_noun(page, min(at + 2, len(page) - 1), employers)
        return told or (_linked(page, at + 1, end, employers) if verb in COORDINATING else None)
    return _linked(page, at + 1, end, employers) if verb in titles().serving else None


def may_tell(page: Page, at: int) -> bool:
    """Whether the verb of such a clause may stand at a token."""
    return at < len(page) and page.lower[at] in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return BEING | HELPING | titles().heading | titles().serving | titles().employing | {"co"}


def _verb_follows(page: Page, at: int) -> bool:
    """Whether an auxiliary goes on to a verb: "has worked", "is also running"; "was a reporter" does not."""
    return page.doc[at].pos_ in ("VERB", "AUX", "ADV")


def _in_role(page: Page, start: int, end: int, employers: Employers) -> Mention | None:
    """The organisation in or behind the role that somebody is said to have."""
    head = next((i for i in range(start, end) if page.lower[i] in roles()), None)
    if head is None or page.lower[head] in strangers() or any(page.doc[i].pos_ in ("VERB", "PRON", "SCONJ") for i in range(start, head)):
        return None
    return employers.inside(start, head) or _linked(page, head + 1, end, employers)


def _linked(page: Page, start: int, end: int, employers: Employers) -> Mention | None:
    """The first organisation behind "of", "for", "at", before the clause ends."""
    for i in range(start, end):
        if page.lower[i] in LINKS and (found := employers.told(page, i + 1)):
            return found
        if page.words[i] in (",", ";", ":", ".") or page.doc[i].pos_ in ("VERB", "PRON", "SCONJ"):
            return None
    return None
