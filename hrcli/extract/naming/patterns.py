"""Names by their make that need no capitals: "Chinese police", "the interior ministry", "Article N", "Special Rapporteur on ...".

Every function takes a Page and yields candidates; `names.py` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hrcli.extract.naming import gazetteer, tries
from hrcli.extract.naming.candidates import LOWER, PHRASE, PLACED, UNSURE, Candidate
from hrcli.extract.naming.forms import Known
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import is_title
from hrcli.extract.naming.vocabulary import personal, roles, words
from hrcli.extract.naming.wording import POSSESSIVE

MANDATE = re.compile(
    r"(?:(?:UN|U\.N\.|United Nations(?:['’]s?)?) )?"
    r"(?:[Ss]pecial [Rr]apporteurs?|[Ii]ndependent [Ee]xpert|[Ww]orking [Gg]roup) (?:on|for)(?! an? )(?= (?:the )?[a-z])"
)
NUMBERS = r" \d+[\w.\-–/()]*(?:(?:, | and | or |, and )\d+[\w.\-–/()]*)*"
ARTICLE = re.compile(rf"\b(?:[Aa]rticles?|[Ss]ections?|Art\.|Arts\.){NUMBERS}(?<![.,])")
MAGISTRATE = re.compile(r"(?!The |A )(?:[A-Z][a-z]+ ){1,3}(?:[Cc]hief )?[Mm]agistrates?['’]s? [Cc]ourt\b")
BANDED = re.compile(
    r"\b([A-Z][a-z]+)(?: [Ww]ithout| [Aa]gainst| [Ff]or|( of)(?: the)?) [A-Z]\w+(?:(?: and| of)? [A-Z][a-z]+){0,3}"
    r"(?(2)(?: in [A-Z]\w+)?|(?: in [A-Z]\w+(?= \())?)"
)
ARTICLES = frozenset(
    ("Article", "article", "Articles", "articles", "Section", "section", "Sections", "sections", "Art.", "Arts.", "Art", "Arts")
)
MANDATES = tuple(f"{office} {link}" for office in ("apporteur", "apporteurs", "xpert", "roup") for link in ("on", "for"))
MAGISTRATES = ("agistrate",)
BASED = frozenset(("based",))
HOLDERS = frozenset(("rapporteur", "rapporteurs", "expert", "experts", "group", "groups"))
WHEN = frozenset(("before", "after", "during", "since", "until", "till", "within", "at", "by", "under"))
"""Before what is no topic any more: "on fishing before the elections"."""
TOPIC = frozenset(("NOUN", "ADJ", "ADP", "DET", "CCONJ", "PROPN"))
SECTIONED = frozenset(("International", "Watch", "Women", "PEN", "Amnesty", "Oxfam", "Caritas", "Greenpeace"))
"""The last words of organisations that have sections in many states."""
LONGEST_TOPIC = 14
LONGEST_NAME = 4


def mandates(page: Page) -> Iterator[Candidate]:
    """ "UN Special Rapporteur on the rights of fishers": the topic goes on in small letters to its last noun."""
    for start, end in _matches(page, MANDATE, MANDATES):
        many = page.lower[end - 2].endswith("s")
        last = _topic(page, end, many=many)
        if last > end:
            yield Candidate(start, last, "intergovernmental", PLACED)


def _topic(page: Page, start: int, *, many: bool) -> int:
    """The end of a mandate's topic: behind its last noun; several mandates may have commas in it."""
    last = start
    for token in page.doc[start : start + LONGEST_TOPIC]:
        topical = token.pos_ in TOPIC and not token.tag_.startswith("VB")
        named = token.pos_ == "PROPN" and token.i == last and token.nbor(-1).pos_ == "NOUN" and token.i > start
        another = token.lower_ in ("special", "independent", "working") and token.i > start and token.nbor().lower_ in HOLDERS
        if token.is_sent_start or named or another or token.lower_ in WHEN or not (topical or (many and token.text == ",")):
            break  # "on torture Ada Brook": the name of who holds the mandate
        last = token.i + 1 if token.pos_ in ("NOUN", "PROPN") else last
    return last


def articles(page: Page) -> Iterator[Candidate]:
    """Articles and sections of laws by number."""
    if page.vocabulary.isdisjoint(ARTICLES):
        return
    for match in ARTICLE.finditer(page.text):
        span = page.doc.char_span(match.start(), match.end(), alignment_mode="contract")
        if span is not None and len(span) > 1:
            yield Candidate(span.start, span.end, "law", PHRASE)


