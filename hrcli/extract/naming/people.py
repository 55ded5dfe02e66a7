"""People whom the language model may miss: by the title before the name, by a known forename, by the name's own script in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from hrcli.extract.naming.brackets import is_native
from hrcli.extract.naming.candidates import UNSURE, Candidate
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import in_portfolio, is_title, of_one, with_who
from hrcli.extract.naming.vocabulary import genders, heads, honorifics, never, personal, roles, words

LONGEST = 5
DASHES = frozenset(("–", "—", "-"))
ROW = re.compile(r"\s*\d{1,3}[.)]\s*")


def find(page: Page, fixed: set[int]) -> Iterator[Candidate]:
    """Runs of words that can be a name and have such a sign beside or inside them; `fixed` are the tokens of known names."""
    for start, end in _runs(page, fixed):
        if _after_title(page, start) or (end - start > 1 and _signed(page, start, end)):
            yield Candidate(start, end, "person", UNSURE)


def _runs(page: Page, fixed: set[int]) -> Iterator[tuple[int, int]]:
    """The runs of words that can be part of a name, each without what is too long for one."""
    parts = [i for i in page.capitals if (i in page.proper or _surname(page, i)) and i not in fixed and _looks_personal(page.words[i])]
    start = end = -1
    for i in [*parts, -1]:
        if i == end:
            end += 1
            continue
        if start >= 0:
            yield start, min(end, start + LONGEST)
        start, end = i, i + 1


def _surname(page: Page, at: int) -> bool:
    """Whether a capitalised word that no tagger takes for a name stands behind a forename, and ends the line or the clause."""
    ends = at + 1 == len(page) or page.words[at + 1].isspace() or page.words[at + 1] in (",", ".", "(")
    return ends and at > 0 and page.words[at - 1] in genders() and page.lower[at] not in page.vocabulary


def part_of_name(page: Page, at: int, fixed: set[int]) -> bool:
    """Whether a word can be part of a person's name: a capitalised proper noun that is no title, head word or known name."""
    return at in page.proper and at not in fixed and _looks_personal(page.words[at])


@lru_cache(maxsize=16384)
def _looks_personal(word: str) -> bool:
    """Whether a capitalised word is not in capitals alone and not known to be something else."""
    if (len(word) > 1 and word.isupper()) or word in _impersonal():
        return False
    return word.lower() not in roles() and word.casefold() not in never()


@cache
def _impersonal() -> frozenset[str]:
    return words().openers | words().calendar | words().no_person | words().numerals | heads().keys() | honorifics()


def _after_title(page: Page, at: int) -> bool:
    if at > 1 and page.lower[at - 1] == "general" and page.lower[at - 2] in roles():
        return True  # "Inspector General"
    return at > 0 and (of_one(page, at - 1) or in_portfolio(page, at - 1))


def _titled_by_many(page: Page, start: int, end: int) -> bool:
    """Whether a title of many uses and a known forename or surname make a name: "General Ada Brook"."""
    return start > 0 and is_title(page, start - 1) and not personal().isdisjoint(page.words[start:end])


def _in_row(page: Page, start: int, end: int) -> bool:
    """Whether a run stands between a number and a dash with a verb: "4. Ada Brook – sentenced to five years"."""
    if end + 1 >= len(page) or page.words[end] not in DASHES or page.doc[end + 1].tag_ not in ("VBN", "VBD"):
        return False
    return bool(ROW.fullmatch(page.line_before(start)))


def _signed(page: Page, start: int, end: int) -> bool:
    """Whether a run has a title and a comma before it, a forename at its edge, ", who" or a bracket with another script behind it."""
    words_ = page.words
    if start > 1 and words_[start - 1] == "," and _after_title(page, start - 1):
        return True
    if _titled_by_many(page, start, end) or _in_row(page, start, end):
        return True
    if words_[start] in genders() or words_[end - 1] in genders() or with_who(page, end):
        return True
    return end + 1 < len(words_) and words_[end] in ("(", "（") and is_native(words_[end + 1])
