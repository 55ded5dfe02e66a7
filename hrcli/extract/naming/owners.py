"""Affiliations through a word that stands for the organisation: "its spokesman X", "whose chair, X", "the group's X", "Union chair X"."""

from __future__ import annotations

from hrcli.extract.findings import Mention
from hrcli.extract.naming.employers import EMPLOYERS, Employers
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import after, stretch, unadorned
from hrcli.extract.naming.vocabulary import heads, roles, strangers, titles
from hrcli.extract.naming.wording import POSSESSIVE

BODIES = frozenset(("group", "organisation", "organization", "ngo", "body"))
"""Nouns for an organisation whatever its name."""
NEWS_NOUNS = frozenset(
    (
        "paper",
        "newspaper",
        "site",
        "website",
        "outlet",
        "magazine",
        "channel",
        "station",
        "broadcaster",
        "weekly",
        "daily",
        "portal",
        "radio",
    )
)
"""Nouns for an organisation that brings news."""
NEWS = frozenset(
    (
        *("times", "post", "herald", "news", "press", "radio", "tv", "television", "voice", "media", "daily", "weekly", "gazette"),
        *("tribune", "journal", "chronicle", "observer", "telegraph", "mail", "monitor", "courier", "star", "standard", "magazine"),
    )
)
"""Words in the names of such."""
MANY = frozenset(("forces", "authorities", "police", "prosecutors", "guards", "troops", "courts", "services"))
"""The last words of bodies that "its" does not mean."""
BACK = 3
"""So many sentences back an organisation may have been named."""


