"""Capitalised phrases around a head word: "Ministry of Y", "Z Court", "X Women's Union", "Prison No. 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.candidates import PHRASE, Candidate
from hrcli.extract.naming.confinement import confines
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.people import part_of_name
from hrcli.extract.naming.titles import is_title, with_who
from hrcli.extract.naming.vocabulary import genders, heads, personal, roles, words
from hrcli.extract.naming.wording import POSSESSIVE, ends_number_sign, is_name_word, starts
from hrcli.records import EntityType

CONNECTORS = frozenset(("of", "for", "on", "against", "de", "del", "du", "des", "da", "do", "la", "al", "to"))
CONNECTED = frozenset(("of", "from", "to", "for", "against", "on"))
"""Between the words of a law's name before its head."""
ACTS = frozenset(("Act", "Bill", "Ordinance", "Decree", "Regulations"))
TO_HEADS = frozenset(
    (
        *("Delegation", "Embassy", "Mission", "Representative", "Protocol", "Ambassador"),
        *("Convention", "Force", "Committee", "Coalition", "Campaign"),
    )
)
PAPERS = frozenset(
    ("Times", "Post", "Herald", "Gazette", "Tribune", "Journal", "Chronicle", "Observer", "Telegraph", "Mail", "Monitor", "Bulletin")
)
MEMBERS = frozenset(("Unions", "Workers", "Students", "Women", "Journalists", "Lawyers", "Teachers", "Commerce"))
OFFICES = frozenset(("Office", "Department", "Ministry", "Directorate", "Bureau", "Authority", "Agency", "Commission", "Corps", "Service"))
OFFICERS = frozenset(("Magistrate", "Prosecutor", "Procurator", "Ombudsman"))
BESIDE = frozenset((",", "•", "·", "-", "*", ";", "|"))
OPENING = frozenset(("of", "the", "by", "from", "at", "to", "in", "before", "against"))
"""Small words of headlines behind which a name begins."""
IN_FRONT = frozenset(("Radio",))
"""Heads that stand before a name of their own."""
ORDERED = frozenset(("public_body", "organization"))
MANDATE = re.compile(r"(?:UN )?Special Rapporteurs?")
NUMBER = re.compile(r"No\.?|[A-Z]{0,3}-?\d{1,4}(?:[/.-]\d+)*|[IVX]+")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
YEAR = re.compile(r"(?:19|20)\d\d")


def find(page: Page, shouting: set[int]) -> Iterator[Candidate]:
    """Phrases of two words or more; in headlines (token indices `shouting`) only such as fill a line."""
    known = heads()
    for at in [at for at in page.capitals if page.words[at] in known]:
        start, end = _left(page, at), _right(page, at)
        if of_office(page, start) or MANDATE.fullmatch(page.slice(start, end)) or (at in shouting and not _alone(page, start, end)):
            continue
        if page.words[end - 1] == "Press" and end < len(page) and page.lower[end] in roles():
            continue  # "White House Press Secretary"
        if page.lower[end - 1] in roles() and end < len(page) and part_of_name(page, end, set()) and page.words[end - 1] in OFFICERS:
            continue  # "Norvik Principal Magistrate Ada Brook"
        if page.words[start] in OFFICERS and _of_body(page, start, end):
            continue  # "Prosecutor of the International Criminal Court"
        behind = member(page, start, end)
        if end - start > 1 or (page.words[at] == "Constitution" and at not in page.openers) or _with_article(page, at):
            yield Candidate(start, behind, kind_of(page, start, behind), PHRASE)
        if behind < end:
            yield Candidate(behind, end, "person", PHRASE)


def _of_body(page: Page, start: int, end: int) -> bool:
    """Whether "of" and a known body stand behind an officer."""
    first = start + 2 + (page.lower[start + 2 : start + 3] == ["the"])
    return page.lower[start + 1 : start + 2] == ["of"] and first < end and gazetteer.find(page.line(first, end)) is not None


def of_office(page: Page, start: int) -> bool:
    """Whether a phrase is but the end of an office: "Minister of State for Justice"."""
    if start < 2 or page.lower[start - 2] not in roles():
        return False
    hyphenated = page.words[start - 1] == "-" and page.joined(start)  # "Chair-Rapporteur of the Working Group"
    return hyphenated or (page.words[start] == "State" and page.lower[start - 1] == "of")


def member(page: Page, start: int, end: int) -> int:
    """Where a person's full name begins right behind that of a body, which ends in its head: "Harbour Bus Company Ada Brook, who"."""
    head = next((at for at in range(end - 1, start, -1) if page.words[at] in heads()), start)
    rest = range(head + 1, end)
    named = len(rest) > 1 and head > start and all(part_of_name(page, at, set()) for at in rest)
    return head + 1 if named and (page.words[head + 1] in genders() or with_who(page, end)) else end


