"""Letters: where one begins and ends, whom it greets, and who alone signs it. Works on text; offsets are half open."""

from __future__ import annotations

import re
from functools import lru_cache

from hrcli.extract.asking import pieces
from hrcli.extract.asking.demandcues import words
from hrcli.extract.naming.vocabulary import roles

CIRCULAR = re.compile(r"\b(?:friends?|supporters?|readers?|members?|colleagues?|subscribers?|comrades?|all|editors?)\b", re.IGNORECASE)
SINGULAR = re.compile(r"\bI\b(?!\.)")


@lru_cache(maxsize=4)
def body(text: str) -> tuple[int, int] | None:
    """A letter to somebody in particular, from the line behind its greeting to the words that close it; None for a circular."""
    greeted = pieces.salutation(text)
    if greeted is None or CIRCULAR.search(text, *greeted):
        return None
    return greeted[1], pieces.closed_at(text, _closings(), greeted[1])


def within(text: str, at: int) -> bool:
    """True for a place in a letter."""
    place = body(text)
    return place is not None and place[0] <= at < place[1]


@lru_cache(maxsize=4)
def signers(text: str) -> tuple[str, ...]:
    """Those whose names stand below the words that close a letter, their offices left out."""
    names: list[str] = []
    for start, end in pieces.closing(text, _closings()):
        name = pieces.signer(text[start:end].strip())
        if name is not None and not (names and _is_office(name)):
            names.append(name)
        elif not names:
            break
    return tuple(names)


def _is_office(line: str) -> bool:
    """True for a line that says what its signatory is: "Director", "Chair of the Union"."""
    return re.split(r"[ ,-]", line)[0].lower() in roles()


def writer(text: str) -> str | None:
    """The one person who writes a letter as "I" and signs it; None where several do, or nobody."""
    place = body(text)
    names = signers(text) if place is not None and SINGULAR.search(text, *place) else []
    return names[0] if len(names) == 1 else None


def _closings() -> str:
    return "|".join(words().closings)