def placed(page: Page, places: dict[int, int], leaders: dict[int, int]) -> Iterator[Candidate]:
    """A common noun for a body or a place beside a name: "Hong Kong police", "Egypt's prosecutor", "Evin prison", "government of Peru".

    `places` maps the token index where the name of a place or a nationality ends to the one where it starts; `leaders` does so
    for people, whose name may stand before a word for a government ("the Maduro government").
    """
    for start, end, known in page.hits(tries.nouns()):
        owned = start > 0 and page.words[start - 1] in POSSESSIVE
        begin = start - 1 if owned else start
        if known.name == "authorities" and begin > 1 and begin not in places and page.doc[begin - 1].pos_ == "ADJ":
            begin -= 1
        if begin in places and not _vague(page, places[begin], begin, known.name):
            yield Candidate(places[begin], end, known.type, PLACED, known)
        elif begin in leaders and not owned and known.name in words().government:
            yield Candidate(leaders[begin], end, known.type, PLACED, known)
        elif known.name in words().before_place and (behind := _of_place(page, end, places)):
            yield Candidate(start, behind, known.type, PLACED, known)


def based(page: Page) -> Iterator[Candidate]:
    """ "Tandala-based": the place that somebody works in; where "based" is small, the tagger's word for it is not needed."""
    for at in page.where(BASED) if "based" in page.vocabulary else ():
        place = at - 2
        sure = page.words[at].islower() and place > 0 and page.words[place].istitle() and place not in page.openers
        if at > 1 and page.words[at - 1] == "-" and (sure or place in page.proper):
            yield Candidate(place, at - 1, "place", UNSURE)


def media(page: Page) -> Iterator[Candidate]:
    """ "The newspaper Agora", "human rights group Kalinga": the capitalised words behind a noun for an organisation."""
    size = len(page)
    for at in page.where(words().media_nouns):
        if at + 1 == size or not page.words[at + 1][0].isupper() or page.joined(at + 1) or page.doc[at].pos_ != "NOUN":
            continue
        end = at + 1
        while end < size and end - at < 5 and _continues(page, end, at + 1):
            end += 1
        if end > at + 1 and not is_title(page, end - 1) and (end == size or page.lower[end] not in roles()):
            yield Candidate(at + 1, end, "organization", UNSURE)


def _continues(page: Page, at: int, start: int) -> bool:
    """Whether a capitalised proper noun, or the hyphen inside one, goes on with a name."""
    if at > start and "-" in page.words[at - 1 : at + 1] and page.joined(at):
        return True
    return at in page.proper and page.words[at] not in words().calendar and page.lower[at] not in roles()


def sites(page: Page, fixed: set[int]) -> Iterator[Candidate]:
    """ "Larkspur hospital", "the Ruiz shoe factory", "the Norvik massacre": unknown names before a small noun for what they name."""
    for start, end, known in page.hits(tries.sites()):
        confining = known.name in words().confining
        begin = start
        while begin > 0 and start - begin < LONGEST_NAME and _of_site(page, begin - 1, fixed, confining=confining):
            begin -= 1
        vague = begin > 0 and page.lower[begin - 1] in ("a", "an")
        if confining and start - begin == 1 and page.words[begin] in words().of_state:
            continue  # "State prison officials"
        opens = begin in page.openers and not (confining and _alone(page, begin, start, end))
        if begin < start and not vague and (known.type == "event" or not opens) and page.words[begin][0].isupper():
            yield Candidate(begin, end, known.type, PLACED, known)
        elif known.type == "event" and start > 0 and start - 1 in fixed and page.words[start - 1][0].isupper() and not vague:
            yield Candidate(start - 1, end, "event", PLACED, known)


def _alone(page: Page, start: int, noun: int, end: int) -> bool:
    """Whether a prison's name is all that a sentence says ("Kelma prison."), and its first word no common one."""
    behind = page.words[end] if end < len(page) else "."
    return (behind in (".", ",", ";", ":", "(") or behind.isspace()) and page.lower[start] not in page.vocabulary and noun - start < 3


def _of_site(page: Page, at: int, fixed: set[int], *, confining: bool) -> bool:
    """Whether a word can be part of a site's name: a capitalised proper noun that no known name holds, or "y", "al" within one.

    In the name of a prison also a known place, a number behind a proper noun, and a capitalised word of any kind.
    """
    word = page.words[at]
    if word in words().calendar:
        return False
    if confining and at > 0:
        if word.isdigit() or at in fixed:
            return at - 1 in page.proper if word.isdigit() else _is_place(word)
        if word[0].isupper() and page.lower[at] not in roles() and word not in words().openers and not _opens(page, at):
            return True
    return at not in fixed and (at in page.proper or (word in words().particles and at - 1 in page.proper and at > 0))


