"""One member of a group told of just before: "Three advocates are held. <One of them, a monk called A>, ..."."""

from __future__ import annotations

from dataclasses import replace

from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.numbers import count_at
from hrcli.extract.holding.reading import FINITE, Name, Reading
from hrcli.extract.holding.whom import party

ONES = {"one", "another", "two", "three"}
MEANT = {"them", "these", "those"}
ASIDE = 16
SEIZING = ("detained", "arrested")


def accounts(reading: Reading, told: list[Account]) -> list[Account]:
    """What is told of a counted group, told again of the one whom the next sentence names as of it."""
    known = {id(a.party.actor) for a in told if a.party.actor and a.status != "held"}
    found = []
    for account in told:
        low = account.sentence[1]
        if (
            account.sign.cue.step not in SEIZING
            or (account.party.count or 0) < 2
            or low >= len(reading.words)
            or reading.sentence(low)[0] != low
        ):
            continue
        name = _one_of_them(reading, low)
        counted = count_at(reading.words, low + 3) if reading.words[low + 2] == "the" else None
        last = [a for a in told if a.sentence[1] == low and (a.party.count or 0) > 1][-1].party.count
        if (counted[0] if counted else last) != account.party.count:
            continue
        if name and id(name[2]) not in known:
            found.append(replace(account, party=party(name), others=[]))
    return found


def _one_of_them(reading: Reading, low: int) -> Name | None:
    """The person named in the aside behind "one of them" that opens a sentence."""
    words = reading.words[low : low + 4]
    if len(words) < 4 or words[0] not in ONES or words[1] != "of" or not (words[2] in MEANT or (words[2] == "the" and count_at(words, 3))):
        return None
    comma = low + 3 + (words[2] == "the")
    _, high = reading.sentence(low)
    if reading.words[comma : comma + 1] != [","]:
        return None
    end = next((i for i in range(comma + 1, min(high, comma + ASIDE)) if reading.tokens[i].tag_ in FINITE), None)
    names = reading.named_in(comma + 1, end) if end else []
    return names[-1] if names and reading.words[names[-1][1]] in {",", "("} else None
