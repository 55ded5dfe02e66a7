"""Whether a length of time near a sign is a prison term: "gave him twelve years", but not "served two years as minister"."""

from __future__ import annotations

from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.patients import is_passive
from hrcli.extract.holding.reading import Reading

TERM_REACH = 9
OFFICE = {"as", "office", "parliament", "army", "navy", "government", "service"}
PENAL = {
    "prison", "jail", "imprisonment", "sentence", "sentenced", "bars", "detention", "term", "suspended", "court", "judge", "trial", "left",
    "probation", "convicted", "arrest",
}  # fmt: skip


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
    found = length_at(reading.words, at)
    given = sign.cue.kind == "verb" and is_passive(reading, sign)
    if found and given and reading.words[found[1]] in {",", ".", ";", "for", "and"}:
        return found[0][-1] in "YM"
    if sign.cue.words in ("serve", "receive", "spend"):
        return not found or not OFFICE & set(reading.words[found[1] : found[1] + 3])
    low, _ = reading.sentence(sign.start)
    return any(reading.words[i] in PENAL for i in range(low, high)) and at - sign.end <= TERM_REACH


def _of_age(reading: Reading, at: int) -> bool:
    found = length_at(reading.words, at)
    return bool(found) and reading.words[found[1] : found[1] + 1] == ["old"] if found else False
