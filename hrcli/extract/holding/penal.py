"""Whether a length of time near a sign is a prison term: "gave him twelve years", but not "served two years as minister"."""

from __future__ import annotations

from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.numbers import count_at, length_at
from hrcli.extract.holding.patients import is_passive
from hrcli.extract.holding.reading import Reading

TERM_REACH = 9
CLOSING = {".", ",", ";", "and", "each", "on", "in"}
VAGUE = {"years", "months", "decades", "weeks", "time"}
OFFICE = {
    "pay",
    "salary",
    "wages",
    "leave",
    "training",
    "notice",
    "treatment",
    "as",
    "office",
    "parliament",
    "army",
    "navy",
    "government",
    "service",
}
PENAL = {
    "prison", "jail", "imprisonment", "sentence", "sentenced", "bars", "detention", "term", "suspended", "court", "judge", "trial", "left",
    "probation", "convicted", "arrest", "penal", "colony", "confinement", "absentia", "sentences", "tribunal", "judges", "appeal",
}  # fmt: skip


def has_term(reading: Reading, sign: Sign) -> bool:
    """Whether a prison term follows: "gave him twelve years", "received a suspended sentence", "serving a life sentence"."""
    low, high = reading.sentence(sign.start)
    anew = sign.cue.words == "serve" and reading.words[sign.end : sign.end + 1] in (["them"], ["it"])
    if anew or is_bare_number(reading, sign.end, high):
        return _told_before(reading, sign, low)
    for at in range(sign.end, min(high, sign.end + TERM_REACH)):
        vague = sign.cue.words == "spend" and reading.words[at] in VAGUE
        if (
            vague
            or reading.words[at] in {"sentence", "sentences", "term", "terms", "imprisonment", "detention"}
            or (length_at(reading.words, at) and not _of_age(reading, at))
            or _is_life(reading, at, high)
        ):
            return _penal(reading, sign, at, high)
    return False


def _is_life(reading: Reading, at: int, high: int) -> bool:
    """Whether "life" is a term: "gave him <life> for plotting"."""
    behind = reading.words[at + 1] if at + 1 < high else "."
    return (
        reading.words[at] == "life"
        and reading.tokens[at - 1].pos_ not in ("DET", "ADJ")
        and behind in CLOSING | {"for", "imprisonment", "without", "behind"}
    )


def is_bare_number(reading: Reading, at: int, high: int) -> bool:
    """Whether a number without a noun stands at `at`: "got <two>.", "received <seven> each"."""
    number = count_at(reading.words, at)
    return number is not None and (number[1] >= high or reading.words[number[1]] in CLOSING)


def _told_before(reading: Reading, sign: Sign, low: int) -> bool:
    """Whether a prison term that lends its unit stands before, in the sentence or the one before it."""
    before, _ = reading.sentence(max(0, low - 1))
    words = reading.words[before : sign.start]
    return bool(PENAL & set(words)) and any(length_at(reading.words, at) for at in range(before, sign.start))


def _penal(reading: Reading, sign: Sign, at: int, high: int) -> bool:
    found = length_at(reading.words, at)
    given = sign.cue.kind == "verb" and is_passive(reading, sign)
    if found and given and reading.words[found[1]] in {",", ".", ";", "for", "and"}:
        return found[0][-1] in "YM"
    if sign.cue.words in ("serve", "receive", "spend"):
        return not found or not OFFICE & set(reading.words[found[1] : found[1] + 3])
    low, _ = reading.sentence(sign.start)
    before, _ = reading.sentence(max(0, low - 1))
    return any(reading.words[i] in PENAL for i in range(before, high)) and at - sign.end <= TERM_REACH


def _of_age(reading: Reading, at: int) -> bool:
    found = length_at(reading.words, at)
    return bool(found) and reading.words[found[1] : found[1] + 1] == ["old"] if found else False
