"""Whose text it is: the issuer that the document itself names, rather than the site that carries it.

Places where texts name their issuer are asked in turn, the surest first; none sure enough gives None, since a wrong publisher
would be taken for the one who speaks in every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from hrcli.ingest import credits, dates, issuers
from hrcli.ingest.blocks import size
from hrcli.ingest.context import Context
from hrcli.ingest.labels import is_label
from hrcli.ingest.organisations import NAME, acronym, as_written, is_issuer, is_name, is_organisation, owner

DASH = r"\s*(?:[–—-]+|:)"
INITIALS = re.compile(r"[A-Z]{3,6}(?:[/-][A-Z]{2,6})?")
BRACKET = re.compile(rf"^(?P<place>[^()]{{0,60}}?)\((?P<name>[^()]{{2,60}})\)(?:{DASH}|$)")
OPENING = re.compile(r"^\((?P<name>[^()]{2,120}?)(?:,|\s[–—-])\s*(?P<rest>[^()]*)\)")
LEAD = re.compile(rf"^{NAME.pattern}\s*(?:,|[–—-])\s*(?P<rest>.{{3,60}})$")
SITE = r"[\w-]+\.(?:org|com|net)\b"
ORIGIN = re.compile(
    r"(?:(?:^|[.!?]\s+)|\b[Tt]his (?:article|statement|story|report|piece|letter|post|text|release|column|version)\b[^.]{0,30}?\s)"
    r"(?:[Oo]riginally|[Ff]irst)\s+(?:published|appeared|posted|issued)\s+(?:on|by|in|at)\s+(?:the\s+)?"
    rf"(?P<name>{SITE}|[^.,;]+?)(?:\s+(?:website|web site|site))?(?:\s+on\b.*)?(?:[.,;](?:\s|$)|$)"
)
ISSUED = re.compile(r"(?:riginally|irst)\s+(?:published|appeared|posted|issued)")  # what ORIGIN cannot do without
CREDITED = ("Original source", "Content ", "Source")
CREDIT = re.compile(rf"^(?:Original source|Content [Ss]ourced from|Source)\s*[:–—-]\s*(?P<name>{SITE}|[^.|]+)")
HOLDER = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT|\d{4}(?=\s[A-Z]{2,6}$))[\s©,]*(?:\([cC]\))?\s*"
    r"(?:\d{4}\s*(?:[-–]\s*\d{2,4})?)?[\s,]*(?:by\s+)?(?P<name>[^\W\d][^|()\d—–]*)"
)
HOLDER_END = re.compile(r"[.,](?:\s|$)|\s+[Aa]ll [Rr]ights|\s+ALL RIGHTS|\s+Powered")
SIGNED = re.compile(r"\s[–—-]{1,2}\s?(?P<name>[A-Z][\w.&’' -]{1,40})$|^\(?(?P<alone>[A-Z][A-Za-z/]{1,14})\)?$")
SHORT = 16  # words of a line below a letter
SIGNATURE = 50  # characters that SIGNED matches at most
UNABLE = re.compile(
    r"\b(?P<name>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}) (?:could not|was unable to|has not been able to|cannot) "
    r"(?:immediately |independently )*(?:verify|determine|confirm|reach|establish)"
)
NOT_ABLE = ("could not ", "was unable to ", "has not been able to ", "cannot ")
CAPITALS = r"(?P<name>[A-Z](?<!\w.)[A-Z]{2,}(?:\s[A-Z]{3,}){0,3})"  # a set of letters first: so a search is fast
REPORTED = re.compile(rf"{CAPITALS} (?:had |has |earlier |exclusively )*(?:report(?:s|ed)|gathered|recalls|learnt) ")
REPORTS = ("reports ", "reported ", "gathered ", "recalls ", "learnt ")
PLACE_AND_DAY = re.compile(r"^\(?[A-Z][^–—()]{2,60}?(?:\([^()]*\)|\))?\s*(?:[–—]|--|- )\s*")
TODAY = re.compile(rf"^{NAME.pattern}(?:,[^,]*,)?\s+(?:today\s+(?:strongly\s+)?(?P<verb>\w+))")
NOW = re.compile(
    rf"^{NAME.pattern}(?:,[^,]*,)?\s+(?:is\s+)?(?:strongly\s+)?(?P<verb>[a-z]{{4,}}s|alarmed|concerned|appalled|has learned)\b"
)
SAID = re.compile(r" (?P<verb>said) (?:today|in a \w+ (?:released |published |issued )?today)\b")
SAID_TODAY = re.compile(rf"\b{NAME.pattern}{SAID.pattern}")
DOMAIN = re.compile(r"(?:www\.)?(?P<site>[\w-]+)\.(?:org|com|net|int)\b")


def find(context: Context, stated: str | None, site: str | None) -> str | None:
    """The publisher, or None. `stated` is what the format's metadata say, `site` what ended the title."""
    own = holder(context.notices)
    found = _first(ISSUER, context) or stated or _first(NAMED, context) or own or site or _first(IMPLIED, context)
    if found and own and found in (acronym(own), acronym(own, small=True)):
        return own
    return as_written(found, context.text) if found else None


