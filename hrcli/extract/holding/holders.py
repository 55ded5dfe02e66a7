"""Who holds somebody or did the arrest: police, courts, services."""

from __future__ import annotations

from hrcli.extract.findings import Actor
from hrcli.extract.holding.accounts import SEIZED, Account
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Found, Reading
from hrcli.extract.holding.whom import phrase_end

REACH = 14
SERVANTS = {"members", "men", "operatives", "personnel", "elements", "units", "staff", "employees", "fighters"}


def authority(reading: Reading, _: Actor | None, told: list[Account]) -> Found | None:
    """Who arrested or holds the person: the agent of an account's verb."""
    for account in told:
        if account.sign.cue.kind != "verb" or account.status in ("released", "held"):
            continue
        found = _agent(reading, account)
        if found and not _only_tries(reading, account, found):
            return found
    return None


def _only_tries(reading: Reading, account: Account, found: Found) -> bool:
    """Whether a court or prosecutor charges, tries or sentences somebody, whom others hold."""
    return account.status not in SEIZED and bool(set(lexicon().words.courts) & set(reading.words[found.start : found.end]))


def _agent(reading: Reading, account: Account) -> Found | None:
    low, high = account.sentence
    sign = account.sign
    if account.passive:
        by = next((i for i in range(sign.end, min(high, sign.end + REACH)) if reading.words[i] == "by"), None)
        if by is not None and not any(stop in range(sign.end, by) for stop in reading.stops):
            return _holder(reading, by + 1, high)
        return None
    starts = [i for i in range(low, sign.start) if _names_authority(reading, i)]
    return _holder(reading, _whole(reading, starts[-1], low), sign.start) if starts else None


def _holder(reading: Reading, start: int, limit: int) -> Found | None:
    end = phrase_end(reading, start, limit)
    named = end + 1 < limit and reading.tokens[end + 1].tag_ != "PRP$"
    armed = any(_names_authority(reading, i) for i in range(start, end)) or reading.words[end - 1] in SERVANTS
    if named and reading.words[end] in {"of", "from"} and armed:
        end = phrase_end(reading, end + 1, limit)
    start = start + 1 if end > start and reading.words[start] in {"the", "a"} else start
    if any(_names_authority(reading, i) for i in range(start, end)):
        return Found(reading.text(start, end), start, end)
    return None


def _whole(reading: Reading, at: int, low: int) -> int:
    """Where those who hold begin together with the body that they are of: "gendarmes of the National Guard"."""
    at = _back(reading, at, low)
    while at - 2 >= low and reading.words[at - 1] == "of" and _names_authority(reading, at - 2):
        at = _back(reading, at - 2, low)
    return at


def _back(reading: Reading, at: int, low: int) -> int:
    """Where the noun phrase of the word `at` begins; neither a date before it nor another phrase belongs to it."""
    while at > low and reading.tokens[at - 1].pos_ in ("PROPN", "ADJ", "NOUN", "DET", "X") and not reading.dated(at - 1):
        at -= 1
        if reading.tokens[at].pos_ == "DET":
            break
    return at


def _names_authority(reading: Reading, at: int) -> bool:
    actor = reading.doc._.referents.get(reading.tokens[at].i)
    if actor is not None and actor.type == "public_body":
        return True
    single = reading.words[at] in lexicon().words.authorities
    return single or " ".join(reading.words[at : at + 2]) in lexicon().words.authorities
