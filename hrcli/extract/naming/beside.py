"""Names that the words beside them make: towns that somebody is held in, outlets behind a reporter's name, people with their age.

Every function takes a Page and yields candidates; `names.py` chooses among them, and `votes.py` has the last word on what they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hrcli.extract.naming.candidates import UNSURE, Candidate
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.people import part_of_name
from hrcli.extract.naming.vocabulary import heads, honorifics, never, personal, roles, words
from hrcli.extract.naming.wording import BARE, closes

HELD = frozenset(("held", "detained", "arrested", "imprisoned", "jailed", "seized", "abducted", "kidnapped", "born"))
SITES = frozenset(("prison", "jail", "colony", "penitentiary", "barracks"))
WITHIN = frozenset(("in", "near", "outside"))
PRESS = frozenset(("editor", "editor-in-chief", "reporter", "correspondent", "columnist", "journalist", "photographer", "cameraman"))
LONGEST = 3
CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W\d_A-Z]+(?:[-’'][^\W\d_]+)?"
AGED = re.compile(rf"(?<![\w’'-])({CAPITAL}(?: {CAPITAL}){{1,3}}) \((?:1[4-9]|[2-9]\d)\)")


def find(page: Page, fixed: set[int]) -> Iterator[Candidate]:
    """All of them; `fixed` are the tokens of known names."""
    yield from towns(page, fixed)
    yield from outlets(page, fixed)
    yield from aged(page, fixed)


def towns(page: Page, fixed: set[int]) -> Iterator[Candidate]:
    """ "Detained in Kelva", "in Norvik Prison near Kelva", "Prison No. 7 in Kelva"."""
    for at in page.where(WITHIN):
        if at and at + 1 < len(page) and (page.lower[at - 1] in HELD or _sited(page, at)):
            end = _run(page, at + 1, fixed)
            if at + 1 < end and page.lower[end - 1] not in roles() and not any(word in heads() for word in page.words[at + 1 : end]):
                yield Candidate(at + 1, end, "place", UNSURE)


def _sited(page: Page, at: int) -> bool:
    """Whether the name of a prison, with a number at its end or without, ends before a token."""
    while at > 1 and (page.words[at - 1].isdigit() or page.words[at - 1] in ("No", "No.", ".")):
        at -= 1
    return at > 0 and page.lower[at - 1] in SITES


def outlets(page: Page, fixed: set[int]) -> Iterator[Candidate]:
    """ "1. Ada Brook, 34, reporter, Kelva Sesi", "Occupation: editor, Kelva Sesi": what ends the line behind a bare role."""
    for at in page.where(PRESS):
        if at and at + 2 < len(page) and page.words[at + 1] == "," and page.words[at - 1] in BARE:
            end = _run(page, at + 2, fixed, sure=True)
            if at + 2 < end and closes(page, end):
                yield Candidate(at + 2, end, "organization", UNSURE)


def _run(page: Page, start: int, fixed: set[int], *, sure: bool = False) -> int:
    """Where the capitalised words that begin at a token end: a few unknown ones, proper nouns where the place is not `sure`."""
    end = start
    while end < min(len(page), start + LONGEST) and end not in fixed and (sure or end in page.proper) and _is_part(page.words[end]):
        end += 1
    return end


def _is_part(word: str) -> bool:
    return word[0].isupper() and word not in words().calendar and word not in words().openers and word.casefold() not in never()


def aged(page: Page, fixed: set[int]) -> Iterator[Candidate]:
    """ "Blessing Brook (31)": a name with an age in brackets, though its first word be a common one that opens the sentence."""
    for match in AGED.finditer(page.text) if "(" in page.vocabulary else ():
        span = page.tokens(*match.span(1))
        if span and fixed.isdisjoint(range(*span)) and all(_personal(word) for word in page.words[slice(*span)]):
            known = not personal().isdisjoint(page.words[slice(*span)])
            if known or part_of_name(page, span[1] - 1, fixed):
                yield Candidate(*span, "person", UNSURE)


def _personal(word: str) -> bool:
    """Whether a word can be part of a name: no head of a body's name, no title, no opener, no day."""
    return word not in heads() and word not in honorifics() and word.lower() not in roles() and _is_part(word)
