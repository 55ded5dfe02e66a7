"""People who share a fate: who "the two" are, and what a group's date says of its members."""

from __future__ import annotations

from dataclasses import replace

from hrcli.extract.findings import Timex
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.numbers import SMALL
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import Party, chain, group

BEFORE = 2
BEHIND = 3
DEFINITE = {"suspects", "men", "women", "detainees", "defendants", "accused", "victims", "two", "three", "four", "five"}
JOINT = {"also", "along", "together", "alongside", "same", "too"}
SEIZED = {"detained", "arrested", "criminally_detained", "administratively_detained"}
BARE = (
    {"the", "all", "both", "these", "those", "of", "them", "men", "women", "people", "pair", "individuals"}
    | {word for word, value in SMALL.items() if 2 <= value <= 10}
    | {*lexicon().words.pairs}
)


def shared(reading: Reading, told: list[Account]) -> list[Account]:
    """The accounts, with those of "the three" given to the three people meant, and undated ones dated by their companions'."""
    found: list[Account] = []
    for account in told:
        members = _members(reading, account, found)
        found += [replace(account, party=member, others=members) for member in members] or [account]
    return with_companions([_dated(reading, account, found) for account in found])


def with_companions(told: list[Account]) -> list[Account]:
    """Undated seizures dated by those whom the same words seize and of whom a date is told elsewhere: "the arrest of A and B"."""
    return [replace(a, timex=_companions_date(a, told)) if a.timex is None and a.status in SEIZED else a for a in told]


def _companions_date(account: Account, told: list[Account]) -> Timex | None:
    beside = {id(a.party.actor) for a in told if a.sign == account.sign and a.party.actor and a.party != account.party}
    dated = [a.timex for a in told if a.timex and a.status in SEIZED and id(a.party.actor) in beside]
    return dated[0] if dated and len({t.date for t in dated}) == 1 else None


def _members(reading: Reading, account: Account, before: list[Account]) -> list[Party]:
    """The people whom a bare count speaks of again: the last list of that many names, or all patients of the paragraph."""
    count, start = account.party.count, account.party.start
    words = reading.words[start : account.party.end]
    if count is None:
        return []
    if words[0] not in {"the", "all", "both", "these"} or not all(w in BARE or w.isdigit() or _is_people(w) for w in words):
        return _spelt_behind(reading, account)
    return _last_told(reading, account, before, count)


def _last_told(reading: Reading, account: Account, before: list[Account], count: int) -> list[Party]:
    """The last list of as many names, the last patients, or all patients of the paragraph, where they are as many."""
    start = account.party.start
    low, _ = reading.sentence(start)
    for _ in range(BEFORE):
        low, _ = reading.sentence(max(0, low - 1))
    lists = [chain(reading, name, start) for name in reading.named_in(low, start)]
    fitting = [parties for parties in lists if len(parties) == count]
    if fitting:
        return fitting[-1]
    last = before[-1].others if before else []
    if len(last) > 1 and sum(p.count or 1 for p in last) == count:
        return last
    paragraph, _ = reading.paragraph(start)
    seen = {id(a.party.actor): a.party for a in before if a.party.actor and a.sign.start >= paragraph}
    if not seen:
        seen = {id(p.actor): p for a in before if a.party.count == count for p in a.others if p.actor}
        return list(seen.values())
    if len(seen) == count:
        return list(seen.values())
    opened = any(p.count == count for at in range(low, start) for p in group(reading, at, start))
    return [account.party, *seen.values()] if opened and len(seen) < count else []


def _is_people(word: str) -> bool:
    return word in lexicon().words.people or (word.endswith("s") and word[:-1] in lexicon().words.occupations)


def _spelt_behind(reading: Reading, account: Account) -> list[Party]:
    """The members of a group whom one of the next sentences names: "Three editors were held. <The editors, A, B and C>, ..."."""
    noun = reading.words[account.party.end - 1]
    _, start = reading.sentence(account.sign.start)
    high = start
    for _ in range(BEHIND):
        high = reading.sentence(high)[1] if high < len(reading.words) else high
    for name in reading.named_in(start, high):
        before = reading.words[max(start, name[0] - 2) : name[0]]
        if len(before) == 2 and before[0] in {noun, *DEFINITE} and before[1] in {",", "-", "–", "—", ":", "("}:
            found = chain(reading, name, reading.sentence(name[0])[1])
            return found if len(found) == account.party.count else []
    return []


def _dated(reading: Reading, account: Account, told: list[Account]) -> Account:
    """An undated seizure takes the date of those it is told together with; a member that of the group just told of."""
    if account.timex is not None or account.status not in SEIZED:
        return account if account.timex is not None or account.status != "sentenced" else _sentenced_with(reading, account, told)
    low, _ = account.sentence
    lost = [a for a in told if a.sign.start < account.sign.start and a.timex and a.status in SEIZED | {"disappeared"}]
    before = [a for a in lost if a.status in SEIZED]
    if not before:
        return account
    beside = {id(actor) for at in range(*account.sentence) if (actor := reading.people.get(at)) and actor is not account.party.actor}
    last = next((a for a in reversed(lost) if id(a.party.actor) in beside), before[-1])  # "Taken together with A"
    if reading.words[low : low + 2] in (["among", "those"], ["among", "the"]) and account.party.actor:
        last = next((a for a in reversed(before) if a.party.count), before[-1])
        return replace(account, timex=last.timex) if last.party.count else account
    joint = account.sign.cue.kind != "state" and JOINT & set(reading.words[low : account.sign.end + 4])
    member = before[-1].party.count is not None and before[-1].sentence[1] == low
    last = before[-1] if member else last
    return replace(account, timex=last.timex) if joint or member else account


def _sentenced_with(reading: Reading, account: Account, told: list[Account]) -> Account:
    """The sentence of a member takes the date of the group convicted just before: "convicted 19 people. A got six years."."""
    low, _ = reading.sentence(account.sign.start)
    for _ in range(BEFORE):
        low, _ = reading.sentence(max(0, low - 1))
    groups = [a for a in told if a.timex and a.party.count and a.status == "sentenced" and low <= a.sign.start < account.sign.start]
    return replace(account, timex=groups[-1].timex) if groups and account.party.actor else account
