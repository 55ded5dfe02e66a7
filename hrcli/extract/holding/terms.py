"""The length of a sentence: an ISO 8601 duration, "life" or "death"."""

from __future__ import annotations

import re

from hrcli.extract.findings import Actor
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.numbers import count_at, length_at
from hrcli.extract.holding.penal import CLOSING
from hrcli.extract.holding.reading import Found, Reading

REACH = 30
BACK = 6
TO_REACH = 10
TOGETHER = {"total", "combined", "totalling", "totaling", "altogether", "collectively"}
STATUSES_OF_TERM = {"sentenced", "death_row", "administratively_detained"}


def sentence(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The prison term of a case: that of the last account that gives one, or of a later change of it."""
    own = [_own(reading, account) for account in told if _gives_term(reading, account)]
    given = [found for found in own if found]
    if not given:
        return None
    longest = max(given, key=_length)
    return _changed_by_noun(reading, told) or _changed(reading, actor, longest.end) or longest


def _gives_term(reading: Reading, account: Account) -> bool:
    """Whether an account may tell a sentence: "spent two years in prison" is one served, "has spent 600 days in detention" is none."""
    cue, start = account.sign.cue, account.sign.start
    if cue.words == "spend":
        return (
            account.sign.form == "past"
            and account.status == "imprisoned"
            and not {"has", "have", "had", "'ve", "already"} & set(reading.words[max(0, start - 3) : start])
        )
    return account.status in STATUSES_OF_TERM or cue.term or cue.status == "imprisoned"


def _changed_by_noun(reading: Reading, told: list[Account]) -> Found | None:
    """What the last sentence that tells of a change makes of the term: "reduced the ten-year sentence of A to six"."""
    nouns = [a for a in told if a.sign.cue.kind == "thing" and a.status in STATUSES_OF_TERM]
    for account in reversed(nouns):
        low, high = reading.sentence(account.sign.start)
        at = next((i for i in range(low, high) if reading.words[i] in lexicon().words.changing), None)
        found = _to_length(reading, max(at, account.sign.end - 1), high) if at is not None else None
        if found:
            return found
    return None


def _length(found: Found) -> float:
    """A duration in days, for comparing; life and death are longer than any."""
    match = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", found.value)
    if not match:
        return float("inf")
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return years * 365 + months * 30 + weeks * 7 + days


def _own(reading: Reading, account: Account) -> Found | None:
    low, high = reading.sentence(account.sign.start)
    sign = account.sign
    if account.status == "death_row":
        return Found("death", sign.start, sign.end)
    if account.party.start >= high:
        return next(iter(_lengths(reading, account.party.end, reading.sentence(account.party.start)[1])), None)
    found = _lengths(reading, sign.end if sign.gap == (0, 0) else sign.start, min(high, sign.end + REACH))
    bare = _elliptic(reading, sign.end, high) if sign.cue.term else None
    return bare or _mine(reading, account, found or _lengths(reading, max(low, sign.start - BACK), sign.start)[-1:])


def _mine(reading: Reading, account: Account, found: list[Found]) -> Found | None:
    """Of the terms of a sentence the one that an account's person has to serve; None where nobody can tell."""
    low, high = reading.sentence(account.sign.start)
    apart = len(found) > 1 and found[0].end + 1 == found[1].start and reading.words[found[0].end] == "and"
    apart = apart and reading.words[found[0].start - 1] not in {"between", "from"}
    if apart and len(account.others) < 2 and account.party.count is None:
        return None
    if len(found) >= len(account.others) > 1 and (apart or "respectively" in reading.words[low:high]):
        return found[[p.start for p in account.others].index(account.party.start)]
    found = _beside(reading, account, high) or found
    if not found or _shared_out(reading, found[0], account, low):
        return None
    return found[1] if len(found) > 1 and _part_of(reading, found[0], found[1]) else found[0]


def _beside(reading: Reading, account: Account, high: int) -> list[Found]:
    """The term of one of several who are sentenced to one each: "A to six years and B to four"; empty where they share one."""
    party, others = account.party, account.others
    if len(others) < 2 or party.start < account.sign.start:
        return []
    later = [one.start for one in others if one.start > party.start]
    found = _lengths(reading, party.end, min(later, default=high))
    if not later and not found and (number := _elliptic(reading, party.end, high)):
        return [number]
    return found


def _elliptic(reading: Reading, at: int, high: int) -> Found | None:
    """A number behind a name that takes its unit from the term before: "and B to three"."""
    start = at + 1 if reading.words[at : at + 1] in (["to"], ["for"]) else at
    number = count_at(reading.words, start)
    if number and number[1] < high and reading.words[number[1]] in CLOSING:
        return Found(f"P{number[0]}{_unit_before(reading, at)}", start, number[1])
    return None


def _unit_before(reading: Reading, at: int) -> str:
    """The unit of the last length told before the word `at`, in its sentence or the one before; years where there is none."""
    low, _ = reading.sentence(at)
    low, _ = reading.sentence(max(0, low - 1))
    units = [found[0][-1] for i in range(low, at) if (found := length_at(reading.words, i))]
    return units[-1] if units else "Y"


def _shared_out(reading: Reading, found: Found, account: Account, low: int) -> bool:
    """Whether a length is several people's together, or the end of a range: "a total of 21 years", "between three and six years"."""
    before = set(reading.words[max(low, found.start - 4) : found.start])
    opening = set(reading.words[low : account.sign.start])
    several = len(account.others) > 1 or account.party.count is not None
    if several and (TOGETHER & before or {"jointly", "collectively"} & opening):
        return True
    return bool({"between", "ranging"} & before) or reading.words[found.start - 2 : found.start] == ["up", "to"]


def _part_of(reading: Reading, served: Found, whole: Found) -> bool:
    """Whether the first length is what was served of the second: "six years of a ten-year sentence"."""
    between = reading.words[served.end : whole.start]
    return between[:1] == ["of"] and len(between) <= 3


def _lengths(reading: Reading, start: int, end: int) -> list[Found]:
    """The terms between two words; "thirteen and eight years" gives two."""
    found: list[Found] = []
    at = start
    while at < end:
        whole = length_at(reading.words, at)
        shared = _sharing(reading, at) if not whole else None
        if whole and not _not_a_term(reading, at, whole[1]):
            found.append(Found(whole[0], at, whole[1]))
            at = whole[1]
        elif shared:
            found.append(shared)
            at = shared.end
        else:
            if reading.words[at] in {"life", "death"} and _is_term(reading, at):
                found.append(Found(reading.words[at], at, at + 1))
            at += 1
    return found


def _sharing(reading: Reading, at: int) -> Found | None:
    """The first number of "thirteen and eight years", which lends its unit from the second."""
    number = count_at(reading.words, at)
    if number and reading.words[number[1] : number[1] + 1] == ["and"]:
        second = length_at(reading.words, number[1] + 1)
        if second and second[0].count("P") == 1:
            return Found(f"P{number[0]}{second[0][-1]}", at, number[1])
    return None


def _is_term(reading: Reading, at: int) -> bool:
    before = reading.words[max(0, at - 3) : at]
    after = reading.words[at + 1 : at + 3]
    if after[:1] == ["respectively"]:
        return True
    return bool({"to", "a", "for", "serving", "of", "given", ";"} & set(before)) and after[:1] not in (["threats"], ["penalty"])


def _not_a_term(reading: Reading, start: int, end: int) -> bool:
    """Ages, deadlines and spans that are no prison term: "aged 5 years", "two years ago", "two-year reprieve"."""
    after = reading.words[end : end + 3]
    before = reading.words[max(0, start - 2) : start]
    return (
        after[:1] in (["ago"], ["old"], ["earlier"], ["later"], ["after"], ["before"], ["-"])
        or "reprieve" in after
        or "within" in before
        or "ban" in after
        or "exile" in after
    )


def _changed(reading: Reading, actor: Actor | None, after: int) -> Found | None:
    """A sentence changed on appeal, told behind it or in one of the next two sentences: "was reduced to two years", "cut it to four"."""
    low, high = after, reading.sentence(after)[1]
    for _ in range(3):
        for at in range(low, high):
            if reading.words[at] in lexicon().words.changing and _same_person(reading, low, high, actor):
                return _to_length(reading, at, high)
        if high >= len(reading.words):
            return None
        low, high = reading.sentence(high)
    return None


def _same_person(reading: Reading, low: int, high: int, actor: Actor | None) -> bool:
    return all(person is actor for at, person in reading.people.items() if low <= at < high)


def _to_length(reading: Reading, at: int, high: int) -> Found | None:
    to = next((i for i in range(at, min(high, at + TO_REACH)) if reading.words[i] == "to"), None)
    if to is None:
        return None
    lengths = _lengths(reading, to, min(high, to + 8))
    return lengths[0] if lengths else _elliptic(reading, to, high)