def read(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """The organisation that the word before a person's role stands for."""
    role = _role(page, mention)
    if of_noun := _of_noun(page, role[0] if role else unadorned(page, mention.start), employers):
        return of_noun
    if role is None:
        return _possessed(page, mention, employers) or _behind(page, mention, employers)
    stranger = any(word in strangers() for word in page.lower[role[0] : role[1]])
    return None if stranger else _owner(page, *role, employers)


def _of_noun(page: Page, start: int, employers: Employers) -> Mention | None:
    """ "The president of the tribunal, Ada Brook": the organisation that the noun before the comma stands for."""
    if start < 6 or page.words[start - 1] != ",":
        return None
    article = _article(page, start - 2)
    if article is None or article < 2 or page.lower[article - 1] not in ("of", "for", "at", "with"):
        return None
    head = page.lower[article - 2]
    return _by_noun(page, start - 2, employers) if head in roles() and head not in strangers() else None


def _article(page: Page, noun: int) -> int | None:
    """The token of the "the" before a noun, or before its adjective: "the defunct paper"."""
    if noun < 2 or page.lower[noun - 1] == "the":
        return noun - 1 if noun else None
    return noun - 2 if page.lower[noun - 2] == "the" and page.doc[noun - 1].pos_ == "ADJ" else None


def _possessed(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """The organisation whose name stands right before a full name: "the Harbour Union's Ada Brook"."""
    start = unadorned(page, mention.start)
    if start < 2 or page.words[start - 1] not in POSSESSIVE or " " not in mention.name:
        return None
    employer = employers.ending(start - 1)
    return employer if employer and employer.type != "public_body" else None


def _owner(page: Page, start: int, end: int, employers: Employers) -> Mention | None:
    """The organisation that the word before a role or its first word stands for."""
    before = page.lower[start - 1] if start else ""
    if page.lower[start] == "whose" or before == "whose":
        return employers.ending(start - 2 if before == "whose" and page.words[start - 2] == "," else start - 1)
    if before == "its":
        return _last(page, start - 1, employers)
    if before in POSSESSIVE and start > 2:
        return _by_noun(page, start - 2, employers)
    return _by_role(page, start, end, employers)


def _by_role(page: Page, start: int, end: int, employers: Employers) -> Mention | None:
    """ "Union chairman X", "editor-in-chief X"."""
    if page.words[start] in heads() and end - start > 1:
        return _by_head(page, start, employers)
    return _sole(page, start, end, employers) if _parts(page, start, end)[-1] in titles().sole else None


def _role(page: Page, mention: Mention) -> tuple[int, int] | None:
    """The role right before a name, or before a comma and the name."""
    start = unadorned(page, mention.start)
    return stretch(page, start) or (stretch(page, start - 1) if start > 1 and page.words[start - 1] == "," else None)


def _behind(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """ "Ada Brook, the committee's chair", "Ada Brook, its director"."""
    where = after(page, mention.end).affiliation
    if where is None:
        return None
    start = where[0]
    if page.lower[start - 1] == "its":
        return _last(page, mention.start, employers)
    return _by_noun(page, start, employers) if page.words[start + 1] in POSSESSIVE else None


def _last(page: Page, at: int, employers: Employers) -> Mention | None:
    """ "Its": the subject, or the organisation named alone, of the sentence or the nearest one before that names one or a state."""
    end = at
    for _ in range(BACK):
        start = page.sentence(end - 1)[0] if end else 0
        if near := [one for one in employers.rivals(start, end) if not (_is_many(one) or _is_medium(page, one))]:
            subjects = [one for one in near if _is_subject(page, one)]
            some = subjects if len({one.name for one in subjects}) == 1 else near
            alone = len({one.name for one in some} - {short for one in some for short in one.aliases}) == 1 or end == at
            return some[-1] if alone and some[-1].type in EMPLOYERS else None
        end = start
    return None


def _is_many(one: Mention) -> bool:
    """Whether a body is spoken of in the plural: "the security forces", "police"."""
    last = one.name.rpartition(" ")[2].lower()
    return one.type == "public_body" and last in MANY


def _is_medium(page: Page, one: Mention) -> bool:
    """Whether an organisation is but where something was said: "said on Twitter"."""
    return one.end - one.start == 1 and one.start > 0 and page.lower[one.start - 1] in ("on", "via", "through")


def by_noun(page: Page, at: int, employers: Employers) -> Mention | None:
    """ "The committee", from the token of its noun: the organisation named last that is one."""
    return _by_noun(page, at, employers) if at and page.lower[at - 1] == "the" else None


def _by_noun(page: Page, at: int, employers: Employers) -> Mention | None:
    """ "The agency's": the organisation named last whose name has the noun in it; "the group's": the last one."""
    noun = page.lower[at]
    if (article := _article(page, at)) is None or page.lower[article] != "the":
        return None
    if noun in NEWS_NOUNS:
        return _bringing_news(page, at, employers)
    if noun not in BODIES and heads().get(noun.title()) not in EMPLOYERS:
        return None
    for one in reversed(employers.within(_back(page, at), at)):
        if noun in one.name.lower().split() or (one.type == "organization" and page.words[at] in BODIES):
            return one
    return _only(noun, employers.within(0, at))


def _only(noun: str, before: list[Mention]) -> Mention | None:
    """The one organisation of all that a text has named so far whose name has a noun in it."""
    having = [one for one in before if noun in one.name.lower().split()]
    return having[-1] if len({one.name for one in having}) == 1 else None


def _bringing_news(page: Page, at: int, employers: Employers) -> Mention | None:
    """ "The paper's": the organisation named last that is called one or has a word for one in its name; else the only one called so."""
    for one in reversed(employers.within(_back(page, at), at)):
        if one.type == "organization" and (_called_news(page, one) or not NEWS.isdisjoint(one.name.lower().split())):
            return one
    called = [one for one in employers.found if one.type == "organization" and _called_news(page, one)]
    return called[0] if len({one.name for one in called}) == 1 else None


def _called_news(page: Page, one: Mention) -> bool:
    """Whether a noun for an organisation that brings news stands before a name."""
    return one.start > 0 and page.lower[one.start - 1] in NEWS_NOUNS


def _by_head(page: Page, at: int, employers: Employers) -> Mention | None:
    """ "Union chairman X": the organisation named before that has the word in its name."""
    return next((one for one in reversed(employers.within(0, at)) if page.words[at] in one.name.split()), None)


def _sole(page: Page, start: int, end: int, employers: Employers) -> Mention | None:
    """ "Editor-in-chief X" alone: of the organisation spoken of."""
    opens = start in page.openers or page.lower[start - 1] in ("including", "said", "and") or page.words[start - 1] in (",", '"', "”")
    if not opens or any(word not in titles().sole_before and word not in titles().sole for word in _parts(page, start, end)):
        return None
    found = _last(page, start, employers)
    return found if found and found.type == "organization" and _is_subject(page, found) else None


def _is_subject(page: Page, one: Mention) -> bool:
    return page.root(one.start, one.end).dep_ in ("nsubj", "nsubj:pass")


def _parts(page: Page, start: int, end: int) -> list[str]:
    """The words of a role, with a hyphenated one as one word."""
    return page.slice(start, end).lower().split()


def _back(page: Page, at: int) -> int:
    """Where the sentences begin in which a common noun's organisation may have been named."""
    start = page.sentence(at)[0]
    for _ in range(BACK):
        start = page.sentence(start - 1)[0] if start else 0
    return start
