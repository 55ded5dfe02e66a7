"""A chart of how many events lie in each year, to stand above a timeline on a terminal.

Years that are too many for the page become decades, or more. What has no date, or one vaguer than a year, is not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TextIO

from rich.text import Text

from hrcli.records import TimelineEntry
from hrcli.report.table import console

HEIGHT = 4  # lines of the highest bar
WIDEST = 6  # characters of a column, the last of which parts it from the next where there is more than one
UNITS = {1: "year", 10: "decade", 100: "century", 1000: "millennium"}
STEPS = (1, 2, 5, 10, 20, 50, 100)  # columns from label to label
BLOCKS = " ▁▂▃▄▅▆▇█"
ASCII = " #"


def write(entries: Iterable[TimelineEntry], out: TextIO, *, color: bool) -> None:
    """The chart and an empty line; nothing where the events lie in fewer than two years."""
    page = console(out, color=color)
    lines = chart(entries, page.width, ASCII if page.options.ascii_only else BLOCKS)
    for number, line in enumerate(lines):
        page.print(Text(line, style="cyan" if 0 < number <= HEIGHT else ""), no_wrap=True)
    if lines:
        page.print()


def chart(entries: Iterable[TimelineEntry], width: int, blocks: str = BLOCKS) -> list[str]:
    """The lines of a chart no wider than `width`: a heading, the bars with the highest count beside them, the years."""
    years = Counter(year for entry in entries if (year := _year(entry)) is not None)
    if len(years) < 2:
        return []
    for unit in UNITS:
        counts = _in_units(years, unit)
        room = width - len(str(max(counts.values()))) - 1
        if len(counts) <= room:
            break
    gutter = width - room
    column = min(WIDEST, room // len(counts))
    bars = _bars(list(counts.values()), column, blocks)
    beside = [str(max(counts.values())), *[""] * (HEIGHT - 1)]
    return [
        f"events per {UNITS[unit]}",
        *(f"{number:>{gutter - 1}} {bar}".rstrip() for number, bar in zip(beside, bars, strict=True)),
        " " * gutter + _labels(counts, unit, column, room),
    ]


def _year(entry: TimelineEntry) -> int | None:
    """The year in which an entry begins, unless it may be in several."""
    if not entry.earliest or not entry.latest:
        return None
    first, last = date.fromisoformat(entry.earliest), date.fromisoformat(entry.latest)
    return first.year if (last - first).days <= 366 else None


def _in_units(years: Mapping[int, int], unit: int) -> dict[int, int]:
    """The count of every unit between the first and the last, those of none too; a unit goes by its first year."""
    found = dict.fromkeys(range(min(years) // unit * unit, max(years) + 1, unit), 0)
    for year, count in years.items():
        found[year // unit * unit] += count
    return found


def _bars(counts: list[int], column: int, blocks: str) -> list[str]:
    """The lines of the bars, the top first; the smallest count that is not nothing can be seen."""
    parts = len(blocks) - 1
    levels = [max(round(count / max(counts) * HEIGHT * parts), bool(count)) for count in counts]
    return ["".join(_piece(level - below * parts, column, blocks) for level in levels) for below in range(HEIGHT)[::-1]]


def _piece(level: int, column: int, blocks: str) -> str:
    block = blocks[min(max(level, 0), len(blocks) - 1)]
    return (block * (column - 1)).ljust(column) if column > 1 else block


def _labels(counts: Mapping[int, int], unit: int, column: int, room: int) -> str:
    """The years below the bars, as many as there is room for, round ones first."""
    names = {first: f"{first}s" if unit > 1 else str(first) for first in counts}
    longest = max(map(len, names.values()))
    step = next(step for step in STEPS if step * column > longest)
    line = ""
    for number, (first, name) in enumerate(names.items()):
        if first // unit % step == 0 and number * column + len(name) <= room:
            line = line.ljust(number * column) + name
    return line
