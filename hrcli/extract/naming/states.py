"""Governments: "the Chinese government", "Beijing" as subject of a deed, "the authorities" are one actor, the place is another."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from hrcli.extract.findings import Mention
from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.acting import acts
from hrcli.extract.naming.forms import Known
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import heads, words

PARTS = frozenset(("wall", "walls", "gate", "gates", "grounds", "tower", "palace", "square", "lawn", "fence"))
BESIDE = frozenset(("outside", "near", "in", "at", "inside", "toward", "towards", "around", "behind", "opposite"))

DATELINE = re.compile(r"(?:,[^\n–—:;-]{1,40})?(?:\s?\([^)\n]{1,30}\))?\)?\s?(?:[–—]|-{1,2}(?=\s))")
LONGEST = 200
"""So many characters a list of states in brackets may have."""


def split(page: Page, mentions: list[Mention]) -> tuple[dict[str, list[Mention]], list[Mention]]:
    """The mentions of governments by state, and all other mentions."""
    leaders = {word for m in mentions if m.type == "person" for word in m.name.split()}
    governments: dict[str, list[Mention]] = {}
    rest = []
    for mention in mentions:
        code = government(page, mention, leaders)
        if code is None:
            rest.append(mention)
        else:
            mention.type = "public_body"
            governments.setdefault(code, []).append(mention)
    return governments, rest


def weigh(page: Page) -> Counter[str]:
    """How often a text speaks of each state, by its name, its capital or its adjective."""
    return Counter(known.code for _, _, known in page.known if known.code)


def government(page: Page, mention: Mention, leaders: set[str]) -> str | None:
    """The state whose government a mention stands for, if it does."""
    known = _state(mention.name)
    if known and _dateline(page, mention):
        return None
    if known:
        if (known.kind == "seat" and not _located(page, mention)) or stands_for_government(page, mention, known):
            return known.code
        return None
    if mention.type != "public_body" or not is_government_noun(mention.name):
        return None
    return _code_in(mention.name) or (_code_of_leader(page, mention) if _led(mention.name, leaders) else None)


def _dateline(page: Page, mention: Mention) -> bool:
    """Whether a place opens a line and a dash follows: "LIMA, Peru –", "(Vilnius, 9 May 2023) –", "HAVANA (Harbour News) -"."""
    if page.line_before(mention.start).strip() not in ("", "("):
        return False
    rest = page.rest(mention.end)
    told = rest.startswith(": ") and mention.name.isupper() and (known := _state(mention.name)) and known.kind == "capital"
    return bool(told or DATELINE.match(rest))


@lru_cache(maxsize=4096)
def _state(name: str) -> Known | None:
    """The state, the capital or the seat of government that a name is, in whatever letters."""
    known = gazetteer.find(name) or gazetteer.find(name.title())
    return known if known and known.code and known.kind in ("state", "capital", "seat") else None


def _located(page: Page, mention: Mention) -> bool:
    """Whether a seat of government is a building here: "outside the Kremlin"."""
    if page.doc[mention.end - 1].dep_ == "compound" or not PARTS.isdisjoint(page.lower[mention.end : mention.end + 1]):
        return True
    before = [word for word in page.lower[max(mention.start - 2, 0) : mention.start] if word != "the"]
    return bool(before) and before[-1] in BESIDE


def stands_for_government(page: Page, mention: Mention, known: Known) -> bool:
    """Whether a country or a capital acts here, or signs a recommendation in brackets at the end of a line."""
    return acts(page.root(mention.start, mention.end)) or (known.kind == "state" and _signs(page, mention))


def _signs(page: Page, mention: Mention) -> bool:
    """Whether the mention stands in brackets that hold states alone and close a sentence: "(Spain, Peru);"."""
    text = page.text
    left = text.rfind("(", max(0, page.starts[mention.start] - LONGEST), page.starts[mention.start])
    if left < 1:
        return False
    right = text.find(")", page.starts[mention.end - 1], left + LONGEST + 1)
    if right < 0 or text[right + 1 : right + 2] not in (";", "."):
        return False
    if text[left - 2 : left].strip()[-1:].isupper() or len(text[text.rfind("\n", 0, left) + 1 : left].split()) < 5:
        return False
    rest = inside = text[left + 1 : right]
    for start, end, known in reversed(gazetteer.scan(inside)):
        if known.kind == "state":
            rest = rest[:start] + rest[end:]
    return not re.sub(r"\band\b|\bthe\b|[,;&\s]", "", rest)


@lru_cache(maxsize=4096)
def is_government_noun(name: str) -> bool:
    """Whether a name says government, authorities or the like, at its end or before "of"."""
    parts = [part.casefold() for part in re.findall(r"\w+", name)]
    return bool(parts) and (parts[-1] in words().government or (parts[0] in words().government and parts[1:2] in (["of"], ["in"])))


def _led(name: str, leaders: set[str]) -> bool:
    """Whether a name is that of a leader and a noun for the government: "the Brook administration", whoever Brook is."""
    first, _, noun = name.partition(" ")
    return not leaders.isdisjoint(name.split()) or (noun == "administration" and first.istitle() and first not in heads())


def _code_in(name: str) -> str | None:
    return next((known.code for known in gazetteer.within(name) if known.code and known.kind != "capital"), None)


def _code_of_leader(page: Page, mention: Mention) -> str | None:
    """ "The X administration" is American where America is spoken of; "X's government" that of the state named last before it."""
    codes = [(end, known.code) for _, end, known in page.known if known.code]
    if mention.name.endswith("dministration") and any(code == "US" for _, code in codes):
        return "US"
    before = [code for end, code in codes if end <= page.starts[mention.start]]
    return before[-1] if before else next((code for _, code in codes), None)


def is_government_of(name: str, code: str | None) -> bool:
    """Whether a name is that of a state's government, or of the state itself."""
    known = gazetteer.find(name)
    return is_government_noun(name) or bool(known and known.code == code and known.kind in ("state", "capital", "seat"))
