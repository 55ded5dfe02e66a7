"""Whose "authorities", "government", "police" are meant: those of the state that the text is about at that point."""

from __future__ import annotations

from collections import Counter

from hrcli.extract.findings import Actor
from hrcli.extract.naming import gazetteer, states
from hrcli.extract.naming.page import Page

NEAR = 90
"""Tokens back within which a government that was named is still the one spoken of."""
PASSING = 0.3
"""A state with less than this share of the most spoken-of state's mentions is named in passing."""
CLEAR = 1.5
"""A text is about a state that is spoken of so much more often than the next."""
HEADLINE = 3


def weigh(page: Page) -> Counter[str]:
    """How often a text speaks of each state, the headline counts more."""
    weights = states.weigh(page)
    title = page.document.title if page.document else None
    for known in gazetteer.within(title or ""):
        if known.code:
            weights[known.code] += HEADLINE
    return weights


def state_at(actors: list[Actor], weights: Counter[str], at: int) -> str | None:
    """The state that a text is about at the token `at`: whose government was named just before, else the one it is about as a whole."""
    most = weights.most_common(2)
    if not most:
        return None
    named = _last_named(actors, weights, at)
    if named is not None and at - named[0] < NEAR:
        return named[1]
    if len(most) == 1 or most[0][1] >= CLEAR * most[1][1]:
        return most[0][0]
    return named[1] if named else None


def government(actors: list[Actor], code: str) -> Actor | None:
    """The actor that is a state's government."""
    return next((a for a in actors if a.type == "public_body" and a.country == code and states.is_government_of(a.name, code)), None)


def _last_named(actors: list[Actor], weights: Counter[str], at: int) -> tuple[int, str] | None:
    """The last public body of a state named before a token, of a state not named in passing: its place and the state."""
    floor = PASSING * max(weights.values())
    places = [
        (m.start, a.country) for a in actors if a.type == "public_body" and a.country and weights[a.country] >= floor for m in a.mentions
    ]
    return max((p for p in places if p[0] < at), default=None)
