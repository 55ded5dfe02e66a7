"""The length of a sentence: an ISO 8601 duration, "life" or "death"."""

from __future__ import annotations

from hrcli.extract.findings import Actor
from hrcli.extract.holding import about
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.lengths import days, elliptic, lengths
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import Found, Reading

REACH = 30
BACK = 6
TO_REACH = 20
NEAR = 6
OWNERS = {"a", "an", "the", "his", "her", "their"}
AWAITING = {"awaiting", "waiting", "pretrial", "pre", "trial", "acquitted", "acquittal", "cleared", "dropped", "bail", "without"}
YEAR_OF = (["year", "of", "a"], ["year", "of", "an"], ["year", "of", "his"], ["year", "of", "her"], ["year", "of", "their"])
PENALTY = {"sentence", "term", "sentences", "punishment", "penalty"}
IMPOSED = {"given", "handed", "imposed", "meted", "passed", "pronounced", "serving", "served", "begin", "began", "appeal", "upheld"}
GIVEN = {"given", "handed", "imposed", "meted", "passed", "pronounced"}
MAYBE = {
    "faces", "face", "facing", "could", "may", "might", "would", "maximum", "minimum", "up", "sought", "seek", "demanded", "requested",
    "asked", "carries", "carry", "possible", "if",
}  # fmt: skip
REVIEW = {"appeal", "retrial", "resentenced"}
TOGETHER = {"total", "combined", "totalling", "totaling", "altogether", "collectively"}
STATUSES_OF_TERM = {"sentenced", "death_row", "administratively_detained"}


