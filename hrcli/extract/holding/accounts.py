"""What a text tells of each patient: one account per sign and person, with its force, its date and its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrcli.extract.findings import Timex
from hrcli.extract.holding import nounpatients, patients, subjects
from hrcli.extract.holding.backward import governed
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import Party, chain, party, phrase_parties

THEY = {"they", "them", "their"}
TERM_REACH = 9
DATE_REACH = 26
NOUN_REACH = 3
OPENING = 6
OFFICE = {"as", "office", "parliament", "army", "navy", "government", "service"}
AGAIN = {"times", "occasions", "repeatedly"}


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
        found += [Account(sign, one, status, sign.cue.weak, passive, reading.sentence(sign.start), timex, parties) for one in parties]
    return found + _carried(reading, signs, found)


def status_of(reading: Reading, sign: Sign) -> str | None:
    """The status that a sign gives, None where it says nothing: negated, hypothetical, or without the term that it needs."""
    cue = sign.cue
    lacking = cue.term and not has_term(reading, sign)
    if lacking or (cue.kind == "state" and cue.step is None and reading.words[max(0, sign.start - 1)] in lexicon().words.units):
        return None
    if cue.status == "released":
        return "released" if _freed(reading, sign) else "held"
    if cue.kind == "holder" and nounpatients.former(reading, sign):
        return "released"
    if not _asserted(reading, sign) or _to_come(reading, sign):
        return None
    administrative = cue.status == "sentenced" and "administrative" in reading.words[sign.end : sign.end + TERM_REACH]
    return "administratively_detained" if administrative else cue.status


def _to_come(reading: Reading, sign: Sign) -> bool:
    """Whether a trial lies ahead: "his trial will open", "her trial is due to begin"."""
    behind = reading.words[sign.end : sign.end + 4]
    return sign.cue.kind == "thing" and sign.cue.step == "tried" and bool({"will", "due", "scheduled", "expected", "set"} & set(behind))


def _asserted(reading: Reading, sign: Sign) -> bool:
    """Whether a sign states a fact: no block reaches it, or the block only concerns what is said of the jailed, freed ... person."""
    if sign.cue.kind == "verb" and sign.form == "plain" and not _finite(reading, sign):
        return False
    if sign.why in (None, "awaited"):
        return True
    return sign.why != "negated" and (sign.cue.kind == "holder" or patients.is_attributive(reading, sign))


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


def has_term(reading: Reading, sign: Sign) -> bool:
    """Whether a prison term follows: "gave him twelve years", "received a suspended sentence", "serving a life sentence"."""
    _, high = reading.sentence(sign.start)
    for at in range(sign.end, min(high, sign.end + TERM_REACH)):
        if reading.words[at] in {"sentence", "term", "imprisonment", "detention"} or (
            length_at(reading.words, at) and not _of_age(reading, at)
        ):
            return _penal(reading, sign, at, high)
    return False


def _penal(reading: Reading, sign: Sign, at: int, high: int) -> bool:
    if sign.cue.words in ("serve", "receive", "spend"):
        found = length_at(reading.words, at)
        return not found or not OFFICE & set(reading.words[found[1] : found[1] + 3])
    penal = {
        "prison",
        "jail",
        "imprisonment",
        "sentence",
        "sentenced",
        "bars",
        "detention",
        "term",
        "suspended",
        "court",
        "judge",
        "trial",
        "left",
        "probation",
        "convicted",
        "arrest",
    }
    low, _ = reading.sentence(sign.start)
    return any(reading.words[i] in penal for i in range(low, high)) and at - sign.end <= TERM_REACH


def _of_age(reading: Reading, at: int) -> bool:
    found = length_at(reading.words, at)
    return bool(found) and reading.words[found[1] : found[1] + 1] == ["old"] if found else False


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
        return False
    return bool(before) and not {"be", "to", "please"} & set(before)


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


def timex_of(reading: Reading, sign: Sign, signs: list[Sign]) -> Timex | None:
    """The date of a sign: the nearest one in its sentence with no other sign or clause between, "since" and "on" first."""
    low, high = reading.sentence(sign.start)
    best: tuple[float, Timex] | None = None
    for timex in reading.doc._.timexes:
        at = reading.where.get(timex.start)
        if timex.date is None or timex.kind == "duration" or at is None or not low <= at < high:
            continue
        if not _can_date(reading, sign, at):
            continue
        cost = _distance(reading, sign, at, signs)
        if cost <= DATE_REACH and (best is None or cost < best[0]):
            best = (cost, timex)
    return best[1] if best else None


def _can_date(reading: Reading, sign: Sign, at: int) -> bool:
    """Whether a date can be that of a sign: a noun takes none from the clause before, a lasting state only "since" one."""
    if sign.cue.kind == "thing" and at < sign.start - NOUN_REACH:
        return False
    if _modifies(reading, at) or AGAIN & set(reading.words[sign.end : at]):
        return False
    return sign.cue.step is not None or sign.cue.kind == "holder" or reading.words[at - 1] in {"since", "from", "the"}


def _modifies(reading: Reading, at: int) -> bool:
    """Whether a date only says which one is meant: "the 2018 budget"."""
    end = next((i for i in range(at, len(reading.words)) if not reading.dated(i)), len(reading.words))
    owned = at > 0 and (reading.tokens[at - 1].tag_ in ("DT", "PRP$") and reading.tokens[at].text.isdigit())
    return owned and end < len(reading.words) and reading.tokens[end].pos_ in ("NOUN", "PROPN", "ADJ")


def _distance(reading: Reading, sign: Sign, at: int, signs: list[Sign]) -> float:
    between = range(sign.end, at) if at >= sign.end else range(at, sign.start)
    barrier = sum(6 for stop in reading.stops if stop in between and reading.words[stop] not in {"since", "after", "before"})
    barrier += sum(8 for other in signs if other.start in between and other is not sign)
    back = 4 if at < sign.start else 0
    lead = reading.words[at - 1] if at else ""
    return len(between) + barrier + back - (3 if lead in {"since", "on", "in", "from"} else 0)


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
    return [last] if last else []


def _carried(reading: Reading, signs: list[Sign], found: list[Account]) -> list[Account]:
    """People named only in the sentence behind: "Police detained several lawyers. These included A and B."."""
    more = []
    told = {account.sign.start for account in found}
    for sign in signs:
        if sign.start in told or sign.why is not None or sign.cue.kind not in ("verb", "state", "act"):
            continue
        _, high = reading.sentence(sign.start)
        status = status_of(reading, sign)
        if status and high + 1 < len(reading.words) and opens_list(reading, high):
            end = reading.sentence(high)[1]
            parties = phrase_parties(reading, high + 2, end)
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
