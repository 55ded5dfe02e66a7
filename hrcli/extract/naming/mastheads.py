"""Names in capitals throughout: the organisation whose page it is, above everything else."""

from __future__ import annotations

from collections.abc import Iterator

from hrcli.extract.naming.candidates import PHRASE, Candidate
from hrcli.extract.naming.cluster import ORGANIZED
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import heads

MOST_WORDS = 8
COMMON = frozenset(
    ("News", "Review", "Press", "Post", "Campaign", "Services", "Service", "Archive", "Online", "Database", "Project", "Group", "Report")
)
"""Words that end other headings too: "LATEST NEWS"."""


def find(page: Page) -> Iterator[Candidate]:
    """The first line, where it is all in capitals and ends in a word for an organisation."""
    start = len(page.text) - len(page.text.lstrip())
    line = page.text[start:].split("\n", 1)[0].rstrip()
    words = line.split()
    if not 1 < len(words) <= MOST_WORDS or not line.isupper() or not all(word.isalpha() or word == "&" for word in words):
        return
    last = words[-1].title()
    if last not in COMMON and heads().get(last) in ORGANIZED and (span := page.tokens(start, start + len(line))):
        yield Candidate(*span, heads()[last], PHRASE)


def shouted(page: Page, found: list[Candidate]) -> dict[str, Candidate]:
    """The names of several words that the text writes in capitals throughout too, so written."""
    forms = {page.slice(c.start, c.end): c for c in found if c.end - c.start > 1 and c.known is None and c.type != "place"}
    return {form.upper(): c for form, c in forms.items() if not form.isupper() and form.upper() in page.text}
