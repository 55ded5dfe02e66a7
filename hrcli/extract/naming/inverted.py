"""People whose surname comes first, in capitals and with a comma, as in lists and letters: "BROOK, Ada"."""

from __future__ import annotations

from collections.abc import Iterator

from hrcli.extract.findings import Mention
from hrcli.extract.naming.candidates import PHRASE, Candidate
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import genders, heads

MOST = 4  # forenames
SHORTEST = 3  # letters of a surname: shorter ones in capitals are more often abbreviations


def find(page: Page, fixed: set[int]) -> Iterator[Candidate]:
    """Surnames in capitals before a comma and a known forename, where a line begins or the text has the surname in small letters too."""
    for at in page.capitals:
        if at + 2 < len(page) and page.words[at + 1] == "," and at not in fixed and _is_surname(page.words[at]):
            end = _end(page, at + 2)
            if page.words[at + 2] in genders() and (page.words[at].title() in page.vocabulary or _has_line(page, at, end)):
                yield Candidate(at, end, "person", PHRASE)


def turn(mention: Mention) -> None:
    """Give a mention so written the name in its usual order; as it is written it is an alias."""
    last, comma, first = mention.name.partition(", ")
    if comma and last.isupper() and first:
        mention.aliases.append(mention.name)
        mention.name = f"{first} {last.title()}"


def _is_surname(word: str) -> bool:
    return len(word) >= SHORTEST and word.isupper() and word.isalpha() and word not in heads()


def _end(page: Page, start: int) -> int:
    """Where the forenames that begin at `start` end."""
    words = page.words
    return next((i for i in range(start + 1, min(start + MOST, len(page))) if not (words[i].istitle() and words[i].isalpha())), start + 1)


def _has_line(page: Page, start: int, end: int) -> bool:
    """Whether a name begins its line, and nothing but its end, a sign or a number comes behind it."""
    after = page.words[end] if end < len(page) else "\n"
    return not any(c.isalpha() for c in page.line_before(start)) and not after[0].isalpha()
