"""What a text tells of each patient: one account per sign and person, with its force, its date and its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrcli.extract.findings import Timex
from hrcli.extract.holding import nounpatients, patients, subjects
from hrcli.extract.holding.backward import governed
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.penal import TERM_REACH, has_term
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.when import beside, timex_of
from hrcli.extract.holding.whom import Party, chain, party, phrase_parties

THEY = {"they", "them", "their"}
NOUN_REACH = 3
OPENING = 6
KEPT = {"held", "detained", "kept", "remanded", "lodged"}


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
        parties = [party for party in patients.patients(reading, sign) if _fits(party)]
        parties = parties or _they(reading, sign, found) or _described(reading, sign, found)
        passive = sign.cue.kind == "verb" and patients.is_passive(reading, sign)
        timex = timex_of(reading, sign, signs)
        span, weak = reading.sentence(sign.start), sign.cue.weak
        for one in parties:
            when = beside(reading, sign, one, parties) or timex
            found.append(Account(sign, one, status, weak, passive, span, when, parties))
    return found + _carried(reading, signs, found)


def status_of(reading: Reading, sign: Sign) -> str | None:
    """The status that a sign gives, None where it says nothing: negated, hypothetical, or without the term that it needs."""
    cue = sign.cue
    lacking = cue.term and not has_term(reading, sign)
    if lacking or (cue.kind == "state" and cue.step is None and reading.words[max(0, sign.start - 1)] in lexicon().words.units):
        return None
    if cue.kind == "holder" and (cue.status == "released" or nounpatients.former(reading, sign)):
        return "released"
    if cue.status == "released":
        return "released" if _freed(reading, sign) else "held"
    if not _asserted(reading, sign) or _to_come(reading, sign):
        return None
    if cue.kind == "state" and reading.words[max(0, sign.start - 1)] in KEPT:
        return "held"  # "held in Oran prison" leaves open whether a sentence is served
    administrative = (cue.status == "sentenced" or cue.words == "serve") and "administrative" in reading.words[
        sign.end : sign.end + TERM_REACH
    ]
    return "administratively_detained" if administrative else cue.status


def _to_come(reading: Reading, sign: Sign) -> bool:
    """Whether a trial lies ahead: "his trial will open", "her trial is due to begin"."""
    behind = reading.words[sign.end : sign.end + 4]
    return sign.cue.kind == "thing" and sign.cue.step == "tried" and bool({"will", "due", "scheduled", "expected", "set"} & set(behind))


def _asserted(reading: Reading, sign: Sign) -> bool:
    """Whether a sign states a fact: no block reaches it, or the block only concerns what is said of the jailed, freed ... person."""
    if sign.cue.kind == "verb" and sign.form == "plain" and not _finite(reading, sign):
        return False
    if sign.form in ("past", "participle") and _subjunctive(reading, sign.start):
        return False
    if sign.why in (None, "awaited"):
        return True
    return sign.why != "negated" and (sign.cue.kind == "holder" or patients.is_attributive(reading, sign))


def _subjunctive(reading: Reading, at: int) -> bool:
    """Whether a participle stands behind a bare "be": "ordered that A be detained"; not "is believed to be held"."""
    back = at - 1
    while back > 1 and reading.tokens[back].pos_ == "ADV":
        back -= 1
    return back > 0 and reading.words[back] == "be" and reading.words[back - 1] != "to"


def _finite(reading: Reading, sign: Sign) -> bool:
    """Whether a verb in its plain form states a fact ("police arrest doctor"), not an aim ("to arrest them")."""
    low, _ = reading.sentence(sign.start)
    if sign.start == low:
        return False
    return reading.words[sign.start - 1] not in {"to", "and", "or", "not"} and reading.tokens[sign.start - 1].pos_ in (
        "NOUN",
        "PROPN",
        "PRON",
    )


def _freed(reading: Reading, sign: Sign) -> bool:
    """Whether a release took place, rather than being asked for, denied or awaited."""
    if sign.why is not None:
        return False
    low, _ = reading.sentence(sign.start)
    before = reading.words[max(low, sign.start - 4) : sign.start]
    if sign.cue.kind == "thing":
        return bool({"since", "after", "before", "following", "upon", "announced", "welcomed", "confirmed", "celebrated"} & set(before))
    if sign.cue.kind == "state" or (sign.cue.kind == "act" and reading.tokens[sign.start].tag_ == "VBZ"):
        return True
    if sign.form in ("plain", "ing"):
        return sign.form == "plain" and reading.words[sign.start].endswith("s") and _finite(reading, sign)
    return (bool(before) or _heads_list(reading, sign)) and not {"be", "to", "please"} & set(before)


def _heads_list(reading: Reading, sign: Sign) -> bool:
    """Whether a participle opens a line that introduces a list: "Released this month: A, B and C"."""
    low, high = reading.sentence(sign.start)
    return sign.start == low and ":" in reading.words[sign.end : min(high, sign.end + 5)]


def _fits(party: Party) -> bool:
    return party.actor is None or party.actor.type == "person"


def _they(reading: Reading, sign: Sign, before: list[Account]) -> list[Party]:
    """The several people told of last, where a sign is about "they", "them" or "their"."""
    low, _ = reading.sentence(sign.start)
    around = reading.words[sign.end if _is_active(reading, sign) else max(low, sign.start - 4) : sign.end + 1]
    if not THEY & set(around):
        return []
    last = before[-1] if before else None
    earlier, _ = reading.sentence(max(0, low - 1))
    if last and len(last.others) + (last.party.count or 0) > 1 and earlier <= last.sentence[0]:
        return last.others
    names = reading.named_in(earlier, low)
    several = chain(reading, names[0], low) if len(names) > 1 else []
    return several if len(several) == len(names) else []


def _is_active(reading: Reading, sign: Sign) -> bool:
    """Whether a sign is a verb whose subject does the deed."""
    return sign.cue.kind == "verb" and not patients.is_passive(reading, sign)


def _described(reading: Reading, sign: Sign, before: list[Account]) -> list[Party]:
    """The person meant by a description that is the subject: "the reporter was detained", "his client had been freed".

    It is the only person named so far in the paragraph, or else the one told of last.
    """
    if sign.cue.kind == "thing" or _is_active(reading, sign) or not subjects.subject_is_description(reading, sign.start):
        return []
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
            more += [Account(sign, p, status, sign.cue.weak, True, (sign.start, end), None, parties) for p in parties if p.actor]
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
    near = range(max(low, sign.start - NOUN_REACH), min(high, sign.end + OPENING))
    return sign.cue.step == "sentenced" and any(length_at(reading.words, at) or reading.words[at] in {"death", "life"} for at in near)