def _with_article(page: Page, at: int) -> bool:
    """Whether a newspaper's name is one word behind a "The" that no sentence begins with: "told The Observer"."""
    return at > 0 and page.words[at] in PAPERS and page.words[at - 1] == "The" and not starts(page, at - 1)


def kind_of(page: Page, start: int, end: int, default: EntityType = "organization") -> EntityType:
    """What a phrase names by its words: the last head word before the first connector decides."""
    tokens = page.words[start:end]
    if confines(tokens):
        return "place"
    if tokens[-1] in ACTS or (head_is_open(tokens) and (tokens[-1] in MEMBERS or "Union" in tokens)):
        return "law" if tokens[-1] in ACTS else "organization"
    cut = next((i for i, t in enumerate(tokens) if t in CONNECTORS and i), len(tokens))
    head = next((t for t in reversed(tokens[:cut]) if t in heads()), None) or next((t for t in tokens if t in heads()), None)
    kind = heads().get(head) if head else None
    if kind not in ("law", "event") and (tokens[0] in ("UN", "U.N.") or tokens[:2] in (["United", "Nations"], ["European", "Union"])):
        return "intergovernmental"
    if head is None or kind is None:
        return default
    if head in words().public_or_not:
        return "public_body" if any(t in words().of_state for t in tokens if t != head) else "organization"
    return kind


def head_is_open(tokens: list[str]) -> bool:
    """Whether a name has a head that a parliament or a union of members may bear: "Congress of Trade Unions"."""
    return any(t in ("Congress", "Assembly", "Chamber", "Corps") for t in tokens)


def _alone(page: Page, start: int, end: int) -> bool:
    """Whether a phrase fills a line, or an item between commas, of its own."""
    left = start == 0 or page.words[start - 1].isspace() or page.words[start - 1] in BESIDE or page.lower[start - 1] in OPENING
    right = end == len(page) or page.words[end].isspace() or page.words[end] in (",", "(", ";", "|", "in", "at", "by")
    return left and right


def _left(page: Page, head: int) -> int:
    at = head
    while at > 0 and not starts(page, at):
        step = _step_left(page, at, page.words[head])
        if not step:
            break
        at -= step
    while at < head and _no_beginning(page, at):
        at += 1
    return at


def _step_left(page: Page, at: int, head: str) -> int:
    """How many tokens before `at` belong to the name: a word, a number, "Economic and", "Workers'", or none."""
    before = page.words[at - 1]
    if is_name_word(page, at - 1) or (before == "&" and at > 1) or _numbered(page, at - 1):
        return 1
    if (heads()[head] == "law" and YEAR.fullmatch(before)) or (heads()[head] in ORDERED and ORDINAL.fullmatch(before)):
        return 1
    if at > 1 and _reaches_back(page, at, head):
        return 2
    if at == 1 or not page.words[at - 2][0].isupper():
        return 0
    if is_name_word(page, at - 2) and _links(page, at, head):
        return 2
    return 2 if before in POSSESSIVE and _possesses(page, at - 2) else 0


def _reaches_back(page: Page, at: int, head: str) -> bool:
    """Whether "of" before `at` goes on with a name: "10th of Ramadan Prison", "Administration of Norvik Justice Act"."""
    if page.words[at - 1] == "of" and ORDINAL.fullmatch(page.words[at - 2]):
        return True
    return heads()[head] == "law" and page.words[at - 1] in CONNECTED and page.words[at - 2] in words().legislated


def _possesses(page: Page, at: int) -> bool:
    """Whether a word may stand possessive inside a name: "Women's Union", "Miners' Union"."""
    if page.lower[at] in words().possessors:
        return True
    many = page.words[at].endswith("s") and page.words[at + 1] in ("'", "’") and len(page.words[at]) > 4
    return many and page.doc[at].ent_type_ not in ("PERSON", "GPE", "LOC", "NORP")


def _links(page: Page, at: int, head: str) -> bool:
    """Whether the "and", the hyphen or the comma before `at` joins two words of one name: "Trade, Ports and Fisheries Office"."""
    before = page.lower[at - 1]
    if before == "and":
        return _joins(page, at - 2, head)
    if before in ("-", "–"):
        return page.joined(at) and page.joined(at - 1)
    return before == "," and page.lower[at + 1 : at + 2] == ["and"] and page.doc[at - 2].ent_type_ != "PERSON"


def _no_beginning(page: Page, at: int) -> bool:
    """Whether no name begins with this word: a title, a sign, the first word of a sentence where it is no noun."""
    word = page.words[at]
    if (page.lower[at] in roles() and not _kept(page, at)) or not (WORD.fullmatch(word) or YEAR.fullmatch(word) or ORDINAL.fullmatch(word)):
        return True
    return at in page.openers and (word in words().openers or (page.doc[at].pos_ in ("NUM", "ADP", "VERB") or page.doc[at].like_num))


