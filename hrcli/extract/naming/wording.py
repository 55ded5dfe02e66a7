"""Small words and signs around names; whether a word can stand inside one, and whether a sentence starts or ends at it."""

from __future__ import annotations

from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import words

DETERMINERS = frozenset(("a", "an", "the"))
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
LINKS = frozenset(("of", "from", "with", "at", "for"))
"""Between somebody and the organisation that they are of."""
BARE = frozenset((",", ":", "–", "-", "—", ")"))
"""Before a role without an article, as in lists."""
LEADS = frozenset((",", ":", "–", "-", "—", "("))
"""What sets off a name from the title or office beside it."""


def is_name_word(page: Page, at: int) -> bool:
    """Whether a token can stand inside a capitalised name."""
    word = page.words[at]
    if not word[0].isupper() or word in words().calendar or word == "THE":
        return False
    return word not in words().openers or not (word in ("The", "A", "An") or at in page.openers)


def starts(page: Page, at: int) -> bool:
    """Whether a sentence starts here; not after "No.", where the parser may think so."""
    return at in page.openers and not (at and ends_number_sign(page, at - 1))


def ends_number_sign(page: Page, at: int) -> bool:
    """Whether the "No." before a number ends here, which may be one token or two."""
    return page.words[at] == "No." or (page.words[at] == "." and at > 0 and page.words[at - 1] == "No")


def closes(page: Page, end: int) -> bool:
    """Whether a sentence or a line ends behind a name."""
    return end == len(page) or page.words[end] in (".", ";", ")") or "\n" in page.words[end]
