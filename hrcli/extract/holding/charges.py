"""What somebody is charged with, in the words of the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hrcli.extract.findings import Actor
from hrcli.extract.holding import about, articles, columns, deeds, reasons, rosters, scope
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.backward import phrase_start
from hrcli.extract.holding.custodywords import ChargeCue, lexicon
from hrcli.extract.holding.deeds import OPEN
from hrcli.extract.holding.numbers import count_at
from hrcli.extract.holding.reading import Found, Name, Reading
from hrcli.extract.naming.vocabulary import titles

NAMED = ChargeCue(words=[], sure=True)
ALL = {"all", "both", "they", "each", "the"}
MEMBER = {"among", "including"}
THEN_REACH = 14
ALIKE = {"same", "identical"}
SAME = {"charge", "charges", "accusation", "accusations", "offence", "offences", "offense", "offenses", "grounds"}
JUDGED = {"sentenced", "imprisoned", "on_trial", "charged", "death_row"}
BACK, NEAR = 6, 3  # sentences looked back for a charge that is "the same", or that of all who are tried together
DENIES = {"denies", "denied", "deny"}
PENALTIES = {"term", "sentence"}


@dataclass(frozen=True, slots=True)
class _Told:
    """A charge, how sure it is, and the date of what its sentence tells of the person."""

    found: Found
    rank: tuple[bool, bool, bool]
    date: str | None

    def goes_before(self, other: _Told) -> bool:
        """Whether this charge counts rather than one told before it."""
        newer = self.rank == other.rank and bool(self.date and other.date and self.date > other.date)
        return newer or self.rank > other.rank


def charge(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The charge of a case: one that took another's place, else the surest and first in the sentences that tell of it or of the person."""
    best: _Told | None = None
    for low, high in _sentences(reading, actor, told):
        dates = [account.date for account in told if account.sentence == (low, high)]
        for cue, at in _cues(reading, low, high):
            if not _concerns(reading, abs(at), low, actor, told):
                continue
            found = _at(reading, at, low, high)
            if found and _names(reading, found, actor):
                continue  # "B is charged with the kidnapping of <A>" charges A with nothing
            sure = cue.sure or (at >= 0 and reading.words[at] in OPEN)
            if found:
                one = _Told(found, (cue.later, sure, bool(dates)), max(filter(None, dates), default=None))
                best = one if best is None or one.goes_before(best) else best
    return best.found if best else _from_list(reading, told) or _same(reading, told) or _of_all(reading, told)


def _names(reading: Reading, found: Found, actor: Actor | None) -> bool:
    """Whether a charge names the person: nobody is charged by name with what was done to oneself."""
    named = (at for at in range(found.start, found.end) if reading.people.get(at) is actor)
    return actor is not None and any(reading.tokens[at].pos_ == "PROPN" for at in named)


