"""The grammar of temporal expressions: tries the rules around the cues, and takes the leftmost and longest of what they find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from hrcli.extract.dating import timecues, timerules
from hrcli.extract.dating.timeforms import Calendar, Clock, Form, Found, Stretch
from hrcli.extract.findings import text_of

TO = re.compile(r"\s+(?:to|through|until)\s+", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between|since)\s+$", re.IGNORECASE)


def find(doc: Doc) -> list[Found]:
    """Every temporal expression of the text, in order, never overlapping: the leftmost first, of those the longest."""
    chosen: list[Found] = []
    for start, end, _, form in sorted(_candidates(doc), key=lambda found: (found[0], -found[1], found[2])):
        if not chosen or start >= chosen[-1].end:
            chosen.append(Found(start, end, form))
    return _joined(text_of(doc), chosen)


def _candidates(doc: Doc) -> Iterator[tuple[int, int, int, Form]]:
    """Start, end, rank of the rule and form of what each rule finds; what one rule has matched, it does not match again."""
    text, leads, rules, needed = text_of(doc), timerules.leads(), timerules.rules(), timecues.numbered()
    reverse = text[::-1]
    free: dict[int, int] = {}
    for group, place in timecues.cues(doc):
        for start in timecues.starts(reverse, place, leads[group], needed.get(group, frozenset())):
            for rank, pattern, reader in rules[group]:
                if start < free.get(rank, 0):
                    continue
                match = pattern.match(text, start)
                free[rank] = match.end() if match else start + 1
                form = match and reader(match)
                if match and form is not None:
                    yield start, match.end(), rank, form


def _joined(text: str, found: list[Found]) -> list[Found]:
    """A time made one with its day, and dates joined by a dash one stretch; in "March, April and May 2010" the last year given to all."""
    out: list[Found] = []
    for item in reversed(found):
        whole = _one(text, item, out[-1]) if out else None
        if whole is not None:
            out[-1] = whole
        else:
            out.append(_dated_by(text, item, out[-1]) if out else item)
    return out[::-1]


def _one(text: str, item: Found, after: Found) -> Found | None:
    """Two expressions that are one: "5 p.m. on Friday", "16 June - 2 July"; None where they are not."""
    if not isinstance(after.form, Calendar):
        return None
    link = text[item.end : after.start]
    if isinstance(item.form, Clock) and after.form.part is None and re.fullmatch(r",?\s+(?:on\s+)?(?:the\s+)?", link):
        return Found(item.start, after.end, replace(after.form, part=item.form.time))
    if isinstance(item.form, Calendar) and re.fullmatch(r"\s?[-–—]\s?", link) and _alike(item.form, after.form):
        return Found(item.start, after.end, Stretch(_with_year(item.form, after.form), after.form))
    if isinstance(item.form, Calendar) and TO.fullmatch(link) and _is_period(text, item, after.form):
        return Found(item.start, after.end, Stretch(_with_year(item.form, after.form), after.form))
    return None


def _is_period(text: str, first: Found, last: Calendar) -> bool:
    """Whether two months with one year name the period of a list or report: "January to June 2019", not "held from May to June 2019"."""
    form = first.form
    bare = isinstance(form, Calendar) and form.month is not None and form.which is None and form.day is form.year is form.years is None
    return bare and last.year is not None and last.day is None and not FROM.search(text[max(0, first.start - 12) : first.start])


def _dated_by(text: str, item: Found, after: Found) -> Found:
    """An expression with the year of the one behind it, where both stand in one list."""
    link = text[item.end : after.start]
    if isinstance(item.form, Calendar) and re.fullmatch(r",?\s+(?:and|or|to|until|till|through)\s+(?:the\s+)?|,\s+", link):
        return Found(item.start, item.end, _with_year(item.form, _first(after.form)))
    return item


def _first(form: Form) -> Calendar:
    if isinstance(form, Stretch):
        return form.first
    return form if isinstance(form, Calendar) else Calendar()


def _alike(first: Calendar, last: Calendar) -> bool:
    return (
        (first.day is None) == (last.day is None)
        and (first.month is None) == (last.month is None)
        and first.weekday is last.weekday is None
    )


def _with_year(form: Calendar, source: Calendar) -> Calendar:
    """A date that says no year, with the year (or the shift of years) of the date that follows it."""
    unsaid = form.year is None and form.years is None and form.which is None and form.month is not None
    if not unsaid or source.month is None or (form.day is None) != (source.day is None):
        return form
    earlier = source.year is not None and (form.month or 0) > source.month
    year = None if source.year is None else source.year - earlier
    return Calendar(
        year=year, month=form.month, day=form.day, weekday=form.weekday, part=form.part, years=source.years, year_origin=source.year_origin
    )
