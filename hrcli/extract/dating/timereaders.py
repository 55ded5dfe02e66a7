"""The readers of calendar dates: what the match of a pattern means, or None where it is no temporal expression."""

from __future__ import annotations

import re
from dataclasses import replace

from hrcli.extract.dating import almanac, oddates, timewords
from hrcli.extract.dating.timeforms import Calendar, Fixed, Form, Origin, Stretch, Which
from hrcli.extract.dating.timewords import plain, words

AMBIGUOUS = ("may", "march", "mar")
WHICH: dict[str, Which] = {
    "this": "this", "last": "last", "next": "next", "that": "that", "this past": "last", "this coming": "next", "the same": "that",
    "the following": "following", "the next": "following", "the previous": "previous",
}  # fmt: skip
BEFORE = re.compile(r"([^\W\d_]+)[.:]?[\s-]*$")
AFTER = re.compile(r"\s*([^\W\d_]+)")
# A year in the number of a document: P9_TA(2019)0123, COM(2018) 225, Rec(2003)5.
CODE, CODE_END = re.compile(r"\w\($"), re.compile(r"\)[ \u00a0]?\d")
PARTS_OF = {"early hours": "MO", "small hours": "MO", "night": "NI", "evening": "EV", "morning": "MO", "afternoon": "AF"}


def calendar(match: re.Match[str]) -> Form | None:
    """A date of a month, or a month with its year; days that the month does not have are no date."""
    said = match.groupdict()
    month = int(said["month_number"]) if said.get("month_number") else _month(said)
    day = int(said["day"]) if said.get("day") else None
    year = timewords.year(said["year"]) if said.get("year") else None
    if day is not None and not almanac.exists(year, month or 1, day):
        return None
    if said.get("month") and plain(said["month"]) in AMBIGUOUS and not said["month"][0].isupper() and year is None and not _ordinal(match):
        return None
    years, origin = years_said(said.get("years"))
    months = _months(said.get("months"))
    if month is None and months is None and day is not None:
        months = 0
    return Calendar(
        year=year, month=month, day=day, weekday=weekday_said(said), which=_which(said), years=years,
        year_origin=origin, months=months, part=part_said(said), about=bool(said.get("about")),
    )  # fmt: skip


def odd_date(match: re.Match[str]) -> Form | None:
    """A full date in an unusual order."""
    found = oddates.read(match[0].replace("in the year ", ""), timewords.year(match["year"]), match["month"], int(match["day"]))
    return Calendar(year=found.year, month=found.month, day=found.day) if found else None


def edge_of_month(match: re.Match[str]) -> Form | None:
    """The last day of April, the first day of May 2019."""
    form = calendar(match)
    if not isinstance(form, Calendar) or form.month is None:
        return None
    first = words().first_days[plain(match["edge"])]
    return replace(form, day=first if first > 0 else almanac.last_day(form.year, form.month))


def bare_month(match: re.Match[str]) -> Form | None:
    """A month without a day, perhaps with "last" or "last year"; written large, and May and March only where a date can stand."""
    name = match["month"]
    if not name[0].isupper() or (plain(name) not in words().months and not _pinned(match)):
        return None
    if plain(name) in AMBIGUOUS and not _pinned(match) and word_before(match) not in words().before_month and not _dates_noun(match):
        return None
    return calendar(match)


def bare_weekday(match: re.Match[str]) -> Form | None:
    """A weekday written large and in full; none that belongs to a name ("Bloody Sunday")."""
    name = match["weekday"]
    if not name[0].isupper() or (name.isupper() and len(name) < 6) or plain(name) not in words().weekdays:
        return None
    if word_before(match) in words().name_before:
        return None
    return calendar(match)


def weekday_of_week(match: re.Match[str]) -> Form | None:
    """Monday of last week, next week on Friday."""
    form = bare_weekday(match)
    weeks = {"last": -1, "this": 0, "next": 1}[plain(match["week"])]
    return replace(form, weeks=weeks) if isinstance(form, Calendar) else None


def numeric(match: re.Match[str]) -> Form | None:
    """17/03/2012 and 10/26/89: day first unless that is impossible; two-digit years from 1930 to 2029."""
    said = match.groupdict()
    first, second = int(match["a"]), int(match["b"])
    year = int(said["full_year"]) if said.get("full_year") else _century(int(match["short_year"]))
    day, month = (second, first) if second > 12 else (first, second)
    return Calendar(year=year, month=month, day=day) if almanac.exists(year, month, day) and 1500 <= year < 2200 else None


def days(match: re.Match[str]) -> Form | None:
    """Feb. 16-18, 4 to 7 November: a stretch inside one month."""
    first = calendar(match)
    if not isinstance(first, Calendar) or not match["month"][0].isupper():
        return None
    day = int(match["day2"])
    if first.day is None or first.month is None or day <= first.day or not almanac.exists(first.year, first.month, day):
        return None
    last = Calendar(year=first.year, month=first.month, day=day, years=first.years, year_origin=first.year_origin)
    return Stretch(first, last)


def season(match: re.Match[str]) -> Form | None:
    """The spring of 2016, last fall, in autumn."""
    said = match.groupdict()
    if word_before(match) in words().name_before:
        return None
    bare = not said.get("year") and not said.get("years") and not said.get("which")
    name = plain(said["season"])
    if bare and (name in ("fall", "spring") and not re.search(r"\bthe\b", match[0], re.I)) and name == "fall":
        return None
    years, origin = years_said(said.get("years"))
    return Calendar(
        year=timewords.year(said["year"]) if said.get("year") else None,
        season=words().seasons[name],
        which=_which(said),
        years=years,
        year_origin=origin,
    )


