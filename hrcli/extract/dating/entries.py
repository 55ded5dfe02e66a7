"""Logs of dated updates: in each entry "yesterday", "Monday" and "in June" are counted from the entry's own date, not the document's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from hrcli.extract.dating.timeforms import Calendar, Found
from hrcli.extract.dating.timeframe import Frame
from hrcli.extract.dating.timevalue import resolve

LINE = re.compile(r"[^\n]*")
# What may stand before the date of an entry on its line, what behind it, and what a paragraph above ends in.
BEFORE = re.compile(r"[\s\-–—•*·▪●#>(\[|]*(?:(?:updated?|latest|posted|new|entry|day)\b[\s\d.:,#()\[–—-]*)?", re.IGNORECASE)
ALONE = re.compile(r"[\s.:)\]*#–—|-]*")
LEADS = re.compile(r"\s?(?:[)\]]|[:–—]|-+\s)")
CLOSED = re.compile(r"(?:^|\n|[.!?:)\]\"'”’])[^\S\n]*\n[^\S\n]*$|^\s*$")
HEADING = re.compile(r"\n[^\S\n]*\n(?=[^a-z\n\d]{4,60}(?:\n|$))")  # a line in capitals: another part of the text
DAY = len("2009-02-13")


class Entry(NamedTuple):
    """An entry of a log (half open, in the text) and its day; `alone` where the date is a heading."""

    start: int
    end: int
    date: str
    alone: bool


class _Head(NamedTuple):
    start: int
    date: str
    alone: bool


def find(text: str, found: list[Found], base: str | None) -> list[Entry]:
    """The entries of the text's log, in order; none where fewer than two dates head one, or where they go neither up nor down."""
    heads = [*_heads(text, found, base)]
    if heads and heads[0].date == base:
        heads = heads[1:]  # the document's own date above its text
    days = [head.date for head in heads]
    if len({*days}) < 2 or days not in (sorted(days), sorted(days, reverse=True)):
        return []
    ends = [after.start for _, after in pairwise(heads)]
    longest = max(end - head.start for head, end in zip(heads, ends, strict=False))
    ends.append(_last_end(text, heads[-1], longest))
    return [Entry(head.start, end, head.date, head.alone) for head, end in zip(heads, ends, strict=True)]


def base(entries: list[Entry], place: int, otherwise: str | None) -> str | None:
    """The day from which an expression at `place` is counted: that of its entry, else the document's."""
    at = bisect_right(entries, place, key=attrgetter("start")) - 1
    return entries[at].date if at >= 0 and place < entries[at].end else otherwise


def _heads(text: str, found: list[Found], base: str | None) -> Iterator[_Head]:
    """The days that stand at the beginning of a paragraph, alone or with a colon or dash; the year may head several."""
    year: int | None = None
    for item in found:
        form = item.form
        if not isinstance(form, Calendar) or form.which or form.years or not (form.day or form.year):
            continue
        first = text.rfind("\n", 0, item.start) + 1
        if not BEFORE.fullmatch(text, first, item.start) or not CLOSED.search(text, max(0, first - 40), first):
            continue
        rest = LINE.match(text, item.end)
        alone = rest is None or ALONE.fullmatch(rest[0]) is not None
        if alone and form.month is None:
            year = form.year
        elif form.month is not None and form.day is not None and (alone or LEADS.match(text, item.end)):
            day = _day(form, year, base)
            if day:
                yield _Head(first, day, alone)


def _day(form: Calendar, year: int | None, base: str | None) -> str | None:
    """The day of a head, with the year that stands above it or the nearest to the document's date where it says none."""
    dated = replace(form, year=year) if year and form.year is None else form
    value = resolve(dated, Frame(base=base, direction="past"))
    return value.date if value and value.date and len(value.date) == DAY and value.date[0].isdigit() else None


def _last_end(text: str, head: _Head, longest: int) -> int:
    """Where the last entry ends: with its paragraph, or, below a heading, where it is as long as the longest of the others."""
    end = text.find("\n\n", head.start + (longest if head.alone else 0))
    heading = HEADING.search(text, head.start)
    end = len(text) if end < 0 else end
    return min(end, heading.start()) if heading and head.alone else end
