"""Where somebody is held and who holds: prisons and cells by name, else the town of the arrest; police, courts, services."""

from __future__ import annotations

from functools import cache

from hrcli.extract.findings import Actor
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Found, Reading
from hrcli.extract.holding.whom import phrase_end

TOWARDS = {"in", "at", "from", "outside", "across", "throughout", "near"}
LOCATIVE = {"in", "at", "from", "to", "inside", "outside", "into"}
REACH = 14
LONGEST_NUMBER = 5
SEIZING = {
    "arrested",
    "detained",
    "criminally_detained",
    "disappeared",
    "house_arrest",
    "residential_surveillance",
    "administratively_detained",
}


def place(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The prison, jail or camp that the sentences on the person name, else the town beside an account."""
    facility = _facility(reading, actor, told)
    if facility:
        return facility
    seized = [account for account in told if account.status in SEIZING and account.sign.cue.kind != "thing"]
    # a release that is only asked for has a place to come home to
    rest = (account for account in reversed(told) if account.status != "held" and account.sign.cue.kind != "holder")
    for account in [*reversed(seized), *rest]:
        found = _town(reading, account)
        if found:
            return found
    return None


def authority(reading: Reading, _: Actor | None, told: list[Account]) -> Found | None:
    """Who arrested or holds the person: the agent of an account's verb."""
    for account in told:
        if account.sign.cue.kind != "verb" or account.status in ("released", "held"):
            continue
        found = _agent(reading, account)
        if found:
            return found
    return None


def _facility(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The last named place of detention in a sentence that tells of the case or, without naming others, of the person."""
    own = {reading.sentence(account.sign.start) for account in told}
    best: Found | None = None
    for low, high in sorted(own | reading.sentences_on(actor)):
        for at in range(low, high):
            end = _facility_end(reading, at)
            if end and _is_locative(reading, at, low) and _nearest_is(reading, at, low, actor, told):
                best = _named(reading, _facility_start(reading, at, low), end, high, own=(low, high) in own) or best
    return best


def _named(reading: Reading, start: int, end: int, high: int, *, own: bool) -> Found | None:
    """A place of detention by its name: "Oran Prison", "centre No. 3 in Oran", "the prison known as the Well"; "jail in Oran" is Oran."""
    proper = [i for i in range(start, end) if reading.texts[i][0].isupper() or reading.texts[i].isdigit()]
    named = any(reading.words[i] not in _facilities() for i in proper)
    if not own and (not named or "station" in reading.words[start:end]):
        return None
    called = reading.words[end : end + 2] == ["known", "as"] or reading.words[end : end + 1] in (["called"], ["named"])
    follow = end + 2 if reading.words[end : end + 2] == ["known", "as"] else end + 1
    linked = follow < high and (called or reading.words[end] in {"at", "in", "of", "near"})
    behind = _run(reading, follow, high) if linked else follow
    if behind > follow:
        first = start if named or called else follow
        return Found(reading.text(first, behind), first, behind)
    return Found(reading.text(start, end), start, end) if named else None


def _run(reading: Reading, start: int, high: int) -> int:
    at = start
    while at < high and (reading.tokens[at].pos_ == "PROPN" or (at > start and reading.words[at] == "-")) and not reading.dated(at):
        at += 1
    return at


def _nearest_is(reading: Reading, at: int, low: int, actor: Actor | None, told: list[Account]) -> bool:
    """Whether the last person named before the place in its sentence is this one (or nobody is)."""
    before = [person for word, person in sorted(reading.people.items()) if low <= word < at]
    if actor is None:
        return any(account.sentence[0] == low for account in told)
    return not before or actor in before or before[-1] is actor


def _facility_end(reading: Reading, at: int) -> int | None:
    for parts in _facilities().get(reading.words[at], ()):
        if reading.words[at : at + len(parts)] == parts:
            return _numbered(reading, at + len(parts))
    return None


@cache
def _facilities() -> dict[str, list[list[str]]]:
    """The words for places of detention by their first words."""
    table: dict[str, list[list[str]]] = {}
    for words in lexicon().words.facilities:
        table.setdefault(words.split()[0], []).append(words.split())
    return table


def _numbered(reading: Reading, end: int) -> int:
    """Past the number or code of a prison: "No. 5", "IK-9"; `end` itself where there is none."""
    last = at = end
    while at < min(len(reading.words), end + LONGEST_NUMBER):
        word, text = reading.words[at], reading.texts[at]
        number = word.isdigit() or any(c.isdigit() for c in word[:-1])
        if not (number or word in {"no", "no.", "number", "-"} or (word == "." and reading.words[at - 1] == "no") or text.isupper()):
            break
        at += 1
        last = at if number else last
    return last


def _facility_start(reading: Reading, at: int, low: int) -> int:
    start = at
    while start > low:
        token, word = reading.tokens[start - 1], reading.words[start - 1]
        if (
            (token.pos_ in ("PROPN", "ADJ", "NUM", "X", "NOUN") and not reading.dated(start - 1))
            or (reading.texts[start - 1][0].isupper() and start - 1 > low and token.pos_ not in ("ADP", "PRON", "CCONJ", "DET"))
            or word in {"-", "'s", "no"}
            or (word == "." and reading.words[start - 2] == "no")
        ):
            start -= 1
        else:
            break
    return start


def _is_locative(reading: Reading, at: int, low: int) -> bool:
    start = _facility_start(reading, at, low)
    before = reading.words[start - 1] if start > low else ";"
    before = reading.words[start - 2] if before in {"the", "a"} and start - 1 > low else before
    if before == "of" and {"section", "ward", "wing", "block", "unit", "cell"} & set(reading.words[max(low, start - 4) : start]):
        return True
    if before == "from" and start - 2 > low and reading.words[start - 2] in lexicon().words.authorities:
        return False  # "police from Oran station" hold nobody there
    return before in LOCATIVE | {";", ",", "through", "–"}


def _town(reading: Reading, account: Account) -> Found | None:
    low, high = account.sentence
    sign = account.sign
    ahead = range(sign.end, min(high, sign.end + REACH))
    comma = max((i for i in range(low, sign.start) if reading.words[i] in {",", ";"}), default=low)
    back = range(max(comma, sign.start - REACH), sign.start)
    fronted = range(low, low + 1) if low < sign.start else range(0)
    for at in [*ahead, *reversed(back), *fronted]:
        if reading.words[at] in TOWARDS and at + 1 < high and not _locates_court(reading, at, account):
            found = _place_behind(reading, at + 1, high)
            if found:
                return _within(reading, found, high)
    return None


def _locates_court(reading: Reading, at: int, account: Account) -> bool:
    """Whether a preposition says where the court stands that does something to somebody held elsewhere: "a court in Oran sentenced A"."""
    return account.status not in SEIZING and reading.words[at - 1] in lexicon().words.courts


def _within(reading: Reading, found: Found, high: int) -> Found:
    """A part of a town with the town: "Shaheen quarter in Oran"."""
    part = reading.words[found.end - 1] in lexicon().words.regions and reading.words[found.end : found.end + 1] in (["in"], ["of"])
    whole = _place_behind(reading, found.end + 1, high) if part and found.end + 1 < high else None
    return Found(reading.text(found.start, whole.end), found.start, whole.end) if whole else found


def _place_behind(reading: Reading, at: int, high: int) -> Found | None:
    end = phrase_end(reading, at, min(high, at + 7))
    start = at + 1 if reading.words[at] in {"the", "a", "an"} else at
    if reading.words[end : end + 1] == ["of"] and reading.words[end - 1] in lexicon().words.regions:
        start, end = end + 1, phrase_end(reading, end + 1, min(high, end + 6))
    end = _name_end(reading, start, end)
    for i in range(start, end):
        actor = reading.doc._.referents.get(reading.tokens[i].i)
        if reading.texts[start][0].islower() and reading.texts[end - 1][0].islower():
            return None  # "outside the prosecutor's office"
        if (actor is not None and actor.type in ("place", "public_body")) or reading.tokens[i].ent_type_ in ("GPE", "LOC", "FAC"):
            return Found(reading.text(start, end), start, end)
    return None


def _name_end(reading: Reading, start: int, end: int) -> int:
    """Where the run of name words that a place begins with ends: "Oran" of "Oran the same night"."""
    at = start
    while at < end and (reading.tokens[at].pos_ in ("PROPN", "X", "NUM") or reading.words[at] in {"-", "'s"}) and not reading.dated(at):
        at += 1
    while at < end and reading.tokens[at].pos_ == "NOUN" and not reading.dated(at):
        at += 1
    return start if reading.words[at - 1 : at] == ["-"] or reading.words[at : at + 1] == ["-"] else at  # "the Oran-based paper"


def _agent(reading: Reading, account: Account) -> Found | None:
    low, high = account.sentence
    sign = account.sign
    if account.passive:
        by = next((i for i in range(sign.end, min(high, sign.end + REACH)) if reading.words[i] == "by"), None)
        if by is not None and not any(stop in range(sign.end, by) for stop in reading.stops):
            return _holder(reading, by + 1, high)
        return None
    starts = [i for i in range(low, sign.start) if _names_authority(reading, i)]
    return _holder(reading, _back(reading, starts[-1], low), sign.start) if starts else None


def _holder(reading: Reading, start: int, limit: int) -> Found | None:
    end = phrase_end(reading, start, limit)
    named = end + 1 < limit and reading.tokens[end + 1].tag_ != "PRP$"
    if named and reading.words[end] in {"of", "from"} and any(_names_authority(reading, i) for i in range(start, end)):
        end = phrase_end(reading, end + 1, limit)
    start = start + 1 if end > start and reading.words[start] in {"the", "a"} else start
    if any(_names_authority(reading, i) for i in range(start, end)):
        return Found(reading.text(start, end), start, end)
    return None


def _back(reading: Reading, at: int, low: int) -> int:
    while at > low and reading.tokens[at - 1].pos_ in ("PROPN", "ADJ", "NOUN", "DET", "X"):
        at -= 1
    return at


def _names_authority(reading: Reading, at: int) -> bool:
    actor = reading.doc._.referents.get(reading.tokens[at].i)
    if actor is not None and actor.type == "public_body":
        return True
    single = reading.words[at] in lexicon().words.authorities
    return single or " ".join(reading.words[at : at + 2]) in lexicon().words.authorities
