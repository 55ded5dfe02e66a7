"""People whose surname comes first, in capitals, with a comma or without, as in lists and letters: "BROOK, Ada", "GAO Wen"."""

from __future__ import annotations

from collections.abc import Iterator

from hrcli.extract.findings import Mention
from hrcli.extract.naming.brackets import is_native
from hrcli.extract.naming.candidates import PHRASE, Candidate
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import genders, heads, personal, roles, words

MOST = 4  # forenames
SHORTEST = 3  # letters of a surname: shorter ones in capitals are more often abbreviations


def find(page: Page, fixed: set[int]) -> Iterator[Candidate]:
    """Surnames in capitals before a comma and a known forename, where a line begins or the text has the surname in small letters too."""
    for at in page.capitals:
        if at + 2 < len(page) and page.words[at + 1] == "," and at not in fixed and _is_surname(page.words[at]):
            end = _end(page, at + 2)
            if page.words[at + 2] in genders() and (page.words[at].title() in page.vocabulary or _has_line(page, at, end)):
                yield Candidate(at, end, "person", PHRASE)
        elif at not in fixed and _is_family(page, at):
            yield Candidate(at, _end(page, at + 1), "person", PHRASE)


def _is_family(page: Page, at: int) -> bool:
    """Whether a word in capitals is a surname before forenames that are none: known as one, or at the head of an entry in a list."""
    word, behind = page.words[at], page.words[at + 1 : at + 2]
    if not (word.isalpha() and word.isupper() and len(word) > 1 and behind and _is_forename(behind[0])) or word in heads():
        return False
    end = _end(page, at + 1)
    if page.words[at - 1 : at] and at and page.words[at - 1].isupper() and len(page.words[at - 1]) > 1:
        return False  # in a line of capitals
    if word.title() in personal():
        return True
    after = page.words[end] if end < len(page) else ""
    entry = not page.line_before(at).strip(" \t•*-–0123456789.)") and after in (",", "(", "（")
    return entry and end + 1 < len(page) and (is_native(page.words[end + 1]) or _described(page, end))


def _is_forename(word: str) -> bool:
    return word.isalpha() and word.istitle() and word not in heads() and word not in words().openers and word not in words().calendar


def _described(page: Page, comma: int) -> bool:
    """Whether what stands behind a name and its comma tells who it is: a role, a birth, an age."""
    behind = page.lower[comma + 1 : comma + 6]
    return behind[0].isdigit() or behind[0] in ("born", "aged", "male", "female") or not roles().isdisjoint(behind)


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
    found = page.words
    last = min(start + MOST, len(page))
    return next((i for i in range(start + 1, last) if not (found[i].istitle() and found[i].isalpha())), last)


def _has_line(page: Page, start: int, end: int) -> bool:
    """Whether a name begins its line, and nothing but its end, a sign or a number comes behind it."""
    after = page.words[end] if end < len(page) else "\n"
    return not any(c.isalpha() for c in page.line_before(start)) and not after[0].isalpha()