def sentence(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The prison term of a case: that of the last account that gives one, or of a later change of it."""
    own = [(account, _own(reading, account)) for account in told if _gives_term(reading, account)]
    given = [(account, found) for account, found in own if found]
    served = _to_serve(reading, actor, told)
    if served and (not given or days(served) > max(days(found) for _, found in given)):
        return served
    if not given:
        return _without_verb(reading, actor, told)
    longest = max((found for _, found in given), key=days)
    reviewed = given[-1][1] if REVIEW & set(reading.words[slice(*reading.sentence(given[-1][0].sign.start))]) else None
    return _changed_by_noun(reading, told) or _changed(reading, actor, longest.end) or reviewed or longest


def _to_serve(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """What somebody is led away to serve, or is serving a year of: "to serve four years", "in the ninth year of a 12-year sentence"."""
    if actor is None:
        return None
    for low, high in about.sentences(reading, actor, told):
        for at in range(low + 1, high - 1):
            begun = reading.words[at - 1 : at + 1] == ["to", "serve"] or reading.words[at : at + 3] in YEAR_OF
            if not begun or MAYBE & set(reading.words[max(low, at - NEAR) : at]) or not _nearest(reading, at, low, actor):
                continue
            start = at + 1 if reading.words[at] == "serve" else at + 3
            found = next(iter(lengths(reading, start, min(high, start + NEAR))), None)
            of = next((i for i in range(start, min(high - 1, start + 3)) if reading.words[i] == "of"), None)
            found = found or (elliptic(reading, of + 1, high) if of is not None and reading.words[of - 1] in PENALTY else None)
            if found:
                return found
    return None


def _nearest(reading: Reading, at: int, low: int, actor: Actor) -> bool:
    """Whether the last person meant before a word of a sentence is this one, or nobody is."""
    return next((reading.people[i] for i in range(at - 1, low - 1, -1) if i in reading.people), actor) is actor


def _without_verb(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """A term that only a noun or a change gives: "the 15-year sentence given to A", "On appeal the court cut his term to six years"."""
    if actor is None:
        return None
    for low, high in about.sentences(reading, actor, told):
        words = reading.words[low:high]
        if not PENALTY & set(words) or MAYBE & set(words):
            continue
        given = _given_to(reading, actor, low, high)
        if given:
            return given
        if not _same_person(reading, low, high, actor):
            continue
        change = next((low + i for i, word in enumerate(words) if word in lexicon().words.changing), None)
        found = _to_length(reading, change, high) if change is not None else _of_noun(reading, low, high)
        found = found or (_same(reading, low, high) if IMPOSED & set(words) else None)
        if found:
            return found
    return None


def _given_to(reading: Reading, actor: Actor, low: int, high: int) -> Found | None:
    """The term by which a penalty is told that somebody was given: "the 15-year sentence handed down to <the publisher A>"."""
    for found in lengths(reading, low, high):
        name = next(iter(reading.named_in(found.end, high)), None)
        between = set(reading.words[found.end : name[0]]) if name else set()
        if name and name[2] is actor and PENALTY & between and GIVEN & between and {"to", "on", "against"} & between:
            return found
    return None


def _of_noun(reading: Reading, low: int, high: int) -> Found | None:
    """The length that a sentence names a penalty by which was imposed: "his six-year prison sentence", "a sentence of six years"."""
    if not IMPOSED & set(reading.words[low:high]):
        return None
    for found in lengths(reading, low, high):
        behind = reading.words[found.end : found.end + 3]
        before = reading.words[max(low, found.start - 3) : found.start]
        if PENALTY & set(behind) or (before[-1:] == ["of"] and PENALTY & set(before)):
            return found
    return None


def _gives_term(reading: Reading, account: Account) -> bool:
    """Whether an account may tell a sentence: "spent two years in prison" is one served, "has spent 600 days in detention" is none."""
    cue, start = account.sign.cue, account.sign.start
    if cue.words == "spend":
        _, high = reading.sentence(start)
        short = any(found[0][-1] in "WD" for at in range(start, min(high, start + NEAR)) if (found := length_at(reading.words, at)))
        return not short and (
            account.sign.form == "past"
            and account.status == "imprisoned"
            and not {"has", "have", "had", "'ve", "already"} & set(reading.words[max(0, start - 3) : start])
            and not AWAITING & set(reading.words[start : min(high, start + TO_REACH)])
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


def _own(reading: Reading, account: Account) -> Found | None:
    low, high = reading.sentence(account.sign.start)
    sign = account.sign
    if account.status == "death_row":
        return Found("death", sign.start, sign.end)
    if account.party.start >= high:
        return next(iter(lengths(reading, account.party.end, reading.sentence(account.party.start)[1])), None)
    found = lengths(reading, sign.end if sign.gap == (0, 0) else sign.start, min(high, sign.end + REACH))
    bare = elliptic(reading, sign.end, high) if sign.cue.term else None
    return (
        bare
        or _same(reading, low, high)
        or _mine(reading, account, found or lengths(reading, max(low, sign.start - BACK), sign.start)[-1:])
    )


def _same(reading: Reading, low: int, high: int) -> Found | None:
    """The term told of last, where a sentence gives "the same sentence"."""
    same = next(
        (i for i in range(low, high - 1) if reading.words[i] in {"same", "identical"} and PENALTY & set(reading.words[i + 1 : i + 3])), None
    )
    if same is None:
        return None
    earlier = lengths(reading, reading.sentence(max(0, low - 1))[0], same)
    return earlier[-1] if earlier else None


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
    found = lengths(reading, party.end, min(later, default=high))
    if not later and not found and (number := elliptic(reading, party.end, high)):
        return [number]
    return found


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
    return between[:1] == ["of"] and len(between) <= 3 and set(between[1:]) <= OWNERS


def _changed(reading: Reading, actor: Actor | None, after: int) -> Found | None:
    """A sentence changed on appeal, told behind it or in one of the next two sentences: "was reduced to two years", "cut it to four"."""
    low, high = after, reading.sentence(after)[1]
    for _ in range(3):
        for at in range(low, high):
            if reading.words[at] in lexicon().words.changing and _same_person(reading, low, high, actor):
                return _to_length(reading, at, high)
            if (
                reading.words[at] in {"given", "imposed"}
                and REVIEW & set(reading.words[low:at])
                and _same_person(reading, low, high, actor)
            ):
                return elliptic(reading, at + 1, high) or next(iter(lengths(reading, at + 1, high)), None)
        if high >= len(reading.words):
            return None
        low, high = reading.sentence(high)
    return None


def _same_person(reading: Reading, low: int, high: int, actor: Actor | None) -> bool:
    return all(person is actor for at, person in reading.people.items() if low <= at < high)


def _to_length(reading: Reading, at: int, high: int) -> Found | None:
    for to in [i for i in range(at, min(high, at + TO_REACH)) if reading.words[i] == "to"]:
        behind = lengths(reading, to, min(high, to + 8))
        found = behind[0] if behind else elliptic(reading, to, high)
        if found:
            return found
    return None
