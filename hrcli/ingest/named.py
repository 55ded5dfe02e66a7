"""Dates in the names of files and in addresses on the web: the ways in which people and sites write them there."""

from __future__ import annotations

import re
from urllib.parse import unquote

from hrcli.ingest import dates
from hrcli.ingest.vocabulary import Vocabulary

ENDING = re.compile(r"(?:\.[A-Za-z]\w{1,4}){1,2}$")
DIGITS = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<part>[-_. ]?)(?P<month>0[1-9]|1[0-2])(?P=part)(?P<day>[0-2]\d|3[01])(?!\d)")
DAY_FIRST = re.compile(r"(?<!\d)[0-3]?\d([-_.])[0-3]?\d\1(?:19|20)\d\d(?!\d)")
MONTH = re.compile(r"(?<![\d_.-])(?P<year>(?:19|20)\d\d)[-_](?P<month>0[1-9]|1[0-2])(?![\d_.-]*\d)")
PARTS = re.compile(r"[_\s-]+|(?<=\d)(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=\d)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ADDRESS = re.compile(r"https?://(?P<host>[^/?#]*)(?P<path>(?:(?!https?://)[^?#])*)(?:[?#]|$)")
ARCHIVE = re.compile(r"(?:^|\.)archive\.|webcache|web-archive|webarchive", re.IGNORECASE)
FOLDERS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?:(?P<month>0?[1-9]|1[0-2])(?:/(?P<day>[0-2]?[1-9]|[123]0|31)(?=/|$)|(?=/))"
    r"|(?P<name>[A-Za-z]{3,9})/(?P<dated>[0-3]?\d)(?=/|$))"
)


def of_file(path: str, vocabulary: Vocabulary) -> str | None:
    """The day or month in the name of a file; a year alone tells what the text is about as often as when it came out."""
    stem = ENDING.sub("", re.split(r"[/\\]", path)[-1])
    return _of_digits(stem, vocabulary) or _of_words(PARTS.sub(" ", stem), vocabulary)


def of_address(address: str, vocabulary: Vocabulary) -> str | None:
    """The day or month in the folders of an address, or the day that its last part begins with; not that of an archive's visit."""
    path = _path(address)
    for hit in FOLDERS.finditer(path):
        month = vocabulary.dates.months.get(hit["name"].lower()) if hit["name"] else int(hit["month"] or 0)
        day = hit["dated"] or hit["day"]
        value = f"{hit['year']}-{month:02}" + (f"-{int(day):02}" if day else "") if month else ""
        if dates.is_edtf(value):
            return value
    begun = DIGITS.match(path.rpartition("/")[2])
    return _joined(begun) if begun else None


def year(name: str) -> str | None:
    """The only year in the name of a file or in an address, which may complete a date without one."""
    years = {*YEAR.findall(_path(name) if "://" in name else re.split(r"[/\\]", name)[-1])}
    return years.pop() if len(years) == 1 else None


def _path(address: str) -> str:
    """The path of an address; of an archive's, that of the page that it keeps."""
    hit = ADDRESS.search(address)
    return unquote(hit["path"]) if hit and not ARCHIVE.search(hit["host"]) else ""


def _of_digits(stem: str, vocabulary: Vocabulary) -> str | None:
    if whole := next(filter(None, map(_joined, DIGITS.finditer(stem))), None):
        return whole
    if hit := DAY_FIRST.search(stem):
        return next((found.value for found in dates.days(hit[0].replace("_", "-"), vocabulary)), None)
    month = MONTH.search(stem)
    season = month and int(month["month"]) == (int(month["year"]) + 1) % 100  # a report for 2009-10
    return f"{month['year']}-{month['month']}" if month and not season else None


def _joined(hit: re.Match[str]) -> str | None:
    value = f"{hit['year']}-{hit['month']}-{hit['day']}"
    return value if dates.is_edtf(value) else None


def _of_words(name: str, vocabulary: Vocabulary) -> str | None:
    """The date with the name of a month at the end of a file's name, or a day at its beginning: within, it is that of a story."""
    for found in dates.find(name, vocabulary):
        day = len(found.value) == len("2009-02-13")
        if found.end == len(name) or (day and found.start == 0):
            return found.value
    return None
