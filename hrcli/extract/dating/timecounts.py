"""The readers of what is counted: steps from a date, clock times, durations, sets and vague references."""

from __future__ import annotations

import re
from dataclasses import replace

from hrcli.extract.dating import almanac, timewords
from hrcli.extract.dating.timeforms import Calendar, Clock, Fixed, Form, Origin, Step
from hrcli.extract.dating.timereaders import part_said, weekday_said, word_after, word_before
from hrcli.extract.dating.timewords import plain, words

CLOCK_UNITS = {"TS": "S", "TM": "M", "TH": "H"}
DEICTIC = {"the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "the day after tomorrow": 2}
LONG_UNITS = ("D", "W", "F", "M", "Q", "Y", "E", "C")


def deictic(match: re.Match[str]) -> Form | None:
    """Today, tomorrow morning, the day before yesterday; not "today's world"."""
    said = plain(match["deictic"])
    after = re.match(r"['’]s\s+(\w+)", match.string[match.end() : match.end() + 30])
    if after and after[1].lower() in words().of_today:
        return None
    return Step(DEICTIC[said], "D", "document", part="NI" if said == "tonight" else part_said(match.groupdict()))


def this_unit(match: re.Match[str]) -> Form | None:
    """This week, last year, next month, last night, this morning."""
    which = plain(match["which"]).removeprefix("the ")
    return _unit_step({"last": -1, "next": 1, "coming": 1}.get(which, 0), match["unit"], "document")


def that_unit(match: re.Match[str]) -> Form | None:
    """The following month, the previous day, the same year, the day before: counted from the last date of the text."""
    which = plain(match["which"]).removeprefix("the ")
    count = {"following": 1, "next": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}.get(which, 0)
    return _unit_step(count, match["unit"], "text")


def before_last(match: re.Match[str]) -> Form | None:
    """The year before last."""
    return _unit_step(-2, match["unit"], "document")


def end_of_unit(match: re.Match[str]) -> Form | None:
    """The end of the year, later in the month."""
    found = _unit_step(0, match["unit"], "document")
    return replace(found, of_report=True) if isinstance(found, Step) and found.unit == "Y" else found


def steps(match: re.Match[str]) -> Form | None:
    """Three days ago, two weeks from now, ten days later, in two years' time."""
    count, letter = timewords.number(match["number"]), timewords.unit(match["unit"])
    way = plain(match.groupdict().get("way") or "hence")
    back = way in ("ago", "earlier", "prior", "previously", "before", "beforehand")
    if count is None or count != int(count):
        return Fixed("reference", "DATE", "FUTURE_REF" if way in ("from now", "hence") else "PAST_REF")
    if letter not in LONG_UNITS:
        return Fixed("duration", "DURATION", _duration(count, letter))
    origin: Origin = "document" if way in ("ago", "from now", "hence") else "text"
    if letter == "F":
        count, letter = count * 2, "W"
    if letter == "W" and origin == "text":
        count, letter = count * 7, "D"  # counted from a day, weeks come to a day
    exact = match.groupdict().get("exact") is not None
    return Step(-int(count) if back else int(count), letter, origin, compared=back and count == 1 and letter == "Y", exact=exact)


def steps_from_deed(match: re.Match[str]) -> Form | None:
    """Two days after the rally, counted from the day of it; not "sentenced to eight months after the trial"."""
    form = steps(match) if word_before(match) not in ("to", "of", "for") else None
    return replace(form, near=True) if isinstance(form, Step) and form.unit in "DWM" else None


def vague_steps(match: re.Match[str]) -> Form | None:
    """Months later, years ago; "weeks hence" lies ahead."""
    return Fixed("reference", "DATE", "FUTURE_REF" if plain(match["way"]) == "hence" else "PAST_REF")


def clock(match: re.Match[str]) -> Form | None:
    """1:07 p.m., 9:30 in the morning, noon on Friday."""
    said = match.groupdict()
    time = {"midnight": "24:00", None: None}.get(said.get("noon") and plain(said["noon"]), "12:00") or _hour(said)
    if time is None:
        return None
    time += "Z" if (said.get("zone") or "").upper() in ("GMT", "UTC") else ""
    return Calendar(weekday=weekday_said(said), part=time) if said.get("weekday") else Clock(time)


def _hour(said: dict[str, str | None]) -> str | None:
    hour, minute = int(said["hour"] or 0), said.get("minute") or "00"
    half = plain(said.get("half") or "")[:1] or {"morning": "a", "afternoon": "p", "evening": "p"}.get(plain(said.get("part") or ""), "")
    if hour > (12 if half else 24):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02d}:{minute}"


def duration(match: re.Match[str]) -> Form | None:
    """Two years, more than two months, an 18-month term, two to three weeks; no ages, and no "three-quarters of"."""
    said = plain(match["number"])
    if word_before(match) in ("aged", "age") or _is_fraction(match, said):
        return None
    if said in ("a", "an") and word_before(match) in ("once", "twice", "times"):
        return None
    letter = timewords.unit(match["unit"])
    if letter == "TS" and (said in ("a", "one", "an") or not match["unit"].endswith("s")):
        return None
    if said in ("a", "an") and letter in LONG_UNITS and _is_rate(match):
        return None
    if said == "24" and letter == "TH" and re.match(r"\s+a\s+day\b", match.string[match.end() :]):
        return None
    number = timewords.number(said)
    half = 0.5 if match.groupdict().get("half") else 0.0
    return Fixed("duration", "DURATION", _duration(None if number is None else number + half, letter))


