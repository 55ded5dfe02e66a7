"""Places where people are held, by the make of their names: "Koro Custodial Centre 2", "penal colony No. 15".

`find` takes a Page and yields candidates; `names.py` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hrcli.extract.naming.candidates import PLACED, Candidate
from hrcli.extract.naming.forms import Known
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import words

SITE = Known("prison", "place", "body")
HOUSES = frozenset(("Centre", "Center", "Facility", "Institution", "Institute", "Complex", "Unit", "Camp", "Colony", "Home", "Settlement"))
SIGNS = frozenset(("No", "No.", ".", "Nr", "Nr.", "№"))
CODE = re.compile(r"(?:[A-Z]{1,4}-?)?\d{1,4}(?:/\d+)?|[IVX]+")
CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
KINDS = (
    r"(?:penal|corrective|correctional|correction|prison|women[’']s|men[’']s|labou?r|remand|pre-trial|detention|investigation|juvenile"
    r"|(?:strict|general|special|high|maximum|medium|minimum)[- ](?:regime|security))"
)
HOUSE = r"(?:colony(?:-settlement)?|settlement|prison|jail|penitentiary|isolator|camp|cent(?:re|er)|facility)"
SIGN = r"(?:[Nn]o\.?|[Nn]umber|[Nn]r\.?|№)"
NUMBERED = re.compile(
    rf"\b(?:(?:{KINDS} )+{HOUSE}|colony|prison|jail|isolator|police station) "
    rf"(?:{SIGN} ?(?:[A-Z]{{1,4}}-)?\d{{1,4}}|[A-Z]{{2,4}}-\d{{1,3}})\b"
    rf"|\b(?:{KINDS} )*colony \d{{1,3}}\b(?! [a-z]+s\b)"
)
CUES = ("colony", "prison ", "jail ", "isolator ", "station ", "centre ", "center ", "camp ", "facility ", "settlement ", "penitentiary ")
FULL = re.compile(
    rf"(?:{CAPITAL} ){{1,4}}(?:Custodial|Correctional|Penitentiary|Penal|Detention|Remand|Holding|Reformatory) "
    rf"(?:{'|'.join(sorted(HOUSES))})\b"
    r"(?: (?:No\. ?)?\d{1,3}\b)?"
)


def confines(tokens: Sequence[str]) -> bool:
    """Whether a name is that of a place where people are held: "Norvik Detention Centre", "Koro Custodial Centre 2"."""
    if "Detention" in tokens:
        return tokens[-1] not in ("Committee", "Detention")
    end = len(tokens)
    while end > 1 and (tokens[end - 1] in SIGNS or CODE.fullmatch(tokens[end - 1])):
        end -= 1
    return end > 1 and tokens[end - 1] in HOUSES and tokens[end - 2] in words().held_in


def find(page: Page) -> Iterator[Candidate]:
    """Small nouns for such a place with a number, and capitalised names whose last word alone tells nothing."""
    if any(cue in page.text for cue in CUES):
        yield from _matching(page, NUMBERED)
    if not page.vocabulary.isdisjoint(HOUSES):
        yield from _matching(page, FULL)


def _matching(page: Page, pattern: re.Pattern[str]) -> Iterator[Candidate]:
    for match in pattern.finditer(page.text):
        if (span := page.tokens(*match.span())) and (start := _past_openers(page, *span)) < span[1] - 1:
            yield Candidate(start, span[1], "place", PLACED, SITE)


def _past_openers(page: Page, start: int, end: int) -> int:
    """Where a name begins behind the word that but opens its sentence: "The Koro Penal Institution"."""
    return next((at for at in range(start, end) if page.words[at] not in words().openers), end)
