"""Names of countries that are theirs only where they are spoken of anyway: "the States" in a text about the United States."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.forms import Known
from hrcli.extract.naming.page import Page

OTHERS = frozenset(("party", "parties", "member", "members", "concerned", "signatory", "signatories"))
"""Beside "States" these say that states in general are meant."""


def find(page: Page) -> Iterator[tuple[int, int, Known]]:
    """The familiar names of countries that the text names otherwise too, as token ranges with the article."""
    ends = [at for at in page.capitals if at and page.words[at] in _last_words()]
    if not ends or any(not OTHERS.isdisjoint(page.lower[max(at - 1, 0) : at + 2]) for at in ends):
        return
    spoken_of = {known.code for _, _, known in page.known if known.kind == "state"}
    for at in ends:
        known = gazetteer.familiar().get(page.line(at - 1, at + 1))
        if known and known.code in spoken_of:
            yield at - 1, at + 1, known


@cache
def _last_words() -> frozenset[str]:
    return frozenset(form.split()[-1] for form in gazetteer.familiar())