def _first(asked: list[Callable[[Context], str | None]], context: Context) -> str | None:
    return next((name for ask in asked if (name := ask(context)) and not is_label(name, context.vocabulary)), None)


def holder(notices: list[str]) -> str | None:
    """The holder of the copyright by the first notice that names one."""
    for notice in notices:
        hit = HOLDER.search(notice)
        name = HOLDER_END.split(hit["name"])[0].strip(" .,-") if hit else ""
        if len(name) > 1 and len(name.split()) <= 8 and not name.lower().startswith(("all rights", "reserved")):
            return name
    return None


def _opening(context: Context) -> str | None:
    """(Harbour Rights Group, 4 May 2012) at the head of a paragraph."""
    for block in context.blocks[: len(context.heads.top) + 2]:
        hit = OPENING.match(block.text)
        if hit and any(dates.find(hit["rest"], context.vocabulary)) and is_issuer(hit["name"], context.text, context.vocabulary):
            return hit["name"]
    return None


def _agency(context: Context) -> str | None:
    """LIMA (Harbour News) - or Lima, May 4 (HN): at the head of the text."""
    for block in context.blocks[: len(context.heads.top) + 2]:
        hit = BRACKET.match(block.text)
        if hit and _place(hit["place"], hit["name"]) and (_outlet(hit["name"], context) or _is_initials(hit["name"], context)):
            return _site_name(hit["name"])
    return None


def _is_initials(name: str, context: Context) -> bool:
    """Whether a bracket in a dateline holds initials that can only be an agency's."""
    return bool(INITIALS.fullmatch(name)) and name not in context.vocabulary.publishers.places


def _place(text: str, name: str) -> bool:
    """Whether what stands before a bracket can be a place and a day, and not a name that the bracket abbreviates."""
    words = re.findall(r"[^\s,/–—-]+", text)
    short = name.upper() in (acronym(text), acronym(text, small=True))
    return not short and 0 < len(words) <= 8 and all(word[0].isupper() or word[0].isdigit() for word in words)


def _symbol(context: Context) -> str | None:
    for block in context.heads.top:
        for symbol, body in context.vocabulary.publishers.symbols.items():
            if symbol in block.text:
                return body
    return None


def _letterhead(context: Context) -> str | None:
    """An organisation's name on a line of its own above the text; where the first is but the parent, the one below."""
    found = context.heads.letterhead
    below = [name for name in found if name not in context.vocabulary.publishers.parents]
    name = re.sub(r"\s*\([^()]*\)$", "", (below or found)[0]) if found else ""
    outlet = name.split()[-1].lower() in context.vocabulary.publishers.outlets if name else False
    return (name if outlet else re.sub(r"^(?:In the|IN THE|The|THE)\s", "", name)) or None


def _lead(context: Context) -> str | None:
    """Harbour Rights Group (HRG), annual report, 4 May 2012: among the headings."""
    for block in context.heads.top:
        hit = LEAD.match(block.text)
        kind = hit and any(word in hit["rest"].lower() for word in context.vocabulary.publishers.kinds)
        if hit and kind and block not in context.heads.title and is_issuer(hit["words"], context.text, context.vocabulary):
            return str(hit["words"])
    return None


def _dated(context: Context) -> str | None:
    """Harbour Rights Group, 4 May 2012: a line of its own among the headings."""
    for block in context.heads.top:
        days = dates.days(block.text, context.vocabulary) if block not in context.heads.title else []
        name = block.text[: days[0].start].strip(" ,|–—-") if days and days[0].end == len(block.text) else ""
        if name and is_organisation(name, context.vocabulary):
            return re.sub(r"^The\s", "", name)
    return None