def _is_fraction(match: re.Match[str], number: str) -> bool:
    """Whether quarters are parts of a whole: "three-quarters of its food", "about a quarter of them"."""
    return number in ("a", "one", "three") and plain(match[0]).endswith(("quarter", "quarters")) and word_after(match) in ("of", "")


def _is_rate(match: re.Match[str]) -> bool:
    """Whether "a year" says how often or how much each time: "2,000 dollars a year", "four flights a week"."""
    return bool(re.search(r"\d[\d,.]*(?:[^\S\n]+[a-z]+)?[^\S\n]+$", match.string[max(0, match.start() - 30) : match.start()]))


def past_unit(match: re.Match[str]) -> Form | None:
    """The past year, the last decade, which end now; a day-long meeting."""
    name = plain(match["unit"])
    if name not in words().units:
        return None
    return Fixed("duration", "DURATION", _duration(1, words().units[name]))


def ended(match: re.Match[str]) -> Form | None:
    """The year ended June 30, the fiscal year ending in March: a duration."""
    return Fixed("duration", "DURATION", {"y": "P1Y", "h": "P6M", "m": "P1M"}[plain(match["span"]).removeprefix("fiscal ")[0]])


def recent(match: re.Match[str]) -> Form | None:
    """Recent weeks, coming months, the years ahead."""
    return Fixed("duration", "DURATION", _duration(None, timewords.unit(match["vague"])))


def vague_duration(match: re.Match[str]) -> Form | None:
    """For months, weeks of protest; not "three-quarters of them"."""
    said = match.groupdict()
    if plain(said.get("vague") or "") == "quarters" and match.string[: match.start()].endswith("-"):
        return None
    return Fixed("duration", "DURATION", _duration(None, timewords.unit(said.get("vague") or said["vague2"])))


def repeat(match: re.Match[str]) -> Form | None:
    """Every three months, each Friday, Fridays."""
    said = match.groupdict()
    if said.get("weekday"):
        return Fixed("set", "SET", f"XXXX-WXX-{timewords.weekday(said['weekday']) + 1}") if said["weekday"][0].isupper() else None
    if said.get("month"):
        return Fixed("set", "SET", almanac.edtf(None, timewords.month(said["month"]))) if said["month"][0].isupper() else None
    if said.get("season"):
        return Fixed("set", "SET", almanac.timeml(f"XXXX-{words().seasons[plain(said['season'])]}"))
    count = 2.0 if said.get("other") else timewords.number(said["number"]) if said.get("number") else 1.0
    return Fixed("set", "SET", _duration(count, timewords.unit(said["unit"])))


def per_unit(match: re.Match[str]) -> Form | None:
    """Once a month, per year."""
    name = plain(match["unit"])
    return Fixed("set", "SET", _duration(1, words().units[name])) if name in words().units else None


def repeat_word(match: re.Match[str]) -> Form | None:
    """Daily, annually; not as a piece of a name ("Daily Post")."""
    if match["repeat_word"][0].isupper():
        return None
    name = plain(match["repeat_word"])
    return Fixed("set", "SET", next(phrases.value for phrases in words().repeats if name in phrases.names))


def reference(match: re.Match[str]) -> Form | None:
    """Now, recently, in the near future; not "shortly after" where what it comes after is said."""
    name = plain(match["reference"])
    if name.endswith((" after", " before")) and re.match(r"\s*[\w\"'“‘]", match.string[match.end() : match.end() + 3]):
        return None
    return Fixed("reference", "DATE", next(phrases.value for phrases in words().references if name in phrases.names))


def _unit_step(count: int, name: str, origin: Origin) -> Form | None:
    said = plain(name)
    if said == "weekend":
        return Step(count, "W", origin, weekend=True)
    if said in ("fiscal year", "academic year"):
        return Step(count, "Y", origin)
    if said in words().parts:
        return Step(count, "D", origin, part=words().parts[said])
    letter = words().units[said]
    if letter == "F":
        count, letter = count * 2, "W"
    return Step(count, letter, origin) if letter in LONG_UNITS else None


def _duration(count: float | None, letter: str) -> str:
    """An ISO 8601 duration; X for an unknown number, decades and centuries in years, a half as half of the unit below."""
    if letter == "F":
        return f"P{'X' if count is None else int(count * 2)}W"
    if letter in ("E", "C") and count is not None:
        return f"P{int(count * (10 if letter == 'E' else 100))}Y"
    prefix, letter = ("PT", CLOCK_UNITS[letter]) if letter in CLOCK_UNITS else ("P", letter)
    if count is None:
        return f"{prefix}X{letter}"
    whole, rest = int(count), count - int(count)
    if letter == "Q" and rest:
        return f"P{int(count * 3)}M"
    if not rest:
        return f"{prefix}{whole}{letter}"
    below = {"Y": (12, "M"), "D": (24, "H"), "H": (60, "M"), "M": (30, "D"), "W": (7, "D"), "S": (1, "S")}[letter]
    if prefix == "PT" and letter == "M":
        below = (60, "S")
    head = f"{whole}{letter}" if whole else ""
    between = "T" if letter == "D" else ""
    return f"{prefix}{head}{between}{round(rest * below[0])}{below[1]}"
