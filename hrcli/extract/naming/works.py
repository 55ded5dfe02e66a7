"""Books, films and reports by title: behind the noun for what they are, or before it in an apposition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hrcli.extract.naming.candidates import PLACED, Candidate
from hrcli.extract.naming.forms import Known
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import heads, words

TITLED = Known("work", "work", "occasion")
QUOTED = re.compile(r"(?:,? ?(?:entitled|titled|called|named|headlined))? ?[“\"‘']([A-Z0-9][^“”\"‘’\n]{2,100})[”\"’']")
WORD = r"[A-Z][\w’'-]+"
BARE = re.compile(rf",? ({WORD}(?: (?:of|the|and|in|a|for|to|on|from|with|at|{WORD})){{1,6}})(?=[,.;)]| was| is| by| \()")
APPOSED = re.compile(rf"({WORD}(?: (?:of|the|and|in|a|for|to|on|{WORD})){{1,6}}), (?:the|a|an|his|her|their) ((?:[a-z-]+ ?){{1,3}})")


def find(page: Page) -> Iterator[Candidate]:
    """The titles beside such nouns."""
    nouns = page.where(words().works)
    yield from _behind(page, nouns)
    if nouns:
        yield from _before(page)


def _behind(page: Page, nouns: list[int]) -> Iterator[Candidate]:
    """ "The novel Red Salt", "a report entitled “Nowhere to Run”"."""
    for at in nouns:
        end = page.end(at + 1)
        match = QUOTED.match(page.text, end) or (BARE.match(page.text, end) if page.words[at] in words().creative else None)
        span = page.tokens(*match.span(1)) if match else None
        if span and not _is_other(page, *span):
            yield Candidate(*span, "work", PLACED, TITLED)


def _before(page: Page) -> Iterator[Candidate]:
    """ "Grey Salt, the poems he wrote in prison"."""
    for match in APPOSED.finditer(page.text):
        span = page.tokens(*match.span(1)) if not words().creative.isdisjoint(match.group(2).split()) else None
        if span and not _is_other(page, *span):
            yield Candidate(*span, "work", PLACED, TITLED)


def _is_other(page: Page, start: int, end: int) -> bool:
    """Whether capitalised words name a person or a body: "the poem Ada Brook wrote"."""
    last = heads().get(page.words[end - 1])
    return last not in (None, "work") or page.doc[start].ent_type_ == page.doc[end - 1].ent_type_ == "PERSON"