def _kept(page: Page, at: int) -> bool:
    """Whether a word that may be a role begins the name of a body: "National Task Force", "General Directorate", "Doctors' Union"."""
    behind = page.words[at + 1]
    return behind in POSSESSIVE or (page.words[at] in ("National", "General") and (behind not in personal() or behind in heads()))


def _joins(page: Page, at: int, head: str) -> bool:
    """Whether "and" after a capitalised word goes on with the name: after an adjective, or in the name of a law or an event."""
    word = page.doc[at]
    if word.pos_ == "ADJ":
        return True
    if heads()[head] in ("law", "event"):
        return word.ent_type_ in ("", "ORG", "LAW") and page.words[at] not in heads()
    return head in OFFICES and word.ent_type_ not in ("PERSON", "GPE", "LOC") and page.words[at] not in heads()


def _numbered(page: Page, at: int) -> bool:
    """Whether the token is part of "No. 5" in the middle of a name."""
    return ends_number_sign(page, at) or (page.words[at].isdigit() and at > 0 and ends_number_sign(page, at - 1))


def _right(page: Page, head: int) -> int:
    at, joined = head + 1, False
    while at < len(page) and not starts(page, at):
        step = _step_right(page, at, page.words[head], joined)
        if not step:
            break
        joined = joined or page.lower[at] in CONNECTORS
        at += step
    return at


def _step_right(page: Page, at: int, head: str, joined: bool) -> int:
    """How many tokens from `at` on go on with the name: a number, one more word, a connector with what follows it, or none."""
    word = page.words[at]
    if NUMBER.fullmatch(word) or ends_number_sign(page, at) or _goes_on(page, at, head, joined):
        return 1
    if at + 1 == len(page):
        return 0
    if _connects(word, head):
        return _after_connector(page, at + 1)
    return _step_joined(page, at, head) if joined and is_name_word(page, at + 1) else 0


def _step_joined(page: Page, at: int, head: str) -> int:
    """How many tokens from `at` on go on with a name that has a connector: further matters, "and" with a word, a possessive with one."""
    word = page.words[at]
    if word == "," and head in OFFICES:
        return _matters(page, at)
    if word in ("and", "&"):
        other = page.words[at + 1] in heads() or is_title(page, at + 1) or page.doc[at + 1].ent_type_ in ("PERSON", "GPE")
        return 0 if other else 2
    return 2 if word in POSSESSIVE and page.lower[at - 1] in words().possessors else 0


def _matters(page: Page, at: int) -> int:
    """How many tokens of further matters follow in the name of a ministry: ", Ports and Fisheries", ", Ports, Mines, and Fisheries"."""
    end, last = at, False
    while not last and end + 1 < len(page) and page.words[end] in (",", "and"):
        last = page.words[end] == "and" or page.lower[end + 1] == "and"
        end += 1 + (page.words[end] == "," and last)
        begin = end
        while end < len(page) and end - begin < 3 and _is_matter(page, end):
            end += 1
        if end == begin or gazetteer.find(page.line(begin, end)):
            return 0
    return end - at if last else 0


def _is_matter(page: Page, at: int) -> bool:
    """Whether a word can be what a ministry sees to: a capitalised one that is no name of a body, a place or a person."""
    if not is_name_word(page, at) or page.words[at] in words().openers or heads().get(page.words[at]) in ("public_body", "organization"):
        return False
    return page.words[at] not in personal() and page.doc[at].ent_type_ not in ("PERSON", "GPE", "NORP")


def _goes_on(page: Page, at: int, head: str, joined: bool) -> bool:
    """Whether a word is the next one of a name: a head word, or after "of" any but a role in the singular and a person's name."""
    is_head = page.words[at] in heads()
    if head in IN_FRONT and page.words[at - 1] == head and at in page.proper and is_name_word(page, at) and page.lower[at] not in roles():
        return True  # "Radio Kelma"
    if not (joined or is_head) or not is_name_word(page, at):
        return False
    if joined and not is_head and page.words[at - 1] in heads() and page.doc[at].ent_type_ == "PERSON":
        return False
    if page.lower[at] not in roles() or (joined and page.lower[at].endswith("s")):
        return True
    return joined and head in ("Office", "Secretariat") and not part_of_name(page, at + 1, set()) if at + 1 < len(page) else joined


def _connects(word: str, head: str) -> bool:
    """Whether "of", "on" ... may go on with a name; "to" only with some, and an event has no "against"."""
    if word == "to":
        return head in TO_HEADS
    return word in CONNECTORS and (heads()[head] != "event" or word in ("of", "on", "for"))


def _after_connector(page: Page, at: int) -> int:
    if is_name_word(page, at) and page.words[at] not in words().openers:
        return 2
    return 3 if page.lower[at] == "the" and at + 1 < len(page) and is_name_word(page, at + 1) else 0
