"""What a text tells of each patient: one account per sign and person, with its force, its date and its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrcli.extract.findings import Timex
from hrcli.extract.holding import descriptions, patients
from hrcli.extract.holding.asserted import status_of
from hrcli.extract.holding.backward import governed
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.voices import signs_text
from hrcli.extract.holding.when import beside, timex_of
from hrcli.extract.holding.whom import Party, chain, group, members_named, party, phrase_parties

THEY = {"they", "them", "their", "neither", "none"}
NOUN_REACH = 5
LABELS = 30
OPENING = 6
SEIZED = {
    "detained", "administratively_detained", "criminally_detained", "arrested", "disappeared", "house_arrest", "residential_surveillance",
}  # fmt: skip
"""The statuses of those in somebody's hands without a charge or a sentence."""


@dataclass(slots=True)
class Account:
    """A sign said of one party. `status` is the cue's, or "held" where only custody follows from it ("release X")."""

    sign: Sign
    party: Party
    status: str
    weak: bool
    passive: bool
    sentence: tuple[int, int]
    timex: Timex | None = None
    others: list[Party] = field(default_factory=list)

    @property
    def date(self) -> str | None:
        """The EDTF date that the text gives for it."""
        return self.timex.date if self.timex else None


def accounts(reading: Reading, signs: list[Sign]) -> list[Account]:
    """Every account of a text, in text order."""
    found: list[Account] = []
    for sign in signs:
        status = status_of(reading, sign)
        if status is None:
            continue
        joint = reading.words[sign.start] in THEY  # "neither has been seen since"
        parties = [] if joint else [party for party in patients.patients(reading, sign) if _fits(reading, sign, party)]
        parties = parties or _they(reading, sign, found) or _described(reading, sign, found) or _labelled(reading, sign, found)
        passive = sign.cue.kind == "verb" and patients.is_passive(reading, sign)
        once = sign.cue.kind == "holder" and status == "released"  # "former prisoner": when and where is not what the clause tells
        timex = None if once else timex_of(reading, sign, signs)
        span, weak = reading.sentence(sign.start), sign.cue.weak
        for one in parties:
            when = beside(reading, sign, one, parties) or timex
            found.append(Account(sign, one, status, weak, passive, span, when, parties))
    return found + _carried(reading, signs, found)


def _fits(reading: Reading, sign: Sign, party: Party) -> bool:
    """Whether a party is a person or a group: no length of a sentence ("cut to <four>"), no pronoun taken for the writer of the text."""
    if party.actor is None:
        bare = reading.words[party.start - 1] in {"to", "of", "from"} and party.end - party.start == 1
        return not (bare and sign.cue.kind == "thing" and sign.cue.step == "sentenced")
    pronoun = reading.tokens[party.start].tag_ in ("PRP", "PRP$")
    return party.actor.type == "person" and not (pronoun and signs_text(reading, party.actor))


def _they(reading: Reading, sign: Sign, before: list[Account]) -> list[Party]:
    """The several people told of last, where a sign is about "they", "them" or "their"."""
    low, _ = reading.sentence(sign.start)
    around = reading.words[sign.end if _is_active(reading, sign) else max(low, sign.start - 4) : sign.end + 1]
    everybody = reading.words[low] in {"all", "both"} and reading.tokens[low + 1].pos_ == "AUX"  # "All were freed"
    if not THEY & set(around) and not (everybody and low + 1 < sign.start <= low + OPENING):
        return []
    inside = [one for at in range(low, sign.start) for one in group(reading, at, sign.start) if one.end <= sign.start]
    if inside and reading.words[sign.start - 1] != "them":
        return members_named(reading, inside[-1], sign.start) or inside[-1:]
    last = before[-1] if before else None
    earlier, _ = reading.sentence(max(0, low - 1))
    if last and len(last.others) + (last.party.count or 0) > 1 and earlier <= last.sentence[0]:
        return last.others
    names = reading.named_in(earlier, low)
    several = chain(reading, names[0], low) if len(names) > 1 else []
    return several if len(several) == len(names) else []


