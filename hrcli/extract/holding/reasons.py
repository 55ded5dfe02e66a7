"""Whether words near a cue of a charge tell why somebody is held: denials, others' cases, errands and company are none."""

from __future__ import annotations

from functools import cache

from hrcli.extract.holding.backward import phrase_start
from hrcli.extract.holding.custody import allegations
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.deeds import OPEN
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import Reading

NOBODY = {"none", "nobody", "not", "never", "n't"}
OTHERS = {
    "others",
    "those",
    "people",
    "everyone",
    "anyone",
    "all",
    "persons",
    "individuals",
    "prisoners",
    "detainees",
    "men",
    "women",
    "journalists",
    "activists",
}
FINITE = {"VBD", "VBZ", "VBP"}
NO_REASON = {"time", "hospital", "ready", "old", "-", "treatment", "surgery", "medication", "officials", "guards", "authorities"}
VAGUE = {
    "reasons",
    "reason",
    "period",
    "periods",
    "time",
    "behaviour",
    "behavior",
    "care",
    "help",
    "term",
    "terms",
    "days",
    "hours",
    "weeks",
}
ERRANDS = {
    "questioning",
    "interrogation",
    "operation",
    "surgery",
    "treatment",
    "wedding",
    "funeral",
    "hearing",
    "checks",
    "tests",
    "observation",
}
TOWARDS = {"at", "towards", "toward"}
COMPANY = {"together", "along", "alongside"}


def is_denied(reading: Reading, at: int, low: int) -> bool:
    """Whether nobody is held for it: "none is held for journalism"."""
    return bool(NOBODY & set(reading.words[max(low, at - 4) : at]))


def of_others(reading: Reading, at: int, low: int) -> bool:
    """Whether a cue says why some others are held: "release A and all others <imprisoned> for their faith"."""
    if at <= low or reading.tokens[at].tag_ != "VBN":
        return False
    start = phrase_start(reading, at, low)
    apposed = start == low or reading.words[start - 1] in {",", "(", "–", "—"}  # "A, a journalist accused of"
    somebody = reading.tokens[at - 1].tag_ in ("NN", "NNS") and (at - 1) not in reading.people and not reading.dated(at - 1)
    return reading.words[at - 1] in OTHERS or (somebody and not apposed)


def of_relative(reading: Reading, at: int, low: int) -> bool:
    """Whether a cue tells of a relative: "her brother was sentenced for theft"."""
    near = range(max(low + 1, at - 10), at)
    kin = next((i for i in reversed(near) if reading.words[i] in lexicon().words.kin), None)
    if kin is None or reading.tokens[kin - 1].tag_ != "PRP$" or reading.tokens[kin + 1].pos_ != "AUX":
        return False
    return not any(reading.tokens[i].tag_ in ("PRP", ",", "CC") or reading.name_at(i) for i in range(kin + 1, at))


def is_given(reading: Reading, at: int, low: int) -> bool:
    """Whether a sentence or term is somebody's ("his sentence for", "a six-year term for") rather than any."""
    before = range(max(low, at - 4), at)
    return any(reading.tokens[i].tag_ in ("PRP$", "POS") or reading.words[i] in {"year", "month", "life", "death"} for i in before)


def ill_treated(reading: Reading, start: int, end: int) -> bool:
    """Whether allegations are of ill-treatment, so against those who hold people: "a trial marred by allegations of torture"."""
    return reading.words[start] in {"allegations", "accusations"} and bool(allegations(reading, end, min(len(reading.words), end + 4)))


def against_holders(reading: Reading, at: int, gap: list[int], low: int) -> bool:
    """Whether those who hold people are accused, and not one of these: "accused the police of", "guards were accused of"."""
    if not reading.words[at].startswith("accus"):
        return False
    back = at - 1
    while back > low and (reading.tokens[back].pos_ == "AUX" or reading.words[back] in {",", "who", "also"}):
        back -= 1
    passive = reading.words[at + 1 : at + 2] == ["of"] and back >= low
    return any(reading.words[i] in _holders() for i in (*gap, *([back] if passive else [])))


@cache
def _holders() -> frozenset[str]:
    return frozenset((*lexicon().words.authorities, *lexicon().words.accused_too))


def gives_reason(reading: Reading, start: int, at: int, high: int) -> bool:
    """Whether "for" or "with" gives a reason rather than a length of time or company, and no clause ends before it."""
    if at + 1 >= high or NO_REASON & set(reading.words[start:at]) or _breaks_off(reading, start, at):
        return False
    after = reading.tokens[at + 1]
    if (
        reading.words[at - 1] in COMPANY
        or reading.words[start] in {"at", "towards", "toward"}
        or ERRANDS & set(reading.words[at + 1 : at + 4])
    ):
        return False
    if reading.dated(at + 1) or length_at(reading.words, at + 1) or reading.name_at(at + 1) or (after.pos_ == "NUM" and after.tag_ != "CD"):
        return False
    if reading.words[at + 1] in {"life", "good"} or reading.words[at] == "with":
        return reading.words[at] == "with" and after.pos_ in ("NOUN", "ADJ", "VERB", "PUNCT") and after.tag_ != "PRP$"
    if after.tag_ in ("JJ", "VBN", "CD") and at + 2 < high and reading.words[at + 1] not in lexicon().words.legal:
        return reading.tokens[at + 2].pos_ == "NOUN" and reading.words[at + 2] not in VAGUE  # "for armed robbery"
    return after.tag_ in ("VBG", "PRP$", "RB") or reading.words[at + 1] in OPEN or after.pos_ in ("DET", "NOUN")


def _breaks_off(reading: Reading, start: int, at: int) -> bool:
    """Whether a new clause begins before the word `at`; one inside commas does not count ("arrested on 2 May, after a raid, for")."""
    commas = [i for i in range(start, at) if reading.words[i] == ","]
    aside = range(commas[0], commas[-1]) if len(commas) > 1 and commas[-1] == at - 1 else range(0)
    ends = [i for i in range(start, at) if i not in aside]
    dates = {i for i in ends if reading.dated(i) or reading.dated(i + 1)}
    return any(i in reading.stops and i not in dates for i in ends) or any(reading.tokens[i].tag_ in FINITE for i in ends)
