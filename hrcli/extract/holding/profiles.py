"""Profiles of prisoners: lines that name a fact before a colon ("Charge: espionage", "Place of detention: Osh prison")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hrcli.extract.findings import Actor
from hrcli.extract.holding import deeds
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.lengths import lengths
from hrcli.extract.holding.reading import Found, Reading

LABEL = 5
ENDS = {".", ";", "|"}
NOTHING = {"unknown", "none", "n", "not", "unclear", "pending", "unspecified", "no", "-", "?"}


def facts(reading: Reading, actor: Actor | None) -> dict[str, Found]:
    """The facts that the labelled lines below somebody's name give, by the names of the fields."""
    found: dict[str, Found] = {}
    for kind, start, end in _lines(reading, actor) if actor is not None and ":" in reading.words else ():
        value = None if reading.words[start] in NOTHING else _value(reading, kind, start, end)
        if value:
            found[kind] = value
    return found


def _lines(reading: Reading, actor: Actor | None) -> Iterator[tuple[str, int, int]]:
    """The labelled lines of the profile that is headed by the person's name: the field, and the words of its value."""
    owner: Actor | None = None
    for start in reading.paragraphs:
        _, end = reading.paragraph(start)
        colon = next((i for i in range(start, min(end - 1, start + LABEL)) if reading.words[i] == ":"), None)
        kind = _labels().get(" ".join(reading.words[start:colon])) if colon else None
        name = next(iter(reading.named_in(start if colon is None else colon, end)), None)
        if kind == "name" or (kind is None and colon is None and name and name[0] == start and name[1] >= end - 1):
            owner = name[2] if name else None
        elif colon is None:
            owner = None
        elif kind and owner is actor:
            yield kind, colon + 1, end


def _value(reading: Reading, kind: str, start: int, end: int) -> Found | None:
    if kind == "sentence":
        return next(iter(lengths(reading, start, end)), None) or _unending(reading, start)
    if kind == "charge":
        return deeds.deed(reading, start, end)
    stop = next((i for i in range(start, end) if reading.words[i] in ENDS), end)
    named = kind != "place" or any(reading.texts[i][0].isupper() for i in range(start, stop))
    return Found(reading.text(start, stop), start, stop) if start < stop and named else None


def _unending(reading: Reading, at: int) -> Found | None:
    return Found(reading.words[at], at, at + 1) if reading.words[at] in {"life", "death"} else None


@cache
def _labels() -> dict[str, str]:
    return {label: entry.field for entry in lexicon().label for label in entry.words}
