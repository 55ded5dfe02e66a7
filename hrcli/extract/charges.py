"""What somebody is charged with, in the words of the text."""

from __future__ import annotations

from functools import cache

from hrcli.extract import scope
from hrcli.extract.accounts import Account
from hrcli.extract.custody import ChargeCue, lexicon
from hrcli.extract.findings import Actor
from hrcli.extract.reading import Found, Reading

OPEN = {'"', "“", "‘", "'", "``", "«"}
CLOSE = {'"', "”", "’", "'", "''", "»"}
STOPS = {"under", "after", "before", "during", "following", "when", "while", "which", "who", "that", "but", "since", "over", "against", "because", "to", ";", ".", ":", "–", "—", "(", "[", "between", "until", "upon", "than"}
LONGEST = 24
THEN_REACH = 12


def charge(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The charge of a case: the surest and latest one in the sentences that tell of it or name the person."""
    best: tuple[tuple[bool, bool, int], Found] | None = None
    for low, high in _sentences(reading, actor, told):
        for cue, at in _cues(reading, low, high):
            if not _concerns(reading, at, low, actor, told):
                continue
            found = _words(reading, at, high)
            own = any(account.sentence == (low, high) for account in told)
            if found and (best is None or (cue.sure, own, -low) > best[0]):
                best = ((cue.sure, own, -low), found)
    return best[1] if best else None


def _sentences(reading: Reading, actor: Actor | None, told: list[Account]) -> list[tuple[int, int]]:
    where = {account.sentence for account in told}
    if actor is not None:
        where |= {reading.sentence(at) for at, person in reading.people.items() if person is actor}
    return sorted(where)


def _concerns(reading: Reading, at: int, low: int, actor: Actor | None, told: list[Account]) -> bool:
    """Whether the charge at `at` is this person's: its sentence's last account before it is, or the nearest person is."""
    parties = [account.party for account in told if account.sentence[0] == low]
    names = [n for n in reading.names if low <= n[0] < at]
    if not names or actor is None or parties:
        others = [n for n in names if n[2] is not actor and not any(p.actor is n[2] for a in told for p in a.others)]
        mine = [p.start for p in parties]
        return not others or not mine or max(mine) >= others[-1][0] or not _between_signs(others[-1][0], told, at)
    return names[-1][2] is actor


def _between_signs(other: int, told: list[Account], at: int) -> bool:
    return not any(other < account.sign.start < at for account in told)


def _cues(reading: Reading, low: int, high: int) -> list[tuple[ChargeCue, int]]:
    """The charge cues of a sentence, each with the word at which its charge begins."""
    found = []
    for hit in scope.find(reading.words[low:high], _table()):
        cue, end = hit.what, low + hit.end
        if cue.then is None:
            found.append((cue, end))
            continue
        at = next((i for i in range(end, min(high, end + THEN_REACH)) if reading.words[i] == cue.then), None)
        if at is not None and _gives_reason(reading, end, at, high):
            found.append((cue, at + 1))
    return sorted(found, key=lambda pair: pair[1])


def _gives_reason(reading: Reading, start: int, at: int, high: int) -> bool:
    """Whether "for" gives a reason rather than a length of time, and no clause ends before it."""
    if at + 1 >= high or any(start <= stop < at for stop in reading.stops):
        return False
    after = reading.tokens[at + 1]
    timed = any(t.start <= after.i < t.end for t in reading.doc._.timexes) or after.pos_ == "NUM" or reading.words[at + 1] in {"a", "more"}
    named = reading.name_at(at + 1) is not None
    return not timed and not named and (after.tag_ in ("VBG", "PRP$", "RB") or reading.words[at + 1] in OPEN | {"the", "her", "his", "their"} or after.pos_ == "NOUN")


def _words(reading: Reading, at: int, high: int) -> Found | None:
    while at < high and reading.words[at] in {":", "the", "a", "an", "allegedly", "offences", "offence", "of"}:
        at += 1
    if at >= high:
        return None
    if reading.words[at] in OPEN:
        return _quoted(reading, at, high)
    end = at
    while end < high and end - at < LONGEST and not _ends(reading, at, end, high):
        end += 1
    while end > at and reading.words[end - 1] in {",", "and", "or", "in", "on", "of", "from"}:
        end -= 1
    return Found(reading.text(at, end), at, end) if end > at else None


def _quoted(reading: Reading, at: int, high: int) -> Found | None:
    close = next((i for i in range(at + 1, min(high, at + LONGEST)) if reading.words[i] in CLOSE), None)
    if close is None or close == at + 1:
        return None
    follow = next((i for i in range(close + 1, min(high, close + 4)) if reading.words[i] in OPEN), None)
    if follow is not None and "and" in reading.words[close + 1 : follow]:
        second = _quoted(reading, follow, high)
        if second:
            text = f"{reading.text(at + 1, close)} and {second.value}"
            return Found(text, at + 1, second.end)
    return Found(reading.text(at + 1, close), at + 1, close)


def _ends(reading: Reading, start: int, at: int, high: int) -> bool:
    word, token = reading.words[at], reading.tokens[at]
    if word in STOPS and not (word == "to" and at > start and reading.tokens[at - 1].pos_ in ("NOUN", "VERB", "ADJ")):
        return True
    if word in {"on", "in", "by", "at"} and at > start:
        return _dated(reading, at + 1, high) or reading.name_at(at + 1) is not None
    if at > start and (token.tag_ in ("VBZ", "VBD", "VBP", "MD") or token.pos_ == "AUX"):
        return True
    if word in {",", "and"}:
        return _new_clause(reading, at, high)
    return word == '"' or _dated(reading, at, high)


def _dated(reading: Reading, at: int, high: int) -> bool:
    if at >= high:
        return False
    place = reading.tokens[at].i
    return any(t.start <= place < t.end for t in reading.doc._.timexes)


def _new_clause(reading: Reading, at: int, high: int) -> bool:
    """Whether a comma or "and" begins something else than one more charge."""
    after = at + 1
    while after < high and reading.words[after] in {"and", "or"}:
        after += 1
    if after >= high:
        return True
    token = reading.tokens[after]
    if reading.name_at(after) or token.pos_ in ("AUX", "PRON", "SCONJ", "ADP", "ADV", "CCONJ") or token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD"):
        return True
    return reading.words[after] in STOPS | {"sentenced", "is", "was"} or _dated(reading, after, high)


@cache
def _table() -> scope.Phrases[ChargeCue]:
    return scope.phrases((" ".join(words.split()), cue) for cue in lexicon().charge for words in cue.words if words.strip())
