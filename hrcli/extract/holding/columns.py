"""Tables of prisoners: a line of headings ("Name, Arrested, Charge, Sentence") and a line of cells for each person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hrcli.extract.findings import Actor, Timex
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import Cue
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import Found, Reading
from hrcli.extract.holding.whom import Party

TERM = Cue(words="term", kind="state", status="sentenced", step="sentenced", term=True)
NAMES = {"name", "names", "prisoner", "detainee", "person"}
CHARGES = {"charge", "charges", "offence", "offense", "accusation"}
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one person under the cells of the headings."""

    headings: list[Cell]
    cells: list[Cell]
    party: Party

    @property
    def span(self) -> tuple[int, int]:
        """The words of the row."""
        return self.cells[0][0], self.cells[-1][1]


def accounts(reading: Reading, signs: list[Sign]) -> list[Account]:
    """What the rows of tables tell: a step and its date under a heading that is a sign, a term under any."""
    found = []
    for row in rows(reading):
        for heading, cell in zip(row.headings, row.cells, strict=True):
            sign = next((sign for sign in signs if heading[0] <= sign.start < heading[1] and sign.cue.step), None)
            timex = _timex(reading, cell)
            if sign and timex:
                found.append(Account(sign, row.party, sign.cue.status, False, True, row.span, timex))
            elif length_at(reading.words, cell[0]):
                found.append(Account(Sign(cell[0], cell[0], TERM, "none", (0, 0), None), row.party, TERM.status, False, False, row.span))
    return found


def charge(reading: Reading, party: Party) -> Found | None:
    """The charge in the row of a person, under a heading for charges."""
    for row in rows(reading):
        for heading, cell in zip(row.headings, row.cells, strict=True):
            if row.party.start == party.start and CHARGES & set(reading.words[slice(*heading)]):
                return Found(reading.text(*cell), *cell)
    return None


def rows(reading: Reading) -> Iterator[Row]:
    """The rows of all tables that have a column of names and one more."""
    if not reading.gaps:
        return
    headings: list[Cell] = []
    for start in reading.paragraphs:
        cells = _cells(reading, *reading.paragraph(start))
        if any(_is_heading(reading, cell) for cell in cells) and len(cells) > 1:
            headings = cells
        elif len(cells) == len(headings):
            named = next(nth for nth, cell in enumerate(headings) if _is_heading(reading, cell))
            yield Row(headings, cells, _party(reading, cells[named]))
        else:
            headings = []


def _is_heading(reading: Reading, cell: Cell) -> bool:
    return cell[1] - cell[0] <= 2 and bool(NAMES & set(reading.words[slice(*cell)]))


def _cells(reading: Reading, start: int, end: int) -> list[Cell]:
    """The cells of a line: what tabs, bars or several spaces set apart."""
    borders = [start, *(at for at in range(start + 1, end) if at in reading.gaps), end]
    cells = []
    for low, high in pairwise(borders):
        while low < high and reading.words[low] == "|":
            low += 1
        while high > low and reading.words[high - 1] == "|":
            high -= 1
        if low < high:
            cells.append((low, high))
    return cells


def _party(reading: Reading, cell: Cell) -> Party:
    known = next(iter(reading.named_in(*cell)), None)
    return Party(*cell, known[2] if known else Actor(reading.text(*cell), "person", []))


def _timex(reading: Reading, cell: Cell) -> Timex | None:
    found = (t for t in reading.doc._.timexes if t.date and cell[0] <= reading.where.get(t.start, -1) < cell[1])
    return next(found, None)
