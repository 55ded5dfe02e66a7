"""Counts and lengths as they are written: "twenty-two", "5,000", "seven and a half years", "18-month"."""

from __future__ import annotations

from collections.abc import Sequence

SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {word: 10 * (value + 2) for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])}
LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def count_at(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The whole number written at the word `at` and where it ends, or None."""
    found = number_at(words, at)
    return (int(found[0]), found[1]) if found and found[0] == int(found[0]) else None


def number_at(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """The number written at the word `at`, fractions included ("seven and a half"), and where it ends, or None."""
    base = _base(words, at)
    if base is None:
        return None
    value, end = base
    while end < len(words) and words[end] in LARGE:
        value, end = value * LARGE[words[end]], end + 1
    if tuple(words[end : end + 3]) == ("and", "a", "half"):
        return value + 0.5, end + 3
    if tuple(words[end : end + 6]) == ("-", "and", "-", "a", "-", "half"):
        return value + 0.5, end + 6
    return value, end


def length_at(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """The ISO 8601 duration written at the word `at` ("18-month", "two years and six months") and its end, or None."""
    found = number_at(words, at)
    if found is None:
        return None
    value, end = found
    if end < len(words) and words[end] in {"-", "‑"}:
        end += 1
    unit = UNITS.get(words[end].rstrip("s'")) if end < len(words) else None
    if unit is None:
        return None
    end += 1
    if tuple(words[end : end + 3]) == ("and", "a", "half"):
        value, end = value + 0.5, end + 3
    months = _more_months(words, end) if unit == "Y" else None
    if months:
        return f"P{int(value)}Y{months[0]}M", months[1]
    return _duration(value, unit), end


def _duration(value: float, unit: str) -> str:
    whole = int(value)
    if unit == "Y" and value != whole:
        rest = round((value - whole) * 12)
        return f"P{whole}Y{rest}M" if whole else f"P{rest}M"
    return f"P{whole}{unit}"


def _more_months(words: Sequence[str], at: int) -> tuple[int, int] | None:
    start = at
    while start < len(words) and words[start] in {"and", ",", "-"}:
        start += 1
    found = count_at(words, start)
    if found and found[0] < 12 and found[1] < len(words) and words[found[1]].rstrip("s") == "month":
        return found[0], found[1] + 1
    return None


def _base(words: Sequence[str], at: int) -> tuple[float, int] | None:
    if at >= len(words):
        return None
    word = words[at]
    plain = word.replace(",", "")
    if plain.replace(".", "", 1).isdigit() and plain[0].isdigit() and plain.isascii():
        return float(plain), at + 1
    if word in TENS:
        end = at + 1
        hyphen = end < len(words) and words[end] == "-"
        ones = SMALL.get(words[end + hyphen]) if end + hyphen < len(words) else None
        return (TENS[word] + ones, end + hyphen + 1) if ones else (TENS[word], end)
    if word in SMALL:
        return SMALL[word], at + 1
    if word == "a" and at + 1 < len(words) and words[at + 1] in {"year", "month", "week", "hundred", "thousand", "dozen", "million"}:
        return 1, at + 1
    return None
