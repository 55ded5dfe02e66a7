"""The organisations of a text, by where they stand: what the readers of affiliations ask."""

from __future__ import annotations

from hrcli.extract.findings import Mention
from hrcli.extract.naming.gazetteer import is_state
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import roles, strangers, words
from hrcli.extract.naming.wording import DETERMINERS, LINKS

EMPLOYERS = frozenset(("organization", "public_body", "intergovernmental"))
TELLING = frozenset(("ADJ", "NOUN", "NUM"))
PASSED = 6
"""So many words may stand between "of" and a name: "of the banned weekly newspaper X"."""
REACH = 8
"""So many tokens before an organisation may hold the role of somebody in it."""


class Employers:
    """The organisations of a text by the tokens where they start and end, and by all their tokens."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.found = [m for m in mentions if m.type in EMPLOYERS]
        self._starting = {m.start: m for m in self.found}
        self._ending = {m.end: m for m in self.found}
        self._holding = {i: m for m in self.found for i in range(m.start, m.end)}
        self._rivals = [m for m in mentions if m.type in EMPLOYERS or (m.type == "place" and is_state(m.name))]

    def starting(self, page: Page, at: int) -> Mention | None:
        """The one that starts at a token, or behind "the" there."""
        return self._starting.get(at + (at < len(page) and page.lower[at] == "the"))

    def told(self, page: Page, at: int) -> Mention | None:
        """The one that starts at a token or behind words that tell of it: "the banned newspaper X", "Tandala-based X"."""
        for i in range(at, min(at + PASSED, len(page))):
            if i in self._starting:
                return self._further(page, self._starting[i])
            if not _tells(page, i):
                return None
        return None

    def _further(self, page: Page, one: Mention) -> Mention:
        """The organisation behind a noun for one, where that before it tells where it is: "the Telegram channel X"."""
        noun = one.end < len(page) and page.lower[one.end] in words().media_nouns
        return self._starting.get(one.end + 1, one) if noun else one

    def ending(self, at: int) -> Mention | None:
        """The one that ends before a token."""
        return self._ending.get(at)

    def inside(self, start: int, end: int) -> Mention | None:
        """The first of which a token is among these."""
        return next((self._holding[i] for i in range(start, end) if i in self._holding), None)

    def rivals(self, start: int, end: int) -> list[Mention]:
        """The organisations and states that stand among these tokens, any of which "its" may mean."""
        return [m for m in self._rivals if start <= m.start and m.end <= end]

    def within(self, start: int, end: int) -> list[Mention]:
        """All that stand among these tokens."""
        return [m for m in self.found if start <= m.start and m.end <= end]


def role_before(page: Page, employer: Mention) -> bool:
    """Whether a role and "of" stand before an organisation ("reporters with the weekly X"); kin and critics do not count."""
    at = employer.start
    while at > 0 and employer.start - at < REACH:
        at -= 1
        word = page.lower[at]
        if word in roles():
            linked = not LINKS.isdisjoint(page.lower[at : employer.start])
            return linked and word not in strangers()
        if word not in LINKS and word != "working" and word not in DETERMINERS and not _tells(page, at):
            return False
    return False


def _tells(page: Page, at: int) -> bool:
    """Whether a word can stand between "of" and the name of an organisation."""
    if page.words[at] == "-" or page.lower[at] in DETERMINERS or page.lower[at] in words().media_nouns:
        return True
    based = page.lower[at : at + 3][1:] == ["-", "based"]
    return based or page.doc[at].pos_ in TELLING or page.doc[at].tag_ == "VBN" or page.lower[at] == "based"


def past_abbreviation(page: Page, end: int) -> int:
    """Where an organisation's name ends before its abbreviation in brackets: "the Harbour Union (HU)"."""
    return end - 3 if end > 3 and page.words[end - 1] == ")" and page.words[end - 3] == "(" else end
