"""Names in capitals throughout: the organisation whose page it is, above everything else."""

from __future__ import annotations

from collections.abc import Iterator

from hrcli.extract.naming.candidates import PHRASE, Candidate
from hrcli.extract.naming.cluster import ORGANIZED
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import heads
from hrcli.records import EntityType

MOST_WORDS = 8
LINES = 2
SEATS = frozenset(("Mission", "Embassy", "Ministry", "Department", "Consulate", "Directorate", "Delegation", "Commission"))
"""Before the "OF" of a line that names a body."""
COMMON = frozenset(
    ("News", "Review", "Press", "Post", "Campaign", "Services", "Service", "Archive", "Online", "Database", "Project", "Group", "Report")
)
"""Words that end other headings too: "LATEST NEWS"."""


def find(page: Page) -> Iterator[Candidate]:
    """The first line, and the one right below it, where they are all in capitals and name an organisation by a word in them."""
    start = len(page.text) - len(page.text.lstrip())
    for line in page.text[start:].split("\n", LINES)[:LINES]:
        name = line.rstrip()
        if not name.isupper():
            return
        if (kind := _kind(name.split())) and (span := page.tokens(start, start + len(name))):
            yield Candidate(*span, kind, PHRASE)
        start += len(line) + 1


def _kind(words: list[str]) -> EntityType | None:
    """What a line of words in capitals names, by its last word or by that before its "OF"."""
    if not 1 < len(words) <= MOST_WORDS or not all(word.isalpha() or word == "&" for word in words):
        return None
    front = words[words.index("OF") - 1].title() if "OF" in words[1:3] else ""
    if front in SEATS:
        return heads().get(front)
    last = words[-1].title()
    kind = heads().get(last)
    return kind if last not in COMMON and kind in ORGANIZED else None


def shouted(page: Page, found: list[Candidate]) -> dict[str, Candidate]:
    """The names of several words that the text writes in capitals throughout too, so written."""
    forms = {page.slice(c.start, c.end): c for c in found if c.end - c.start > 1 and c.known is None and c.type != "place"}
    return {form.upper(): c for form, c in forms.items() if not form.isupper() and form.upper() in page.text}
