"""Prison terms as they are written: "thirteen and eight years", "life", "to three", where ages and deadlines are none."""

from __future__ import annotations

import re

from hrcli.extract.holding.numbers import count_at, length_at, number_at
from hrcli.extract.holding.penal import CLOSING
from hrcli.extract.holding.reading import Found, Reading

BEHIND_NUMBER = CLOSING | {"for", ")", "by", "after", "behind", "last"}


def lengths(reading: Reading, start: int, end: int) -> list[Found]:
    """The terms between two words; "thirteen and eight years" gives two."""
    found: list[Found] = []
    at = start
    while at < end:
        whole = length_at(reading.words, at)
        shared = _sharing(reading, at) if not whole else None
        if whole and not _not_a_term(reading, at, whole[1]):
            found.append(Found(whole[0], at, whole[1]))
            at = whole[1]
        elif shared:
            found.append(shared)
            at = shared.end
        else:
            if reading.words[at] in {"life", "death"} and _is_term(reading, at):
                found.append(Found(reading.words[at], at, at + 1))
            at += 1
    return found


def elliptic(reading: Reading, at: int, high: int) -> Found | None:
    """A number behind a name that takes its unit from the term before: "and B to three"."""
    start = at + 1 if reading.words[at : at + 1] in (["to"], ["for"]) else at
    number = number_at(reading.words, start)
    if number and number[1] < high and reading.words[number[1]] in BEHIND_NUMBER and not reading.dated(start):
        unit = _unit_before(reading, at)
        whole = int(number[0])
        half = "6M" if unit == "Y" and number[0] != whole else ""
        return Found(f"P{whole}{unit}{half}", start, number[1])
    return None


def days(found: Found) -> float:
    """A duration in days, for comparing; life and death are longer than any."""
    match = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", found.value)
    if not match:
        return float("inf")
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return years * 365 + months * 30 + weeks * 7 + days


def _sharing(reading: Reading, at: int) -> Found | None:
    """The first number of "thirteen and eight years", which lends its unit from the second."""
    number = count_at(reading.words, at)
    if number and reading.words[number[1] : number[1] + 1] == ["and"]:
        second = length_at(reading.words, number[1] + 1)
        if second and second[0].count("P") == 1:
            return Found(f"P{number[0]}{second[0][-1]}", at, number[1])
    return None


def _is_term(reading: Reading, at: int) -> bool:
    before = reading.words[max(0, at - 3) : at]
    after = reading.words[at + 1 : at + 3]
    if after[:1] == ["respectively"]:
        return True
    leads = {"to", "a", "for", "serving", "of", "given", ";", "gave", "got", "received", "gives", "gets"}
    return bool(leads & set(before)) and after[:1] not in (["threats"], ["penalty"])


def _not_a_term(reading: Reading, start: int, end: int) -> bool:
    """Ages, deadlines and spans that are no prison term: "aged 5 years", "two years ago", "two-year reprieve"."""
    after = reading.words[end : end + 3]
    before = reading.words[max(0, start - 2) : start]
    return (
        after[:1] in (["ago"], ["old"], ["earlier"], ["later"], ["after"], ["before"], ["-"])
        or "reprieve" in after
        or "within" in before
        or "ban" in after
        or bool({"pending", "pretrial"} & set(after))
        or "pre" in reading.words[end : end + 4]
        or "exile" in after
    )


def _unit_before(reading: Reading, at: int) -> str:
    """The unit of the last length told before the word `at`, in its sentence or the one before; years where there is none."""
    low, _ = reading.sentence(at)
    low, _ = reading.sentence(max(0, low - 1))
    units = [found[0][-1] for i in range(low, at) if (found := length_at(reading.words, i))]
    return units[-1] if units else "Y"
