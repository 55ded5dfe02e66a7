"""Who the members of a group are, where the text spells them out: "four men - A, B, C and D - were held", "staff, including A"."""

from __future__ import annotations

from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import RELATIVE, Party, listed, members_named, phrase_parties

REACH = 14
BEHIND = 16
COLON = 4
ASIDE = {",", "–", "—", "("}


def spelt_out(reading: Reading, found: list[Party], sign: int, high: int) -> list[Party]:
    """The patients of the sign at `sign`, their counted group with, or replaced by, the members that the sentence names."""
    if any(party.actor for party in found) or not found:
        return found
    one = found[-1]
    members = members_named(reading, one, sign if one.start < sign else high)
    if members:
        return members
    colon = next((at for at in range(sign, min(high, sign + COLON)) if reading.words[at] == ":"), None)
    if colon is not None and one.end <= sign:
        named = [party for party in phrase_parties(reading, colon + 1, high) if party.actor]
        return named if len(named) == one.count else [*found, *named]
    start = max(one.end, sign)
    return [*found, *(listed(reading, one.end, sign) or listed(reading, start, high, reach=BEHIND))]


def included(reading: Reading, sign: int) -> list[Party]:
    """The people named in the aside right before a verb whose subject counts nobody: "Other staff, including A, were also arrested"."""
    low, _ = reading.sentence(sign)
    for at in range(sign - 1, max(low, sign - REACH), -1):
        if reading.words[at] in RELATIVE or reading.words[at] == ";":
            return []
        if reading.words[at] in {"including", "among"} and reading.words[at - 1] in ASIDE:
            return [party for party in listed(reading, at, sign) if party.end < sign]
    return []
