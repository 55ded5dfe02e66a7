"""Kin who share the surname that is written once: "the brothers Omar and Karim Saleh"."""

from __future__ import annotations

from itertools import pairwise

from hrcli.extract.findings import Mention
from hrcli.extract.naming.page import Page

SHARING = frozenset(("brothers", "sisters", "siblings", "twins", "spouses", "couple", "brother", "sister"))
"""Behind such a word, with a comma or without, two forenames and one surname."""


def share(page: Page, people: list[Mention]) -> None:
    """Give the first of two such people the surname of the second; the forename alone is an alias; in place."""
    for first, second in pairwise(people):
        if second.start != first.end + 1 or page.lower[first.end] != "and" or " " in first.name or " " not in second.name:
            continue
        before = first.start - 1 - (page.words[first.start - 1] in (",", ":", "–"))
        if before >= 0 and page.lower[before] in SHARING:
            first.aliases.append(first.name)
            first.name = f"{first.name} {second.name.partition(' ')[2]}"