def _opens(page: Page, at: int) -> bool:
    """Whether a capital is but that of a sentence's first word: "Left Kelma prison"."""
    return at in page.openers and page.doc[at].pos_ not in ("PROPN", "NOUN", "ADJ", "X")


def _is_place(word: str) -> bool:
    known = gazetteer.find(word)
    return known is not None and known.type == "place"


def banded(page: Page) -> Iterator[Candidate]:
    """ "Doctors for Dignity", "Lawyers Without Fear": those who band together, "for" or "without", and what for."""
    if page.vocabulary.isdisjoint(words().banded):
        return
    for match in BANDED.finditer(page.text):
        span = page.tokens(*match.span()) if match.group(1) in words().banded else None
        if span and not _personal_end(page, span[1]) and not (match.group(2) and _many_of(page, *span)):
            yield Candidate(*span, "organization", PHRASE)


def _many_of(page: Page, start: int, end: int) -> bool:
    """Whether "of" tells but whose many are meant: "Citizens of Norland", "Friends of Ada Brook"."""
    return page.words[start] not in words().kindred or gazetteer.find(page.line(start + 2, end)) is not None


def _personal_end(page: Page, end: int) -> bool:
    """Whether what is behind "for" is somebody in a role: "Lawyers for Ada Brook"."""
    return page.words[end - 1] in personal() - words().portfolios  # "Lawyers for Justice"


def envoys(page: Page, known: list[Candidate]) -> Iterator[Candidate]:
    """ "The ASEAN special envoy", "the UN Special Envoy for Norland": who speaks for a body of states."""
    bodies = {c.end: c.start for c in known if c.known and c.known.kind == "body"}
    for end, start in bodies.items():
        words_ = next((n for n in (2, 1) if " ".join(page.lower[end : end + n]) in words().envoys), 0)
        if words_:
            yield Candidate(start, end + words_, "intergovernmental", PLACED)


def peoples(page: Page, known: list[Candidate]) -> Iterator[Candidate]:
    """ "The Kurdish minority": a people by its adjective and a noun."""
    for c in known:
        if c.known and c.known.kind in ("group", "group adjective") and not words().peoples.isdisjoint(page.lower[c.end : c.end + 1]):
            yield Candidate(c.start, c.end + 1, "group", PLACED, Known(c.known.name, "group", "group"))


def chapters(page: Page, known: list[Candidate]) -> Iterator[Candidate]:
    """ "Amnesty International Kenya": the section of a known organisation in a state."""
    states = {c.start: c.end for c in known if c.known and c.known.kind == "state"}
    for c in known:
        if c.known and c.known.kind == "organization" and c.end in states and page.words[c.end - 1] in SECTIONED:
            yield Candidate(c.start, states[c.end], "organization", PLACED)


def dedicated(page: Page) -> Iterator[Candidate]:
    """ "The church of Santa Rosa": a house of prayer with the name behind it."""
    for at in page.where(words().dedicated):
        end = at + 2
        while end < len(page) and end - at < LONGEST_NAME + 2 and end in page.proper and page.words[end] not in words().calendar:
            end += 1
        if end > at + 2 and page.lower[at + 1] == "of":
            yield Candidate(at, end, "place", PLACED)


def magistrates(page: Page) -> Iterator[Candidate]:
    """ "Hill Road Magistrate's court": a court by the title of its judge."""
    for start, end in _matches(page, MAGISTRATE, MAGISTRATES):
        yield Candidate(start, end, "public_body", PLACED)


def unplaced(page: Page) -> Iterator[Candidate]:
    """Ministries, high courts and codes named by a common noun alone: "the interior ministry", "the penal code"."""
    for start, end, known in page.hits(tries.ministries()):
        if end == len(page) or page.lower[end] not in roles():
            yield Candidate(start, end, known.type, LOWER, known)


def _vague(page: Page, start: int, end: int, noun: str) -> bool:
    """Whether no one place is meant: "a Lima prison", "the Cuban region"."""
    if noun not in words().place_nouns:
        return False
    return page.doc[end - 1].pos_ == "ADJ" or (start > 0 and page.lower[start - 1] in ("a", "an"))


def _matches(page: Page, pattern: re.Pattern[str], cues: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The tokens of a pattern's matches; `cues` are the strings of which each match holds one."""
    if any(cue in page.text for cue in cues):
        for match in pattern.finditer(page.text):
            if span := page.tokens(*match.span()):
                yield span


def _of_place(page: Page, at: int, places: dict[int, int]) -> int | None:
    """The end of "of Ethiopia", "in Belarus" right after a noun."""
    if at + 1 >= len(page) or page.lower[at] not in ("of", "in"):
        return None
    start = at + 2 if page.lower[at + 1] == "the" else at + 1
    return next((end for end, begin in places.items() if begin == start), None)
