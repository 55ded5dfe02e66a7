"""Names by signs that stand inside them: firms by their legal form, people by a nickname, laws by a bracket, events by a number.

Every function takes a Page and yields candidates; `names.py` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hrcli.extract.naming.candidates import PHRASE, PLACED, Candidate
from hrcli.extract.naming.forms import Known
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import is_title
from hrcli.extract.naming.vocabulary import heads, honorifics, words

CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'&-]*"
FORMS = (
    r"S\.A\.(?:S\.|B\.)?(?: de C\.V\.)?|S\.A\.S|S\.p\.A\.?|SpA|S\.L\.|S\.r\.l\.|GmbH|N\.V\.|B\.V\.|Ltd\.?|Limited|LLC|LLP|Inc\.?"
    r"|PLC|plc|Corp\.?|Pty\.?(?: Ltd\.?)?|Sdn\.? Bhd\.?|JSC|OJSC|PJSC|Oyj?|ASA|A\.Ş\.|A\.S\.|Co\.,? Ltd\.?|Holdings?"
)
FIRM = re.compile(rf"{CAPITAL}(?: (?:{CAPITAL}|de|del|da|do|la|las|los|el|du|des|di|van|&)){{0,5}}?,? (?:{FORMS})(?![\w.])")
FORM_CUES = (
    " S.",
    " SpA",
    " GmbH",
    " N.V",
    " B.V",
    " Ltd",
    " Limited",
    " LL",
    " Inc",
    " PLC",
    " plc",
    " Corp",
    " Pty",
    " Sdn",
    "JSC",
    " Oy",
    " A.",
    " Co.",
    " Holding",
)
NICKNAMED = re.compile(
    rf"(?:{CAPITAL} ){{1,3}}(\(?)(?:“[^“”\n]{{2,24}}”|\"[^\"\n]{{2,24}}\"|‘[^‘’\n]{{2,24}}’|'[^'\n]{{2,24}}')\)?(?: {CAPITAL}){{1,3}}"
)
TITLED = re.compile(
    rf"(?:{CAPITAL} (?:of |for |and )?){{1,5}}?({CAPITAL}) "
    rf"(?:“[^“”\n]{{2,24}}”|\"[^\"\n]{{2,24}}\"|«[^«»\n]{{2,24}}»)(?![^\W_])"
)
QUOTES = ("“", '"', "‘", "'")
BRACKETED = re.compile(
    r"\([A-Z][\w &,.’'-]{2,60}\)(?: [A-Z][a-z]+)? (?:Act|Ordinance|Law|Bill|Regulations?|Order|Rules|Code|Decree)\b"
    r"(?:,? (?:19|20)\d\d\b)?"
)
JOINING = frozenset(("and", "of", "the", "for", "on", "to", "against", "or", "&", ","))
LONGEST_LAW = 12
NUMBERED = re.compile(
    r"[“\"‘'](\d{3}|\d{1,2}[A-Z])[”\"’'](?: (?:[Cc]rackdown|[Ii]ncident|[Pp]rotests?|[Mm]ovement|[Uu]prising)\b)?"
    r"|\b\d{3} (?:[Cc]rackdown|[Ii]ncident)\b|\b\d{1,2}[JFMASOND](?= (?:protest|uprising|demonstr|march|movement))"
)
BY_DAY = Known("crackdown", "event", "occasion")
DAY = re.compile(r"\d{1,2}[JFMASOND]")


def find(page: Page) -> Iterator[Candidate]:
    """All of them."""
    yield from firms(page)
    yield from nicknamed(page)
    yield from laws(page)
    yield from numbered(page)
    yield from titled(page)


def firms(page: Page) -> Iterator[Candidate]:
    """ "Palmas del Puerto S.A.", "Kelvin Metals, Inc.": the capitalised words before a legal form."""
    if not any(cue in page.text for cue in FORM_CUES):
        return
    for match in FIRM.finditer(page.text):
        if span := _tokens(page, *match.span()):
            start, end = span
            while start < end - 1 and (is_title(page, start) or page.words[start] in words().openers | words().calendar):
                start += 1
            if end - start > 1:
                yield Candidate(start, end, "organization", PLACED)


def _tokens(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of a match, the full stop behind it among them or not."""
    return page.tokens(start, end) or page.tokens(start, end - 1) or page.tokens(start, end + 1)


def nicknamed(page: Page) -> Iterator[Candidate]:
    """'Ada "Red" Brook', 'Ada (“Red”) Brook': a full name with what its bearer is called in the middle."""
    if page.vocabulary.isdisjoint((*QUOTES, "``", "''")):
        return
    for match in NICKNAMED.finditer(page.text):
        span = page.tokens(*match.span())
        if span is None:
            continue
        start, end = span
        quote = next(i for i in range(start, end) if page.words[i][0] in QUOTES or page.words[i] == "(")
        start = max((i + 1 for i in range(start, quote) if _no_forename(page, i)), default=start)
        end = next((i for i in range(quote + 3, end) if page.words[i] in heads() or page.words[i] in words().calendar), end)
        called = page.words[quote + 1 + (page.words[quote] == "(")]
        if start < quote and end > quote + 3 and page.words[end - 1][0].isupper() and called[0].isupper():
            yield Candidate(start, end, "person", PHRASE)


def titled(page: Page) -> Iterator[Candidate]:
    """ "Human Rights Centre “Vesna”": a body with the name that it bears in quotation marks behind the word for what it is."""
    for match in TITLED.finditer(page.text) if not page.vocabulary.isdisjoint((*QUOTES, "``", "«")) else ():
        span = page.tokens(*match.span()) if heads().get(match.group(1)) == "organization" else None
        if span is None:
            continue
        start, end = span
        while page.words[start] in words().openers or is_title(page, start):
            start += 1
        if page.words[start] != match.group(1):
            yield Candidate(start, end, "organization", PLACED)


def _no_forename(page: Page, at: int) -> bool:
    """Whether a capitalised word before a nickname is no part of the name."""
    word = page.words[at]
    known = word in honorifics() or word in words().openers or word in words().calendar or word in heads()
    return known or is_title(page, at) or (len(word) > 3 and word.isupper())


def laws(page: Page) -> Iterator[Candidate]:
    """ "Torture (Prevention) Act": the capitalised words around a bracket inside the name of a law."""
    for match in BRACKETED.finditer(page.text) if "(" in page.vocabulary else ():
        span = page.tokens(*match.span())
        if span is None:
            continue
        start = span[0]
        while start > 0 and span[0] - start < LONGEST_LAW and start not in page.openers and _of_law(page, start - 1, span[0]):
            start -= 1
        while start < span[0] and (page.words[start] in JOINING or page.words[start] in words().openers):
            start += 1
        if start < span[0]:
            yield Candidate(start, span[1], "law", PLACED)


def _of_law(page: Page, at: int, bracket: int) -> bool:
    """Whether a word belongs to a law with a bracket; of words for laws only that right before it: "Criminal Law (Reform) Act"."""
    word = page.words[at]
    another = heads().get(word) == "law" and at + 1 < bracket
    return (word[0].isupper() and not is_title(page, at) and not another) or word in JOINING


def numbered(page: Page) -> Iterator[Candidate]:
    """ "the “709” crackdown", "the protests (“11J”)": events called by their day."""
    for match in NUMBERED.finditer(page.text):
        day, alone = match.group(1), " " not in match.group()
        if alone and day and not DAY.fullmatch(day):
            continue  # a bare number in quotation marks
        if span := page.tokens(*match.span(1 if alone and day else 0)):
            yield Candidate(*span, "event", PLACED, BY_DAY)
