"""Names that are somebody's only in a context: "the States" where the United States are spoken of, "AP", "Dawn" where news is told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.forms import Known
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import genders, words

OTHERS = frozenset(("party", "parties", "member", "members", "concerned", "signatory", "signatories"))
"""Beside "States" these say that states in general are meant."""
STAFF = frozenset(("reporter", "reporters", "correspondent", "correspondents", "journalist", "journalists", "editor", "columnist"))
NEWS = frozenset(("reported", "reports"))
PARLIAMENT = "European Parliament"
TOP = 1500
"""Characters in which a text says whose it is."""
RESOLVING = frozenset(("whereas", "Whereas", "Instructs"))
INSTITUTIONS = {
    "commission": Known("European Commission", "intergovernmental", "body"),
    "council": Known("Council of the European Union", "intergovernmental", "body"),
}
CITED = frozenset(("told",))


def find(page: Page) -> Iterator[tuple[int, int, Known]]:
    """The names of countries and organisations that the context bears out, as token ranges."""
    yield from _countries(page)
    yield from _weak(page)
    yield from _institutions(page)


def _institutions(page: Page) -> Iterator[tuple[int, int, Known]]:
    """ "The Commission" and "the Council" in the European Parliament's own texts."""
    if PARLIAMENT not in page.text[:TOP] or RESOLVING.isdisjoint(page.vocabulary):
        return
    for at in page.where(frozenset(INSTITUTIONS)):
        titled = page.words[at].istitle() and page.lower[max(at - 1, 0)] == "the"
        if titled and page.lower[at + 1 : at + 2] not in (["of"], ["on"], ["for"]):
            yield at, at + 1, INSTITUTIONS[page.lower[at]]


def _countries(page: Page) -> Iterator[tuple[int, int, Known]]:
    """The familiar names of countries that the text names otherwise too, with the article."""
    ends = [at for at in page.capitals if at and page.words[at] in _last_words()]
    if not ends or any(not OTHERS.isdisjoint(page.lower[max(at - 1, 0) : at + 2]) for at in ends):
        return
    spoken_of = {known.code for _, _, known in page.known if known.kind == "state"}
    for at in ends:
        known = gazetteer.familiar().get(page.line(at - 1, at + 1))
        if known and known.code in spoken_of:
            yield at - 1, at + 1, known


def _weak(page: Page) -> Iterator[tuple[int, int, Known]]:
    """The weak forms of organisations that the text names otherwise too, or calls what they are."""
    hits = list(page.hits(gazetteer.weak()))
    if hits:
        named = {known.name for _, _, known in page.known}
        yield from (hit for hit in hits if hit[2].name in named or _called(page, hit[0], hit[1]))


def _called(page: Page, start: int, end: int) -> bool:
    """Whether "told", "newspaper", "correspondent" or "reported" stands beside a name."""
    before = page.lower[start - 2 : start] if start > 1 and page.lower[start - 1] == "the" else page.lower[max(start - 1, 0) : start]
    if before and (before[0] in CITED or before[0] in words().media_nouns):
        return True
    if page.words[end : end + 1] and page.words[end] in ("'s", "’s") and page.words[end + 1 : end + 2] and page.words[end + 1] in genders():
        return True  # "Memorial's Ada Brook"
    return end < len(page) and (page.lower[end] in STAFF or page.lower[end] in NEWS or page.lower[end] in words().media_nouns)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(form.split()[-1] for form in gazetteer.familiar())