def decade(match: re.Match[str]) -> Form | None:
    """The 1990s, the '90s, the nineties."""
    said = match.groupdict()
    if said.get("decade"):
        tens = said["decade"]
    elif said.get("short_decade"):
        tens = ("19" if int(said["short_decade"]) > 2 else "20") + said["short_decade"]
    else:
        tens = str(words().decades[plain(said["decade_word"])])
    return Fixed("date", "DATE", almanac.timeml(f"{tens}X"), f"{tens}X")


def century(match: re.Match[str]) -> Form | None:
    """The 20th century."""
    hundreds = int(match["century"]) - 1
    return Fixed("date", "DATE", str(hundreds), f"{hundreds}XX")


def bare_year(match: re.Match[str]) -> Form | None:
    """A four-digit number that stands where a year can stand: no count, no number of an article, no piece of a telephone number."""
    before, after = word_before(match), word_after(match)
    text = match.string
    year = timewords.year(match["year"])
    said_as_year = before in ("in", "since", "until", "till", "during", "year", "early", "late", "mid", "end")
    if before in words().not_year_after or (after in words().not_year_before and not said_as_year):
        return None
    if year < 1900 and before not in ("in", "since", "of", "from", "until", "the", "by"):
        return None
    if CODE.search(text[max(0, match.start() - 2) : match.start()]) and CODE_END.match(text, match.end()):
        return None
    if re.search(r"\d[ \u00a0)-]$", text[max(0, match.start() - 2) : match.start()]) or re.match(
        r"[ \u00a0-]\d{3}", text[match.end() : match.end() + 4]
    ):
        return None
    return Calendar(year=year)


def about_year(match: re.Match[str]) -> Form | None:
    """Circa 1850, in about 1998."""
    return Calendar(year=timewords.year(match["year"]), about=True)


def years(match: re.Match[str]) -> Form | None:
    """2023-2025, 2019/20; not the number of a case."""
    if word_before(match) in words().not_year_after:
        return None
    first, last = timewords.year(match["year"]), match["last_year"]
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Stretch(Calendar(year=first), Calendar(year=until)) if first < until < first + 100 else None


def holiday(match: re.Match[str]) -> Form | None:
    """A day with a name, written large."""
    said = match.groupdict()
    name = plain(said["holiday"])
    if said["holiday"].islower():
        return None
    day = next(day for day in words().holidays if name in map(plain, day.names))
    shift, origin = years_said(said.get("years"))
    year = day.year or (timewords.year(said["year"]) if said.get("year") else None)
    found = Calendar(year=year, month=day.month, day=day.day, which=_which(said), years=shift, year_origin=origin)
    return found if day.day else replace(found, feast=day.names[0])


def _month(said: dict[str, str | None]) -> int | None:
    name = said.get("month")
    return timewords.month(name) if name else None


def weekday_said(said: dict[str, str | None]) -> int | None:
    """The weekday among a match's groups."""
    name = said.get("weekday")
    return timewords.weekday(name) if name else None


def _which(said: dict[str, str | None]) -> Which | None:
    name = said.get("which")
    return WHICH[plain(name)] if name else None


def part_said(said: dict[str, str | None]) -> str | None:
    """The part of the day among a match's groups, as TimeML writes it."""
    if name := said.get("part"):
        return words().parts[plain(name)].removeprefix("T")
    name = said.get("part_of")
    return PARTS_OF[plain(name)] if name else None


def years_said(said: str | None) -> tuple[int | None, Origin]:
    """How many years "last year" and its like stand away, and from what."""
    if not said:
        return None, "document"
    name = plain(said).removeprefix("of ")
    if "before last" in name:
        return -2, "document"
    if name.startswith(("that", "the same")):
        return 0, "text"
    if name.startswith("the "):
        return (-1 if "previous" in name else 1), "text"
    return {"this": 0, "last": -1, "next": 1}[name.removesuffix("year").strip()], "document"


def _months(said: str | None) -> int | None:
    if not said:
        return None
    return {"last": -1, "next": 1, "the following": 1}.get(plain(said).removesuffix(" month"), 0)


def _ordinal(match: re.Match[str]) -> bool:
    return bool(re.search(r"\d(?:st|nd|rd|th)\b", match[0]))


def _dates_noun(match: re.Match[str]) -> bool:
    """Whether a month stands between an article and a noun: "the March accession", not "the March for Life"."""
    return word_before(match) in ("the", "a", "his", "her", "their", "our", "its", "my", "your") and bool(
        re.match(r"\s+(?!for|on|of|to|against|and|or)[a-z]{4}", match.string[match.end() :][:8])
    )


def _pinned(match: re.Match[str]) -> bool:
    """Whether a month's name stands with a word that makes it a date: "last May", "mid-March", "May this year"."""
    return match[0].strip() != match["month"].strip()


def _century(short: int) -> int:
    return 2000 + short if short < 30 else 1900 + short


def word_before(match: re.Match[str]) -> str:
    """The word before a match, in lower case; empty where there is none."""
    found = BEFORE.search(match.string[max(0, match.start() - 24) : match.start()])
    return found[1].lower() if found else ""


def word_after(match: re.Match[str]) -> str:
    """The word after a match, in lower case; empty where there is none."""
    found = AFTER.match(match.string[match.end() : match.end() + 24])
    return found[1].lower() if found else ""
