"""Statements in the first person: in whose name one is made, as its heading, its opening or its last lines tell. Pure text."""

from __future__ import annotations

import re
from functools import lru_cache

from hrcli.extract.asking import pieces
from hrcli.extract.asking.demandcues import wordset

KINDS = r"statement|letter|appeal|declaration|message|communiqu[eé]|petition|plea|call|open letter"
HEADING = re.compile(
    rf"(?:^|[\W_])(?:{KINDS})[ \t]+(?:by|of|from)[ \t]+(?P<who>(?:(?!{KINDS})[^\n:;,()|“”\"]){{4,90}}?)"
    r"(?=[ \t]+(?:on|to|about|concerning|regarding|following|after|for)\b|[ \t]+[–—-][ \t]|[\n:;,()|“”\".]|$)",
    re.IGNORECASE,
)
MANDATES = re.compile(r"^[ \t]*Mandates?[ \t]+of[ \t]+the[ \t]+(?P<who>[^\n;]{8,140})", re.MULTILINE)
OPENING = re.compile(r"\bWe, (?P<who>(?:the )?[^,\n]{4,90}),")
OURS = re.compile(r"\b(?:We|we|our|Our)\b")
ASIDE = re.compile(r"\b(?:undersigned|organi[sz]ations|groups)\b", re.IGNORECASE)
SIGNED = re.compile(r"^[ \t]*(?:co-?)?signed\b[^:\n]{0,40}:[ \t]*(?P<names>[A-Z][^\n]{3,300})$", re.IGNORECASE | re.MULTILINE)
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")
TOP = 600  # characters of a text among which its heading stands
BODY = 2500
SKIPPED = 5  # blocks of contacts and links below a signature at most
LINES = 40


@lru_cache(maxsize=4)
def author(text: str) -> str | None:
    """The people in whose name a text says "we": "Statement by the family of Ana Lee", "We, the mothers of Oster, ..."."""
    told = OURS.search(QUOTED.sub("", text))
    for match in (*HEADING.finditer(text[:TOP]), *OPENING.finditer(text[:BODY])) if told else ():
        who = match["who"].strip().removeprefix("the ").removeprefix("THE ")
        if _is_group(who):
            return who
    return None


def mandates(text: str) -> str | None:
    """The first of the mandates that stand at the head of a letter of special procedures."""
    match = MANDATES.search(text[:TOP])
    return match["who"].strip() if match else None


@lru_cache(maxsize=4)
def trailing(text: str) -> tuple[str, ...]:
    """Those whose names stand alone at the end of a text in the first person, above its contacts; those behind "Signed:"."""
    if not OURS.search(QUOTED.sub("", text)):
        return ()
    signed = [name for match in SIGNED.finditer(text) for name in re.split(r",|;|\band\b", match["names"])]
    blocks = [block for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    found: list[str] = []
    for block in reversed(blocks[1:][-SKIPPED:]):
        lines = [line for line in block.splitlines() if line.strip() and not SIGNED.match(line)]
        names = [pieces.signer(line.strip()) for line in lines[:LINES]]
        if names and all(names) and not any(re.search(r"[:@|»]|[.?!]$", line.strip()) for line in lines):
            found = [name for name in names if name]
            break
        if any(re.search(r"[.?!][”\"]?$", line.strip()) for line in lines) and max(map(len, lines)) > pieces.LONGEST_NAME:
            break  # the text itself
    return tuple(dict.fromkeys(name for name in (*found, *(n.strip(" .") for n in signed)) if name))


def _is_group(who: str) -> bool:
    """True for a phrase for people: its head, the last word before "of" or "in", is a noun for such."""
    head = re.split(r"[ \t]+(?:of|in|at|from|held|who|imprisoned|detained)\b", who.lower())[0].split()
    return bool(head) and head[-1] in wordset("authors") and not ASIDE.search(who)
