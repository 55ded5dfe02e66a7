"""What the brackets after a name add to it: an abbreviation, another name, the name in its own script."""

from __future__ import annotations

import re
from itertools import pairwise

from hrcli.extract.findings import Mention

SHORT = re.compile(r"(?:the |or |known as |hereafter |hereinafter )?[“\"'‘]?([A-Z][A-Za-z0-9&./-]{1,11})[”\"'’]?")
KNOWN = r"(?:(?:also |better |popularly |widely |commonly |locally )?known (?:(?:to|among|by) [\w ]{2,30} )?as"
AKA = re.compile(
    rf"^(?:,? ?{KNOWN}|a\.k\.a\.|aka|alias|née|pen[- ]name|real name|nicknamed|born)) [“\"‘']?((?:[A-ZÀ-Þ][\w’'-]+ ?){{1,4}})[”\"’']?"
)
LABEL = re.compile(r"(?:in )?[A-Z][a-z]+: ?(?=\S)")
"""The language of another name: "(Chinese: Kelma)"."""
NEAR = 12
"""So many tokens behind a person's name the nickname may stand in brackets."""
CLOSING = frozenset((")", ",", "in", "-", "–"))
QUOTES = frozenset(("“", "”", '"', "‘", "’", "'", "``", "''"))
HELD = re.compile(r"(?i)\b(?:prison|jail|colony|detention|correctional|custodial|penitentiary)\b")
"""In the names of places that have abbreviations: "Norvik Detention Centre No. 1 (SIZO-1)"."""
BORNE = re.compile(r"[\"“«]([^\"“”«»]+)[\"”»]$")
INSIDE = re.compile(r"\s?[(（]([^()（）\n]{1,60})[)）]")
NATIVE = re.compile(r"\s([\u0400-\u04ff\u0600-\u06ff\u0f00-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·•][^\x00-\x7f]*)")
MORE = re.compile(
    r"\s?[(（]|\s[^\x00-\x7f]|[ (]*,? ?(?:also|better|popularly|widely|commonly|locally|a\.?k|alias|known|née|pen|real|nick|born)"
)
"""How what follows a name begins where one of the patterns above can match."""


def read(mention: Mention, rest: str) -> None:
    """Set a mention's `aliases` and `native_name` from the text that follows it, where `MORE` matches; in place."""
    if inside := INSIDE.match(rest):
        _bracket(mention, inside.group(1).strip())
    elif native := NATIVE.match(rest):
        mention.native_name = native.group(1).strip()
    if also := AKA.match(rest.lstrip(" (")):
        mention.aliases.append(also.group(1).strip())


def bearers(mentions: list[Mention]) -> None:
    """Make organisations of what is called by a name that one of them bears in quotation marks; in place."""
    borne = {match.group(1) for m in mentions if m.type == "organization" and (match := BORNE.search(m.name))}
    for m in mentions if borne else ():
        if m.name in borne:
            m.type = "organization"


def quoted(mention: Mention) -> None:
    """Give a body that bears a name in quotation marks that name alone as an alias: "Human Rights Centre “Vesna”"; in place."""
    if match := BORNE.search(mention.name):
        mention.aliases.append(match.group(1))


def abbreviation(behind: list[str]) -> str | None:
    """The abbreviation in brackets that the words behind a name begin with, in capitals alone: "(HU)"."""
    if len(behind) < 3 or behind[0] != "(" or behind[2] != ")":
        return None
    return behind[1] if 1 < len(behind[1]) < 9 and behind[1].isupper() and behind[1].isalpha() else None


def other_names(words: list[str], alike: list[Mention]) -> None:
    """Give those with a full name in brackets right behind theirs that name as an alias: "Ada Brook (Ada Gray)"; in place."""
    for one, other in pairwise(alike):
        alone = other.start == one.end + 1 and words[one.end] == "(" and other.end < len(words) and words[other.end] in CLOSING
        if alone and " " in one.name and " " in other.name and not one.native_name:
            one.aliases.append(other.name)


def nicknames(words: list[str], mentions: list[Mention]) -> list[Mention]:
    """The mentions without those in quotation marks and brackets behind a person's, who gets them as aliases: "Ada Brook, 30 (“Red”)"."""
    kept: list[Mention] = []
    for m in mentions:
        person = next((p for p in reversed(kept) if p.type == "person"), None)
        quoted = words[m.start - 2 : m.start - 1] == ["("] and words[m.start - 1] in QUOTES and words[m.end : m.end + 2][-1:] == [")"]
        if quoted and person and m.type != "event" and m.start - person.end < NEAR and not {".", ";"} & set(words[person.end : m.start]):
            person.aliases.append(m.name)
        else:
            kept.append(m)
    return kept


def is_native(text: str) -> bool:
    """Whether most letters of a text are of another script than Latin."""
    if text.isascii():
        return False
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c > "\u036f" and not "\u1e00" <= c <= "\u1eff" for c in letters) > len(letters) / 2


def _bracket(mention: Mention, inside: str) -> None:
    first, *more = re.split(r"[,;,；/]| [–-] ", LABEL.sub("", inside, count=1))
    first, labelled = first.strip(), bool(LABEL.match(inside))
    if is_native(first):
        mention.native_name = first
        return
    if labelled and first[:1].isupper():
        mention.aliases.append(first)
        return
    short = SHORT.fullmatch(first) or (SHORT.fullmatch(more[0].strip()) if more and first[:1].isupper() and " " in first else None)
    named = mention.type not in ("person", "place") or (mention.type == "place" and HELD.search(mention.name))
    if short and named and sum(c.isupper() for c in short.group(1)) > 1:
        mention.aliases.append(short.group(1))
