"""Places of detention by their names: "Oran Prison", "centre No. 3 in Oran", "the prison known as the Well"."""

from __future__ import annotations

from functools import cache

from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Found, Reading

LOCATIVE = {"in", "at", "from", "to", "inside", "into"}
LONGEST_NUMBER = 5
NAMING = {"NNP", "NNPS"}
PARTS = {"complex", "compound", "hospital", "wing", "building", "camp"}


def facility_end(reading: Reading, at: int) -> int | None:
    """Where the words for a place of detention that begin at `at` end, with a number; None where none begin or they describe a noun."""
    end = _end_of(reading, at, _facilities())
    if end is None:
        return None
    if reading.words[end : end + 1] and reading.words[end] in PARTS:
        return end + 1
    describes = end < len(reading.words) and reading.tokens[end].tag_ in ("NN", "NNS") and not reading.dated(end)
    return None if describes and reading.texts[end][0].islower() else end  # "prison riot"


def office_end(reading: Reading, at: int) -> int | None:
    """Where the words for an office in which people are held too ("department", "Section 4") end; a court's branch is none."""
    end = _end_of(reading, at, _offices())
    behind = reading.words[end : end + LONGEST_NUMBER] if end else []
    return None if {"court", "tribunal"} & set(behind) else end


def _end_of(reading: Reading, at: int, table: dict[str, list[list[str]]]) -> int | None:
    for parts in table.get(reading.words[at], ()):
        if reading.words[at : at + len(parts)] == parts:
            return _numbered(reading, at + len(parts))
    return None


def apposed(reading: Reading, at: int, low: int) -> Found | None:
    """The name that a description of a place of detention follows: "in <Tamor>, the desert prison near Palmira"."""
    start = facility_start(reading, at, low) - 1
    if start - 2 < low or reading.words[start] not in {"the", "a", "an"} or reading.words[start - 1] != ",":
        return None
    first = end = start - 1
    while first > low and reading.tokens[first - 1].pos_ in ("PROPN", "X") and not reading.name_at(first - 1):
        first -= 1
    before = first - 1 if reading.words[first - 1] != "the" else first - 2
    held = first < end and before >= low and reading.words[before] in LOCATIVE - {"from"}
    return Found(reading.text(first, end), first, end) if held and not reading.dated(first) else None


def named(reading: Reading, start: int, end: int, high: int, *, own: bool, office: bool = False) -> Found | None:
    """A place of detention by its name: "Oran Prison", "centre No. 3 in Oran", "the prison known as the Well"; "jail in Oran" is Oran."""
    proper = [i for i in range(start, end) if reading.texts[i][0].isupper() or reading.texts[i].isdigit()]
    proper_name = any(reading.words[i] not in _facilities() for i in proper)
    if not own and (not proper_name or "station" in reading.words[start:end]):
        return None
    called = reading.words[end : end + 2] == ["known", "as"] or reading.words[end : end + 1] in (["called"], ["named"])
    follow = end + 2 if reading.words[end : end + 2] == ["known", "as"] else end + 1
    linked = follow < high and (called or reading.words[end] in {"at", "in", "of", "near"})
    follow = follow + 1 if linked and reading.words[follow] == "the" else follow
    behind = _run(reading, follow, high) if linked else follow
    if behind > follow:
        within = behind + 1 < high and reading.words[behind] == "in" and reading.words[end] == "of"
        behind = _run(reading, behind + 1, high) if within and _run(reading, behind + 1, high) > behind + 1 else behind
        first = start if proper_name or called or office else follow
        return Found(reading.text(first, behind), first, behind)
    return Found(reading.text(start, end), start, end) if proper_name else None


def _run(reading: Reading, start: int, high: int) -> int:
    at = start
    while at < high and (reading.tokens[at].tag_ in NAMING or (at > start and reading.words[at] == "-")) and not reading.dated(at):
        at += 1
    return at


@cache
def _facilities() -> dict[str, list[list[str]]]:
    return _by_first(lexicon().words.facilities)


@cache
def _offices() -> dict[str, list[list[str]]]:
    return _by_first(lexicon().words.offices)


def _by_first(phrases: list[str]) -> dict[str, list[list[str]]]:
    """Phrases by their first words, longer ones first."""
    table: dict[str, list[list[str]]] = {}
    for words in sorted((phrase.split() for phrase in phrases), key=len, reverse=True):
        table.setdefault(words[0], []).append(words)
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


def facility_start(reading: Reading, at: int, low: int) -> int:
    """Where the name begins that ends in the words for a place of detention at `at`."""
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
    return _past_day(reading, start, low)


def _past_day(reading: Reading, start: int, low: int) -> int:
    """Back past the day that a place is named after: "at the <10th of Ramadan> Rehabilitation Centre"."""
    first = start
    if start - 2 > low and reading.words[start - 1] == "of" and reading.texts[start - 2][0].isdigit():
        first = start - 2
    while first > low and reading.dated(first - 1):
        first -= 1
    return first if first < start and reading.words[first - 1] == "the" else start


def is_locative(reading: Reading, at: int, low: int) -> bool:
    """Whether a preposition, or the beginning of a clause, before a place of detention says that something is there."""
    start = facility_start(reading, at, low)
    before = reading.words[start - 1] if start > low else ";"
    before = reading.words[start - 2] if before in {"the", "a"} and start - 1 > low else before
    if before == "of" and {"section", "ward", "wing", "block", "unit", "cell"} & set(reading.words[max(low, start - 4) : start]):
        return True
    if before == "from" and start - 2 > low and reading.words[start - 2] in lexicon().words.authorities:
        return False  # "police from Oran station" hold nobody there
    out = reading.words[max(low, start - 2) : start] in (["out", "of"], ["gates", "of"], ["gate", "of"]) or before in {
        "left",
        "leaving",
        "leaves",
        "entered",
    }
    return out or before in LOCATIVE | {";", ",", "through", "–"}
