"""Governments: "the Chinese government", "Beijing" as subject of a deed, "the authorities" are one actor, the place is another."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from hrcli.extract.findings import Mention, text_of
from hrcli.extract.naming import gazetteer
from hrcli.extract.naming.acting import acts
from hrcli.extract.naming.gazetteer import Known
from hrcli.extract.naming.vocabulary import words


def split(doc: Doc, mentions: list[Mention]) -> tuple[dict[str, list[Mention]], list[Mention]]:
    """The mentions of governments by state, and all other mentions."""
    weights = weigh(doc)
    leaders = {word for m in mentions if m.type == "person" for word in m.name.split()}
    governments: dict[str, list[Mention]] = {}
    rest = []
    for mention in mentions:
        code = government(doc, mention, weights, leaders)
        if code is None:
            rest.append(mention)
        else:
            mention.type = "public_body"
            governments.setdefault(code, []).append(mention)
    return governments, rest


def weigh(doc: Doc) -> Counter[str]:
    """How often a text speaks of each state, by its name, its capital or its adjective."""
    return Counter(known.code for _, _, known in gazetteer.scan(text_of(doc)) if known.code)


def government(doc: Doc, mention: Mention, weights: Counter[str], leaders: set[str]) -> str | None:
    """The state whose government a mention stands for, if it does."""
    known = gazetteer.lookup().get(gazetteer.plain(mention.name)) or gazetteer.lookup().get(gazetteer.plain(mention.name.title()))
    if known and known.code and known.kind in ("state", "capital", "seat"):
        if (known.kind == "seat" and not _located(doc, mention)) or stands_for_government(doc, mention, known):
            return known.code
        return None
    if mention.type != "public_body" or not is_government_noun(mention.name):
        return None
    return _code_in(mention.name) or (_code_of_leader(doc, mention, weights) if leaders & set(mention.name.split()) else None)


def _located(doc: Doc, mention: Mention) -> bool:
    """Whether a seat of government is a building here: "outside the Kremlin"."""
    if doc[mention.end - 1].dep_ == "compound":
        return True
    before = [t.lower_ for t in doc[max(mention.start - 2, 0) : mention.start] if t.lower_ != "the"]
    return bool(before) and before[-1] in ("outside", "near", "in", "at", "inside", "toward", "towards", "around", "behind", "opposite")


def stands_for_government(doc: Doc, mention: Mention, known: Known) -> bool:
    """Whether a country or a capital acts here, or signs a recommendation in brackets at the end of a line."""
    root = doc[mention.start : mention.end].root
    return acts(root) or (known.kind == "state" and _signs(doc, mention))


def _signs(doc: Doc, mention: Mention) -> bool:
    """Whether the mention stands in brackets that hold states alone and close a sentence: "(Spain, Peru);"."""
    left = max((m.start() for m in re.finditer(r"\(", text_of(doc)[: doc[mention.start].idx])), default=-1)
    right = text_of(doc).find(")", doc[mention.end - 1].idx)
    if left < 1 or right < 0 or right - left > 200 or text_of(doc)[right + 1 : right + 2] not in (";", "."):
        return False
    if text_of(doc)[left - 2 : left].strip()[-1:].isupper() or len(text_of(doc)[:left].rsplit("\n", 1)[-1].split()) < 5:
        return False
    inside = text_of(doc)[left + 1 : right]
    found = gazetteer.scan(inside)
    rest = inside
    for start, end, known in reversed(found):
        if known.kind == "state":
            rest = rest[:start] + rest[end:]
    return not re.sub(r"\band\b|\bthe\b|[,;&\s]", "", rest)


def is_government_noun(name: str) -> bool:
    """Whether a name says government, authorities or the like, at its end or before "of"."""
    parts = [part.casefold() for part in re.findall(r"\w+", name)]
    return parts[-1] in words().government or (parts[0] in words().government and parts[1:2] in (["of"], ["in"]))


def _code_in(name: str) -> str | None:
    return next((known.code for _, _, known in gazetteer.scan(name) if known.code and known.kind != "capital"), None)


def _code_of_leader(doc: Doc, mention: Mention, weights: Counter[str]) -> str | None:
    """ "The X administration" is American where America is spoken of; "X's government" that of the state named last before it."""
    if mention.name.endswith("dministration") and weights["US"]:
        return "US"
    before = [known.code for _, _, known in gazetteer.scan(text_of(doc)[: doc[mention.start].idx]) if known.code]
    return before[-1] if before else next(iter(weights), None)


def is_government_of(name: str, code: str | None) -> bool:
    """Whether a name is that of a state's government, or of the state itself."""
    known = gazetteer.lookup().get(gazetteer.plain(name))
    return is_government_noun(name) or bool(known and known.code == code and known.kind in ("state", "capital", "seat"))