def _origin(context: Context) -> str | None:
    """Originally published on the Harbour Rights Group website."""
    for block in context.blocks:
        told = ("riginally " in block.text or "irst " in block.text) and ISSUED.search(block.text)
        hit = (told and ORIGIN.search(block.text)) or (block.text.startswith(CREDITED) and CREDIT.match(block.text))
        name = hit["name"].strip(" .") if hit else ""
        if name and (site := DOMAIN.match(name)):
            return owner(site["site"], context.text)
        if name and is_name(name):
            return name
    return None


def _signed(context: Context) -> str | None:
    """A last line that ends in "– Harbour Times", or is an agency's name."""
    for block in context.blocks[-2:]:
        hit = SIGNED.search(block.text, max(0, len(block.text) - SIGNATURE))
        if hit and hit["alone"] in context.vocabulary.publishers.agencies:
            return hit["alone"]
        if hit and hit["name"] and (DOMAIN.match(hit["name"]) or _outlet(hit["name"], context)):
            return _site_name(hit["name"])
    return None


def _credit(context: Context) -> str | None:
    """(Reporting by Ana Lopez; Editing by Jan Novak) - Harbour News."""
    names = [name for line in context.credits if (name := credits.agency(line))]
    return next((name for name in names if _outlet(name, context)), None)


def _outlet(name: str, context: Context) -> bool:
    """Whether a name is a news agency's, a paper's or another organisation's."""
    words = context.vocabulary.publishers
    return name in words.agencies or name.split()[-1].lower() in words.outlets or is_organisation(name, context.vocabulary)


def _unable(context: Context) -> str | None:
    """Harbour News could not independently verify the report."""
    hit = UNABLE.search(context.text) if any(words in context.text for words in NOT_ABLE) else None
    return hit["name"] if hit and _outlet(hit["name"], context) else None


def _speaks(context: Context) -> str | None:
    """Harbour Rights Group today welcomed ..., or calls on ...: the first paragraph of a release, in which the issuer speaks."""
    for block in context.blocks[len(context.heads.top) : len(context.heads.top) + 1]:
        text = PLACE_AND_DAY.sub("", block.text)
        today = " today" in text
        said = SAID_TODAY.search(text) if today and SAID.search(text) else None
        for hit in filter(None, (TODAY.match(text) if today else None, NOW.match(text), said)):
            spoken = hit["verb"] in context.vocabulary.publishers.verbs and is_name(hit["words"])
            if spoken and (hit["short"] or is_issuer(hit["words"], context.text, context.vocabulary)):
                return str(hit["words"])
    return None


def _signatory(context: Context) -> str | None:
    """The one organisation that is named below "Yours sincerely,", on its own line or behind an office."""
    closings = context.vocabulary.labels.closings
    at = next((i for i, block in enumerate(context.blocks) if block.text.lower().strip(" ,.") in closings), None)
    below = context.blocks[at + 1 :] if at is not None else []
    ends = {re.split(r",\s+|^(?:[Ff]or|[Oo]n behalf of)\s+", block.text)[-1] for block in below if size(block.text) <= SHORT}
    names = {name for name in ends if is_organisation(name, context.vocabulary)}
    return names.pop() if len(names) == 1 else None


def _stock(context: Context) -> str | None:
    """The issuer below all of whose releases a sentence of the text stands."""
    stock = context.vocabulary.publishers.stock
    return next((name for words, name in stock.items() if words in context.text), None)


def _reported(context: Context) -> str | None:
    """HARBOUR TIMES reported ..., twice at least, as some papers speak of themselves."""
    told = any(verb in context.text for verb in REPORTS)
    names = [hit["name"] for hit in REPORTED.finditer(context.text)] if told else []
    return next((name for name in names if names.count(name) > 1), None)


def _site_name(name: str) -> str:
    """Harbour of Harbour.com, any other name as it is."""
    return re.sub(r"\.(?:com|org|net)$", "", name.strip())


Asked = Callable[[Context], str | None]
# Who is asked in turn: before what a format's metadata say, before the notice of copyright and the title's end, and after them.
ISSUER: list[Asked] = [_opening, issuers.reproduced, issuers.resolves, issuers.body, issuers.by, _agency]
NAMED: list[Asked] = [_symbol, issuers.organ, _letterhead, _lead, _origin, issuers.submits, issuers.made_by, _dated, issuers.family]
IMPLIED: list[Asked] = [
    _signed,
    _credit,
    _stock,
    _signatory,
    _unable,
    _speaks,
    issuers.about,
    issuers.imprint,
    issuers.published,
    issuers.behalf,
    issuers.contact,
    issuers.contact_line,
    issuers.describes,
    _reported,
]