def law(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The article of law in the sentences that tell of the case, or that tell of a charge and name nobody else."""
    own = {account.sentence for account in told}
    where = [span for span in _sentences(reading, actor, told) if _alone(reading, *span, actor, told)]
    return articles.article(reading, [span for span in where if span in own or _cues(reading, *span)])


def _alone(reading: Reading, low: int, high: int, actor: Actor | None, told: list[Account]) -> bool:
    """Whether a sentence names nobody but the person and those who share the case."""
    mine = {id(actor), *(id(p.actor) for account in told for p in account.others)}
    agents = {name[0] for a in told if a.sentence == (low, high) for name in _agents(reading, a)}
    return all(id(name[2]) in mine or name[0] in agents for name in reading.named_in(low, high))


def _agents(reading: Reading, account: Account) -> list[Name]:
    """The people who do what an account tells: named before an active verb, or behind "by" ("Judge A sentenced", "charged by A")."""
    low, high = account.sentence
    sign = account.sign
    if sign.cue.kind != "verb":
        return []
    if not account.passive:
        return reading.named_in(low, sign.start)
    by = next((i for i in range(sign.end, high) if reading.words[i] == "by"), high)
    return [name for name in reading.named_in(by, high)[:1] if phrase_start(reading, name[0], by + 1) == by + 1 or name[0] == by + 1]


def _from_list(reading: Reading, told: list[Account]) -> Found | None:
    """The charge that an entry of a list quotes, or that the line above the list gives for all its people."""
    for account in told:
        quoted = rosters.quoted_charge(reading, account.party.start) or columns.charge(reading, account.party)
        if quoted:
            return quoted
        above = rosters.introduction(reading, account.party.start)
        found = [deeds.deed(reading, at, above[1]) for _, at in _cues(reading, *above) if at >= 0] if above else []
        if found and found[0]:
            return found[0]
    return None


def _same(reading: Reading, told: list[Account]) -> Found | None:
    """The charge told last before somebody is held "on the same charge"."""
    for account in told:
        low, high = account.sentence
        same = next((i for i in range(low, high - 1) if reading.words[i] in ALIKE and reading.words[i + 1] in SAME), None)
        if same is None:
            continue
        for first, last in [(low, same), *reading.before(low, BACK)]:
            found = [one for _, at in _cues(reading, first, last) if (one := _at(reading, at, first, last))]
            if found:
                return found[-1]
    return None


def _of_all(reading: Reading, told: list[Account]) -> Found | None:
    """The charge of which a sentence just before finds all guilty: "The court found all nineteen guilty of arson. A was sentenced to"."""
    for account in told:
        low, _ = account.sentence
        if account.status not in JUDGED or reading.paragraph(low)[0] == low:
            continue
        for first, last in reading.before(low, NEAR):
            if first < reading.paragraph(low)[0]:
                break
            collective = any(reading.words[i] == "all" and _counts(reading, i + 1) for i in range(first, last - 1))
            found = [_at(reading, at, first, last) for cue, at in _cues(reading, first, last) if cue.sure]
            if collective and found and found[0] and not reading.named_in(first, last):
                return found[0]
    return None


def _counts(reading: Reading, at: int) -> bool:
    """Whether a word behind "all" counts the accused or points to them: "all nineteen", "all of them", "all the defendants"."""
    return count_at(reading.words, at) is not None or reading.words[at : at + 2] in (
        ["of", "them"],
        ["the", "defendants"],
        ["the", "accused"],
    )


def _at(reading: Reading, at: int, low: int, high: int) -> Found | None:
    return deeds.deed(reading, at, high) if at >= 0 else _named(reading, -at, low)


def _sentences(reading: Reading, actor: Actor | None, told: list[Account]) -> list[tuple[int, int]]:
    own = about.sentences(reading, actor, told)
    several = {account.sentence for account in told if len(account.others) > 1}
    several |= {span for span in own if MEMBER & set(reading.words[slice(*span)])}
    before = {reading.sentence(low - 1) for low, _ in own if low > 0 and _is_one_of_them(reading, low)}
    return sorted({*own, *before} | {after for span in several for after in _on_all(reading, span)})


def _is_one_of_them(reading: Reading, low: int) -> bool:
    """Whether a sentence picks one out of those just told of: "One of them, A, ..."; nobody else is named before."""
    picked = reading.words[low : low + 3] == ["one", "of", "them"]
    return picked and reading.paragraph(low)[0] < low and not reading.named_in(reading.sentence(low - 1)[0], low)


def _on_all(reading: Reading, span: tuple[int, int]) -> list[tuple[int, int]]:
    """The sentence behind one on several people, where it tells of them all: "All five are charged with", "They were accused of"."""
    start = span[1]
    if start >= len(reading.words) or reading.paragraph(start)[0] == start:
        return []
    low, high = reading.sentence(start)
    first = next((i for i in range(low, high) if not reading.dated(i) and reading.words[i] not in {",", "on", "in", "later"}), low)
    if reading.words[first] not in ALL:
        return []
    return [] if reading.named_in(low, high) else [(low, high)]


def _concerns(reading: Reading, at: int, low: int, actor: Actor | None, told: list[Account]) -> bool:
    """Whether the charge at `at` is this person's: its sentence's last account before it is, or the nearest person is."""
    parties = [account.party for account in told if account.sentence[0] == low]
    meant = next((reading.people.get(i) for i in range(at - 1, low - 1, -1) if reading.tokens[i].tag_ == "PRP" or reading.name_at(i)), None)
    if actor is not None and (meant is actor or _is_relatives(reading, at, low, actor)):
        return True
    names = [name for name in reading.named_in(low, at) if reading.words[name[0] - 1] not in {"in", "near"}]  # a town taken for a person
    if not names or actor is None or parties:
        others = [n for n in names if n[2] is not actor and not any(p.actor is n[2] for a in told for p in a.others)]
        mine = [p.start for p in parties]
        return not others or not mine or max(mine) >= others[-1][0] or not _between_signs(others[-1][0], told, at)
    return names[-1][2] is actor


def _is_relatives(reading: Reading, at: int, low: int, actor: Actor) -> bool:
    """Whether a pronoun before `at` means whose relative of the other sex is named: "his daughter, A, learned that <he> was charged"."""
    said = next((reading.words[i] for i in range(at - 1, low - 1, -1) if reading.tokens[i].tag_ == "PRP"), "")
    owner, kin = {"he": ("his", titles().female_kin), "she": ("her", titles().male_kin)}.get(said, ("", frozenset()))
    return any(reading.words[i] == owner and reading.words[i + 1] in kin and reading.people.get(i) is actor for i in range(low, at))


def _between_signs(other: int, told: list[Account], at: int) -> bool:
    return not any(other < account.sign.start < at for account in told)


def _cues(reading: Reading, low: int, high: int) -> list[tuple[ChargeCue, int]]:
    """The charge cues of a sentence, each with the word at which its charge begins."""
    found = []
    for hit in scope.find(reading.words[low:high], _table()):
        cue, start, end = hit.what, low + hit.start, low + hit.end
        if reasons.is_denied(reading, start, low) or reasons.of_others(reading, start, low) or reasons.of_relative(reading, start, low):
            continue
        if reading.words[end - 1] in PENALTIES and not reasons.is_given(reading, end - 1, low):
            continue
        company = end - start > 1 and reading.words[end - 2] in reasons.COMPANY
        if company or (hit.gap != (0, 0) and reading.words[low + hit.gap[0]] in reasons.TOWARDS):
            continue
        if cue.then is None:
            gap = [low + at for at in range(*hit.gap)]
            if not reasons.against_holders(reading, start, gap, low) and not reasons.ill_treated(reading, start, end):
                found.append((cue, end))
                found += [(cue, at) for at in _likewise(reading, end, high)]
            continue
        ways = [i for i in range(end, min(high, end + THEN_REACH)) if reading.words[i] == cue.then]
        found += [(cue, at + 1) for at in ways if reasons.gives_reason(reading, end, at, high)][:1]
    found += [(NAMED, at + 1) for at in range(low, high - 1) if reading.words[at] in DENIES and reading.words[at + 1] in OPEN]
    found += [(NAMED, -at) for at in range(low + 1, high) if reading.words[at] == "charges" and _named(reading, at, low)]
    return sorted(found, key=lambda pair: abs(pair[1]))


def _likewise(reading: Reading, end: int, high: int) -> list[int]:
    """Where the charges of others begin that share the verb: "A was charged with theft and B <with> arson"."""
    link = reading.words[end - 1]
    shared = [name[1] for name in reading.named_in(end, high) if reading.words[name[1] : name[1] + 1] == [link]]
    return [at + 1 for at in shared] if link in {"with", "of"} else []


def _named(reading: Reading, at: int, low: int) -> Found | None:
    """The charge that stands before the word "charges": "held on tax fraud charges"."""
    start = at
    while (
        start > low
        and (reading.tokens[start - 1].pos_ in ("NOUN", "ADJ", "PROPN") or reading.words[start - 1] == "-")
        and reading.words[start - 1] not in lexicon().words.legal
    ):
        start -= 1
    held = start > low and (reading.words[start - 1] in {"on", "over", "face", "faces", "facing", "of", *lexicon().words.legal})
    return Found(reading.text(start, at), start, at) if held and start < at and reading.name_at(start) is None else None


@cache
def _table() -> scope.Phrases[ChargeCue]:
    return scope.phrases((" ".join(words.split()), cue) for cue in lexicon().charge for words in cue.words if words.strip())
