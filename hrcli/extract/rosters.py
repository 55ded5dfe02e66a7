"""Lists of prisoners: what is told of the person of an entry without a verb: "11 years; Central Prison; died there"."""

from __future__ import annotations

from hrcli.extract.accounts import Account
from hrcli.extract.custody import Cue, Sign
from hrcli.extract.numbers import length_at
from hrcli.extract.reading import Reading
from hrcli.extract.whom import Name, party

TERM = Cue(words="term", kind="state", status="sentenced", step="sentenced", term=True)
DEATH = Cue(words="death", kind="state", status="death_row", step="sentenced", term=True)
BORDERS = {";", ".", ":"}
CLAUSE_ENDS = {";", ".", ",", "for", "with", "on", "and", "("}


def accounts(reading: Reading, told: list[Account]) -> list[Account]:
    """The sentences that entries of a list give as bare lengths, for people whom the entry says to be held.

    An entry is a paragraph that begins, a number aside, with a name and a comma or bracket.
    """
    found = []
    for start in reading.paragraphs:
        name = _entry(reading, start)
        if name is None or not any(a.party.actor is name[2] and reading.paragraph(a.sign.start)[0] == start for a in told):
            continue
        found += _terms(reading, name, *reading.paragraph(start))
    return found


def _entry(reading: Reading, start: int) -> Name | None:
    name = next((n for n in reading.names if start <= n[0] < start + 4), None)
    behind = reading.words[name[1]] if name and name[1] < len(reading.words) else ""
    return name if behind in {",", "(", ":", "–", ";"} else None


def _terms(reading: Reading, name: Name, start: int, end: int) -> list[Account]:
    found = []
    for at in range(start + 1, end):
        if reading.words[at - 1] not in BORDERS:
            continue
        cue, stop = _term(reading, at)
        if cue is not None and (stop >= end or reading.words[stop] in CLAUSE_ENDS):
            sign = Sign(at, at, cue, "none", (0, 0), None)
            found.append(Account(sign, party(name), cue.status, False, False, reading.sentence(at)))
    return found


def _term(reading: Reading, at: int) -> tuple[Cue | None, int]:
    length = length_at(reading.words, at)
    if length:
        return TERM, length[1]
    if reading.words[at] in {"life", "death"}:
        return (TERM if reading.words[at] == "life" else DEATH), at + 1
    return None, at