def _labelled(reading: Reading, sign: Sign, before: list[Account]) -> list[Party]:
    """The person whose case a line with a label belongs to: "Date of arrest: 3 May 2022"."""
    low, _ = reading.paragraph(sign.start)
    label = (
        sign.cue.kind == "thing" and reading.words[low : sign.start] == ["date", "of"] and reading.words[sign.end : sign.end + 1] == [":"]
    )
    above = reading.named_in(reading.paragraph(reading.paragraph(max(0, low - 1))[0] - 1)[0], low) if label and low > 1 else []
    near = [a.party for a in before if a.party.actor and low - a.sign.start < LABELS]
    return [party(above[-1])] if above else near[-1:] if label else []


def _is_active(reading: Reading, sign: Sign) -> bool:
    """Whether a sign is a verb whose subject does the deed."""
    return sign.cue.kind == "verb" and not patients.is_passive(reading, sign)


def _described(reading: Reading, sign: Sign, before: list[Account]) -> list[Party]:
    """The person meant by a description that is the subject: "the reporter was detained", "his client had been freed".

    It is the only person named so far in the paragraph, or else the one told of last.
    """
    if sign.cue.kind == "thing" or _is_active(reading, sign):
        return []
    relative = descriptions.relative_before(reading, sign.start)
    if relative or not descriptions.subject_is_description(reading, sign.start):
        return relative
    told = [a.party for a in before if a.party.actor]
    if "client" in reading.words[max(0, sign.start - 5) : sign.start]:
        return told[-1:]
    start, _ = reading.paragraph(sign.start)
    low, _ = reading.sentence(sign.start)
    names = reading.named_in(start, sign.start)
    named = {id(name[2]): name for name in names if name[0] < low or not governed(reading, name[0], low)}
    if len(named) == 1:
        return [party(name) for name in named.values()]
    last = next((a.party for a in reversed(before) if a.party.actor and start <= a.sign.start), None)
    if last:
        return [last]
    everybody = {id(name[2]): name for name in reading.named_in(0, start)}
    return [party(name) for name in everybody.values()] if len(everybody) == 1 and not names else []


def _carried(reading: Reading, signs: list[Sign], found: list[Account]) -> list[Account]:
    """People named only in the sentence behind: "Police detained several lawyers. These included A and B."."""
    more = []
    told = {account.sign.start for account in found if account.party.actor}
    for sign in signs:
        if sign.start in told or sign.why is not None or sign.cue.kind == "holder":
            continue
        _, high = reading.sentence(sign.start)
        status = status_of(reading, sign)
        if status and high + 1 < len(reading.words) and opens_list(reading, high):
            end = reading.sentence(high)[1]
            start = high + 2
            while start < end and reading.words[start] in {"are", "were", "is", "was", "include", "included"}:
                start += 1
            parties = phrase_parties(reading, start, end)
            when = timex_of(reading, sign, signs)
            more += [Account(sign, p, status, sign.cue.weak, True, (sign.start, end), when, parties) for p in parties if p.actor]
    return more


def opens_list(reading: Reading, at: int) -> bool:
    """Whether the sentence at `at` begins to say who those told of before are: "They are", "These include"."""
    return reading.words[at] in {"they", "these", "those", "this", "among"} and reading.words[at + 1] in {
        "include",
        "included",
        "includes",
        "are",
        "were",
        "them",
    }


def uncertain(reading: Reading, account: Account) -> bool:
    """Whether the text itself doubts the account: "reportedly", "believed to be"."""
    low, _ = reading.sentence(account.sign.start)
    near = reading.words[max(low, account.sign.start - 5) : account.sign.start]
    opening = reading.words[low : min(low + OPENING, account.sign.start)]
    words = lexicon().words
    return bool(set(words.uncertain) & set(near) or set(words.doubts) & set(opening))


def stands_alone(reading: Reading, account: Account) -> bool:
    """Whether an account tells of custody by itself: a cue that needs others does so with a prison term ("A's eight-year sentence")."""
    sign = account.sign
    if not sign.cue.backed:
        return True
    low, high = reading.sentence(sign.start)
    words = lexicon().words
    if sign.cue.step != "sentenced" or {*words.changing, *words.upholding} & set(reading.words[low:high]):
        return sign.cue.step == "sentenced"
    near = range(max(low, sign.start - NOUN_REACH), min(high, sign.end + OPENING))
    return any(length_at(reading.words, at) or reading.words[at] in {"death", "life"} for at in near)
