"""The chart of events per year."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from samples import appeal

from hrcli.records import TimelineEntry
from hrcli.report.chart import ASCII, chart, write

(ENTRY,) = appeal().timeline


def spans(*days: tuple[str | None, str | None]) -> list[TimelineEntry]:
    """Entries with these first and last days."""
    return [replace(ENTRY, earliest=first, latest=last) for first, last in days]


def years(*numbers: int) -> list[TimelineEntry]:
    """An entry in each of these years."""
    return spans(*((f"{year:04}-05-03", f"{year:04}-05-03") for year in numbers))


def test_bars_stand_on_their_years() -> None:
    """The highest bar has the highest count beside it, half of it is half as high, and years without events are there too."""
    assert chart(years(2009, 2011, 2011), 60) == [
        "events per year",
        "2             █████",
        "              █████",
        "  █████       █████",
        "  █████       █████",
        "  2009  2010  2011",
    ]


def test_without_block_characters() -> None:
    """A terminal that has no blocks gets hash signs, and the smallest count can still be seen."""
    assert chart(years(2009, *[2010] * 40), 60, ASCII) == [
        "events per year",
        "40       #####",
        "         #####",
        "         #####",
        "   ##### #####",
        "   2009  2010",
    ]


@pytest.mark.parametrize(
    "entries",
    [
        [],
        years(2009, 2009),
        [*years(2009), *spans((None, None), ("2000-01-01", "2009-12-31"), ("2010-01-01", None))],
    ],
)
def test_nothing_to_compare(entries: list[TimelineEntry]) -> None:
    """Fewer than two years make no chart; what has no date, or one vaguer than a year, is not counted."""
    assert chart(entries, 80) == []


def test_a_winter_counts_where_it_begins() -> None:
    """What lies in two years, but within twelve months, is counted in the first."""
    assert chart(spans(("2009-12-01", "2010-02-28"), ("2010-01-01", "2010-12-31")), 60)[-1].split() == ["2009", "2010"]


@pytest.mark.parametrize(
    ("first", "width", "heading"),
    [
        (1990, 60, "events per year"),
        (1900, 60, "events per decade"),
        (1900, 140, "events per year"),
        (1215, 60, "events per century"),
        (1, 60, "events per millennium"),
    ],
)
def test_too_many_years_become_longer_times(first: int, width: int, heading: str) -> None:
    """Years that do not fit the page are put together by ten, a hundred, or a thousand."""
    lines = chart(years(first, 9999 if first == 1 else 2019), width)
    assert lines[0] == heading
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("width", [60, 80, 140, 200])
@pytest.mark.parametrize("count", [2, 3, 10, 23, 40, 57, 58, 100, 190])
def test_fits_every_page(width: int, count: int) -> None:
    """However many years: no line is wider than the page, some year is named, and names do not run into each other."""
    lines = chart(years(*range(1830, 1830 + count)), width)
    assert max(map(len, lines)) <= width
    names = lines[-1].split()
    assert names
    assert all(name.rstrip("s").isdigit() and len(name) in (4, 5) for name in names)


def test_is_plain_text_without_colors() -> None:
    """Without colours the chart is its lines and an empty one."""
    out = io.StringIO()
    write(years(2009, 2010), out, color=False)
    assert out.getvalue().splitlines()[-1] == ""
    assert "\x1b" not in out.getvalue()
    assert out.getvalue().startswith("events per year\n")
