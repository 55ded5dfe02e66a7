"""Offices of a state that act as its bodies do, where nobody who holds them is named beside: "the Prosecutor General must inquire"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hrcli.extract.naming.candidates import PHRASE, Candidate
from hrcli.extract.naming.forms import Known, Node, add
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.people import part_of_name
from hrcli.extract.naming.titles import is_title
from hrcli.extract.naming.vocabulary import words
from hrcli.extract.naming.wording import LEADS

ARTICLES = frozenset(("the", "The"))


def find(page: Page) -> Iterator[Candidate]:
    """Such offices behind "the", each as a public body."""
    for start, end, known in page.spot(_forms()):
        if start and page.words[start - 1] in ARTICLES and not _held(page, start, end):
            yield Candidate(start, end, "public_body", PHRASE, known)


@cache
def _forms() -> Node:
    root = Node()
    for form in words().offices_of_state:
        add(root, form, Known(form, "public_body", "body"))
    return root


def _held(page: Page, start: int, end: int) -> bool:
    """Whether somebody is named beside an office: "the Attorney General, Ada Brook", "Ada Brook, the Attorney General"."""
    at = end + (end < len(page) and page.words[end] in LEADS)
    while at < len(page) and is_title(page, at):
        at += 1
    if at < len(page) and part_of_name(page, at, set()):
        return True
    return start > 2 and page.words[start - 2] == "," and part_of_name(page, start - 3, set())
